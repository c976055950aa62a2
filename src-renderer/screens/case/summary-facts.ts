import type { CaseView } from '#contract/cases.ts';
import type { TaskView } from '#domain/cases/task.ts';
import { summaryText } from '../../text/case.ts';
import { amount, yuanSign } from '../../text/formats.ts';

/** What the hall can still do something about: open tasks, not those that only wait for others. */
export const missingTasks = (view: CaseView): readonly TaskView[] =>
  view.tasks.filter((task) => task.status !== 'done' && task.status !== 'blocked' && !(task.task === 'activation' && view.state !== 'draft'));

/** `0.30 元/分 · 后付费`: the first rate says most. */
export function planNote({ plan }: CaseView): string {
  if (!plan) return '';
  const rates = [...new Set(plan.rates.map((rate) => rate.liPerMinute))].sort((a, b) => a - b).map(amount);
  const billing = summaryText[plan.billing];
  return rates.length === 0 ? billing : `${rates.length > 2 ? `${rates[0]}–${rates.at(-1)}` : rates.join(' / ')} 元/分 · ${billing}`;
}

/** Under the amount due: when it is taken, or how much of it is in. */
export function dueNote({ payments, agreement, plan }: CaseView): string {
  if (!plan) return summaryText.dueAfterPlan;
  if (payments.dueLi === 0) return summaryText.dueNone;
  if (payments.receivedLi + payments.waitingLi === 0) return agreement.status === 'signed' ? '' : summaryText.dueNote;
  const waiting = payments.waitingLi > 0 ? `，${summaryText.awaited} ${yuanSign(payments.waitingLi)}` : '';
  return `${summaryText.received} ${yuanSign(payments.receivedLi)}${waiting}`;
}
