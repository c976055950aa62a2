import type { TaskName, TaskReason, TaskStatus } from '#domain/cases/task.ts';
import { taskNames } from '#domain/cases/task.ts';
import { amount } from './formats.ts';
import { replacedShort } from './number.ts';

export const taskName: Readonly<Record<TaskName, string>> = {
  customer: '客户', number: '选号', plan: '套餐', agreement: '协议', form: '受理单', documents: '证照', prepayment: '预存', activation: '开通',
};

/** The whole name, for headings and the accessible name of a task. */
export const taskTitle = (task: TaskName): string => `${taskNames.indexOf(task) + 1} ${taskName[task]}`;

export const taskStatus: Readonly<Record<TaskStatus, string>> = {
  blocked: '不能开始', todo: '未开始', doing: '进行中', 'awaiting-approval': '待审批', returned: '退回', done: '已完成',
};

/** What the clerk does next in a task, as a verb phrase (workbench, 下一步). */
export const nextStep: Readonly<Record<TaskName, string>> = {
  customer: '填客户资料', number: '选号占号', plan: '定套餐', agreement: '签协议', form: '填受理单', documents: '扫证照', prepayment: '收预存', activation: '提交开通',
};

const stepOf: Readonly<Record<string, string>> = {
  'fields-to-mend': '改客户资料', 'number-lost': '换号', 'hold-expired': '重新占号', 'approval-returned': '看退回理由', 'approval-void': '再报审批', 'approval-not-requested': '报审批',
  'number-provisional': '联网后核号', 'plan-not-allowed': '换套餐', 'signed-for-other-content': '重签', 'form-errors': '改受理单', 'waits-for-signature': '签受理单', 'awaiting-seal': '收盖章件',
  'refund-owed': '退款', 'transfer-awaited': '确认到账', 'partly-paid': '收齐预存', 'carrier-pending': '补材料', 'carrier-rejected': '看没受理的原因', 'carrier-failed': '看没开通的原因',
};

/** The next step as the reason asks for it, else what the task usually asks. */
export const stepText = (task: TaskName, reason: string | undefined): string => (reason === undefined ? undefined : stepOf[reason]) ?? nextStep[task];

type SayReason = (reason: TaskReason) => string;

const count = (reason: TaskReason): string => String(reason.facts?.['count'] ?? '');

const reasons: Readonly<Record<string, SayReason>> = {
  'waits-for-tasks': (reason) => waitsFor(reason.waitsFor ?? []),
  'fields-to-mend': (reason) => `${count(reason)} 处要改`,
  'number-lost': () => '号被别的厅占了，要换号',
  'hold-expired': () => '占号到期了，要重新占',
  'approval-returned': () => '班长退回，看理由',
  'waits-for-supervisor': () => '等班长审批',
  'approval-void': () => '改过内容，审批作废，要再报',
  'approval-not-requested': () => '靓号还没报批',
  'approval-after-plan': () => '定好套餐再报批',
  'number-provisional': () => '暂定，联网后核号',
  'number-replaced': (reason) => replacedShort(reason.facts?.['rank'] ?? ''),
  'plan-not-allowed': () => '这个号不能用这个套餐',
  'signed-for-other-content': () => '签完又改过，要重签',
  'form-errors': (reason) => `${count(reason)} 处要改`,
  'waits-for-signature': () => '填好了，等签字',
  'before-signature': (reason) => `填好了，${waitsFor(reason.waitsFor ?? [])}`,
  'documents-missing': (reason) => `还缺 ${count(reason)} 份`,
  'awaiting-seal': (reason) => `${count(reason)} 份待盖章`,
  'nothing-due': () => '不用预存',
  'transfer-awaited': () => '待到账',
  'partly-paid': () => '没收齐',
  'refund-owed': (reason) => `要退款 ${amount(Number(reason.facts?.['li'] ?? 0))} 元`,
  'carrier-pending': () => '运营商退回，要补',
  'carrier-rejected': () => '运营商没受理',
  'carrier-failed': () => '开通没成功',
  'case-cancelled': () => '已撤单',
  'carrier-at-work': () => '运营商在办',
};

/** A task's reason in words; an unknown code is shown as it is, never swallowed. */
export function reasonText(reason: TaskReason | null): string {
  return reason ? reasons[reason.code]?.(reason) ?? reason.code : '';
}

/** `等 1 客户、2 选号`; all seven before the last read `等前面 7 项`. */
function waitsFor(tasks: readonly TaskName[]): string {
  if (tasks.length > 3) return tasks.length === taskNames.length - 1 ? '等前面 7 项' : `等前面 ${tasks.length} 项`;
  return `等 ${tasks.map(taskTitle).join('、')}`;
}
