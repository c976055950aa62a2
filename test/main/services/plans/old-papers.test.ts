import { createHash } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { canonicalText } from '#domain/agreement/canonical-text.ts';
import { basisNow } from '../../../../src-main/services/papers/paper-basis.ts';
import { loadedCase, openPaperContext } from '../../../support/loaded-case.ts';

const { context, close } = openPaperContext();
afterAll(close);

test('an agreement signed before promotions and versions of the catalogue says the same as one of today', () => {
  const { row, pick, plan } = loadedCase(context, { planId: 'hall-standard', addOnIds: ['ring-back', 'extra-phone', 'extra-phone'] });
  const { customer } = row;
  const line = (item: string, addOnId: string | null, ruleId: string, code: string, facts: object, li: number, when: string) => ({ item, addOnId, ruleId, calc: { code, facts }, li, when });
  // Lines as the console of issue 3 wrote them into the digest.
  const quote = [
    line('opening-fee', null, 'PLAN-OPENING', 'as-listed', {}, 100_000, 'now'),
    line('prepayment', null, 'PREPAY-BY-MINIMUM', 'largest-of', { planLi: 0, months: 3, minimumLi: 360_000, byMinimumLi: 1_080_000, specialAtLeastLi: 0 }, 1_080_000, 'now'),
    line('function-fee', null, 'PLAN-FUNCTION', 'as-listed', {}, 100_000, 'monthly'),
    line('monthly-minimum', null, 'MINIMUM-HALL-BY-GRADE', 'larger-of', { planLi: 360_000, fullFloorLi: 0, floorPercent: 100, floorLi: 0, grade: 9 }, 360_000, 'monthly'),
    line('add-on', 'ring-back', 'ADD-ON-YEAR', 'quantity-times', { quantity: 1, eachLi: 120_000, waivedPeriods: 1 }, 120_000, 'yearly'),
    line('add-on', 'ring-back', 'ADD-ON-ONCE', 'quantity-times', { quantity: 1, eachLi: 160_000, waivedPeriods: 0 }, 160_000, 'once'),
    line('add-on', 'extra-phone', 'ADD-ON-MONTH', 'quantity-times', { quantity: 2, eachLi: 30_000, waivedPeriods: 0 }, 60_000, 'monthly'),
  ];
  const content = {
    paper: 'agreement', number: pick?.digits, grade: 9, rulesVersion: '1', plan: 'hall-standard 2024-10', addOns: ['extra-phone', 'extra-phone', 'ring-back'], quote,
    customer: [customer.name, customer.creditCode, customer.legalName, customer.legalIdNumber, customer.handlerName, customer.handlerIdNumber], address: customer.address,
    handlerRelation: customer.handlerRelation, purpose: customer.purpose, byHand: false,
  };
  expect(basisNow('agreement', { row, pick, plan })).toBe(createHash('sha256').update(canonicalText(content)).digest('hex'));
});
