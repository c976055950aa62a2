import type { CallRecord, Usage } from '#domain/tariff/usage.ts';
import { civilOf, lastOfSpan, monthAfter, monthLength, numberOf, parseDay, textOf, type DayNumber } from './day-count.ts';
import { times, toFen, whole } from './exact.ts';
import type { ComparisonCase, RatedComparison, RatedPlan, RatedTakeover, RatedTerm, RatingCase } from '../rating-case.ts';
import { addOnOf, layOut, minimumOf, offersFor, planOf, prepaymentOf, ringOf, type Ring, type Traffic } from './service.ts';
import { walkService } from './walk-service.ts';

const TERM_MONTHS = 24;
const monthsSince1970 = (day: DayNumber): number => {
  const { year, month } = civilOf(day);
  return (year - 1970) * 12 + month - 1;
};

/** Rule 8.3: the months of the list repeat in order over the term. */
function repeated(calls: readonly CallRecord[], opened: DayNumber): Traffic {
  if (calls.length === 0) return layOut([]);
  const months = calls.map(({ at }) => monthsSince1970(parseDay(at)));
  const first = Math.min(...months);
  const cycle = Math.max(...months) - first + 1;
  const rings: Ring[] = [];
  for (let step = 0; step < TERM_MONTHS; step += 1) {
    const target = monthAfter(opened, step);
    calls.forEach((call, index) => {
      if (months[index]! - first !== step % cycle) return;
      const day = Math.min(civilOf(parseDay(call.at)).day, monthLength(target.year, target.month));
      rings.push(ringOf(call, `${textOf(numberOf({ ...target, day }))}${call.at.slice(10)}`));
    });
  }
  return layOut(rings);
}

/** The 24 months of a plan from the first of the month after `today` (rule 8.1). */
export function comparedTerm(input: RatingCase, { today }: Pick<ComparisonCase, 'today'>, planId: string, usage: Usage): RatedTerm {
  const plan = planOf(input.catalogue, planId);
  const opened = numberOf({ ...monthAfter(parseDay(today), 1), day: 1 });
  const minimumLi = minimumOf(input, plan, planId === input.planId ? input.chosenMinimumLi : null);
  const extras = input.addOns.map(({ addOnId, quantity }) => ({ addOn: addOnOf(input.catalogue, addOnId), quantity })).filter(({ addOn }) => !plan.includes.includes(addOn.feature));
  return walkService({
    plan, minimumLi, cashLi: prepaymentOf(input, plan, minimumLi), policy: input.policy, terminals: input.terminals ?? 1, leaves: false, extras, opened,
    last: lastOfSpan(opened, TERM_MONTHS), offers: offersFor(input.catalogue, planId, today),
    traffic: usage.kind === 'profile' ? usage : repeated(usage.calls, opened),
  });
}

/** Cost of a month of `minutes` over the whole term. */
export const costAt = (input: RatingCase, comparison: ComparisonCase, planId: string, profile: { readonly minutes: number; readonly localPercent: number; readonly mobilePercent: number }): number =>
  comparedTerm(input, comparison, planId, { kind: 'profile', profile }).costLi;

/** Rule 8.2. */
function ratedPlan(input: RatingCase, comparison: ComparisonCase, planId: string): RatedPlan {
  if (planOf(input.catalogue, planId).monthlyFeeLi === null) return { planId, costLi: null, monthLi: null, yearLi: null };
  const { start, bills, costLi } = comparedTerm(input, comparison, planId, input.usage);
  let yearLi = start.reduce((sum, { li }) => sum + li, 0);
  for (const { totalLi, byBonusLi } of bills.slice(0, 12)) yearLi += totalLi - byBonusLi;
  return { planId, costLi, monthLi: toFen(times(whole(costLi), 1, TERM_MONTHS)), yearLi };
}

/** Rule 8.4. */
function inOrder(input: RatingCase, comparison: ComparisonCase): readonly RatedPlan[] {
  const place = new Map(input.catalogue.plans.map(({ id }, index) => [id, index]));
  const dear = (plan: RatedPlan): number => plan.costLi ?? Number.POSITIVE_INFINITY;
  return comparison.planIds.map((id) => ratedPlan(input, comparison, id)).sort((a, b) => (dear(a) === dear(b) ? place.get(a.planId)! - place.get(b.planId)! : dear(a) < dear(b) ? -1 : 1));
}

/**
 * Rule 8.5 on the differences A − B at 0, 1, 2 … minutes. Where the two costs are within what rounding moves, changes belong to one crossing:
 * the last one counts, and it counts only if the order is another one than before.
 */
export function takeoversIn(differences: readonly number[], roundingLi: number): readonly { readonly cheaper: 'A' | 'B'; readonly at: number }[] {
  const found: { readonly cheaper: 'A' | 'B'; readonly at: number }[] = [];
  const cheaper = (at: number): 'A' | 'B' | null => (differences[at]! < 0 ? 'A' : differences[at]! > 0 ? 'B' : null);
  let before = cheaper(0);
  for (let at = 1; at < differences.length; at += 1) {
    if (Math.abs(differences[at]!) <= roundingLi && at < differences.length - 1) continue;
    const now = cheaper(at);
    if (now === null || now === before) continue;
    let since = at;
    while (since > 1 && cheaper(since - 1) === now) since -= 1;
    found.push({ cheaper: now, at: since });
    before = now;
  }
  return found;
}

/** What rounding moves between two costs at most: half a fen for each call line of 24 bills, and as much again between two minutes. */
function roundingBetween(input: RatingCase, planIds: readonly string[]): number {
  const lines = planIds.reduce((sum, id) => sum + { none: 0, flat: 1, 'by-caller': 3 }[planOf(input.catalogue, id).rates.kind], 0);
  return 2 * TERM_MONTHS * 5 * lines;
}

function takeoversOf(input: RatingCase, comparison: ComparisonCase): readonly RatedTakeover[] {
  if (comparison.pair === null) return [];
  const { planIds: [a, b], localPercent, mobilePercent, upTo } = comparison.pair;
  const differences = Array.from({ length: upTo + 1 }, (_, minutes) => costAt(input, comparison, a, { minutes, localPercent, mobilePercent }) - costAt(input, comparison, b, { minutes, localPercent, mobilePercent }));
  return takeoversIn(differences, roundingBetween(input, [a, b])).map(({ cheaper, at }) => ({ planId: cheaper === 'A' ? a : b, atMinutes: at }));
}

/** Plans side by side and where the order of two of them changes. */
export const compareSecond = (input: RatingCase, comparison: ComparisonCase): RatedComparison => ({ plans: inOrder(input, comparison), takeovers: takeoversOf(input, comparison) });
