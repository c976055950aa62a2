import type { CarrierCatalogue, CatalogueVersion } from '#contract/catalogue.ts';
import type { Failure } from '#contract/failures.ts';
import { type Instant, wallTime } from '#domain/calendar/shanghai-time.ts';
import type { CatalogueProblem } from '#domain/tariff/carrier-catalogue.ts';
import { type AddOn, type Counted, type Plan, type Promotion, rateLines, type UnsellableReason } from '#domain/tariff/catalogue.ts';
import type { GradeAboveRange } from '#domain/tariff/grades-above-range.ts';
import { failureText } from './failures.ts';
import { amount, gradeName } from './formats.ts';
import { perText, ratesText } from './plan.ts';

/** One fact of a plan, add-on or promotion, as the admin reads it. */
export type CatalogueFact = { readonly label: string; readonly value: string };

const counted: Readonly<Record<Counted, string>> = { calls: '话费', 'package-fee': '月费', 'minimum-top-up': '补足低消的钱' };
const features: Readonly<Record<string, string>> = { hotline: '热线', ivr: '语音导航', recording: '录音', 'screen-pop': '来电弹屏', crm: '客户管理', statistics: '统计' };
const regionNames: Readonly<Record<string, string>> = { 110000: '北京' };
const unsold: Readonly<Record<UnsellableReason, string>> = { 'priced-by-hall': '本厅还没定价', 'tiers-incomplete': '运营商还没给全价目' };

const countedWords = (counts: readonly Counted[]): string => counts.map((each) => counted[each]).join('、');
const inYuan = (li: number): string => `${amount(li)} 元`;
const orNone = (li: number): string => (li === 0 ? '没有' : inYuan(li));

export const daysWords = ({ effectiveFrom, effectiveTo }: Pick<Plan, 'effectiveFrom' | 'effectiveTo'>): string =>
  (effectiveTo === null ? `${effectiveFrom} 起` : `${effectiveFrom} 至 ${effectiveTo}`);

/** `2026-11-20 10:10`: versions stand for years. */
export function takenWords(at: Instant): string {
  const { date, time } = wallTime(at);
  return `${date} ${time.slice(0, 5)}`;
}

/** 在售, or why not. */
export const saleWords = ({ sample, unsellableReason }: Pick<Plan, 'sample' | 'unsellableReason'>): string => (sample ? '训练样价' : unsellableReason === null ? '在售' : unsold[unsellableReason]);

function minimumWords({ minimum }: Pick<Plan, 'minimum'>): string {
  if (minimum.kind === 'none') return '没有';
  return minimum.kind === 'amount' ? inYuan(minimum.li) : `${amount(minimum.fromLi)} 至 ${amount(minimum.toLi)} 元，按级别`;
}

export const feeWords = ({ monthlyFeeLi, monthlyFeePer }: Pick<Plan, 'monthlyFeeLi' | 'monthlyFeePer'>): string =>
  (monthlyFeeLi === null ? '没定' : monthlyFeeLi === 0 ? '没有' : `${inYuan(monthlyFeeLi)}${monthlyFeePer === 'terminal' ? '，每个终端' : ''}`);

const floorWords = (percent: number): string => (percent === 100 ? '照收' : percent === 0 ? '免' : `收 ${percent}%`);

function numberWords({ numberMust, grades, heads }: Plan): string {
  const parts = [...(numberMust === null ? [] : ['含本地区号']), ...(grades === null ? [] : [grades.map(gradeName).join('、')]), ...(heads === null ? [] : [heads.map((head) => `${head} 开头`).join('、')])];
  return parts.join('，') || '不限';
}

