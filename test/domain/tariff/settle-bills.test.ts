import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays } from '#domain/calendar/plain-date.ts';
import { anyAddOns, anyPlan, anyShares } from './any-plan.ts';
import { termInput } from './term-of.ts';
import { rateTerm } from '#domain/tariff/bill/rate-term.ts';

it('whatever is charged is paid once: by cash, by bonus or by the customer, and neither is ever overdrawn', () => {
  const days = fc.integer({ min: 0, max: 900 });
  fc.assert(fc.property(anyPlan, anyAddOns, anyShares, fc.integer({ min: 0, max: 3000 }), days, days, (plan, addOns, shares, minutes, opening, length) => {
    const openedOn = addDays('2026-12-01', opening);
    const usage = { kind: 'profile', profile: { minutes, ...shares } } as const;
    const term = rateTerm({ ...termInput({ plan, openedOn, endsOn: addDays(openedOn, length), usage }), addOns });
    const sum = (of: (bill: (typeof term.bills)[number]) => number): number => term.bills.reduce((total, bill) => total + of(bill), 0);
    expect(term.bills.every(({ lines, totalLi }) => lines.reduce((total, { li }) => total + li, 0) === totalLi && lines.every(({ li }) => li % 10 === 0))).toBe(true);
    expect(sum(({ byCashLi }) => byCashLi) + (term.bills.at(-1)?.cashLeftLi ?? NaN)).toBe(term.cashLi);
    expect(sum(({ byCashLi, byBonusLi, payableLi }) => byCashLi + byBonusLi + payableLi)).toBe(sum(({ totalLi }) => totalLi));
    expect(term.bills.every(({ byCashLi, byBonusLi, payableLi, cashLeftLi, bonusLeftLi }) => [byCashLi, byBonusLi, payableLi, cashLeftLi, bonusLeftLi].every((li) => li >= 0))).toBe(true);
    expect(term.costLi).toBe(term.chargesLi - sum(({ byBonusLi }) => byBonusLi));
    expect(term.bills.reduce((total, { period }) => total + period.days, 0)).toBe(length + 1);
    // Cash first: the bonus never pays while cash is left.
    expect(term.bills.every(({ byBonusLi, cashLeftLi }) => byBonusLi === 0 || cashLeftLi === 0)).toBe(true);
  }));
});
