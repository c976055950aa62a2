import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { withTrainingPrices, type Catalogue, type Plan, type Promotion } from '#domain/tariff/catalogue.ts';
import type { CallRecord, Usage } from '#domain/tariff/usage.ts';
import type { GradeTable } from '#domain/number/grade/number-rules.ts';
import { makeCase } from './make-case.ts';
import { compareRatings, playRatings } from './play-rating.ts';
import type { RatedCase, RatingCase } from './rating-case.ts';
import { rateSecond } from './second-rater.ts';
import { costAt, takeoversIn } from './second/comparison.ts';
import { lastOfSpan, parseDay, sameDayLater, textOf } from './second/day-count.ts';
import { toFen } from './second/exact.ts';

const read = (file: string): unknown => JSON.parse(readFileSync(`resources/reference/${file}`, 'utf8'));
const catalogue = withTrainingPrices(read('plans.json') as Catalogue);
const gradeTable = read('number-grades.json') as GradeTable;

const profile = (minutes: number, localPercent = 0, mobilePercent = 0): Usage => ({ kind: 'profile', profile: { minutes, localPercent, mobilePercent } });
const call = (at: string, seconds: number, rest: Partial<CallRecord> = {}): CallRecord => ({ at, seconds, line: 'mobile', callerArea: null, answeredArea: '010', ...rest });
const calls = (...list: readonly CallRecord[]): Usage => ({ kind: 'calls', calls: list });

/** A full month of June 2026 (30 days) unless told otherwise. */
const input = (over: Partial<RatingCase> = {}): RatingCase => ({
  catalogue, planId: 'beijing-200', addOns: [], terminals: 1, grade: 9, headFloorLi: 0, gradeTable, chosenMinimumLi: null, chosenOn: '2026-05-20',
  openedOn: '2026-06-01', endsOn: '2026-06-30', usage: profile(0), policy: { minimumMonths: 3, partMonthMinimum: 'pro-rata-by-days', partMonthFee: 'full' }, comparison: null, ...over,
});
const rate = (over: Partial<RatingCase>): RatedCase => rateSecond(input(over));
/** `calls RATE-ANY 600` … of one bill. */
const linesOf = (rated: RatedCase, bill = 0): readonly string[] => rated.term.bills[bill]!.lines.map(({ item, ruleId, li, addOnId }) => `${addOnId ?? item} ${ruleId} ${li}`);
const changed = (planId: string, change: Partial<Plan>): Catalogue => ({ ...catalogue, plans: catalogue.plans.map((plan) => (plan.id === planId ? { ...plan, ...change } : plan)) });
const promoted = (...promotions: readonly Partial<Promotion>[]): Catalogue => ({
  ...catalogue, promotions: promotions.map((each, index) => ({ id: `p${index}`, name: 'p', effectiveFrom: '2026-01-01', effectiveTo: null, planIds: null, target: { kind: 'monthly-fee' }, percentOff: 50, periods: 1, stacks: false, ...each })),
});

describe('days and rounding', () => {
  test.each([['2026-01-15', 24, '2028-01-14'], ['2024-02-29', 24, '2026-02-28'], ['2026-08-31', 6, '2027-02-28'], ['2026-12-01', 12, '2027-11-30'], ['2024-02-29', 48, '2028-02-28']])('%s and %i months last to %s', (from, months, to) => {
    expect(textOf(lastOfSpan(parseDay(from), months))).toBe(to);
  });
  test('an anniversary of 29 February is 1 March, and the 29th again in a leap year', () => {
    expect([12, 24, 36, 48].map((months) => textOf(sameDayLater(parseDay('2024-02-29'), months)))).toEqual(['2025-03-01', '2026-03-01', '2027-03-01', '2028-02-29']);
  });
  test.each([[4, 1, 0], [5, 1, 10], [14, 1, 10], [15, 1, 20], [-5, 1, -10], [-4, 1, 0], [29, 2, 10], [31, 2, 20], [30, 2, 20]])('%i/%i li are %i', (over, under, li) => {
    expect(toFen({ over: BigInt(over), under: BigInt(under) })).toBe(li);
  });
});

