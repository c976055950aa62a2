import { describe, expect, it } from 'vitest';
import type { Promotion } from '#domain/tariff/catalogue.ts';
import { planNamed } from './shipped-tables.ts';
import { termOf, yuanIn } from './term-of.ts';

const promotion = (target: Promotion['target'], more: Partial<Promotion> = {}): Promotion => ({
  id: 'p', name: 'p', effectiveFrom: '2026-01-01', effectiveTo: null, planIds: null, target, percentOff: 50, periods: 1, stacks: false, ...more,
});

describe('200 and 500 plans by minutes a month', () => {
  const month = (plan: string, minutes: number) => (termOf({ plan, minutes, months: 1 }).bills[0]?.totalLi ?? NaN) / 1000;
  it.each([[0, 200, 500], [499, 200, 500], [500, 200, 500], [501, 200.18, 500], [2166, 499.88, 500], [2167, 500.06, 500], [2500, 560, 500], [2501, 560.18, 500.15]])(
    '%i min: %f and %f yuan', (minutes, small, large) => expect([month('beijing-200', minutes), month('beijing-500', minutes)]).toEqual([small, large]),
  );
});

describe('3000 套餐', () => {
  it('is met in the first month by 10,000 minutes', () => {
    const term = termOf({ plan: 'prepaid-3000', minutes: 10_000 });
    expect(term.commitment).toEqual({ li: 3_000_000, countedLi: 72_000_000, metInBill: 1, shortfallLi: 0 });
    expect(term.bills[0]).toMatchObject({ byCashLi: 3_000_000, payableLi: 0, cashLeftLi: 0 });
  });
  it('unmet in month 24, what is missing is due there and paid from the prepayment', () => {
    const term = termOf({ plan: 'prepaid-3000', minutes: 416 });
    expect(term.commitment).toEqual({ li: 3_000_000, countedLi: 2_995_200, metInBill: null, shortfallLi: 4800 });
    expect([22, 23].map((bill) => yuanIn(term, bill, 'commitment-shortfall'))).toEqual([null, 4.8]);
    expect(term.bills[23]).toMatchObject({ byCashLi: 129_600, payableLi: 0, cashLeftLi: 0 });
    expect(termOf({ plan: 'prepaid-3000', minutes: 417 }).commitment).toMatchObject({ metInBill: 24, shortfallLi: 0 });
  });
});

describe('50 元低消', () => {
  it('600 credited for 200 pays exactly twelve months of 50', () => {
    const term = termOf({ plan: 'minimum-50', minutes: 0 });
    expect(term.bills.map(({ payableLi }) => payableLi / 1000)).toEqual([...Array<number>(12).fill(0), ...Array<number>(12).fill(50)]);
    expect([term.bonusLapsedLi, term.chargesLi, term.costLi]).toEqual([0, 1_200_000, 800_000]);
  });
});

describe('50 元低消, what may be paid back', () => {
  const actual = { partMonthMinimum: 'actual' } as const;
  it('before use all of the cash, after one yuan the rest, the bonus never', () => {
    const left = (minutes: number, endsOn: string, policy = {}) => {
      const term = termOf({ plan: 'minimum-50', minutes, endsOn, policy, usage: { kind: 'calls', calls: [{ at: '2026-12-05T10:00:00', seconds: minutes * 60, line: 'mobile', callerArea: null, answeredArea: null }] } });
      return [(term.bills.at(-1)?.cashLeftLi ?? NaN) / 1000, term.chargesLi / 1000];
    };
    expect(left(0, '2026-12-10', actual)).toEqual([200, 0]);
    expect(left(2.5, '2026-12-10', actual)).toEqual([198.8, 1.2]);
    expect(left(0, '2026-12-31')).toEqual([150, 50]);
    expect(left(0, '2027-03-31')).toEqual([0, 200]);
  });
  it('what is left of the bonus lapses after twelve months', () => {
    const term = termOf({ plan: { ...planNamed('minimum-50'), bonus: { bonusLi: 500_000, lapsesAfterMonths: 12 } } });
    expect([term.bonusLapsedLi, term.bills[11]?.bonusLeftLi, term.bills[12]?.bonusLeftLi, term.bills[12]?.payableLi]).toEqual([100_000, 100_000, 0, 50_000]);
  });
});

