import type { BillPreview } from '#contract/plans.ts';
import { assert } from '#domain/assert.ts';
import { rateTerm } from '#domain/tariff/bill/rate-term.ts';
import { sampleUsage } from './sample-comparison.ts';
import { catalogue, quoteOf } from './sample-reference.ts';

/** Bills of a plan opened on 2026-11-26 for the sample usage, by the engine itself. */
export function sampleBills(exitOn: string | null, planId = 'hall-standard', minutes = sampleUsage.minutes): BillPreview {
  const plan = catalogue.plans.find((one) => one.id === planId);
  const recording = catalogue.addOns.find((one) => one.id === 'recording-monthly');
  const { quote } = quoteOf(planId, 9);
  assert(plan && recording && quote, 'sampleBills: no such plan');
  const usage = { ...sampleUsage, minutes };
  const term = rateTerm({
    plan, addOns: [{ addOn: recording, quantity: 1 }], promotions: catalogue.promotions, chosenOn: '2026-11-23', terminals: 7, monthlyMinimumLi: quote.monthlyMinimumLi, prepayLi: quote.prepayDueLi,
    openedOn: '2026-11-26', endsOn: exitOn ?? '2028-11-25', usage: { kind: 'profile', profile: usage }, policy: { partMonthMinimum: 'pro-rata-by-days', partMonthFee: 'full' },
  });
  return { usage, openedOnExpected: true, term, termMonths: 24, next: 1, exitOn, callerCost: ['local-rate', 'no-long-distance', 'bundled-minutes-first', 'not-abroad', 'not-free'] };
}