describe('calls', () => {
  test.each([[0, 0], [1, 600], [59, 600], [60, 600], [61, 1200]])('%i s at 0.60 cost %i', (seconds, li) => {
    expect(linesOf(rate({ planId: 'long-distance-standard', usage: calls(call('2026-06-10T10:00:00', seconds)) }))).toEqual([`calls RATE-ANY ${li}`]);
  });
  test('each call is rounded up by itself: two of 61 s are four minutes', () => {
    expect(linesOf(rate({ planId: 'long-distance-standard', usage: calls(call('2026-06-10T10:00:00', 61), call('2026-06-11T10:00:00', 61)) }))).toEqual(['calls RATE-ANY 2400']);
  });
  test('a mobile of the answering area is local, an unknown area goes by the line', () => {
    const usage = calls(
      call('2026-06-10T10:00:00', 60, { callerArea: '010' }), call('2026-06-10T10:00:00', 60), call('2026-06-10T10:00:00', 60, { line: 'fixed', callerArea: '021' }),
      call('2026-06-10T10:00:00', 60, { line: 'fixed', answeredArea: null }),
    );
    // 0.15 + 2 × 0.30 + 0.40; minimum 50 of which 1.15 is used.
    expect(linesOf(rate({ planId: 'minimum-50', usage }))).toEqual(['calls RATE-LOCAL 150', 'calls RATE-FIXED 600', 'calls RATE-MOBILE 400', 'minimum-top-up MINIMUM-TOP-UP 48850']);
  });
  test('a call counts in the month in which it starts; before and after the service it is not rated', () => {
    const usage = calls(call('2026-06-14T23:59:59', 60), call('2026-06-15T00:00:00', 60), call('2026-06-30T23:59:59', 7200), call('2026-07-10T23:59:59', 60), call('2026-07-11T00:00:00', 60));
    const rated = rate({ planId: 'long-distance-standard', openedOn: '2026-06-15', endsOn: '2026-07-10', usage });
    expect([linesOf(rated, 0), linesOf(rated, 1), rated.term.callsOutside]).toEqual([['calls RATE-ANY 72600'], ['calls RATE-ANY 600'], 2]);
  });
  test('the last included minutes cover a part of a call, by order of start and not of the list', () => {
    const mixed = changed('minimum-50', { includedMinutes: 3, minimum: { kind: 'none' } });
    const usage = calls(call('2026-06-20T10:00:00', 120), call('2026-06-10T10:00:00', 120, { callerArea: '010' }));
    expect(linesOf(rate({ planId: 'minimum-50', catalogue: mixed, usage }))).toEqual(['calls RATE-LOCAL 0', 'calls RATE-FIXED 0', 'calls RATE-MOBILE 400']);
  });
});

describe('included minutes, cap and profile', () => {
  test.each([['beijing-200', 499, 0], ['beijing-200', 500, 0], ['beijing-200', 501, 180], ['beijing-200', 2166, 299_880], ['beijing-200', 2167, 300_060], ['beijing-500', 2500, 0], ['beijing-500', 2501, 150]])('%s at %i minutes: %i beyond the fee', (planId, minutes, li) => {
    const fee = planId === 'beijing-200' ? 200_000 : 500_000;
    expect(linesOf(rate({ planId, usage: profile(minutes) }))).toEqual([`calls RATE-AFTER-INCLUDED ${li}`, `monthly-fee PLAN-FEE ${fee}`]);
  });
  test('a profile uses included minutes across its classes in proportion', () => {
    const mixed = changed('minimum-50', { includedMinutes: 100, minimum: { kind: 'none' } });
    // 400 minutes, 3/4 of each class is charged: 33 % local 99, 10 % mobile 30, 57 % fixed 171.
    expect(linesOf(rate({ planId: 'minimum-50', catalogue: mixed, usage: profile(400, 33, 10) }))).toEqual(['calls RATE-LOCAL 14850', 'calls RATE-FIXED 51300', 'calls RATE-MOBILE 12000']);
  });
  test('a class is never rounded to whole minutes: 33 % of 7 minutes at 0.15 are 0.3465', () => {
    const rated = rate({ planId: 'minimum-50', usage: profile(7, 33, 33) });
    expect(linesOf(rated).slice(0, 3)).toEqual(['calls RATE-LOCAL 350', 'calls RATE-FIXED 710', 'calls RATE-MOBILE 920']);
  });
  test('15 of 31 days carry 15/31 of the profile, and by policy of the included minutes, downwards', () => {
    const part = { openedOn: '2026-07-17', endsOn: '2026-07-31', usage: profile(2000) };
    // 967.741… − 500 = 467.741… × 0.18 = 84.1935…; 500 × 15 ÷ 31 = 241: 726.741… × 0.18 = 130.8135…, fee 96.774…
    expect(linesOf(rate(part))).toEqual(['calls RATE-AFTER-INCLUDED 84190', 'monthly-fee PLAN-FEE 200000']);
    expect(linesOf(rate({ ...part, policy: { minimumMonths: 3, partMonthMinimum: 'full', partMonthFee: 'pro-rata-by-days' } }))).toEqual(['calls RATE-AFTER-INCLUDED 130810', 'monthly-fee PLAN-FEE 96770']);
  });
  test('two pooled seats of 300 minutes on a plan without any make its price one after included minutes', () => {
    const pooled = { ...catalogue, addOns: catalogue.addOns.map((addOn) => (addOn.id === 'seat' ? { ...addOn, pooledMinutes: 300 } : addOn)) };
    expect(linesOf(rate({ planId: 'long-distance-standard', catalogue: pooled, addOns: [{ addOnId: 'seat', quantity: 2 }], usage: profile(601) }))).toEqual(['calls RATE-AFTER-INCLUDED 600', 'seat ADD-ON-MONTH 516000']);
  });
  test('a cap takes the excess back, and only what is left counts for the minimum', () => {
    const capped = changed('minimum-50', { callCapLi: 30_000 });
    expect(linesOf(rate({ planId: 'minimum-50', catalogue: capped, usage: profile(100, 0, 100) }))).toEqual(['calls RATE-LOCAL 0', 'calls RATE-FIXED 0', 'calls RATE-MOBILE 40000', 'call-cap CALL-CAP -10000', 'minimum-top-up MINIMUM-TOP-UP 20000']);
  });
});

