import type { CallerCost } from '#contract/plans.ts';
import type { Facts } from '#domain/facts.ts';
import type { Bill, BillItem, BillLine, BillPeriod, BillRule, TermBill } from '#domain/tariff/bill.ts';
import { amount, yuanSign } from './formats.ts';
import { planText } from './plan.ts';

const items: Readonly<Record<BillItem, string>> = {
  'opening-fee': '开通费', calls: '通话费', 'call-cap': '封顶减免', 'minimum-top-up': '补足月低消', 'function-fee': '功能费', 'monthly-fee': '月费', 'add-on': '附加功能', 'commitment-shortfall': '补足承诺', 'early-exit': '提前离网补足承诺',
};

const li = (facts: Facts, key: string): string => amount(Number(facts[key] ?? 0));

/** `1,600 分`, `26.67 分`: a share of the minutes need not be whole. */
const minutesOf = (facts: Facts): string => `${(Number(facts['milliMinutes'] ?? 0) / 1000).toLocaleString('en-US', { maximumFractionDigits: 2 })} 分`;

const perMinute = (facts: Facts): string => { const value = Number(facts['liPerMinute'] ?? 0); return (value / 1000).toFixed(value % 10 === 0 ? 2 : 3); };

const partOf = (days: unknown, of: unknown): string => (Number(days) === Number(of) ? '' : `，按 ${days}/${of} 天`);

const called = (who: string) => (facts: Facts): string => `${who}${minutesOf(facts)} × ${perMinute(facts)}`;

function fee(facts: Facts): string {
  const quantity = Number(facts['quantity'] ?? 1);
  const off = Number(facts['percentOff'] ?? 0);
  return `${quantity > 1 ? `${quantity} × ` : ''}${li(facts, 'eachLi')}${off > 0 ? `，优惠 ${off}%` : ''}${partOf(facts['days'], facts['of'])}`;
}

const promised = (facts: Facts): string => `${facts['months']} 个月承诺 ${li(facts, 'committedLi')}，已计 ${li(facts, 'countedLi')}`;

const rules: Readonly<Record<BillRule, (facts: Facts) => string>> = {
  'RATE-ANY': called('所有来电 '), 'RATE-AFTER-INCLUDED': called('含的分钟外 '), 'RATE-LOCAL': called('本地 '), 'RATE-FIXED': called('固话 '), 'RATE-MOBILE': called('手机 '),
  'CALL-CAP': (facts) => `通话费 ${li(facts, 'callsLi')}，封顶 ${li(facts, 'capLi')}`,
  'MINIMUM-TOP-UP': (facts) => `月低消 ${li(facts, 'minimumLi')}${partOf(facts['days'], facts['daysInMonth'])}，已计 ${li(facts, 'countedLi')}`,
  'PLAN-OPENING': fee, 'PLAN-FUNCTION': (facts) => `每月 ${fee(facts)}`, 'PLAN-FEE': (facts) => `每月 ${fee(facts)}`, 'PLAN-FEE-PER-TERMINAL': (facts) => `按终端，每月 ${fee(facts)}`,
  'ADD-ON-MONTH': (facts) => `每月 ${fee(facts)}`, 'ADD-ON-YEAR': (facts) => `每年 ${fee(facts)}`, 'ADD-ON-ONCE': (facts) => `一次 ${fee(facts)}`,
  WAIVED: (facts) => `${li(facts, 'eachLi')}，优惠期内免`, 'COMMITMENT-SHORTFALL': promised, 'EXIT-COMMITMENT': promised,
};

/** What a line of a bill is. */
export const billLineName = ({ item, addOnId }: Pick<BillLine, 'item' | 'addOnId'>): string => (addOnId === null ? items[item] : planText.shortAddOn[addOnId] ?? planText.addOnNames[addOnId] ?? addOnId);

/** The rule that made it, with its numbers: `手机 880 分 × 0.40`. */
export const billLineRule = ({ ruleId, facts }: Pick<BillLine, 'ruleId' | 'facts'>): string => rules[ruleId](facts);

/** `2026 年 12 月`, a part with its days: `2026 年 11 月（26–30 日）`. */
export function periodText({ from, to, days, daysInMonth }: BillPeriod): string {
  const month = `${from.slice(0, 4)} 年 ${Number(from.slice(5, 7))} 月`;
  return days === daysInMonth ? month : `${month}（${days === 1 ? '' : `${Number(from.slice(8))}–`}${Number(to.slice(8))} 日）`;
}

