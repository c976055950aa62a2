import type { CallImport, CallRowError, CaseUsage, Sensitivity, SwitchPoint } from '#contract/plans.ts';
import { amount, yuanSign } from './formats.ts';

/** `1,600`. */
export const wholeNumber = (value: number): string => Math.round(value).toLocaleString('en-US');

/** `1,600 分`. */
export const minutesText = (minutes: number): string => `${wholeNumber(minutes)} 分`;

/** Why a dearer plan is taken: digits 1–4 say it at once, 5 is written. */
export const dearerReasons = ['客户指定', '话务会增加', '要所含功能', '以后要加功能'] as const;

const rowErrors: Readonly<Record<CallRowError['code'], string>> = {
  'no-time': '没写时间', 'no-duration': '没写时长', 'no-caller': '没写主叫', 'bad-time': '时间看不懂', 'bad-duration': '时长看不懂', 'bad-caller': '主叫号码看不懂',
};

export const rowErrorText = ({ code, value }: Pick<CallRowError, 'code' | 'value'>): string => `${rowErrors[code]}${value === '' ? '' : `：${value}`}`;

export const columnNames: Readonly<Record<keyof CallImport['columns'], string>> = { time: '时间', duration: '时长', caller: '主叫', answered: '接听电话' };

/** `2026-08-01 到 2026-10-31 的 12,345 通，折每月 1,600 分`. */
export const callsLine = ({ calls, minutes }: CaseUsage): string =>
  (calls ? `${calls.from.slice(0, 10)} 到 ${calls.to.slice(0, 10)}，${wholeNumber(calls.count)} 通，折每月 ${minutesText(minutes)}` : '');

const changes: Readonly<Record<Sensitivity['code'], (one: Sensitivity) => string>> = {
  half: ({ minutes }) => `话务减半 ${minutesText(minutes)}`, double: ({ minutes }) => `话务加倍 ${minutesText(minutes)}`,
  'mobile-up': ({ mobilePercent }) => `手机升到 ${mobilePercent}%`, 'mobile-down': ({ mobilePercent }) => `手机降到 ${mobilePercent}%`, 'local-up': ({ localPercent }) => `本地升到 ${localPercent}%`,
};

/** `话务加倍 3,200 分`. */
export const changeText = (one: Sensitivity): string => changes[one.code](one);

/** `2,001 分起，北京标准版200更便宜`. */
export const switchText = (point: SwitchPoint, nameOf: (planId: string) => string): string => `${minutesText(point.minutes)}起，${nameOf(point.toPlanId)}更便宜`;

/** The stretch around the customer's minutes in which one plan is cheapest, with what lies before and after. */
export function stretchText(switches: readonly SwitchPoint[], minutes: number, cheapest: string | null, nameOf: (planId: string) => string): readonly string[] {
  const before = switches.findLast((one) => one.minutes <= minutes);
  const after = switches.find((one) => one.minutes > minutes);
  const here = after?.fromPlanId ?? before?.toPlanId ?? cheapest;
  if (here === null) return [];
  if (!before && !after) return [`多少分钟都是${nameOf(here)}最便宜`];
  const span = before && after ? `${minutesText(before.minutes)}到 ${minutesText(after.minutes - 1)}` : before ? `${minutesText(before.minutes)}以上` : `${minutesText((after?.minutes ?? 1) - 1)}以内`;
  return [...(before ? [`不到 ${minutesText(before.minutes)}，${nameOf(before.fromPlanId)}更便宜`] : []), `${span}，${nameOf(here)}最便宜`, ...(after ? [switchText(after, nameOf)] : [])];
}

/** A bonus stands as a credit: `−16.67`; nothing is a dash. */
export const partText = (li: number): string => (li === 0 ? '–' : amount(li));

/** Whole yuan without the fen. */
const short = (li: number): string => amount(li).replace(/\.00$/, '');