describe('leaving the 3000 plan', () => {
  it('before the two years are over, what is missing is due at once, and no more', () => {
    const term = termOf({ plan: 'prepaid-3000', minutes: 300, endsOn: '2027-05-31' });
    expect([yuanIn(term, 4, 'early-exit'), yuanIn(term, 5, 'early-exit')]).toEqual([null, 2460]);
    expect(term).toMatchObject({ chargesLi: 3_000_000, commitment: { countedLi: 540_000, metInBill: null, shortfallLi: 2_460_000 } });
  });
  it('on the last day of the commitment is no exit', () => {
    const term = termOf({ plan: 'prepaid-3000', minutes: 300, openedOn: '2026-12-15', endsOn: '2028-12-14' });
    expect([yuanIn(term, 24, 'early-exit'), yuanIn(term, 24, 'commitment-shortfall')]).toEqual([null, 840]);
    expect(yuanIn(termOf({ plan: 'prepaid-3000', minutes: 300, openedOn: '2026-12-15', endsOn: '2028-12-13' }), 24, 'early-exit')).not.toBeNull();
  });
  it('over a leap day the commitment runs its 24 months', () => {
    expect(termOf({ plan: 'prepaid-3000', openedOn: '2024-02-29' }).bills.at(-1)?.period).toEqual({ from: '2026-02-01', to: '2026-02-28', days: 28, daysInMonth: 28 });
    expect(termOf({ plan: 'prepaid-3000', openedOn: '2024-02-29' }).commitment?.shortfallLi).toBe(3_000_000);
  });
  it('a minimum and the package fee count where the plan says so', () => {
    const plan = { ...planNamed('minimum-50'), bonus: null, monthlyFeeLi: 30_000, commitment: { li: 2_000_000, months: 24, counts: ['calls', 'minimum-top-up', 'package-fee'] as const } };
    expect(termOf({ plan }).commitment).toMatchObject({ countedLi: 1_920_000, shortfallLi: 80_000 });
    expect(termOf({ plan: { ...plan, minimumCounts: ['calls', 'package-fee'] } }).commitment).toMatchObject({ countedLi: 1_200_000, shortfallLi: 800_000 });
  });
});

describe('区号特价', () => {
  it('0.18 is the price: neither the 60% nor a promotion touches it', () => {
    const all = (['opening-fee', 'function-fee', 'monthly-fee'] as const).map((kind) => promotion({ kind }, { percentOff: 60, periods: 24 }));
    const term = termOf({ plan: 'area-code-special', minutes: 1000, grade: 6, promotions: all });
    expect(term.bills[0]?.lines).toEqual([{ item: 'calls', ruleId: 'RATE-ANY', addOnId: null, li: 180_000, facts: { milliMinutes: 1_000_000, liPerMinute: 180 } }]);
  });
  it('the minimum alone is cut to 60% of the floor', () => {
    expect(yuanIn(termOf({ plan: 'area-code-special', minutes: 100, grade: 6 }), 0, 'minimum-top-up')).toBe(42);
  });
});

describe('彩铃', () => {
  const opened = { plan: 'minimum-50', addOns: ['ring-back'], openedOn: '2024-02-29' } as const;
  const term = termOf({ ...opened, endsOn: '2027-02-28' });
  const lines = term.bills.flatMap(({ lines: of }, bill) => of.filter(({ item }) => item === 'add-on').map(({ ruleId, li }) => [bill, ruleId, li / 1000]));
  it('the first year is free, the production is due, later years are 120, on the day the year begins', () => {
    expect(lines).toEqual([[0, 'WAIVED', 0], [0, 'ADD-ON-ONCE', 160], [13, 'ADD-ON-YEAR', 120], [25, 'ADD-ON-YEAR', 120]]);
    expect(term.bills[13]?.period.from).toBe('2025-03-01');
  });
  it('two years from 29 February pay two years: the third begins on 1 March, and only for who is still there', () => {
    const fee = (endsOn?: string) => termOf({ ...opened, ...(endsOn !== undefined && { endsOn }) }).bills.reduce((sum, _, bill, bills) => sum + (bills[bill]?.lines.find(({ ruleId }) => ruleId === 'ADD-ON-YEAR')?.li ?? 0), 0);
    expect([fee(), fee('2026-02-28'), fee('2026-03-01')]).toEqual([120_000, 120_000, 240_000]);
  });
});

