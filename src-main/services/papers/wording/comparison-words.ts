import type { CaseUsage, ComparedPlan, CostPart, PlanComparison, Sensitivity } from '#contract/plans.ts';
import type { ComparisonPaper } from '#domain/agreement/comparison-paper.ts';
import type { AddOn, Plan } from '#domain/tariff/catalogue.ts';
import { yuanWords } from './amounts.ts';
import { dateWords } from './days.ts';

/** 1,600 */
const wholeWords = (value: number): string => Math.round(value).toLocaleString('en-US');

const minutesWords = (minutes: number): string => `${wholeWords(minutes)}分钟`;

type Names = { readonly addOns: readonly Pick<AddOn, 'id' | 'name'>[] };

/** What the customer's calls are, and where that is known from. */
export function usageWords(usage: CaseUsage, { addOns }: Names): ComparisonPaper['usage'] {
  const { minutes, localPercent, mobilePercent, addOnIds, terminals } = usage;
  const wanted = addOns.filter(({ id }) => addOnIds.includes(id)).map(({ id, name }) => {
    const quantity = addOnIds.filter((each) => each === id).length;
    return quantity > 1 ? `${name}×${quantity}` : name;
  });
  return {
    minutes: `每月${minutesWords(minutes)}`, shares: `手机${mobilePercent}%、本地${localPercent}%、外地固话${100 - localPercent - mobilePercent}%`,
    source: `${sourceWords(usage)}；不足1分钟按1分钟计${terminals > 1 ? `；按终端收费的套餐按${terminals}部计` : ''}`, addOns: wanted.length === 0 ? '不加附加功能' : `附加功能：${wanted.join('、')}`,
  };
}

function sourceWords({ from, asked, calls }: CaseUsage): string {
  if (from === 'calls' && calls !== null) return `按您的话单${wholeWords(calls.count)}通（${dateWords(calls.from.slice(0, 10))}至${dateWords(calls.to.slice(0, 10))}，${calls.months}个月）折算`;
  return asked ? '按您说的用量' : '按本厅常见的用量，不是您的';
}

/** The cost's kinds by their name on paper. */
export function partWords({ item, addOnId }: CostPart, { addOns }: Names): string {
  switch (item) {
    case 'opening-fee': return '开户费';
    case 'calls': return '通话费';
    case 'call-cap': return '通话费封顶';
    case 'minimum-top-up': return '补足低消';
    case 'function-fee': return '功能费';
    case 'monthly-fee': return '月费';
    case 'add-on': return addOns.find(({ id }) => id === addOnId)?.name ?? '附加功能';
    case 'commitment-shortfall': return '补足承诺';
    case 'early-exit': return '提前终止';
    case 'bonus': return '赠款';
    default: throw new Error(`partWords: unknown cost ${String(item satisfies never)}`);
  }
}

/** What a plan binds to and includes. */
export function planTerms({ cost, includedAddOnIds }: ComparedPlan, plan: Plan | null, { addOns }: Names): string {
  if (cost === null) return '';
  const included = addOns.filter(({ id }) => includedAddOnIds.includes(id)).map(({ name }) => name);
  return [
    ...(plan !== null && plan.includedMinutes > 0 ? [`含${minutesWords(plan.includedMinutes)}`] : []), ...(included.length > 0 ? [`${included.join('、')}已含`] : []),
    ...(cost.monthlyMinimumLi > 0 ? [`月最低消费${yuanWords(cost.monthlyMinimumLi)}`] : []), ...(cost.commitment === null ? [] : [`${cost.commitment.months}个月承诺消费${yuanWords(cost.commitment.li)}`]),
    ...(cost.bonusLi > 0 ? [`另赠${yuanWords(cost.bonusLi)}${plan?.bonus ? `，${plan.bonus.lapsesAfterMonths}个月后作废` : ''}`] : []),
  ].join('；');
}

/** The stretch around the customer's minutes in which one plan is cheapest, and what is cheaper before and after. */
export function switchWords({ switches, usage, cheapestPlanId, limitMinutes }: PlanComparison, nameOf: (planId: string) => string): readonly string[] {
  const before = switches.filter(({ minutes }) => minutes <= usage.minutes);
  const after = switches.filter(({ minutes }) => minutes > usage.minutes);
  const [last, next] = [before.at(-1), after[0]];
  const here = next?.fromPlanId ?? last?.toPlanId ?? cheapestPlanId;
  if (here === null) return [];
  if (!last && !next) return [`每月${minutesWords(limitMinutes)}以内都是${nameOf(here)}最便宜`];
  const stretch = last && next ? `每月${wholeWords(last.minutes)}到${minutesWords(next.minutes - 1)}` : last ? `每月${minutesWords(last.minutes)}起` : `每月${minutesWords((next?.minutes ?? 1) - 1)}以内`;
  return [
    `${stretch}，${nameOf(here)}最便宜`, ...(last ? [`不到${minutesWords(last.minutes)}，${nameOf(last.fromPlanId)}更便宜`] : []),
    ...after.slice(0, 3).map(({ minutes, toPlanId }) => `${minutesWords(minutes)}起，${nameOf(toPlanId)}更便宜`),
  ];
}

const changes: Readonly<Record<Sensitivity['code'], (then: Sensitivity) => string>> = {
  half: ({ minutes }) => `话务减半（${minutesWords(minutes)}）`, double: ({ minutes }) => `话务加倍（${minutesWords(minutes)}）`, 'mobile-up': ({ mobilePercent }) => `手机来电升到${mobilePercent}%`,
  'mobile-down': ({ mobilePercent }) => `手机来电降到${mobilePercent}%`, 'local-up': ({ localPercent }) => `本地来电升到${localPercent}%`,
};

/** What would be cheapest if the calls changed; changes of the shares only where they change the answer. */
export function sensitivityWords({ sensitivity, cheapestPlanId }: PlanComparison, nameOf: (planId: string) => string): readonly string[] {
  return sensitivity.flatMap((then) => {
    if (then.cheapestPlanId === null || then.monthLi === null) return [];
    const stays = then.cheapestPlanId === cheapestPlanId;
    if (stays && then.code !== 'half' && then.code !== 'double') return [];
    return [`${changes[then.code](then)}，${stays ? '仍是' : ''}${nameOf(then.cheapestPlanId)}最便宜，每月${yuanWords(then.monthLi)}`];
  });
}
