import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PlaceOrderBody } from '#domain/outbox/intent-bodies.ts';
import { listOutbox } from '../../../../src-main/store/tables/outbox-rows.ts';
import { driveCase, ordinaryPlan } from '../../../support/ordinary-case.ts';
import { openTestConsole, type TestConsole } from '../../../support/test-console.ts';

let desk: TestConsole;
beforeAll(async () => {
  desk = await openTestConsole();
  await desk.signIn('WJ0127');
});
afterAll(() => desk.dispose());

test('the order carries the lines of the quote that was signed, version and terminals of the plan', async () => {
  const plan = { ...ordinaryPlan(1), planId: 'all-answer', offlinePick: ['4006037294'] };
  const before = await driveCase(desk.call, await desk.call('cases/create', undefined), plan, 'choose plan');
  await desk.call('plans/choose', { caseId: before.caseId, planId: 'all-answer', addOnIds: ['seat', 'seat'], minimumLi: null, terminals: 3, reason: '客户指定' });
  const submitted = await driveCase(desk.call, await desk.call('cases/open', { caseId: before.caseId }), plan);
  expect(submitted.state).toBe('acknowledged');
  const sent = desk.look((db) => listOutbox(db)).find(({ kind }) => kind === 'place-order');
  const body = sent?.body as PlaceOrderBody;
  expect(body).toMatchObject({ planId: 'all-answer', planVersion: '2024-10', terminals: 3, addOnIds: ['seat', 'seat'] });
  expect(body.prices).toEqual(submitted.plan?.quote?.lines.map(({ item, addOnId, when, ruleId, li }) => ({ item, addOnId, when, ruleId, li })));
  expect(body.prices?.find(({ addOnId }) => addOnId === 'seat')).toMatchObject({ li: 516_000, when: 'monthly' });
});