describe('minimum, prepayment, opening', () => {
  test.each<[string, RatingCase['grade'], number, number, Partial<RatingCase>]>([
    ['hall-standard', 9, 360_000, 1_080_000, {}], ['hall-standard', 1, 3_000_000, 9_000_000, {}], ['hall-standard', 6, 700_000, 2_100_000, { chosenMinimumLi: 700_000 }],
    ['area-code-special', 6, 60_000, 600_000, {}], ['area-code-special', 9, 0, 360_000, {}], ['area-code-special', 1, 600_000, 1_800_000, {}], ['prepaid-3000', 1, 0, 3_000_000, {}],
    ['beijing-200', 9, 0, 0, {}], ['beijing-200', 5, 150_000, 600_000, {}], ['minimum-50', 9, 50_000, 200_000, {}], ['minimum-50', 2, 600_000, 1_800_000, {}], ['minimum-50', 9, 100_000, 300_000, { headFloorLi: 100_000 }],
  ])('%s with grade %i: minimum %i, prepayment %i', (planId, grade, minimumLi, prepaymentLi, over) => {
    expect(rate({ planId, grade, ...over })).toMatchObject({ minimumLi, prepaymentLi });
  });
  test('opened on the 31st: one day of the minimum, the opening fee apart, the function fee whole', () => {
    const rated = rate({ planId: 'hall-standard', openedOn: '2026-08-31', endsOn: '2026-09-30' });
    // 360 ÷ 31 = 11.6129…
    expect(linesOf(rated)).toEqual(['calls RATE-LOCAL 0', 'calls RATE-FIXED 0', 'calls RATE-MOBILE 0', 'minimum-top-up MINIMUM-TOP-UP 11610', 'function-fee PLAN-FUNCTION 100000']);
    expect(linesOf(rated, 1)[3]).toBe('minimum-top-up MINIMUM-TOP-UP 360000');
    expect(rated.term.start).toEqual([{ item: 'opening-fee', ruleId: 'PLAN-OPENING', addOnId: null, li: 100_000 }]);
  });
  test.each([['full', 50_000], ['actual', null]] as const)('a part month by policy %s tops up to %s', (partMonthMinimum, li) => {
    const rated = rate({ planId: 'minimum-50', openedOn: '2026-06-30', policy: { minimumMonths: 3, partMonthMinimum, partMonthFee: 'full' } });
    expect(linesOf(rated).at(3)).toBe(li === null ? undefined : `minimum-top-up MINIMUM-TOP-UP ${li}`);
  });
  test('where the package fee counts, it fills the minimum', () => {
    expect(linesOf(rate({ grade: 4, catalogue: changed('beijing-200', { minimumCounts: ['calls', 'package-fee'] }) }))).toEqual(['calls RATE-AFTER-INCLUDED 0', 'monthly-fee PLAN-FEE 200000']);
    expect(linesOf(rate({ grade: 4 }))[1]).toBe('minimum-top-up MINIMUM-TOP-UP 200000');
  });
  test('three terminals pay three times and no call', () => {
    expect(linesOf(rate({ planId: 'all-answer', terminals: 3, usage: profile(5000) }))).toEqual(['monthly-fee PLAN-FEE-PER-TERMINAL 240000']);
  });
});

