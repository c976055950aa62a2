import type { AddOn, Catalogue, Plan, Promotion } from '#domain/tariff/catalogue.ts';
import { z } from 'zod';

/** Only a price of a minute may have parts of a fen. What is larger than these would not be exact in a bill of the largest usage. */
const li = z.number().int().nonnegative().max(1_000_000_000).multipleOf(10);
const minutePrice = z.number().int().nonnegative().max(10_000);
const count = z.number().int().nonnegative().max(10_000_000);
const months = z.number().int().min(1).max(240);
const id = z.string().regex(/^[a-z0-9-]+$/);
const date = z.iso.date();
const inOrder = ({ effectiveFrom, effectiveTo }: Pick<Plan, 'effectiveFrom' | 'effectiveTo'>): boolean => effectiveTo === null || effectiveFrom <= effectiveTo;

const rates = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('flat'), liPerMinute: minutePrice }),
  z.strictObject({ kind: z.literal('by-caller'), localLi: minutePrice, mobileLi: minutePrice, fixedLi: minutePrice }),
  z.strictObject({ kind: z.literal('none') }),
]);

const minimum = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('amount'), li }),
  z.strictObject({ kind: z.literal('by-grade'), fromLi: li, toLi: li }).refine(({ fromLi, toLi }) => fromLi <= toLi, 'range is upside down'),
]);

const plan: z.ZodType<Plan> = z
  .strictObject({
    id,
    version: z.string().min(1),
    name: z.string().min(1),
    effectiveFrom: date,
    effectiveTo: date.nullable(),
    sellable: z.boolean(),
    unsellableReason: z.literal(['priced-by-hall', 'tiers-incomplete']).nullable(),
    billing: z.literal(['prepaid', 'postpaid']),
    openingFeeLi: li,
    functionFeeMonthLi: li,
    monthlyFeeLi: li.nullable(),
    monthlyFeePer: z.literal(['number', 'terminal']),
    includedMinutes: count,
    includedScope: z.string().min(1).nullable(),
    rates,
    callCapLi: li.nullable(),
    minimum,
    minimumCounts: z.array(z.literal(['calls', 'package-fee'])).min(1),
    floorPercent: z.number().int().min(0).max(100),
    prepayLi: li,
    bonus: z.strictObject({ bonusLi: li, lapsesAfterMonths: months }).nullable(),
    commitment: z.strictObject({ li, months, counts: z.array(z.literal(['calls', 'package-fee', 'minimum-top-up'])).min(1) }).nullable(),
    regions: z.array(z.string().regex(/^\d{6}$/)).min(1).nullable(),
    numberMust: z.literal('contain-area-code').nullable(),
    grades: z.array(z.literal([1, 2, 3, 4, 5, 6, 9])).min(1).nullable(),
    heads: z.array(z.string().regex(/^400\d{0,6}$/)).min(1).nullable(),
    includes: z.array(z.string()),
    note: z.string().nullable(),
    trainingMonthlyFeeLi: li.nullable(),
    sample: z.literal(false),
  })
  .refine((each) => each.sellable === (each.unsellableReason === null), 'unsellable needs a reason, sellable has none')
  .refine((each) => !each.sellable || each.monthlyFeeLi !== null, 'a sellable plan has a price')
  .refine((each) => each.unsellableReason !== 'priced-by-hall' || each.monthlyFeeLi === null, 'a plan that halls price comes without a price')
  .refine((each) => each.trainingMonthlyFeeLi === null || each.unsellableReason === 'priced-by-hall', 'only a plan that halls price has a sample price')
  .refine((each) => (each.includedScope !== null) === each.includedMinutes > 0, 'included minutes and their scope come together')
  .refine(inOrder, 'effective days are in order');

const addOn: z.ZodType<AddOn> = z.strictObject({
  id,
  name: z.string().min(1),
  charges: z.array(z.strictObject({ per: z.literal(['month', 'year', 'once']), li })).min(1),
  counted: z.boolean(),
  excludes: z.array(id),
  needs: z.array(id),
  pooledMinutes: count,
  feature: id,
  note: z.string().nullable(),
});

const target = z.union([
  z.strictObject({ kind: z.literal(['opening-fee', 'function-fee', 'monthly-fee']) }),
  z.strictObject({ kind: z.literal('add-on'), addOnId: id, per: z.literal(['month', 'year', 'once']) }),
]);

const promotion: z.ZodType<Promotion> = z
  .strictObject({
    id, name: z.string().min(1), effectiveFrom: date, effectiveTo: date.nullable(), planIds: z.array(id).min(1).nullable(), target,
    percentOff: z.number().int().min(1).max(100), periods: count.min(1), stacks: z.boolean(),
  })
  .refine(inOrder, 'effective days are in order');

/** A catalogue as it is shipped, or as the carrier serves it: every id stands once, and every id that is named stands somewhere. */
export const catalogueSchema: z.ZodType<Catalogue> = z
  .object({ version: z.string().min(1).max(60), confirmed: z.boolean(), plans: z.array(plan).min(1), addOns: z.array(addOn), promotions: z.array(promotion) })
  .superRefine((catalogue, check) => {
    for (const { path, problem } of brokenLinks(catalogue)) check.addIssue({ code: 'custom', path: [...path], message: problem });
  });

type Broken = { readonly path: readonly (string | number)[]; readonly problem: string };

/** Numbers are told their price by the plan that goes by the grade, so there has to be one with a price. */
function brokenLinks({ plans, addOns, promotions }: Catalogue): readonly Broken[] {
  const [planIds, addOnIds] = [new Set(plans.map((each) => each.id)), new Set(addOns.map((each) => each.id))];
  const seen = new Set<string>();
  const repeated = [...rowsOf('plans', plans), ...rowsOf('addOns', addOns), ...rowsOf('promotions', promotions)].filter((row) => seen.size === seen.add(row.id).size);
  const standard = plans.find(({ minimum: { kind } }) => kind === 'by-grade');
  return [
    ...repeated.map(({ path }) => ({ path: [...path, 'id'], problem: 'ids stand once' })),
    ...(standard !== undefined && standard.monthlyFeeLi !== null ? [] : [{ path: ['plans'], problem: 'a priced plan goes by the grade' }]),
    ...addOns.flatMap((each, at): readonly Broken[] => [
      ...(each.excludes.every((other) => other !== each.id && addOnIds.has(other)) ? [] : [{ path: ['addOns', at, 'excludes'], problem: 'excludes other add-ons' }]),
      ...(each.needs.every((other) => other !== each.id && (addOnIds.has(other) || planIds.has(other))) ? [] : [{ path: ['addOns', at, 'needs'], problem: 'needs plans or other add-ons' }]),
    ]),
    ...promotions.flatMap((each, at): readonly Broken[] => [
      ...(each.planIds?.every((planId) => planIds.has(planId)) ?? true ? [] : [{ path: ['promotions', at, 'planIds'], problem: 'plans of a promotion exist' }]),
      ...(hasTarget(each, addOns) ? [] : [{ path: ['promotions', at, 'target'], problem: 'target of a promotion exists' }]),
    ]),
  ];
}

const rowsOf = (member: string, rows: readonly { readonly id: string }[]) => rows.map((row, at) => ({ path: [member, at], id: row.id }));

const hasTarget = ({ target: wanted }: Promotion, addOns: readonly AddOn[]): boolean =>
  wanted.kind !== 'add-on' || addOns.some((each) => each.id === wanted.addOnId && each.charges.some(({ per }) => per === wanted.per));
