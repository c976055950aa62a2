import type { CaseView } from '#contract/cases.ts';
import type { Failure } from '#contract/failures.ts';
import { taskNames, type TaskName } from '#domain/cases/task.ts';
import { approvalStates } from '../../../text/approval.ts';
import { papersText } from '../../../text/papers.ts';
import { reasonText, taskStatus, taskTitle } from '../../../text/tasks.ts';

/** A place that mends what keeps a paper from being signed, with why it is on the list. */
export type WayOut = { readonly task: TaskName; readonly why: string };

/** Where to go from a refusal; none when nothing in this case can mend it. */
export function waysOut(failure: Failure, view: CaseView): readonly WayOut[] {
  if (failure.code === 'approval-needed') return [{ task: 'number', why: `${papersText.approval}：${approvalStates[view.approval.state]}` }];
  if (failure.code === 'routing-errors') return [{ task: 'form', why: whyOf(view, 'form') }];
  if (failure.code === 'missing-glyph') return [{ task: 'customer', why: '' }];
  if (failure.code !== 'task-not-open') return [];
  const waits = String(failure.facts?.['waitsFor'] ?? '').split(' ');
  return taskNames.filter((task) => waits.includes(task)).map((task) => ({ task, why: whyOf(view, task) }));
}

function whyOf(view: CaseView, task: TaskName): string {
  const found = view.tasks.find((one) => one.task === task);
  return found ? reasonText(found.reason) || taskStatus[found.status] : '';
}

export const wayLabel = (task: TaskName): string => papersText.goTo(taskTitle(task));
