import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GRADES, type Grade } from '#domain/number/grade/number-rules.ts';
import { withTrainingPrices, type Plan, type Promotion } from '#domain/tariff/catalogue.ts';
import { quotePlan, type Quote, type QuoteInput } from '#domain/tariff/quote.ts';
import { addOnNamed, catalogue, gradeTable, planNamed, prepayPolicy } from './shipped-tables.ts';

const input = (plan: Plan, grade: Grade, more: Partial<QuoteInput> = {}): QuoteInput => ({
  plan, addOns: [], number: { grade, headFloorLi: 0 }, gradeTable, chosenMinimumLi: null, terminals: null, promotions: catalogue.promotions, chosenOn: '2026-11-25',
  policy: prepayPolicy, catalogueConfirmed: catalogue.confirmed, ...more,
});
function quoted(plan: Plan, grade: Grade, more: Partial<QuoteInput> = {}): Quote {
  const quote = quotePlan(input(plan, grade, more));
  if (!quote.ok) throw new Error(JSON.stringify(quote.error));
  return quote.value;
}
const yuanOf = ({ monthlyMinimumLi, prepayDueLi, dueNowLi, termMonths }: Quote) => [monthlyMinimumLi / 1000, prepayDueLi / 1000, dueNowLi / 1000, termMonths];
const line = (quote: Quote, item: string) => quote.lines.find((each) => each.item === item);

describe('monthly minimum, prepayment, due now (yuan) and term (months)', () => {
  it.each<[string, Grade, number, number, number, number]>([
    ['hall-standard', 9, 360, 1080, 1180, 0],
    ['hall-standard', 6, 500, 1500, 1600, 12],
    ['hall-standard', 5, 800, 2400, 2500, 12],
    ['hall-standard', 4, 1000, 3000, 3100, 12],
    ['hall-standard', 1, 3000, 9000, 9100, 24],
    ['long-distance-standard', 9, 0, 0, 0, 0],
    ['long-distance-standard', 6, 100, 600, 600, 12],
    ['long-distance-standard', 4, 200, 600, 600, 12],
    ['long-distance-standard', 3, 400, 1200, 1200, 12],
    ['minimum-50', 9, 50, 200, 200, 0],
    ['minimum-50', 6, 100, 600, 600, 12],
    ['minimum-50', 2, 600, 1800, 1800, 24],
    ['prepaid-3000', 9, 0, 3000, 3000, 24],
    ['prepaid-3000', 1, 0, 3000, 3000, 24],
    ['area-code-special', 9, 0, 360, 360, 0],
    ['area-code-special', 6, 60, 600, 600, 12],
    ['area-code-special', 3, 240, 720, 720, 12],
    ['beijing-200', 9, 0, 0, 0, 0],
    ['beijing-200', 6, 100, 600, 600, 12],
    ['beijing-500', 2, 600, 1800, 1800, 24],
  ])('%s for grade %i', (id, grade, minimum, prepay, now, term) => {
    expect(yuanOf(quoted(planNamed(id), grade))).toEqual([minimum, prepay, now, term]);
  });
});