export const comparisonText = {
  usage: '客户的话务', minutes: '每月分钟', caller: '主叫', local: '本地', mobile: '手机', fixed: '固话', terminals: '畅听终端', addOns: '附加功能', quantity: (name: string) => `${name}数量`,
  notAsked: '还没问客户，按常见用量', asked: '按客户说的算', estimate: '按通数估', importCalls: '导入话单', dropCalls: '松手导入这份话单', forgetCalls: '不用话单', byCalls: '按话单', byCallsState: '按话单算',
  sharesOver: '合计超过 100%，还没算', countWrong: (least: number, most: number) => `填 ${least}–${wholeNumber(most)} 的整数，还没算`,
  importing: (file: string) => `正在读 ${file}…`, importingNote: '一万通约一秒，读完自动比价。', comparing: '正在比价',
  importTitle: '话单读好了', importNoneTitle: '话单里没有能用的通话', taken: (n: number) => `收下 ${wholeNumber(n)} 通`, rejected: (n: number) => (n === 0 ? '每行都能用' : `${wholeNumber(n)} 行没收`),
  columns: '哪一列当什么读', column: (name: string, source: string | null) => `${name}：${source === null ? '没有这列' : `“${source}”列`}`, noAnswered: '没有接听电话列，按本厅区号算本地。',
  errorRow: '行', errorWhy: '没收的原因', moreErrors: (n: number) => `另有 ${wholeNumber(n)} 行同样没收，没有列出`, seeCheapest: '看比价',
  estimateTitle: '按通数估每月分钟', calls: '每月来电通数', average: '平均每通（分）', estimated: (minutes: number) => `= 每月 ${minutesText(minutes)}`, estimateHint: '每通不满 1 分按 1 分计，平均数请往上取。', takeEstimate: '用这个数', estimateWrong: '两格都填数字，每月最多 10,000,000 分',
  unit: '元，便宜的在前', month: '每月合计', cheapest: '最便宜', over: (li: number) => `多 ${amount(li)}`, included: '已含', sample: '样价', refused: (n: number) => `不可选 ${n} 个`, allRefused: '这个号码现在没有能选的套餐', chosen: '已选',
  parts: { fees: '月费', feesWithFunction: '月费、功能费', calls: '通话费', minimum: '补足低消', commitment: '补足承诺', opening: (months: number) => `开通费摊 ${months} 月`, exit: '提前离网', bonus: (months: number) => `赠款摊 ${months} 月` },
  year: '第一年', term: (months: number) => (months === 24 ? '两年' : `${months} 个月`), dueNow: '签约时交', spend: '至少消费', eachMonth: (li: number) => `月 ${short(li)}`, within: (months: number, li: number) => `${months} 月 ${short(li)}`,
  chart: '每月合计随分钟数变化', chartNote: (n: number) => `${n} 个套餐，含已勾的附加功能`, axis: '分/月', customer: (minutes: number, li: number) => `客户 ${minutesText(minutes)} ${yuanSign(li)}`, chartWait: '正在画图…', noChart: '没有能比的套餐',
  sensitivity: '如果话务变了', still: '仍最便宜', instead: (name: string, li: number) => `${name}那时是 ${amount(li)}`, noneThen: '没有能选的', thenTitle: '话务变了，哪个最便宜',
  reasonTitle: (name: string) => `为什么选${name}？`, reasonOver: (cheapest: string, month: number, term: number, months: number) => `比${cheapest}每月多 ${amount(month)} 元，${months} 个月多 ${amount(term)} 元。原因随单保存。`,
  reasonOther: '其他', reasonOtherHint: '写一句原因', reasonSend: '选它', reasonKeys: '按数字就选定', reasonLabel: '选贵的原因', chosenBecause: (name: string, reason: string) => `已选${name}，原因：${reason}`,
  chosenDearer: (name: string, li: number) => `按现在的话务，已选的${name}每月多 ${amount(li)} 元`, reasonLength: 200,
  note: (months: number) => `按 ${months} 个月算，算到分；不满 1 分钟按 1 分钟。选贵的要写原因。`, sampleNote: '样价只供培训。', unconfirmed: '价目未经运营商确认。', failed: '这次没有比成', again: '再比一次',
  show: '给客户看', hide: '收起客户屏', print: '打一页', printing: '正在做比价单', printed: (no: string) => `比价单 ${no} 已交给打印机`, printNoPrinter: (no: string) => `比价单 ${no} 已存好，没有可用的打印机`, printReason: '再给客户一份',
  detail: '费用怎么算', back: '收起', tableLabel: '各套餐费用，一列一个套餐',
  keys: { move: '换套餐', choose: '选这个', usage: '填用量', detail: '费用怎么算', chart: '看图', addOn: '勾附加功能', print: '打一页给客户', show: '给客户看', calls: '导入话单', estimate: '按通数估', retry: '再比一次' },
} as const;
