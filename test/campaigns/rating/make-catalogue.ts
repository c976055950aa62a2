import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { AddOn, Catalogue, Counted, Plan, PlanRates, Promotion, PromotionTarget } from '#domain/tariff/catalogue.ts';
import type { GradeTable } from '#domain/number/grade/number-rules.ts';
import { textOf } from './second/day-count.ts';
import type { Dice } from './dice.ts';

const read = (file: string): unknown => JSON.parse(readFileSync(resolve('resources/reference', file), 'utf8'));
const shipped = read('plans.json') as Catalogue;
const shippedGrades = read('number-grades.json') as GradeTable;

/** Who may have a plan is no matter of rating: every plan can be had by everybody, at any time; a missing fee is its sample price. */
const freed = (plan: Plan): Plan => ({
  ...plan, effectiveFrom: '2020-01-01', regions: null, numberMust: null, grades: null, heads: null, sellable: true, unsellableReason: null,
  monthlyFeeLi: plan.monthlyFeeLi ?? plan.trainingMonthlyFeeLi,
});

/** A plan before the hall has priced it; it is compared and never rated. */
export const unpriced = (plan: Plan): Plan => ({ ...plan, monthlyFeeLi: null, sellable: false, unsellableReason: 'priced-by-hall' });

function someRates(dice: Dice): PlanRates {
  const price = (): number => dice.oneOf([0, 100, 150, 155, 180, 199, 250, 300, 333, 400, 601]);
  return dice.oneOf<PlanRates>([
    { kind: 'flat', liPerMinute: price() }, { kind: 'flat', liPerMinute: price() },
    { kind: 'by-caller', localLi: price(), mobileLi: price(), fixedLi: price() }, { kind: 'by-caller', localLi: price(), mobileLi: price(), fixedLi: price() }, { kind: 'none' },
  ]);
}

function somePlan(dice: Dice, index: number): Plan {
  const counts = dice.oneOf<readonly Counted[]>([['calls'], ['calls', 'package-fee'], ['calls', 'minimum-top-up'], ['package-fee'], ['calls', 'package-fee', 'minimum-top-up']]);
  const [first] = shipped.plans;
  const includedMinutes = dice.oneOf([0, 0, 1, 30, 100, 500, 2500]);
  return {
    ...freed(first!), id: `made-${index}`, name: `Made ${index}`, billing: dice.oneOf(['prepaid', 'postpaid']), openingFeeLi: dice.oneOf([0, 100_000, 123_450]),
    functionFeeMonthLi: dice.oneOf([0, 50_000, 99_990]), monthlyFeeLi: dice.oneOf([0, 0, 60_000, 88_880, 200_000]), monthlyFeePer: dice.oneOf(['number', 'terminal']),
    includedMinutes, includedScope: includedMinutes > 0 ? '国内来电' : null, rates: someRates(dice), callCapLi: dice.oneOf([null, null, 10, 50_000, 120_010, 300_000]),
    minimum: dice.oneOf<Plan['minimum']>([{ kind: 'none' }, { kind: 'amount', li: dice.oneOf([50_000, 99_990, 200_000]) }, { kind: 'by-grade', fromLi: dice.oneOf([10_000, 360_000, 600_000]), toLi: 3_000_000 }]),
    minimumCounts: dice.oneOf<Plan['minimumCounts']>([['calls'], ['calls', 'package-fee'], ['package-fee'], []]), floorPercent: dice.oneOf([0, 33, 60, 100]),
    prepayLi: dice.oneOf([0, 100_000, 360_000]), bonus: dice.oneOf([null, null, { bonusLi: dice.oneOf([50_000, 400_000, 1_000_000]), lapsesAfterMonths: dice.oneOf([1, 6, 12, 24]) }]),
    commitment: dice.oneOf([null, { li: dice.oneOf([120_000, 600_000, 3_000_000]), months: dice.oneOf([1, 6, 12, 24, 24, 36]), counts }]), includes: dice.oneOf([[], ['recording'], ['seat', 'extra-phone']]),
  };
}

const [sampleAddOn] = shipped.addOns;
/** Add-ons with what the shipped ones have not: pooled minutes, every kind of charge at once. */
const madeAddOns = (dice: Dice): readonly AddOn[] => [
  { ...sampleAddOn!, id: 'pool', name: 'Pool', charges: [{ per: 'month', li: dice.oneOf([20_000, 258_000]) }], counted: true, excludes: [], needs: [], pooledMinutes: dice.oneOf([7, 100, 300]), feature: 'pool', note: null },
  { ...sampleAddOn!, id: 'mix', name: 'Mix', charges: [{ per: 'once', li: 77_770 }, { per: 'month', li: 12_340 }, { per: 'year', li: 99_990 }], counted: true, excludes: [], needs: [], pooledMinutes: 0, feature: 'mix', note: null },
];

/** A promotion around the day on which plans are chosen: often one end of it is that very day, or the day beside it. */
function somePromotion(dice: Dice, index: number, { plans, addOns }: Catalogue, chosen: number): Promotion {
  const fees: readonly PromotionTarget[] = [{ kind: 'opening-fee' }, { kind: 'function-fee' }, { kind: 'monthly-fee' }, { kind: 'monthly-fee' }];
  const charges = addOns.flatMap((addOn) => addOn.charges.map(({ per }): PromotionTarget => ({ kind: 'add-on', addOnId: addOn.id, per })));
  const edge = dice.oneOf(['in', 'in', 'in', 'first', 'last', 'before', 'after'] as const);
  const [from, to] = ({ in: [-30, 30], first: [0, 0], last: [-30, 0], before: [1, 30], after: [-30, -1] } as const)[edge];
  return {
    id: `promotion-${index}`, name: `Promotion ${index}`, effectiveFrom: textOf(chosen + from), effectiveTo: edge === 'in' && dice.chance(0.5) ? null : textOf(chosen + to),
    planIds: dice.oneOf([null, null, [dice.oneOf(plans).id, dice.oneOf(plans).id]]), target: dice.oneOf([...fees, ...charges]),
    percentOff: dice.oneOf([10, 25, 33, 40, 50, 60, 75, 100]), periods: dice.oneOf([1, 1, 2, 3, 6, 12, 30]), stacks: dice.chance(0.5),
  };
}

/** The shipped catalogue with its sample prices, some made plans and add-ons, and promotions that overlap; `chosen` is the day the plan is chosen on. */
export function makeCatalogue(dice: Dice, chosen: number): Catalogue {
  const made = Array.from({ length: dice.upTo(3) }, (_, index) => somePlan(dice, index));
  const plain: Catalogue = { ...shipped, plans: [...shipped.plans.map(freed), ...made], addOns: [...shipped.addOns, ...madeAddOns(dice)] };
  const promotions = Array.from({ length: dice.oneOf([0, 0, 1, 3, 8, 16]) }, (_, index) => somePromotion(dice, index, plain, chosen));
  return { ...plain, promotions: [...shipped.promotions, ...promotions] };
}

/** The shipped grades, at times with floors that a percentage leaves with half a fen. */
export const makeGradeTable = (dice: Dice): GradeTable =>
  dice.chance(0.8) ? shippedGrades : { ...shippedGrades, grades: shippedGrades.grades.map((terms) => ({ ...terms, floorLi: terms.floorLi === 0 ? 0 : terms.floorLi + 10 * dice.upTo(99) })) };
