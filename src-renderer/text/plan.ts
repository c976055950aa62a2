import { unreachable } from '#domain/assert.ts';
import type { Facts } from '#domain/facts.ts';
import type { RateLine } from '#domain/tariff/catalogue.ts';
import type { Quote, QuoteItem, QuoteLine, QuoteRule, QuoteWhen } from '#domain/tariff/quote.ts';
import { amount, gradeName } from './formats.ts';

const li = (facts: Facts, key: string): string => amount(Number(facts[key] ?? 0));

const refusals: Readonly<Record<string, (facts: Facts) => string>> = {
  'priced-by-hall': () => '月费由本厅定，厅管理员还没定价',
  'tiers-incomplete': () => '运营商还没给全价目，暂不能卖',
  'not-yet-sold': (facts) => `${facts['from']} 起才卖`,
  'no-longer-sold': (facts) => `${facts['until']} 后不再卖`,
  'region-not-served': (facts) => (String(facts['regions']).includes('110000') ? '只限北京的营业厅' : '不在本厅所在地区卖'),
  'number-lacks-area-code': (facts) => `号码里没有本地区号 ${facts['areaCode']}`,
  'grade-not-allowed': (facts) => `${gradeName(Number(facts['grade']))}不能用`,
  'head-not-allowed': (facts) => `只配 ${String(facts['heads'] ?? '').split(' ').map((head) => head.replace(/^(\d{3})/, '$1-')).join('、')} 的号`,
  'add-on-needs': () => '附加功能还缺它要配的一项',
  'add-on-included': () => '套餐已包含这项，不用另加',
  'add-ons-exclude': () => '两项功能互斥，只能留一项',
  'plan-not-priced': () => '还没有月费，不能报价',
  'minimum-out-of-range': (facts) => `月低消要在 ${li(facts, 'fromLi')} 到 ${li(facts, 'toLi')} 之间`,
  'minimum-not-chosen-here': () => '这个套餐的月低消不能自选',
  'number-not-chosen': () => '还没选号',
};

/** Why a plan cannot be had, in words; an unknown code is shown as it is, never swallowed. */
export const planRefusal = ({ code, facts = {} }: { readonly code: string; readonly facts?: Facts }): string => refusals[code]?.(facts) ?? code;

export const quoteItem: Readonly<Record<QuoteItem, string>> = {
  'opening-fee': '开通费', prepayment: '预存', bonus: '赠款', 'function-fee': '功能费', 'monthly-fee': '月费', 'monthly-minimum': '月低消', commitment: '承诺消费', 'add-on': '附加功能',
};

/** The rule that made a line, by what it says. */
const ruleNames: Readonly<Record<QuoteRule, string>> = {
  'PLAN-OPENING': '套餐开通费', 'PLAN-FUNCTION': '套餐功能费', 'PLAN-FEE': '套餐月费', 'PLAN-FEE-PER-TERMINAL': '套餐月费，按终端', 'PLAN-BONUS': '套餐赠款', 'PLAN-COMMITMENT': '套餐承诺',
  'PREPAY-POSTPAID-ORDINARY': '后付费普通号', 'PREPAY-BY-NONE': '不用预存', 'PREPAY-BY-PLAN': '按套餐预存', 'PREPAY-BY-MINIMUM': '按月低消预存', 'PREPAY-BY-SPECIAL': '按靓号预存',
  'MINIMUM-WAIVED': '套餐免号码低消', 'MINIMUM-NONE': '没有低消', 'MINIMUM-GRADE-FLOOR': '按号码级别', 'MINIMUM-FLOOR-SHARE': '按号码级别打折', 'MINIMUM-PLAN': '按套餐', 'MINIMUM-HALL-BY-GRADE': '营业厅标准，按级别', 'MINIMUM-CHOSEN': '客户自选',
  'ADD-ON-MONTH': '附加功能，按月', 'ADD-ON-YEAR': '附加功能，按年', 'ADD-ON-ONCE': '附加功能，一次',
};

/** A quote kept by an older program may name a rule that is gone: its line stands without one. */
export const ruleName = (ruleId: QuoteRule): string | undefined => ruleNames[ruleId];

export const quoteWhen: Readonly<Record<QuoteWhen, string>> = { now: '签约时', monthly: '每月', yearly: '每年', once: '一次' };

const calcs: Readonly<Record<string, (facts: Facts) => string>> = {
  'as-listed': (facts) => `${Number(facts['terminals'] ?? 1) > 1 ? `${facts['terminals']} 个终端 × ${li(facts, 'eachLi')}` : '按价目表'}${discountText(facts)}`,
  'postpaid-ordinary': () => '后付费、普通号，不收预存',
  'largest-of': largestOf,
  'larger-of': largerOf,
  'credited-on-top': (facts) => `现金 ${li(facts, 'cashLi')} 外另送，先用现金，${facts['lapsesAfterMonths']} 个月后作废`,
  'spend-within': (facts) => `${facts['months']} 个月内要消费满`,
  'quantity-times': (facts) => `${facts['quantity']} × ${li(facts, 'eachLi')}${discountText(facts)}`,
};