describe('add-ons and promotions', () => {
  const ring = { planId: 'long-distance-standard', addOns: [{ addOnId: 'ring-back', quantity: 1 }], endsOn: '2027-06-01' };
  test('120 is waived in the first year and 160 is due; the second year begins on the anniversary', () => {
    const rated = rate(ring);
    expect([linesOf(rated, 0), linesOf(rated, 11), linesOf(rated, 12)]).toEqual([
      ['calls RATE-ANY 0', 'ring-back WAIVED 0', 'ring-back ADD-ON-ONCE 160000'], ['calls RATE-ANY 0'], ['calls RATE-ANY 0', 'ring-back ADD-ON-YEAR 120000'],
    ]);
  });
  test('chosen the day before it is effective, nothing is waived', () => {
    expect(linesOf(rate({ ...ring, chosenOn: '2024-10-05' }))[1]).toBe('ring-back ADD-ON-YEAR 120000');
    expect(linesOf(rate({ ...ring, chosenOn: '2024-10-06' }))[1]).toBe('ring-back WAIVED 0');
  });
  test.each<[string, readonly Partial<Promotion>[], number]>([
    ['10 + 25 that stack against 30 alone', [{ percentOff: 10, stacks: true }, { percentOff: 25, stacks: true }, { percentOff: 30 }], 130_000],
    ['10 + 15 that stack against 30 alone', [{ percentOff: 10, stacks: true }, { percentOff: 15, stacks: true }, { percentOff: 30 }], 140_000],
    ['more than everything', [{ percentOff: 75, stacks: true }, { percentOff: 75, stacks: true }], 0],
    ['another plan', [{ planIds: ['beijing-500'] }], 200_000],
    ['over since yesterday', [{ effectiveTo: '2026-05-19' }], 200_000],
    ['on its last day', [{ effectiveTo: '2026-05-20' }], 100_000],
  ])('%s', (_what, promotions, li) => {
    expect(linesOf(rate({ catalogue: promoted(...promotions) }))[1]).toBe(`monthly-fee ${li === 0 ? 'WAIVED' : 'PLAN-FEE'} ${li}`);
  });
  test('promotion and part month are one fraction: 123.45 × 67 % × 7 ÷ 31 = 18.6768…', () => {
    const { plans } = changed('beijing-200', { monthlyFeeLi: 123_450 });
    const policy = { minimumMonths: 3, partMonthMinimum: 'full', partMonthFee: 'pro-rata-by-days' } as const;
    expect(linesOf(rate({ catalogue: { ...promoted({ percentOff: 33 }), plans }, openedOn: '2026-07-25', endsOn: '2026-07-31', policy }))[1]).toBe('monthly-fee PLAN-FEE 18680');
  });
});

