import { assert, unreachable } from '#domain/assert.ts';
import type { Facts } from '#domain/facts.ts';
import { formatYuan } from '#domain/money/money.ts';
import type { AddOn, Plan, Promotion, RateLine } from '#domain/tariff/catalogue.ts';
import type { QuoteLine } from '#domain/tariff/quote.ts';
import { minutePrice, perMonth, unitOf, yuanWords } from './amounts.ts';
import { namedDiscount } from './discount-words.ts';

/** What quote lines are put into words with: names come from the catalogue, amounts from the line alone. */
export type QuoteNames = { readonly plan: Plan; readonly addOns: readonly AddOn[]; readonly promotions: readonly Promotion[] };

const fact = (facts: Facts, key: string): number => {
  const value = facts[key];
  assert(typeof value === 'number', `quoteWords: the line has no ${key}`);
  return value;
};

/** What the line is called on paper. */
export function itemWords(line: QuoteLine, { addOns }: QuoteNames): string {
  switch (line.item) {
    case 'opening-fee': return '开户费';
    case 'prepayment': return '预存款';
    case 'bonus': return '赠款';
    case 'function-fee': return '月功能费';
    case 'monthly-fee': return '套餐月费';
    case 'monthly-minimum': return '月最低消费';
    case 'commitment': return '承诺消费';
    case 'add-on': return addOnWords(line, addOns);
    default: return unreachable(line.item);
  }
}

/** An add-on with one charge has its own name; one with two says which of them: 彩铃功能费, 彩铃制作费. */
function addOnWords(line: QuoteLine, addOns: readonly AddOn[]): string {
  const addOn = addOns.find(({ id }) => id === line.addOnId);
  assert(addOn, 'itemWords: the catalogue lost an add-on of the quote');
  return addOn.charges.length === 1 ? addOn.name : `${addOn.name}${line.when === 'once' ? '制作费' : '功能费'}`;
}

/** How the amount comes about, every figure of it from the line. */
export function calculationWords(line: QuoteLine, names: QuoteNames): string {
  const { facts } = line.calc;
  switch (line.calc.code) {
    case 'as-listed': return listedWords(line, names);
    case 'postpaid-ordinary': return '后付费套餐配普通号码，不收预存';
    case 'largest-of': return largestWords(line);
    case 'larger-of': return largerWords(line, names);
    case 'credited-on-top': return `现金${yuanWords(fact(facts, 'cashLi'))}外另赠${yuanWords(line.li)}；先用现金，${fact(facts, 'lapsesAfterMonths')}个月后作废，不退`;
    case 'spend-within': return `${fact(facts, 'months')}个月内通话费满${yuanWords(line.li)}；不足的，期满一次补差额`;
    case 'quantity-times': return quantityWords(line, names);
    default: throw new Error(`calculationWords: unknown calculation ${line.calc.code}`);
  }
}

function listedWords(line: QuoteLine, names: QuoteNames): string {
  const { item, li, calc: { facts } } = line;
  const eachLi = Number(facts['eachLi'] ?? li);
  const off = namedDiscount(line, names);
  if (item === 'opening-fee') return `按套餐价目，${yuanWords(eachLi)}${off}${off === '' || li === 0 ? '' : `，收${yuanWords(li)}`}`;
  const minutes = item === 'monthly-fee' && names.plan.includedMinutes > 0 ? `，含${names.plan.includedMinutes}分钟国内来话` : '';
  const perTerminal = item === 'monthly-fee' && names.plan.monthlyFeePer === 'terminal';
  return `${perTerminal ? `${perMonth(eachLi)}×${Number(facts['terminals'] ?? 1)}部指定终端＝${perMonth(li)}` : `按套餐价目，${perMonth(li)}`}${minutes}${off}`;
}