/** `，前 1 期免，再 3 期减 20%`. */
function discountText(facts: Facts): string {
  const [free, off, periods] = [Number(facts['waivedPeriods'] ?? 0), Number(facts['percentOff'] ?? 0), Number(facts['percentPeriods'] ?? 0)];
  return `${free > 0 ? `，前 ${free} 期免` : ''}${off > 0 && periods > 0 ? `，${free > 0 ? '再' : '前'} ${periods} 期减 ${off}%` : ''}`;
}

/** How a line came about: `3 × 月低消 1,000.00，取最大`. */
export const calcText = (line: Pick<QuoteLine, 'calc'>): string => calcs[line.calc.code]?.(line.calc.facts) ?? line.calc.code;

function largestOf(facts: Facts): string {
  const special = Number(facts['specialAtLeastLi']) > 0 ? `、靓号至少 ${li(facts, 'specialAtLeastLi')}` : '';
  return `套餐 ${li(facts, 'planLi')}、${facts['months']} × 月低消 = ${li(facts, 'byMinimumLi')}${special}，取最大`;
}

function largerOf(facts: Facts): string {
  const percent = Number(facts['floorPercent']);
  if (percent === 0) return '套餐免号码低消';
  const share = percent === 100 ? li(facts, 'fullFloorLi') : `${li(facts, 'fullFloorLi')} × ${percent}% = ${li(facts, 'floorLi')}`;
  return `套餐 ${li(facts, 'planLi')}、${gradeName(Number(facts['grade']))} ${share}，取大的`;
}

const rateNames: Readonly<Record<RateLine['code'], string>> = { any: '所有来电', local: '本地', mobile: '手机', fixed: '固话', 'after-included': '超出后' };

const perMinute = (value: number): string => (value / 1000).toFixed(value % 10 === 0 ? 2 : 3);

/** `本地 0.15 · 固话 0.30 · 手机 0.40 元/分`. */
export function ratesText(rates: readonly { readonly code: string; readonly liPerMinute: number }[], unit = ' 元/分'): string {
  if (rates.length === 0) return '不按分钟计';
  return `${rates.map((rate) => `${rateNames[rate.code as RateLine['code']] ?? rate.code} ${perMinute(rate.liPerMinute)}`).join(' · ')}${unit}`;
}

export const perText = (per: 'month' | 'year' | 'once'): string => {
  switch (per) {
    case 'month': return '/月';
    case 'year': return '/年';
    case 'once': return '一次';
    default: return unreachable(per);
  }
};

/** Whether the customer may take a higher minimum than the grade's (营业厅标准). */
export const mayChooseMinimum = (quote: Quote | null): boolean =>
  quote?.lines.some((line) => line.ruleId === 'MINIMUM-HALL-BY-GRADE' || line.ruleId === 'MINIMUM-CHOSEN') ?? false;

/** Under a plan's name: what a minute costs, in the fewest characters. */
export function ratesShort(rates: readonly { readonly code: string; readonly liPerMinute: number }[]): string {
  if (rates.length === 0) return '不按分钟';
  const [first] = rates;
  if (rates.length === 1 && first) return first.code === 'after-included' ? `超出 ${perMinute(first.liPerMinute)}` : `${perMinute(first.liPerMinute)}/分`;
  return rates.map((rate) => perMinute(rate.liPerMinute)).join('/');
}

export const planText = {
  /** Names short enough to stand side by side. */
  shortAddOn: { 'recording-monthly': '录音月付', 'recording-yearly': '录音年付', 'extra-phone': '加电话', seat: '加座席' } as Readonly<Record<string, string>>,
  addOnNames: { 'ring-back': '彩铃', 'ivr-recording': 'IVR录制' } as Readonly<Record<string, string>>,
  detail: '费用怎么算', minimum: '月低消（自选）', minimumHint: (from: string) => `不低于 ${from}`, minimumWrong: (from: string) => `填 ${from} 或更多，还没改`, minimumReset: '按级别',
  totals: { minimum: '每月最低消费', prepay: '预存', now: '签约时付', term: '在网' }, months: (n: number) => (n === 0 ? '不限' : `${n} 个月`),
  unconfirmed: '价目未经运营商确认', choose: (name: string) => `选${name}`, goOn: '套餐已定，办下一件', refusedNow: '现在选的套餐不能用', later: (perTerminal: boolean) => (perTerminal ? '这里是一个终端的价；终端数和附加功能选定套餐后算进报价' : '附加功能选定套餐后算进报价'), loading: '正在比价',
} as const;