describe('each line names its rule', () => {
  it('of the hall tariff', () => {
    expect(quoted(planNamed('hall-standard'), 9).lines.map(({ item, ruleId, li, when }) => [item, ruleId, li, when])).toEqual([
      ['opening-fee', 'PLAN-OPENING', 100000, 'now'],
      ['prepayment', 'PREPAY-BY-MINIMUM', 1080000, 'now'],
      ['function-fee', 'PLAN-FUNCTION', 100000, 'monthly'],
      ['monthly-minimum', 'MINIMUM-HALL-BY-GRADE', 360000, 'monthly'],
    ]);
  });

  it.each<[string, Grade, string, string]>([
    ['minimum-50', 9, 'PREPAY-BY-PLAN', 'MINIMUM-PLAN'],
    ['minimum-50', 6, 'PREPAY-BY-SPECIAL', 'MINIMUM-GRADE-FLOOR'],
    ['prepaid-3000', 1, 'PREPAY-BY-PLAN', 'MINIMUM-WAIVED'],
    ['area-code-special', 3, 'PREPAY-BY-MINIMUM', 'MINIMUM-FLOOR-SHARE'],
    ['beijing-200', 9, 'PREPAY-POSTPAID-ORDINARY', 'MINIMUM-NONE'],
    ['long-distance-standard', 9, 'PREPAY-BY-NONE', 'MINIMUM-NONE'],
  ])('%s for grade %i: %s and %s', (id, grade, prepay, minimum) => {
    const quote = quoted(planNamed(id), grade);
    expect([line(quote, 'prepayment')?.ruleId, line(quote, 'monthly-minimum')?.ruleId]).toEqual([prepay, minimum]);
  });

  it('shows the numbers that the prepayment was chosen from', () => {
    expect(line(quoted(planNamed('area-code-special'), 6), 'prepayment')?.calc).toEqual({
      code: 'largest-of', facts: { planLi: 360000, months: 3, minimumLi: 60000, byMinimumLi: 180000, specialAtLeastLi: 600000 },
    });
  });

  it('credits the bonus beside the cash and lets it lapse', () => {
    expect(line(quoted(planNamed('minimum-50'), 9), 'bonus')).toMatchObject({ li: 400000, calc: { facts: { cashLi: 200000, lapsesAfterMonths: 12 } } });
  });

  it('counts add-ons and never lets them touch what is due now', () => {
    const addOns = [{ addOn: addOnNamed('ring-back'), quantity: 1 }, { addOn: addOnNamed('seat'), quantity: 3 }];
    const quote = quoted(planNamed('hall-standard'), 9, { addOns });
    expect(quote.lines.filter(({ item }) => item === 'add-on').map(({ addOnId, li, when, calc }) => [addOnId, li, when, calc.facts.waivedPeriods])).toEqual([
      ['ring-back', 120000, 'yearly', 1], ['ring-back', 160000, 'once', 0], ['seat', 774000, 'monthly', 0],
    ]);
    expect(quote.dueNowLi).toBe(quoted(planNamed('hall-standard'), 9).dueNowLi);
  });
});

describe('a chosen minimum', () => {
  const hall = planNamed('hall-standard');
  it('raises minimum and prepayment inside the range', () => {
    const quote = quoted(hall, 6, { chosenMinimumLi: 1000000 });
    expect(yuanOf(quote)).toEqual([1000, 3000, 3100, 12]);
    expect(line(quote, 'monthly-minimum')?.ruleId).toBe('MINIMUM-CHOSEN');
  });
  it.each([499990, 3000010])('%i is outside the range of grade 6', (chosenMinimumLi) => {
    expect(quotePlan(input(hall, 6, { chosenMinimumLi }))).toEqual({ ok: false, error: { code: 'minimum-out-of-range', facts: { fromLi: 500000, toLi: 3000000 } } });
  });
  it('exists in the hall tariff only', () => {
    expect(quotePlan(input(planNamed('prepaid-3000'), 9, { chosenMinimumLi: 500000 }))).toMatchObject({ ok: false, error: { code: 'minimum-not-chosen-here' } });
  });
});

describe('plans that a hall prices itself', () => {
  it('have no quote until then', () => {
    expect(quotePlan(input(planNamed('beijing-enhanced'), 9))).toEqual({ ok: false, error: { code: 'plan-not-priced', facts: { plan: 'beijing-enhanced' } } });
  });
  it('are quoted in training with a price marked as a sample', () => {
    const quote = quoted(planNamed('beijing-enhanced', withTrainingPrices(catalogue)), 9);
    expect(quote.sample).toBe(true);
    expect(line(quote, 'monthly-fee')?.li).toBe(120000);
  });
});

it('an enabled head rule lifts the floor, but not where the plan waives it', () => {
  const number = { grade: 9 as Grade, headFloorLi: 300000 };
  expect(quoted(planNamed('minimum-50'), 9, { number }).monthlyMinimumLi).toBe(300000);
  expect(quoted(planNamed('prepaid-3000'), 9, { number }).monthlyMinimumLi).toBe(0);
});

