import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Plan } from '#domain/tariff/catalogue.ts';
import { keepCatalogue } from '../../../../src-main/services/catalogue/keep-catalogue.ts';
import { inTransaction } from '../../../../src-main/store/db.ts';
import { newestCatalogue } from '../../../../src-main/store/tables/catalogue-rows.ts';
import { driveCase, ordinaryPlan } from '../../../support/ordinary-case.ts';
import { openTestConsole, type TestConsole } from '../../../support/test-console.ts';

let desk: TestConsole;
beforeAll(async () => {
  desk = await openTestConsole();
  await desk.signIn('WJ0127');
});
afterAll(() => desk.dispose());

/** Another catalogue in force, with plans changed or left out. */
const keepChanged = (change: (plan: Plan) => readonly Plan[]): string => desk.look((db) => inTransaction(db, () => {
  const content = newestCatalogue(db)?.content;
  if (content === undefined) throw new Error('no catalogue is kept');
  return keepCatalogue(db, { ...content, catalogue: { ...content.catalogue, plans: content.catalogue.plans.flatMap(change) }, source: 'carrier', note: '', takenAt: desk.clock.now(), takenBy: null });
}));
const choose = (caseId: string) => desk.call('plans/choose', { caseId, planId: 'minimum-50', addOnIds: [], minimumLi: null, terminals: null, reason: '客户指定' });

test('an old case keeps price, rates and permission of its catalogue; what is offered and chosen is today\'s', async () => {
  const plan = { ...ordinaryPlan(1), offlinePick: ['4006037294'] };
  const signed = await driveCase(desk.call, await desk.call('cases/create', undefined), plan, 'save form');
  expect([signed.plan?.quote?.monthlyMinimumLi, signed.plan?.catalogueVersion, signed.agreement.status]).toEqual([50_000, '2024-10', 'signed']);
  const bills = await desk.call('plans/preview-bills', { caseId: signed.caseId, exitOn: null });

  const dearer = keepChanged((each) => [each.id === 'minimum-50' ? { ...each, version: '2026-12', minimum: { kind: 'amount', li: 60_000 }, bonus: null } : each]);
  const { caseId } = signed;
  expect((await desk.call('plans/list', { caseId })).offers.find(({ planId }) => planId === 'minimum-50')?.quote?.monthlyMinimumLi).toBe(60_000);
  expect((await desk.call('plans/compare', { caseId, usage: null })).catalogueVersion).toBe(dearer);
  expect(await desk.call('cases/open', { caseId })).toMatchObject({ plan: signed.plan, agreement: { status: 'signed' } });
  expect(await desk.call('plans/preview-bills', { caseId, exitOn: null })).toEqual(bills);

  // Gone from the catalogue: the case that has it still may have it.
  const without = keepChanged((each) => (each.id === 'minimum-50' ? [] : [each]));
  expect((await desk.call('cases/open', { caseId })).plan).toMatchObject({ allowed: true, refusal: null, name: '50元低消', quote: { monthlyMinimumLi: 50_000 } });
  expect(await desk.refusal('plans/choose', { caseId, planId: 'minimum-50', addOnIds: [], minimumLi: null, terminals: null, reason: '客户指定' })).toMatchObject({ code: 'plan-unknown' });
  expect(without).not.toBe(dearer);

  const back = keepChanged((each) => [each, ...(each.id === 'hall-standard' ? [{ ...each, id: 'minimum-50', name: '50元低消', version: '2027-01', minimum: { kind: 'amount' as const, li: 60_000 } }] : [])]);
  const again = await choose(caseId);
  expect([again.plan?.catalogueVersion, again.plan?.version, again.plan?.quote?.monthlyMinimumLi, again.agreement.status]).toEqual([back, '2027-01', 60_000, 'outdated']);
});
