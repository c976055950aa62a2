import { makeCase } from './make-case.ts';
import type { RatedBill, RatedCase, RatedComparison, RatedLine, RatedTerm, Rater, RatingCase } from './rating-case.ts';
import { rateSecond } from './second-rater.ts';

const line = ({ item, ruleId, addOnId, li }: RatedLine) => ({ item, ruleId, addOnId, li });
const bill = ({ period, lines, totalLi, byCashLi, byBonusLi, payableLi, cashLeftLi, bonusLeftLi }: RatedBill) => ({
  period: { from: period.from, to: period.to, days: period.days, daysInMonth: period.daysInMonth }, lines: lines.map(line), totalLi, byCashLi, byBonusLi, payableLi, cashLeftLi, bonusLeftLi,
});
const term = ({ openedOn, endsOn, start, bills, cashLi, bonusLi, bonusLapsedLi, commitment, chargesLi, costLi, callsOutside }: RatedTerm) => ({
  openedOn, endsOn, start: start.map(line), bills: bills.map(bill), cashLi, bonusLi, bonusLapsedLi,
  commitment: commitment && { li: commitment.li, countedLi: commitment.countedLi, metInBill: commitment.metInBill, shortfallLi: commitment.shortfallLi },
  chargesLi, costLi, callsOutside,
});
const comparison = ({ plans, takeovers }: RatedComparison) => ({
  plans: plans.map(({ planId, costLi, monthLi, yearLi }) => ({ planId, costLi, monthLi, yearLi })), takeovers: takeovers.map(({ planId, atMinutes }) => ({ planId, atMinutes })),
});
/** Only what both raters answer for: what else an engine carries (facts of a line) is left out. */
const answeredFor = (rated: RatedCase) => ({ minimumLi: rated.minimumLi, prepaymentLi: rated.prepaymentLi, term: term(rated.term), comparison: rated.comparison && comparison(rated.comparison) });

const isBranch = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

function differences(path: string, ours: unknown, theirs: unknown): readonly string[] {
  if (isBranch(ours) && isBranch(theirs)) {
    const keys = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])];
    return keys.flatMap((key) => differences(path === '' ? key : `${path}.${key}`, ours[key], theirs[key]));
  }
  return Object.is(ours, theirs) ? [] : [`${path}: ${JSON.stringify(ours)} ours, ${JSON.stringify(theirs)} theirs`];
}

/** Every difference between the engine (`ours`) and the second rater (`theirs`), by path; what one side lacks is `undefined` there. */
export const compareRatings = (ours: RatedCase, theirs: RatedCase): readonly string[] => differences('', answeredFor(ours), answeredFor(theirs));

/** Where the engine and the second rater differ on a case; an engine that throws is a difference too. */
export function playCase(engine: Rater, input: RatingCase): readonly string[] {
  const theirs = rateSecond(input);
  try {
    return compareRatings(engine(input), theirs);
  } catch (error) {
    return [`engine threw ${error instanceof Error ? error.message : String(error)}`];
  }
}

export type Disagreement = { readonly index: number; readonly planId: string; readonly found: readonly string[] };
export type PlayedRatings = { readonly runs: number; readonly violations: readonly Disagreement[]; readonly tally: Readonly<Record<string, number>> };

/** Plays the cases `from` … `from + runs − 1` of a seed; stops at `most` disagreements. */
export function playRatings(engine: Rater, { seed, runs, from = 0, most = 50, onCase }: { readonly seed: number; readonly runs: number; readonly from?: number; readonly most?: number; readonly onCase?: (done: number) => void }): PlayedRatings {
  const violations: Disagreement[] = [];
  const tally = { profiles: 0, callLists: 0, compared: 0, pairs: 0 };
  let done = 0;
  for (; done < runs && violations.length < most; done += 1) {
    const input = makeCase(seed, from + done);
    const found = playCase(engine, input);
    if (found.length > 0) violations.push({ index: from + done, planId: input.planId, found });
    tally[input.usage.kind === 'profile' ? 'profiles' : 'callLists'] += 1;
    if (input.comparison) tally.compared += 1;
    if (input.comparison?.pair) tally.pairs += 1;
    onCase?.(done + 1);
  }
  return { runs: done, violations, tally };
}