/** How a bill is paid: `预存付 544.00，客户付 150.00`. */
export function payText({ byCashLi, byBonusLi, payableLi }: Bill): string {
  const parts = [...(byCashLi > 0 ? [`预存付 ${amount(byCashLi)}`] : []), ...(byBonusLi > 0 ? [`赠款付 ${amount(byBonusLi)}`] : []), ...(payableLi > 0 ? [`客户付 ${amount(payableLi)}`] : [])];
  return parts.length === 0 ? '不用付' : parts.join('，');
}

/** Where the commitment stands at the end of what is shown. */
export function commitmentText(commitment: TermBill['commitment'], bills: readonly Bill[]): string {
  if (!commitment) return '没有承诺消费';
  const met = commitment.metInBill === null ? undefined : bills[commitment.metInBill - 1];
  return met ? `承诺 ${amount(commitment.li)}，${periodText(met.period)}就达到` : `承诺 ${amount(commitment.li)}，按这个话务计到 ${amount(commitment.countedLi)}，差 ${amount(commitment.shortfallLi)} 要补`;
}

/** Why the sum is not the one of the comparison, which counts whole months; null where it does so too. */
export const spanNote = (bills: readonly Bill[]): string | null =>
  (bills.every(({ period }) => period.days === period.daysInMonth) ? null : '比价按整月算；这里从开通日算到期满，首尾不满月，合计会不一样');

/** What leaving on a day costs beyond the bills until then. */
export function exitText(exit: TermBill): string {
  const cost = exit.bills.flatMap((bill) => bill.lines).reduce((sum, line) => (line.item === 'early-exit' ? sum + line.li : sum), 0);
  const last = exit.bills.at(-1);
  const rest = [...(last && last.cashLeftLi > 0 ? [`预存剩 ${amount(last.cashLeftLi)} 可退`] : []), ...(last && last.bonusLeftLi > 0 ? [`赠款剩 ${amount(last.bonusLeftLi)} 不退`] : [])];
  return [cost > 0 ? `多付 ${yuanSign(cost)}，补足承诺` : '不用多付', ...rest].join('；');
}

export const callerCostText: Readonly<Record<CallerCost, string>> = {
  'not-free': '400 电话不是免费的', 'local-rate': '主叫付自己电话的本地通话费', 'bundled-minutes-first': '主叫套餐内有分钟的先扣分钟', 'no-long-distance': '主叫不付长途费', 'not-abroad': '中国内地以外打不通',
};

const callerOrder: readonly CallerCost[] = ['not-free', 'local-rate', 'bundled-minutes-first', 'no-long-distance', 'not-abroad'];

/** What the caller pays, in one sentence: the heaviest words first. */
export const callerCostLine = (costs: readonly CallerCost[]): string => callerOrder.filter((one) => costs.includes(one)).map((one) => callerCostText[one]).join('；');

export const billText = {
  title: '账单预览', strip: '首个整月账单', term: (months: number) => (months === 24 ? '两年合计' : `${months} 个月合计`), open: '看账单', close: '收起', key: '账单预览', caller: '主叫付什么', loading: '正在算账单…', failed: '账单这次没算成',
  byUsage: (asked: boolean) => (asked ? '按客户说的话务' : '按常见用量，还没问客户'), byCalls: '按导入的话单', expected: (day: string) => `按 ${day} 开通算`, opened: (day: string) => `${day} 开通`,
  start: '签约时', months: '每月账单', total: '合计', left: (cash: number, bonus: number) => `付后预存剩 ${amount(cash)}${bonus > 0 ? `，赠款剩 ${amount(bonus)}` : ''}`, lapsed: (bonus: number) => `赠款有 ${amount(bonus)} 到期作废`,
  charges: '账单总额', bonusUsed: '赠款抵', cost: '实际花费', commitment: '承诺消费', exit: '如果提前离网', exitOn: '哪天离网', exitPick: '选一天看要补多少', columns: { month: '月份', total: '账单', cash: '预存', bonus: '赠款', pay: '客户付' },
  keys: { move: '换月份', close: '收起账单' },
} as const;
