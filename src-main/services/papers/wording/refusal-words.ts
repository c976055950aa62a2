import type { PlanOffer } from '#contract/plans.ts';
import type { Facts } from '#domain/facts.ts';
import { formatYuan } from '#domain/money/money.ts';

const refusals: Readonly<Record<string, (facts: Facts) => string>> = {
  'priced-by-hall': () => '月费由本厅定，还没有定价',
  'tiers-incomplete': () => '运营商还没给全价目，暂不能卖',
  'not-yet-sold': (facts) => `${facts['from']}起才卖`,
  'no-longer-sold': (facts) => `${facts['until']}后不再卖`,
  'region-not-served': () => '不在本厅所在地区卖',
  'number-lacks-area-code': (facts) => `号码里没有本地区号${facts['areaCode']}`,
  'grade-not-allowed': () => '号码的等级不能用',
  'head-not-allowed': (facts) => `只给${String(facts['heads']).replaceAll(' ', '、')}开头的号码`,
  'add-on-included': () => '要的附加功能套餐已含',
  'add-ons-exclude': () => '要的两项附加功能不能同时用',
  'add-on-needs': () => '要的附加功能还缺一项',
  'plan-not-priced': () => '还没有月费',
  'minimum-out-of-range': (facts) => `月最低消费要在${formatYuan(Number(facts['fromLi']))}到${formatYuan(Number(facts['toLi']))}之间`,
  'minimum-not-chosen-here': () => '月最低消费不能自选',
};

/** Why a plan cannot be had, for the customer; a code without words is shown as it is, never left out. */
export const refusalWords = (refusal: PlanOffer['refusal']): string => (refusal === null ? '没有价目' : (refusals[refusal.code]?.(refusal.facts ?? {}) ?? refusal.code));