describe('commitment and paying', () => {
  const service = { planId: 'prepaid-3000', openedOn: '2026-06-01', endsOn: '2028-05-31' };
  test('3000 met in the first month, paid from the prepayment', () => {
    const rated = rate({ ...service, usage: calls(call('2026-06-10T10:00:00', 60 * 10_000)) });
    expect(rated.term).toMatchObject({ commitment: { li: 3_000_000, countedLi: 3_000_000, metInBill: 1, shortfallLi: 0 }, chargesLi: 3_000_000 });
    expect(rated.term.bills[0]).toMatchObject({ byCashLi: 3_000_000, payableLi: 0, cashLeftLi: 0 });
  });
  test('unmet in month 24: the rest falls due on that bill and the prepayment pays it', () => {
    const rated = rate({ ...service, usage: profile(400) });
    // 24 × 400 × 0.30 = 2880
    expect(linesOf(rated, 23)).toEqual(['calls RATE-ANY 120000', 'commitment-shortfall COMMITMENT-SHORTFALL 120000']);
    expect(rated.term).toMatchObject({ commitment: { metInBill: null, shortfallLi: 120_000 }, chargesLi: 3_000_000 });
    expect(rated.term.bills[23]).toMatchObject({ payableLi: 0, cashLeftLi: 0 });
  });
  test('one day short of the span is an exit', () => {
    expect(linesOf(rate({ ...service, endsOn: '2028-05-30', usage: calls() }), 23)).toEqual(['calls RATE-ANY 0', 'early-exit EXIT-COMMITMENT 3000000']);
  });
  test('the bill with the last day of the span counts whole; the ones after it do not', () => {
    const rated = rate({ ...service, openedOn: '2026-06-15', endsOn: '2028-08-31', usage: profile(300) });
    // 16/30 of June, 24 whole months to June 2028: 48 + 24 × 90 = 2208
    expect(linesOf(rated, 24)).toEqual(['calls RATE-ANY 90000', 'commitment-shortfall COMMITMENT-SHORTFALL 792000']);
    expect([rated.term.commitment!.countedLi, linesOf(rated, 25)]).toEqual([2_208_000, ['calls RATE-ANY 90000']]);
  });
  test('200 + 400 pay exactly twelve full months of 50; cash first', () => {
    const { term } = rate({ planId: 'minimum-50', endsOn: '2027-06-30' });
    expect(term.bills.map(({ byCashLi }) => byCashLi)).toEqual([50_000, 50_000, 50_000, 50_000, ...Array.from({ length: 9 }, () => 0)]);
    expect(term.bills.map(({ payableLi }) => payableLi)).toEqual([...Array.from({ length: 12 }, () => 0), 50_000]);
    expect(term).toMatchObject({ bonusLapsedLi: 0, chargesLi: 650_000, costLi: 250_000 });
  });
  test('opened on the 15th the bonus still pays the bill of the 1st within its span, then the rest lapses', () => {
    const { term } = rate({ planId: 'minimum-50', openedOn: '2026-06-15', endsOn: '2027-07-31', catalogue: changed('minimum-50', { bonus: { bonusLi: 500_000, lapsesAfterMonths: 12 } }) });
    // June 26.67 + 12 × 50 = 626.67 are paid until June 2027; 700 were credited.
    expect(term.bills.slice(-2).map(({ byBonusLi, bonusLeftLi, payableLi }) => [byBonusLi, bonusLeftLi, payableLi])).toEqual([[50_000, 73_330, 0], [0, 0, 50_000]]);
    expect(term.bonusLapsedLi).toBe(73_330);
  });
  test('cash and bonus pay no fee and no add-on', () => {
    const { term } = rate({ planId: 'minimum-50', addOns: [{ addOnId: 'extra-phone', quantity: 2 }] });
    expect(term.bills[0]).toMatchObject({ totalLi: 110_000, byCashLi: 50_000, byBonusLi: 0, payableLi: 60_000 });
  });
});

