import type { CaseFacts } from './case-facts.ts';
import { isFinal } from './case-state.ts';
import { taskNames, type TaskName, type TaskReason, type TaskStatus, type TaskView } from './task.ts';

type Decided = readonly [TaskStatus, TaskReason | null];

const done: Decided = ['done', null];
const because = (status: TaskStatus, code: string, facts?: TaskReason['facts']): Decided =>
  [status, facts ? { code, facts } : { code }];
const waits = (...waitsFor: readonly TaskName[]): Decided => ['blocked', { code: 'waits-for-tasks', waitsFor }];

/** Status and reason of each of the eight tasks (product.md, «The case and its eight tasks»). */
export function caseTasks(facts: CaseFacts): readonly TaskView[] {
  const decided = new Map<TaskName, Decided>();
  for (const task of taskNames) decided.set(task, decide[task](facts, (name) => decided.get(name)?.[0] === 'done'));
  return taskNames.map((task) => {
    const [status, reason] = decided.get(task) ?? waits();
    return { task, status, reason };
  });
}

/** The first task, in order, that can be worked on now; null when nothing waits for this hall. */
export function nextTask(tasks: readonly TaskView[], after?: TaskName): TaskName | null {
  const open = tasks.filter((view) => view.status === 'todo' || view.status === 'doing' || view.status === 'returned');
  const later = after ? open.filter((view) => taskNames.indexOf(view.task) > taskNames.indexOf(after)) : open;
  return (later[0] ?? open.find((view) => view.task !== after))?.task ?? null;
}

type Decide = (facts: CaseFacts, isDone: (task: TaskName) => boolean) => Decided;

const decide: Readonly<Record<TaskName, Decide>> = {
  customer: (facts) => {
    if (!facts.customerStarted) return ['todo', null];
    return facts.customerErrors === 0 ? done : because('doing', 'fields-to-mend', { count: facts.customerErrors });
  },
  number: (facts) => {
    if (facts.number === null) return facts.customerNamed ? ['todo', null] : waits('customer');
    if (facts.number.hold === 'lost') return because('returned', 'number-lost');
    if (facts.number.hold === 'expired') return because('returned', 'hold-expired');
    if (facts.approval === 'returned') return because('returned', 'approval-returned');
    if (facts.approval === 'requested') return because('awaiting-approval', 'waits-for-supervisor');
    if (facts.approval === 'none' || facts.approval === 'void')
      return facts.planChosen && facts.planAllowed
        ? because('doing', facts.approval === 'void' ? 'approval-void' : 'approval-not-requested')
        : because('doing', 'approval-after-plan');
    if (facts.number.hold === 'provisional') return ['done', { code: 'number-provisional' }];
    return facts.number.fallbackRank === undefined ? done : because('done', 'number-replaced', { rank: facts.number.fallbackRank });
  },
  plan: (facts) => {
    if (facts.number === null) return waits('number');
    if (!facts.planChosen) return ['todo', null];
    return facts.planAllowed ? done : because('returned', 'plan-not-allowed');
  },
  agreement: (facts, isDone) => {
    if (facts.agreement === 'signed') return done;
    const missing = (['customer', 'number', 'plan'] as const).filter((task) => !isDone(task));
    if (missing.length > 0) return ['blocked', { code: 'waits-for-tasks', waitsFor: missing }];
    return facts.agreement === 'outdated' ? because('returned', 'signed-for-other-content') : ['todo', null];
  },
  form: (facts, isDone) => {
    if (facts.form === 'signed') return done;
    if (facts.number === null) return waits('number');
    if (!facts.formStarted) return ['todo', null];
    if (facts.formErrors > 0) return because('doing', 'form-errors', { count: facts.formErrors });
    if (facts.form === 'outdated') return because('returned', 'signed-for-other-content');
    const missing = (['customer', 'plan'] as const).filter((task) => !isDone(task));
    return missing.length === 0 ? because('doing', 'waits-for-signature') : ['doing', { code: 'before-signature', waitsFor: missing }];
  },
  documents: (facts) => {
    if (!facts.customerNamed) return waits('customer');
    const missing = facts.documentsMissing.length;
    if (missing === 0 && facts.awaitingSeal === 0) return done;
    if (missing > 0 && facts.documentsAdded === 0) return ['todo', { code: 'documents-missing', facts: { count: missing } }];
    return missing > 0
      ? because('doing', 'documents-missing', { count: missing })
      : because('doing', 'awaiting-seal', { count: facts.awaitingSeal });
  },
  prepayment: (facts, isDone) => {
    if (!isDone('agreement')) return waits('agreement');
    if (facts.receivedLi >= facts.dueLi) return facts.dueLi === 0 ? ['done', { code: 'nothing-due' }] : done;
    if (facts.receivedLi + facts.waitingLi >= facts.dueLi) return because('doing', 'transfer-awaited');
    return facts.receivedLi + facts.waitingLi > 0 ? because('doing', 'partly-paid') : ['todo', null];
  },
  activation: (facts, isDone) => {
    if (facts.state === 'completed') return done;
    if (facts.state === 'pending' || facts.state === 'rejected' || facts.state === 'failed')
      return because('returned', `carrier-${facts.state}`);
    if (facts.state === 'cancelled') return because('blocked', 'case-cancelled');
    if (facts.state !== 'draft') return because('doing', 'carrier-at-work');
    const missing = taskNames.filter((task) => task !== 'activation' && !isDone(task));
    return missing.length > 0 ? ['blocked', { code: 'waits-for-tasks', waitsFor: missing }] : ['todo', null];
  },
};

/** Whether the hall may still change what was typed: a submitted case is changed by the carrier's answers only. */
export const isEditable = (facts: Pick<CaseFacts, 'state'>): boolean =>
  facts.state === 'draft' && !isFinal(facts.state);