describe('months that opening or end cut', () => {
  const hundred = { ...planNamed('minimum-50'), minimum: { kind: 'amount', li: 100_000 } as const, bonus: null };
  const first = (openedOn: string, partMonthMinimum: 'pro-rata-by-days' | 'full' | 'actual') => yuanIn(termOf({ plan: hundred, openedOn, policy: { partMonthMinimum } }), 0, 'minimum-top-up');
  it.each([['2026-12-31', 3.23, 100, null], ['2027-04-30', 3.33, 100, null], ['2028-02-29', 3.45, 100, null], ['2027-02-28', 3.57, 100, null], ['2027-03-01', 100, 100, 100]])(
    'opened on %s: by days %f, in full %f, actual %s', (openedOn, days, full, none) => {
      expect([first(openedOn, 'pro-rata-by-days'), first(openedOn, 'full'), first(openedOn, 'actual')]).toEqual([days, full, none]);
    },
  );
  it.each([['2027-04-01', 3.33], ['2027-04-30', 100], ['2027-05-01', 3.23], ['2027-05-31', 100]])('cancelled on %s: %f', (endsOn, last) => {
    const term = termOf({ plan: hundred, openedOn: '2027-03-01', endsOn });
    expect(yuanIn(term, term.bills.length - 1, 'minimum-top-up')).toBe(last);
  });
  it('a profile is cut by days, exactly; fees and included minutes are not, unless the policy says so', () => {
    const cut = (partMonthFee: 'full' | 'pro-rata-by-days') => termOf({ plan: 'beijing-200', minutes: 1000, openedOn: '2026-12-12', policy: { partMonthFee } }).bills[0]?.lines.map(({ li }) => li / 1000);
    // 20 of 31 days: 645.16 minutes less 500, or less 322.
    expect(cut('full')).toEqual([26.13, 200]);
    expect(cut('pro-rata-by-days')).toEqual([58.17, 129.03]);
  });
  it('a cheaper fee of a cut month is rounded once', () => {
    const plan = { ...planNamed('hall-standard'), functionFeeMonthLi: 33_330 };
    const term = termOf({ plan, openedOn: '2026-12-31', policy: { partMonthFee: 'pro-rata-by-days' }, promotions: [promotion({ kind: 'function-fee' }, { percentOff: 15, periods: 2 })] });
    expect([0, 1, 2].map((bill) => yuanIn(term, bill, 'function-fee'))).toEqual([0.91, 28.33, 33.33]);
  });
});

