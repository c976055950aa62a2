import type { ReactNode } from 'react';
import { taskNames, type TaskName, type TaskView } from '#domain/cases/task.ts';
import { caseText } from '../../text/case.ts';
import { reasonText, taskName, taskStatus } from '../../text/tasks.ts';
import { Kbd } from '../../ui/keys/kbd.tsx';
import { StatusWord } from '../../ui/status-word.tsx';
import { taskLook } from './task-look.tsx';

type Props = { readonly tasks: readonly TaskView[]; readonly current: TaskName; readonly onGo: (task: TaskName) => void };

/** The eight tasks with status and reason in words; the whole row is the link. */
export function TaskList({ tasks, current, onGo }: Props): ReactNode {
  return (
    <nav className="task-list scroll" aria-label={caseText.tasks}>
      <div className="task-list-head"><span>{caseText.tasks}</span><Kbd keys="Alt+1…8" /></div>
      <ol>
        {tasks.map((view) => {
          const { tone, icon } = taskLook[view.status];
          return (
            <li key={view.task}>
              <button type="button" className="task-row" data-status={view.status} aria-current={view.task === current ? 'step' : undefined} onClick={() => onGo(view.task)}>
                <span className="task-no">{taskNames.indexOf(view.task) + 1}</span>
                <span className="task-name">{taskName[view.task]}</span>
                <StatusWord tone={tone} icon={icon}>{taskStatus[view.status]}</StatusWord>
                {view.reason ? <span className="task-reason">{reasonText(view.reason)}</span> : null}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

/** The same, folded beside a wide task: number, icon and word only; the status is in the accessible name. */
export function TaskStrip({ tasks, current, onGo }: Props): ReactNode {
  return (
    <nav className="task-strip scroll" aria-label={caseText.tasks}>
      <ol>
        {tasks.map((view) => {
          const status = taskStatus[view.status];
          const reason = reasonText(view.reason);
          return (
            <li key={view.task}>
              <button type="button" className="strip-item" data-tone={taskLook[view.status].tone} aria-current={view.task === current ? 'step' : undefined}
                title={reason ? `${status}，${reason}` : status} onClick={() => onGo(view.task)}>
                <span className="strip-top">{taskNames.indexOf(view.task) + 1} {taskLook[view.status].icon}</span>
                <span>{taskName[view.task]}</span><span className="visually-hidden">{status}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
