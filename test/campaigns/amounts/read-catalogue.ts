import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AmountsCase } from './generate-case.ts';
import { addOnLine } from './line-names.ts';
import { type Reading, reading } from './reading.ts';

type RawPlan = {
  readonly id: string; readonly openingFeeLi: number; readonly functionFeeMonthLi: number; readonly monthlyFeeLi: number | null; readonly trainingMonthlyFeeLi: number | null;
  readonly bonus: { readonly bonusLi: number } | null; readonly commitment: { readonly li: number } | null;
};
type RawAddOn = { readonly id: string; readonly charges: readonly { readonly per: 'month' | 'year' | 'once'; readonly li: number }[] };

const { plans, addOns } = JSON.parse(readFileSync(join(process.cwd(), 'resources', 'reference', 'plans.json'), 'utf8')) as { readonly plans: readonly RawPlan[]; readonly addOns: readonly RawAddOn[] };
const when = { month: 'monthly', year: 'yearly', once: 'once' } as const;

/** Monthly fees of plans that the hall prices itself, by plan. */
export type HallPrices = Readonly<Record<string, number>>;

/** What the list prices make of what was asked for: one more voice, which has been through nothing. */
export function readCatalogue({ planId, addOnIds, terminals }: AmountsCase, prices: HallPrices): readonly Reading[] {
  const plan = plans.find(({ id }) => id === planId);
  if (!plan) throw new Error(`no plan ${planId}`);
  const fees = [
    ['opening-fee', plan.openingFeeLi], ['function-fee', plan.functionFeeMonthLi], ['monthly-fee', (plan.monthlyFeeLi ?? prices[planId] ?? plan.trainingMonthlyFeeLi ?? 0) * (terminals ?? 1)],
    ['bonus', plan.bonus?.bonusLi ?? 0], ['commitment', plan.commitment?.li ?? 0],
  ] as const;
  return [
    ...fees.filter(([, li]) => li > 0).map(([line, li]) => reading('asked by test', line, li)),
    ...addOns.flatMap(({ id, charges }) => {
      const quantity = addOnIds.filter((one) => one === id).length;
      return quantity === 0 ? [] : charges.map(({ per, li }) => reading('asked by test', addOnLine(id, when[per]), li * quantity));
    }),
  ];
}