/** Everything that is known of a plan, one line each; what a plan has not, is said as such. */
export function planFacts(plan: Plan): readonly CatalogueFact[] {
  const { commitment, bonus } = plan;
  const facts: readonly (readonly [string, string] | null)[] = [
    ['付费', plan.billing === 'prepaid' ? '预付费' : '后付费'],
    ['月费', feeWords(plan)],
    ['功能费', plan.functionFeeMonthLi === 0 ? '没有' : `${inYuan(plan.functionFeeMonthLi)}，每月`],
    ['开通费', orNone(plan.openingFeeLi)],
    ['含分钟', plan.includedScope === null ? '没有' : `每月 ${plan.includedMinutes.toLocaleString('en-US')} 分钟，${plan.includedScope}；用不完作废`],
    ['话费', ratesText(rateLines(plan))],
    plan.callCapLi === null ? null : ['话费封顶', `每月 ${inYuan(plan.callCapLi)}`],
    ['月最低消费', minimumWords(plan)],
    plan.minimum.kind === 'none' ? null : ['低消计入', countedWords(plan.minimumCounts)],
    ['靓号底线', floorWords(plan.floorPercent)],
    ['预存', orNone(plan.prepayLi)],
    bonus === null ? null : ['赠款', `${inYuan(bonus.bonusLi)}，先用现金，${bonus.lapsesAfterMonths} 个月后作废，不退`],
    ['承诺消费', commitment === null ? '没有' : `${commitment.months} 个月满 ${inYuan(commitment.li)}，计入${countedWords(commitment.counts)}`],
    ['地区', plan.regions === null ? '不限' : plan.regions.map((code) => regionNames[code] ?? code).join('、')],
    ['号码', numberWords(plan)],
    plan.includes.length === 0 ? null : ['已含功能', plan.includes.map((feature) => features[feature] ?? feature).join('、')],
    ['有效期', daysWords(plan)],
  ];
  return facts.flatMap((fact) => (fact === null ? [] : [{ label: fact[0], value: fact[1] }]));
}

export const chargesWords = ({ charges }: Pick<AddOn, 'charges'>): string => charges.map(({ per, li }) => `${inYuan(li)}${perText(per)}`).join(' + ');

const namesOf = (ids: readonly string[], names: ReadonlyMap<string, string>): string => ids.map((id) => names.get(id) ?? id).join('、');

export const addOnFacts = (addOn: AddOn, names: ReadonlyMap<string, string>): readonly CatalogueFact[] => [
  { label: '价格', value: chargesWords(addOn) },
  { label: '数量', value: addOn.counted ? '可以加多份' : '只加一份' },
  { label: '不能同用', value: addOn.excludes.length === 0 ? '没有' : namesOf(addOn.excludes, names) },
  { label: '要先有', value: addOn.needs.length === 0 ? '没有要求' : `${namesOf(addOn.needs, names)}，有一项就行` },
  ...(addOn.pooledMinutes === 0 ? [] : [{ label: '共享分钟', value: `每份加 ${addOn.pooledMinutes} 分钟` }]),
];

const fees = { 'opening-fee': '开通费', 'function-fee': '功能费', 'monthly-fee': '月费' } as const;
const periods = { month: '个月', year: '年', once: '次' } as const;
const charges = { month: '月费', year: '年费', once: '一次性费' } as const;

/** `彩铃年费，前 1 年全免`. */
export function promotionWords({ target, percentOff, periods: count }: Promotion, names: ReadonlyMap<string, string>): string {
  const what = target.kind === 'add-on' ? `${names.get(target.addOnId) ?? target.addOnId}${charges[target.per]}` : fees[target.kind];
  const unit = target.kind === 'add-on' ? periods[target.per] : target.kind === 'opening-fee' ? '次' : '个月';
  return `${what}，前 ${count} ${unit}${percentOff === 100 ? '全免' : `减 ${percentOff}%`}`;
}

export const promotionFacts = (promotion: Promotion, names: ReadonlyMap<string, string>): readonly CatalogueFact[] => [
  { label: '优惠', value: promotionWords(promotion, names) },
  { label: '套餐', value: promotion.planIds === null ? '都可以' : namesOf(promotion.planIds, names) },
  { label: '与别的同享', value: promotion.stacks ? '可以相加' : '不相加，取最大的' },
  { label: '有效期', value: daysWords(promotion) },
];

/** Why nobody of a grade can have a plan. */
export const aboveRange = ({ grade, minimumLi, toLi }: Pick<GradeAboveRange, 'grade' | 'minimumLi' | 'toLi'>, planName: string): string =>
  `${gradeName(grade)}办不了「${planName}」：等级表每月要 ${amount(minimumLi)} 元，套餐最多 ${amount(toLi)} 元`;