describe('promotions', () => {
  const promotion = (id: string, more: Partial<Promotion>): Promotion => ({
    id, name: id, effectiveFrom: '2026-01-01', effectiveTo: '2026-11-25', planIds: null, target: { kind: 'opening-fee' }, percentOff: 50, periods: 1, stacks: true, ...more,
  });
  const opening = (chosenOn: string, ...promotions: readonly Promotion[]) => {
    const quote = quoted(planNamed('hall-standard'), 9, { promotions, chosenOn });
    return [quote.openingFeeLi, quote.dueNowLi - quote.prepayDueLi, line(quote, 'opening-fee')?.li];
  };
  it('hold by the day of the choice, both ends included, and for their plans', () => {
    expect(opening('2026-11-25', promotion('a', {}))).toEqual([50000, 50000, 50000]);
    expect(opening('2026-11-26', promotion('a', {}))).toEqual([100000, 100000, 100000]);
    expect(opening('2026-01-01', promotion('a', { planIds: ['beijing-200'] }))).toEqual([100000, 100000, 100000]);
  });
  it('stacking ones add up, one that stands alone wins when it is larger, never more than all', () => {
    expect(opening('2026-05-01', promotion('a', { percentOff: 30 }), promotion('b', { percentOff: 30 }))[0]).toBe(40000);
    expect(opening('2026-05-01', promotion('a', { percentOff: 30 }), promotion('b', { percentOff: 30 }), promotion('c', { percentOff: 55, stacks: false }))[0]).toBe(40000);
    expect(opening('2026-05-01', promotion('a', { percentOff: 30 }), promotion('c', { percentOff: 55, stacks: false }))[0]).toBe(45000);
    expect(opening('2026-05-01', promotion('a', { percentOff: 80 }), promotion('b', { percentOff: 80 }))).toEqual([0, 0, 0]);
  });
  it('are told with the line: free periods first, then the cheaper ones', () => {
    const onFee = { target: { kind: 'function-fee' }, periods: 3 } as const;
    const quote = quoted(planNamed('hall-standard'), 9, { promotions: [promotion('a', onFee), promotion('b', { ...onFee, periods: 1 })] });
    expect(line(quote, 'function-fee')).toMatchObject({ li: 100000, calc: { facts: { waivedPeriods: 1, percentOff: 50, percentPeriods: 2, promotion: 'a b' } } });
    expect(line(quoted(planNamed('hall-standard'), 9), 'function-fee')?.calc.facts).toEqual({ eachLi: 100000, terminals: 1, waivedPeriods: 0, percentOff: 0, percentPeriods: 0, promotion: '' });
  });
});

it('a fee per terminal is counted, and offered for one', () => {
  const plan = planNamed('all-answer', withTrainingPrices(catalogue));
  expect(line(quoted(plan, 9), 'monthly-fee')?.li).toBe(80000);
  expect(line(quoted(plan, 9, { terminals: 12 }), 'monthly-fee')).toMatchObject({ li: 960000, ruleId: 'PLAN-FEE-PER-TERMINAL', calc: { facts: { eachLi: 80000, terminals: 12 } } });
  expect(line(quoted(planNamed('beijing-200'), 9, { terminals: 12 }), 'monthly-fee')?.li).toBe(200000);
});

describe('any plan, grade and amounts', () => {
  const li = fc.integer({ min: 0, max: 500000 }).map((fen) => fen * 10);
  it('keeps the rules of product.md', () => {
    fc.assert(
      fc.property(fc.constantFrom(...GRADES), fc.constantFrom<'prepaid' | 'postpaid'>('prepaid', 'postpaid'), li, li, fc.integer({ min: 0, max: 100 }), (grade, billing, prepayLi, ownLi, floorPercent) => {
        const plan: Plan = { ...planNamed('minimum-50'), billing, prepayLi, minimum: { kind: 'amount', li: ownLi }, floorPercent };
        const quote = quoted(plan, grade);
        expect(quote.monthlyMinimumLi).toBeGreaterThanOrEqual(ownLi);
        expect(quote.dueNowLi).toBe(quote.prepayDueLi + quote.openingFeeLi);
        expect(quote.lines.every(({ li: amount }) => amount % 10 === 0)).toBe(true);
        if (grade === 9 && billing === 'postpaid') expect(quote.prepayDueLi).toBe(0);
        else expect(quote.prepayDueLi).toBe(Math.max(prepayLi, 3 * quote.monthlyMinimumLi, grade === 9 ? 0 : 600000));
      }),
    );
  });
});
