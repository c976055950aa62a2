import type { Catalogue, Plan } from '#domain/tariff/catalogue.ts';
import type { CallRecord, MonthlyProfile, Usage } from '#domain/tariff/usage.ts';
import { GRADES } from '#domain/number/grade/number-rules.ts';
import { civilOf, lastOfSpan, monthLength, numberOf, parseDay, sameDayLater, textOf, type DayNumber } from './second/day-count.ts';
import { diceOf, type Dice } from './dice.ts';
import { makeCatalogue, makeGradeTable, unpriced } from './make-catalogue.ts';
import type { ComparisonCase, RatingCase } from './rating-case.ts';

const DAYS = ['2024-02-29', '2028-02-29', '2026-01-31', '2026-08-31', '2025-12-31', '2026-12-01', '2026-01-15', '2027-02-28', '2024-01-01', '2025-05-30', '2026-04-30', '2027-03-29'];
const BOUNDARY_MINUTES = [0, 1, 29, 30, 31, 100, 499, 500, 501, 999, 1000, 2166, 2167, 2499, 2500, 2501, 4000, 4001];
const SECONDS = [0, 1, 59, 60, 61, 119, 120, 121, 3600];

const someDay = (dice: Dice): DayNumber => (dice.chance(0.4) ? parseDay(dice.oneOf(DAYS)) : numberOf({ year: dice.between(2024, 2028), month: dice.between(1, 12), day: dice.between(1, 28) }));

/** Ends where something turns: the last day of a span (at times of the plan's own), the day before or after it, the end of a month, the opening day itself. */
function someEnd(dice: Dice, opened: DayNumber, { commitment, bonus }: Plan): DayNumber {
  const own = commitment?.months ?? bonus?.lapsesAfterMonths ?? 24;
  const leapYears = civilOf(opened).month === 2 && civilOf(opened).day === 29 ? [48, 48, 48] : [];
  const months = dice.oneOf([1, 2, 6, 11, 12, 13, 24, 24, 24, 25, own, own, own, ...leapYears]);
  const at = dice.oneOf([
    () => lastOfSpan(opened, months), () => lastOfSpan(opened, months), () => lastOfSpan(opened, months) + 1, () => lastOfSpan(opened, months) - 1, () => sameDayLater(opened, months),
    () => { const { year, month } = civilOf(opened + dice.upTo(760)); return numberOf({ year, month, day: monthLength(year, month) }); },
    () => opened + dice.upTo(800), () => opened + dice.upTo(40), () => opened,
  ])();
  return Math.max(opened, at);
}

function someProfile(dice: Dice): MonthlyProfile {
  const localPercent = dice.oneOf([0, 10, 33, 100, dice.upTo(100)]);
  return { minutes: dice.chance(0.5) ? dice.oneOf(BOUNDARY_MINUTES) : dice.upTo(6000), localPercent, mobilePercent: dice.chance(0.2) ? 100 - localPercent : dice.upTo(100 - localPercent) };
}

const clock = (dice: Dice): string => dice.oneOf(['00:00:00', '23:59:59', '12:00:00', '12:00:00', [23, 59, 59].map((most) => String(dice.upTo(most)).padStart(2, '0')).join(':')]);

/** A day near the service, often the last or first one of a month, of the service or beside it. */
function callDay(dice: Dice, opened: DayNumber, last: DayNumber): DayNumber {
  const inside = dice.between(opened, last);
  const { year, month } = civilOf(inside);
  const monthEnd = numberOf({ year, month, day: monthLength(year, month) });
  return dice.oneOf([inside, inside, inside, inside, monthEnd, monthEnd + 1, opened, last, opened - 1, last + 1, dice.between(opened - 40, last + 40)]);
}

function someCalls(dice: Dice, opened: DayNumber, last: DayNumber): readonly CallRecord[] {
  const area = (): string | null => dice.oneOf(['010', '010', '0371', '021', null]);
  const long = dice.chance(0.3);
  const made = Array.from({ length: dice.oneOf([0, 1, 5, dice.upTo(60), 60]) }, (): CallRecord => ({
    at: `${textOf(callDay(dice, opened, last))}T${clock(dice)}`,
    seconds: dice.chance(0.5) ? dice.oneOf(SECONDS) : long && dice.chance(0.3) ? 60 * dice.oneOf(BOUNDARY_MINUTES) + dice.oneOf([-1, 0, 1, 60]) : dice.upTo(9000),
    line: dice.oneOf(['mobile', 'fixed']), callerArea: area(), answeredArea: area(),
  }));
  const calls = made.map((call) => (call.seconds < 0 ? { ...call, seconds: 0 } : call));
  // As imported: mostly by their start, at times as they came.
  return dice.chance(0.7) ? calls.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)) : calls;
}