/** Names only the candidates that are not zero: a candidate of 0.00 tells nobody anything. */
function largestWords({ li, calc: { facts } }: QuoteLine): string {
  if (li === 0) return '套餐和号码都不要求预存';
  const [planLi, byMinimumLi, specialLi] = [fact(facts, 'planLi'), fact(facts, 'byMinimumLi'), fact(facts, 'specialAtLeastLi')];
  const candidates = [
    ...(planLi > 0 ? [`套餐${formatYuan(planLi)}`] : []),
    ...(byMinimumLi > 0 ? [`${fact(facts, 'months')}个月×月最低消费${formatYuan(fact(facts, 'minimumLi'))}＝${formatYuan(byMinimumLi)}`] : []),
    ...(specialLi > 0 ? [`特殊号码至少${formatYuan(specialLi)}`] : []),
  ];
  return candidates.length === 1 ? (candidates[0] ?? '') : `取大者：${candidates.join('；')}`;
}

function largerWords({ li, ruleId, calc: { facts } }: QuoteLine, { plan }: QuoteNames): string {
  const [ownLi, fullLi, floorLi, percent] = [fact(facts, 'planLi'), fact(facts, 'fullFloorLi'), fact(facts, 'floorLi'), fact(facts, 'floorPercent')];
  if (li === 0) return fullLi > 0 && percent === 0 ? `${fact(facts, 'grade')}级号码${perMonth(fullLi)}，本套餐免除` : '套餐和号码都没有月最低消费';
  const byGrade = plan.minimum.kind === 'by-grade';
  const own = `${byGrade ? (ruleId === 'MINIMUM-CHOSEN' ? '客户选定' : '按号码级别') : '套餐'}${perMonth(ownLi)}`;
  const floor = `${fact(facts, 'grade')}级号码${percent === 100 ? perMonth(floorLi) : `${formatYuan(fullLi)}×${percent}%＝${perMonth(floorLi)}`}`;
  if (ownLi === 0) return floor;
  return floorLi === 0 || (byGrade && li === ownLi) ? own : `取大者：${own}；${floor}`;
}

function quantityWords(line: QuoteLine, names: QuoteNames): string {
  const { li, when, calc: { facts } } = line;
  const [quantity, eachLi] = [fact(facts, 'quantity'), fact(facts, 'eachLi')];
  const unit = unitOf(when);
  const times = quantity > 1 ? `×${quantity}＝${yuanWords(li)}${unit}` : '';
  return `${yuanWords(eachLi)}${unit}${times}${namedDiscount(line, names)}${when === 'once' && quantity === 1 ? '，一次' : ''}`;
}

/** When the line is collected; the first bill is the first after activation. */
export function whenWords(line: QuoteLine): string {
  const waived = line.calc.facts['waivedPeriods'] ?? 0;
  if (line.item === 'bonus') return '收款时入账';
  if (line.item === 'commitment') return '期满，不足时';
  if (line.item === 'monthly-minimum') return line.li === 0 ? '不收' : '每月，不足时补足';
  if (line.when === 'now') return line.li === 0 ? '不收' : '今日，一次';
  if (line.when === 'once') return Number(waived) > 0 ? '不收' : '首个账单，一次';
  if (waived === 0) return line.when === 'monthly' ? '每月账单' : '首个账单起每年';
  return `第${Number(waived) * (line.when === 'yearly' ? 12 : 1) + 1}个月起每${line.when === 'yearly' ? '年' : '月'}`;
}

const rateItems: Readonly<Record<RateLine['code'], string>> = {
  any: '来话通话费', local: '来话：同区号', fixed: '来话：外地固话', mobile: '来话：外地手机', 'after-included': '来话：超出部分',
};

/** Row name of a price a minute. */
export const rateItemWords = ({ code }: RateLine): string => rateItems[code];

/** How calls of this kind are charged. */
export function rateCalculationWords({ code, liPerMinute }: RateLine, plan: Plan): string {
  const price = `${minutePrice(liPerMinute)}元×整分钟数`;
  if (code === 'after-included') return `${price}；当月${plan.includedMinutes}分钟用完后`;
  if (code === 'local') return `${price}；主叫与接听电话同区号`;
  return code === 'any' ? `${price}；各地来电同价` : price;
}