describe('comparing', () => {
  const comparison = { today: '2026-05-20', planIds: ['long-distance-standard', 'minimum-50', 'beijing-200', 'beijing-500', 'beijing-enhanced'], pair: { planIds: ['beijing-200', 'beijing-500'], localPercent: 10, mobilePercent: 55, upTo: 3000 } } as const;
  test('month, year and term of 100 mobile minutes, cheapest first, unpriced last', () => {
    const { plans } = rate({ catalogue: changed('beijing-enhanced', { monthlyFeeLi: null }), usage: profile(100, 0, 100), comparison }).comparison!;
    // 50元低消: 24 × 50 − 400; 长途 24 × 60; 200 and 500 their fee.
    expect(plans).toEqual([
      { planId: 'minimum-50', costLi: 800_000, monthLi: 33_330, yearLi: 200_000 }, { planId: 'long-distance-standard', costLi: 1_440_000, monthLi: 60_000, yearLi: 720_000 },
      { planId: 'beijing-200', costLi: 4_800_000, monthLi: 200_000, yearLi: 2_400_000 }, { planId: 'beijing-500', costLi: 12_000_000, monthLi: 500_000, yearLi: 6_000_000 },
      { planId: 'beijing-enhanced', costLi: null, monthLi: null, yearLi: null },
    ]);
  });
  test('500 takes over from 200 at 2167 minutes', () => {
    expect(rate({ comparison }).comparison!.takeovers).toEqual([{ planId: 'beijing-500', atMinutes: 2167 }]);
    expect([2166, 2167].map((minutes) => costAt(input(), comparison, 'beijing-200', { minutes, localPercent: 10, mobilePercent: 55 }))).toEqual([24 * 499_880, 24 * 500_060]);
  });
  test('an add-on that the plan includes is left out, and its list of calls repeats month by month', () => {
    const rated = rate({
      planId: 'long-distance-standard', addOns: [{ addOnId: 'recording-monthly', quantity: 1 }], usage: calls(call('2026-01-31T10:00:00', 60), call('2026-03-01T10:00:00', 180)),
      comparison: { today: '2026-05-20', planIds: ['long-distance-standard', 'beijing-enhanced'], pair: null },
    });
    // Of 24 months eight have 1 minute, eight none, eight 3: 32 minutes.
    expect(rated.comparison!.plans.map(({ costLi }) => costLi)).toEqual([32 * 600 + 24 * 50_000, 32 * 200 + 24 * 120_000]);
  });
  test.each<[string, readonly number[], readonly string[]]>([
    ['one crossing', [-50, -20, 20, 50], ['B 2']], ['a tie before it', [-50, 0, 50], ['B 2']], ['back and forth around it', [-50, 4, -4, 0, 4, 50], ['B 4']],
    ['touching', [-50, -4, 4, -4, -50], []], ['equal from the start', [0, 0, 50], ['B 2']], ['two crossings', [-50, 50, 50, -50], ['B 1', 'A 3']],
  ])('%s', (_what, differences, found) => {
    expect(takeoversIn(differences, 10).map(({ cheaper, at }) => `${cheaper} ${at}`)).toEqual(found);
  });
});

describe('the campaign', () => {
  test('a case is the same for its seed and index, whatever was made before', () => {
    const late = makeCase(7, 31);
    makeCase(7, 2);
    expect(makeCase(7, 31)).toEqual(late);
    expect(makeCase(8, 31)).not.toEqual(late);
  });
  test('every difference is named with both values', () => {
    const rated = rate({});
    const [bill] = rated.term.bills;
    const other = { ...rated, prepaymentLi: 10, term: { ...rated.term, bills: [{ ...bill!, lines: bill!.lines.slice(1) }] } };
    expect(compareRatings(rated, rated)).toEqual([]);
    expect(compareRatings(other, rated)).toEqual(expect.arrayContaining(['prepaymentLi: 10 ours, 0 theirs', 'term.bills.0.lines.0.item: "monthly-fee" ours, "calls" theirs', 'term.bills.0.lines.1: undefined ours, {"item":"monthly-fee","ruleId":"PLAN-FEE","addOnId":null,"li":200000} theirs']));
  });
  test('a rater that is one fen off in a part month, or throws, is seen', () => {
    const off = (each: RatingCase): RatedCase => {
      const rated = rateSecond(each);
      return { ...rated, term: { ...rated.term, costLi: rated.term.bills.some(({ period }) => period.days === 1) ? rated.term.costLi + 10 : rated.term.costLi } };
    };
    expect(playRatings(rateSecond, { seed: 1, runs: 40 }).violations).toEqual([]);
    expect(playRatings(off, { seed: 1, runs: 40 }).violations.map(({ found }) => found.length)).toContain(1);
    expect(playRatings(() => { throw new Error('no price'); }, { seed: 1, runs: 1 }).violations[0]!.found).toEqual(['engine threw no price']);
  });
  test('every rule of a bill and every wish for a corner is met within 600 cases', () => {
    const cases = Array.from({ length: 600 }, (_, index) => makeCase(2, index));
    const rules = new Set(cases.flatMap((each) => { const { start, bills } = rateSecond({ ...each, comparison: null }).term; return [...start, ...bills.flatMap(({ lines }) => lines)].map(({ ruleId }) => ruleId); }));
    expect(rules.size).toBe(17);
    expect(new Set(cases.map(({ grade }) => grade)).size).toBe(7);
    expect(new Set(cases.flatMap(({ planId }) => (planId.startsWith('made') ? [] : [planId])))).toEqual(new Set(catalogue.plans.map(({ id }) => id)));
    expect(new Set(cases.map(({ policy }) => `${policy.partMonthMinimum} ${policy.partMonthFee}`)).size).toBe(6);
    expect(cases.some(({ openedOn }) => openedOn.endsWith('-02-29')) && cases.some(({ openedOn }) => openedOn.endsWith('-31'))).toBe(true);
  });
});