function someAddOns(dice: Dice, { addOns }: Catalogue, plan: Plan): RatingCase['addOns'] {
  const chosen: { addOnId: string; quantity: number }[] = [];
  for (let left = dice.oneOf([0, 0, 1, 2, 4]); left > 0; left -= 1) {
    const addOn = dice.oneOf(addOns);
    const clashes = chosen.some(({ addOnId }) => addOnId === addOn.id || addOn.excludes.includes(addOnId));
    if (!clashes && !plan.includes.includes(addOn.feature)) chosen.push({ addOnId: addOn.id, quantity: addOn.counted ? dice.oneOf([1, 2, 3, 7]) : 1 });
  }
  return chosen;
}

function someComparison(dice: Dice, { plans }: Catalogue, planId: string, chosen: DayNumber): ComparisonCase {
  const priced = plans.filter(({ monthlyFeeLi }) => monthlyFeeLi !== null);
  const planIds = plans.filter(({ id, monthlyFeeLi }) => id === planId || monthlyFeeLi === null || dice.chance(0.5)).map(({ id }) => id);
  const a = dice.oneOf(['beijing-200', 'area-code-special', dice.oneOf(priced).id]);
  const b = dice.oneOf(priced.filter(({ id }) => id !== a)).id;
  const { localPercent, mobilePercent } = someProfile(dice);
  return { today: textOf(chosen), planIds, pair: dice.chance(0.05) ? { planIds: [a, b], localPercent, mobilePercent, upTo: dice.oneOf([60, 600, 3000, 6000]) } : null };
}

function chosenMinimum(dice: Dice, { minimum }: Plan, hallMinimumLi: number): number | null {
  if (minimum.kind !== 'by-grade' || dice.chance(0.6)) return null;
  const leastLi = Math.max(minimum.fromLi, hallMinimumLi);
  return dice.oneOf([leastLi, minimum.toLi, leastLi + 10 * dice.upTo((minimum.toLi - leastLi) / 10)]);
}

/** The case of a seed and an index. */
export function makeCase(seed: number, index: number): RatingCase {
  const dice = diceOf(seed, index);
  const opened = someDay(dice);
  const chosen = opened - dice.oneOf([0, 0, 1, 7, 40]);
  const priced = makeCatalogue(dice, chosen);
  const plan = dice.oneOf(priced.plans);
  const last = someEnd(dice, opened, plan);
  const open = dice.chance(0.2) ? priced.plans.find(({ trainingMonthlyFeeLi, id }) => trainingMonthlyFeeLi !== null && id !== plan.id) : undefined;
  const catalogue = { ...priced, plans: priced.plans.map((each) => (each === open ? unpriced(each) : each)) };
  const gradeTable = makeGradeTable(dice);
  const wanted = dice.oneOf([...GRADES, 9]);
  const { grade, hallMinimumLi } = gradeTable.grades.find((terms) => terms.grade === wanted)!;
  const usage: Usage = dice.chance(0.5) ? { kind: 'profile', profile: someProfile(dice) } : { kind: 'calls', calls: someCalls(dice, opened, last) };
  return {
    catalogue, planId: plan.id, addOns: someAddOns(dice, catalogue, plan), terminals: dice.oneOf([1, 2, 3, 10]), grade, headFloorLi: dice.oneOf([0, 0, 0, 100_000, 333_330]), gradeTable,
    chosenMinimumLi: chosenMinimum(dice, plan, hallMinimumLi), chosenOn: textOf(chosen), openedOn: textOf(opened), endsOn: textOf(last), usage,
    policy: { minimumMonths: dice.oneOf([3, 3, 3, 0, 1, 6]), partMonthMinimum: dice.oneOf(['pro-rata-by-days', 'full', 'actual']), partMonthFee: dice.oneOf(['full', 'pro-rata-by-days']) },
    comparison: dice.chance(0.25) ? someComparison(dice, catalogue, plan.id, chosen) : null,
  };
}