describe('calls', () => {
  const call = (at: string, seconds: number, more = {}) => ({ at, seconds, line: 'mobile' as const, callerArea: '010', answeredArea: '0531', ...more });
  const firstLines = (plan: Parameters<typeof termOf>[0]['plan'], calls: readonly ReturnType<typeof call>[]) =>
    termOf({ plan, usage: { kind: 'calls', calls } }).bills[0]?.lines.filter(({ item }) => item === 'calls').map(({ ruleId, li, facts }) => [ruleId, Number(facts['milliMinutes']) / 1000, li / 1000]);
  it.each([[0, 0], [1, 1], [59, 1], [60, 1], [61, 2], [3600, 60]])('%i seconds are %i minutes', (seconds, minutes) => {
    expect(firstLines('long-distance-standard', [call('2026-12-01T00:00:00', seconds)])).toEqual([['RATE-ANY', minutes, (minutes * 600) / 1000]]);
  });
  it('each is rounded up by itself', () => expect(firstLines('long-distance-standard', [call('2026-12-01T09:00:00', 61), call('2026-12-01T09:00:00', 61)])).toEqual([['RATE-ANY', 4, 2.4]]));
  it('are local by area whatever the phone, else by the kind of line', () => {
    expect(firstLines('hall-standard', [
      call('2026-12-31T23:59:59', 60, { answeredArea: '010' }), call('2026-12-02T00:00:00', 120, { callerArea: null, answeredArea: null }), call('2026-12-02T00:00:00', 180, { line: 'fixed' }),
    ])).toEqual([['RATE-LOCAL', 1, 0.15], ['RATE-FIXED', 3, 0.9], ['RATE-MOBILE', 2, 0.8]]);
  });
  it('use included minutes in the order of their start, the last ones for a part of a call', () => {
    const plan = { ...planNamed('hall-standard'), includedMinutes: 5 };
    expect(firstLines(plan, [call('2026-12-03T10:00:00', 240, { line: 'fixed' }), call('2026-12-02T10:00:00', 180)])).toEqual([['RATE-LOCAL', 0, 0], ['RATE-FIXED', 2, 0.6], ['RATE-MOBILE', 0, 0]]);
  });
  it('belong to the month they start in; those outside the service are told and not charged', () => {
    const term = termOf({ plan: 'long-distance-standard', openedOn: '2026-12-15', endsOn: '2027-01-20', usage: { kind: 'calls', calls: ['2026-12-14T23:59:59', '2026-12-15T00:00:00', '2027-01-20T23:59:59', '2027-01-21T00:00:00'].map((at) => call(at, 60)) } });
    expect([term.bills.map(({ totalLi }) => totalLi), term.callsOutside]).toEqual([[600, 600], 2]);
  });
  it('pooled minutes of seats are included for each seat', () => {
    const term = termOf({ plan: 'long-distance-standard', minutes: 500, addOns: ['seat', 'seat'] });
    expect(term.bills[0]?.lines.map(({ ruleId, li }) => [ruleId, li / 1000])).toEqual([['RATE-ANY', 300], ['ADD-ON-MONTH', 516]]);
    const pooled = termOf({ plan: { ...planNamed('long-distance-standard'), includedMinutes: 100 }, minutes: 500 });
    expect(pooled.bills[0]?.lines.map(({ ruleId, li }) => [ruleId, li / 1000])).toEqual([['RATE-AFTER-INCLUDED', 240]]);
  });
});

describe('a cap', () => {
  const plan = { ...planNamed('hall-standard'), callCapLi: 200_000, functionFeeMonthLi: 0 };
  it('takes off what calls exceed, and only what is left counts towards the minimum', () => {
    expect(termOf({ plan, minutes: 1000, mobile: 50, local: 50 }).bills[0]?.lines.map(({ item, li }) => [item, li / 1000])).toEqual([
      ['calls', 75], ['calls', 0], ['calls', 200], ['call-cap', -75], ['minimum-top-up', 160],
    ]);
  });
});

it('no calls at all: lines stand at zero, the minimum is due', () => {
  expect(termOf({ plan: 'hall-standard' }).bills[1]?.lines.map(({ ruleId, li }) => [ruleId, li / 1000])).toEqual([
    ['RATE-LOCAL', 0], ['RATE-FIXED', 0], ['RATE-MOBILE', 0], ['MINIMUM-TOP-UP', 360], ['PLAN-FUNCTION', 100],
  ]);
  expect(termOf({ plan: 'all-answer', terminals: 3 }).bills[0]?.lines.map(({ ruleId, li }) => [ruleId, li / 1000])).toEqual([['PLAN-FEE-PER-TERMINAL', 240]]);
});

it('what the bill cannot take from the prepayment is the customer\'s: fees, add-ons, and calls beyond it', () => {
  const term = termOf({ plan: 'hall-standard', minutes: 1000, addOns: ['extra-phone'] });
  expect(term.bills.slice(2, 4).map(({ totalLi, byCashLi, payableLi, cashLeftLi }) => [totalLi, byCashLi, payableLi, cashLeftLi].map((each) => each / 1000))).toEqual([[490, 360, 130, 0], [490, 0, 490, 0]]);
  expect([term.start.map(({ item, li }) => [item, li / 1000]), term.chargesLi]).toEqual([[['opening-fee', 100]], 100_000 + 24 * 490_000]);
});