const whys: Readonly<Record<string, string>> = {
  'answer-not-understood': '回答读不懂', 'too-many-offerings': '条目多得不合理', 'offering-not-understood': '这一条读不懂', 'tariff-missing': '没有资费内容', 'id-differs': '资费内容是另一个编号的', 'none-offered': '一个套餐都没有',
  'ids stand once': '编号重复', 'a priced plan goes by the grade': '少了按号码级别收低消的套餐', 'excludes other add-ons': '互斥的功能不在目录里', 'needs plans or other add-ons': '要先有的套餐或功能不在目录里',
  'plans of a promotion exist': '优惠的套餐不在目录里', 'target of a promotion exists': '优惠的功能或收费不在目录里', 'effective days are in order': '有效期前后颠倒', 'included minutes and their scope come together': '含分钟和适用范围没写全',
  'a sellable plan has a price': '在售却没有月费', 'unsellable needs a reason, sellable has none': '在售与不售的原因对不上', 'a plan that halls price comes without a price': '由营业厅定价却写了月费', 'only a plan that halls price has a sample price': '样价只能给由营业厅定价的套餐', 'range is upside down': '低消的上下限颠倒',
};

/** What in the carrier's catalogue is wrong, with the place as the carrier knows it, so that it can be told on the phone. */
export function problemWords({ offering, member, why }: CatalogueProblem, names: ReadonlyMap<string, string>): string {
  const name = names.get(offering);
  const place = [name === undefined ? offering : `${name}（${offering}）`, member].filter((part) => part !== '').join(' · ');
  const known = whys[why] ?? (why.startsWith('http-') || offering === '' ? `运营商没给（${why}）` : '内容不合规矩');
  return `运营商的目录用不上，还用现行的。${place === '' ? '' : `${place}：`}${known}。告诉运营商，改好后再取`;
}

const outcomes: Readonly<Record<CarrierCatalogue['outcome'], string>> = { same: '与现行目录一样', taken: '已换成运营商的新目录', unreadable: '用不上', offline: '没联系上，还用现行目录' };
/** What failed and how things stand, in one line; what is wrong in a catalogue is said by its problem. */
export function catalogueFailureWords(failure: Failure): string {
  if (failure.code === 'carrier-offline') return '现在断网，没取到目录。现行目录照用，什么都没变；联网后会自己去取，也可以再按 F5。';
  const { title, safe, next } = failureText(failure);
  return `${title}。${safe}${next}`;
}

export const carrierWords = ({ outcome }: CarrierCatalogue): string => outcomes[outcome];

export const sourceWords: Readonly<Record<CatalogueVersion['source'], string>> = { shipped: '程序自带', carrier: '运营商目录', hall: '本厅定价' };

export const catalogueText = {
  tab: '资费目录', hallTab: '本厅', version: (version: string) => `${version} 版`, unconfirmed: '未经运营商确认', confirmed: '已经运营商确认',
  lists: { plans: '套餐', 'add-ons': '附加功能', promotions: '优惠', versions: '历次版本' }, unit: '金额单位：元', move: '上下选',
  planColumns: { name: '套餐', fee: '月费', included: '含分钟', rates: '话费，元/分', minimum: '月最低消费', prepay: '预存', sale: '状态' },
  addOnColumns: { name: '附加功能', charges: '价格', excludes: '不能同用', note: '说明' }, promotionColumns: { name: '优惠', what: '内容', plans: '套餐', days: '有效期' },
  versionColumns: { version: '版本', source: '来源', at: '启用', by: '经办', cases: '单数', note: '说明' }, allPlans: '都可以', program: '程序', none: '—',
  note: '来源说明', carrier: '运营商目录', never: '还没问过；联网后会自己问', asked: (at: string) => `${at} 问过`, heard: (at: string) => `上次拿到 ${at}`, fetch: '现在去取', fetching: '正在问运营商',
  pricing: '本厅定价', price: '每月多少元', perTerminal: '每个终端每月多少元', pricingHint: '从下一次选套餐起用；已选好的单不变。', why: '依据（例如厅务会、批文号）', setPrice: '定价', takeAway: '不卖了，撤掉价格', priceNow: (words: string) => `现在 ${words}`, sampleNow: (words: string) => `没定，训练用样价 ${words}`, notPriced: '没定，不能卖',
  amountUnread: '填金额，例如 120 或 99.50', noteNeeded: '写一句依据再定价', same: '和现在的价一样', onlyAdmin: '价格由厅管理员定',
  confirmTitle: '确认定价', confirmPrice: (plan: string, words: string) => `「${plan}」每月 ${words}`, confirmNone: (plan: string) => `「${plan}」不再卖`, confirm: '确认', back: '再看看', priced: '已定价，新版本已启用',
  casesOf: (count: number) => (count === 0 ? '没有单' : `${count} 单`), versionHint: '单子按选套餐时的版本算钱，换了目录也不变。',
  keys: { fetch: '去取', fill: '填价格', price: '定价', tab: '资费目录', hall: '本厅', list: '换一栏' },
} as const;
