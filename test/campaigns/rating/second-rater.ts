// The blind second rater: written from tariff-rules.md, product.md and domain.md alone, as a walk over days with exact fractions. It shares
// nothing with the engine but the shapes of its data.
import { compareSecond } from './second/comparison.ts';
import { parseDay } from './second/day-count.ts';
import type { RatedCase, RatingCase } from './rating-case.ts';
import { addOnOf, layOut, minimumOf, offersFor, planOf, prepaymentOf, ringOf } from './second/service.ts';
import { walkService } from './second/walk-service.ts';

export function rateSecond(input: RatingCase): RatedCase {
  const { catalogue, usage } = input;
  const plan = planOf(catalogue, input.planId);
  const minimumLi = minimumOf(input, plan, input.chosenMinimumLi);
  const prepaymentLi = prepaymentOf(input, plan, minimumLi);
  const term = walkService({
    plan, minimumLi, cashLi: prepaymentLi, policy: input.policy, terminals: input.terminals ?? 1, leaves: true,
    extras: input.addOns.map(({ addOnId, quantity }) => ({ addOn: addOnOf(catalogue, addOnId), quantity })),
    offers: offersFor(catalogue, plan.id, input.chosenOn),
    opened: parseDay(input.openedOn), last: parseDay(input.endsOn),
    traffic: usage.kind === 'profile' ? usage : layOut(usage.calls.map((call) => ringOf(call))),
  });
  return { minimumLi, prepaymentLi, term, comparison: input.comparison && compareSecond(input, input.comparison) };
}
