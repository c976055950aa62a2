import { describe, expect, it } from 'vitest';
import { termOf, yuanIn } from './term-of.ts';

describe('200 and 500 plans by minutes a month', () => {
  const month = (plan: string, minutes: number) => (termOf({ plan, minutes, months: 1 }).bills[0]?.totalLi ?? NaN) / 1000;
  it.each([[0, 200, 500], [499, 200, 500], [500, 200, 500], [501, 200.18, 500], [2166, 499.88, 500], [2167, 500.06, 500], [2500, 560, 500], [2501, 560.18, 500.15]])(
    '%i min: %f and %f yuan', (minutes, small, large) => expect([month('beijing-200', minutes), month('beijing-500', minutes)]).toEqual([small, large]),
  );
});

describe('3000 套餐', () => {
  it('is met in the first month by 10,000 minutes', () => {
    const term = termOf({ plan: 'prepaid-3000', minutes: 10_000 });
    expect(term.commitment).toEqual({ li: 3_000_000, countedLi: 72_000_000, metInBill: 0, shortfallLi: 0 });
    expect(term.bills[0]).toMatchObject({ byCashLi: 3_000_000, payableLi: 0, cashLeftLi: 0 });
  });
  it('unmet in month 24, what is missing is due there and paid from the prepayment', () => {
    const term = termOf({ plan: 'prepaid-3000', minutes: 416 });
    expect(term.commitment).toEqual({ li: 3_000_000, countedLi: 2_995_200, metInBill: null, shortfallLi: 4800 });
    expect([22, 23].map((bill) => yuanIn(term, bill, 'commitment-shortfall'))).toEqual([null, 4.8]);
    expect(term.bills[23]).toMatchObject({ byCashLi: 129_600, payableLi: 0, cashLeftLi: 0 });
    expect(termOf({ plan: 'prepaid-3000', minutes: 417 }).commitment).toMatchObject({ metInBill: 23, shortfallLi: 0 });
  });
});

describe('50 元低消', () => {
  it('600 credited for 200 pays exactly twelve months of 50', () => {
    const term = termOf({ plan: 'minimum-50', minutes: 0 });
    expect(term.bills.map(({ payableLi }) => payableLi / 1000)).toEqual([...Array<number>(12).fill(0), ...Array<number>(12).fill(50)]);
    expect([term.bonusLapsedLi, term.chargesLi, term.costLi]).toEqual([0, 1_200_000, 800_000]);
  });
});
