import type { AddOn, Catalogue, Plan } from '#domain/tariff/catalogue.ts';
import { z } from 'zod';

const li = z.number().int().nonnegative();
const count = z.number().int().nonnegative();
const id = z.string().regex(/^[a-z0-9-]+$/);
const date = z.iso.date();
const unique = (rows: readonly { readonly id: string }[]): boolean => new Set(rows.map((row) => row.id)).size === rows.length;

const rates = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('flat'), liPerMinute: li }),
  z.strictObject({ kind: z.literal('by-caller'), localLi: li, mobileLi: li, fixedLi: li }),
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
    rates,
    minimum,
    floorPercent: z.number().int().min(0).max(100),
    prepayLi: li,
    bonus: z.strictObject({ bonusLi: li, lapsesAfterMonths: count }).nullable(),
    commitment: z.strictObject({ li, months: count }).nullable(),
    regions: z.array(z.string().regex(/^\d{6}$/)).min(1).nullable(),
    numberMust: z.literal('contain-area-code').nullable(),
    includes: z.array(z.string()),
    note: z.string().nullable(),
    trainingMonthlyFeeLi: li.nullable(),
    sample: z.literal(false),
  })
  .refine((each) => each.sellable === (each.unsellableReason === null), 'unsellable needs a reason, sellable has none')
  .refine((each) => !each.sellable || each.monthlyFeeLi !== null, 'a sellable plan has a price');

const addOn: z.ZodType<AddOn> = z.strictObject({
  id,
  name: z.string().min(1),
  charges: z.array(z.strictObject({ per: z.literal(['month', 'year', 'once']), li, waivedPeriods: count })).min(1),
  counted: z.boolean(),
  excludes: z.array(id),
  feature: id,
  note: z.string().nullable(),
});

export const catalogueSchema: z.ZodType<Catalogue> = z.object({
  version: z.string().min(1),
  confirmed: z.boolean(),
  plans: z.array(plan).min(1).refine(unique, 'plan ids repeat'),
  addOns: z.array(addOn).refine(unique, 'add-on ids repeat'),
});
