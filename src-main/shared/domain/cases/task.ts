/** The eight tasks of a case (受理单), in the order of `Alt+1…8`. */
export const taskNames = ['customer', 'number', 'plan', 'agreement', 'form', 'documents', 'prepayment', 'activation'] as const;

/** One of the eight tasks: 客户 选号 套餐 协议 受理单 证照 预存 开通. */
export type TaskName = (typeof taskNames)[number];

/** 不能开始 · 未开始 · 进行中 · 待审批 · 退回 · 已完成. */
export type TaskStatus = 'blocked' | 'todo' | 'doing' | 'awaiting-approval' | 'returned' | 'done';

/** Why a task is not done, as a code for `text/`; `waitsFor` names the tasks that must end first. */
export type TaskReason = {
  readonly code: string;
  readonly waitsFor?: readonly TaskName[];
  readonly facts?: Readonly<Record<string, string | number>>;
};

/** What the task list shows for one task. */
export type TaskView = {
  readonly task: TaskName;
  readonly status: TaskStatus;
  readonly reason: TaskReason | null;
};
