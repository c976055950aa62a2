import { BorderOutlined, CheckOutlined, ClockCircleOutlined, EditOutlined, LockOutlined, RollbackOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { TaskStatus } from '#domain/cases/task.ts';
import type { Tone } from '../../ui/status-word.tsx';

/** Icon and tone of each task status; the word stands beside it. */
export const taskLook: Readonly<Record<TaskStatus, { readonly tone: Tone; readonly icon: ReactNode }>> = {
  blocked: { tone: 'quiet', icon: <LockOutlined aria-hidden /> },
  todo: { tone: 'quiet', icon: <BorderOutlined aria-hidden /> },
  doing: { tone: 'info', icon: <EditOutlined aria-hidden /> },
  'awaiting-approval': { tone: 'warning', icon: <ClockCircleOutlined aria-hidden /> },
  returned: { tone: 'error', icon: <RollbackOutlined aria-hidden /> },
  done: { tone: 'success', icon: <CheckOutlined aria-hidden /> },
};

/** Tasks that need the room: the list folds to a strip beside them. */
export const wideTasks: ReadonlySet<string> = new Set(['number', 'plan', 'agreement', 'form', 'documents']);
