import type { NumberView } from '#contract/numbers.ts';
import type { CaseState } from '#domain/cases/case-state.ts';
import { isFinal } from '#domain/cases/case-state.ts';
import type { PickRow } from '../../store/tables/number/pick-rows.ts';

/** The first choice that a fallback of the customer's list stands in for, told until the case has ended; null where nothing was replaced. */
export function replacedNumber(pick: PickRow | null, state: CaseState): NumberView['replaced'] {
  if (pick === null || isFinal(state) || (pick.hold !== 'granted' && pick.hold !== 'provisional')) return null;
  const rank = pick.ranked.indexOf(pick.digits);
  const [digits] = pick.ranked;
  return rank > 0 && digits !== undefined ? { digits, rank } : null;
}
