import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Request } from '#contract/contract.ts';
import { findCase, savePlan } from '../../../../src-main/store/tables/case-rows.ts';
import { listEvents } from '../../../../src-main/store/tables/event-rows.ts';
import { caseBefore, ordinaryPlan, signPaper } from '../../../support/ordinary-case.ts';
import { openTestConsole, type TestConsole } from '../../../support/test-console.ts';

let desk: TestConsole;
let sequence = 0;
const caseWithNumber = async (): Promise<string> => (await caseBefore(desk.call, 'choose plan', { ...ordinaryPlan(++sequence), offlinePick: [`40060${String(37_290 + sequence)}`] })).caseId;
const wanted = (caseId: string, planId: string, more: Partial<Request<'plans/choose'>> = {}): Request<'plans/choose'> => ({ caseId, planId, addOnIds: [], minimumLi: null, terminals: null, reason: null, ...more });

beforeAll(async () => {
  desk = await openTestConsole();
  await desk.signIn('WJ0127');
});
afterAll(() => desk.dispose());

describe('a dearer plan', () => {
  test('needs a reason, which is kept with the choice and in the history', async () => {
    const caseId = await caseWithNumber();
    const { plans, cheapestPlanId } = await desk.call('plans/compare', { caseId, usage: null });
    const dearer = plans.find(({ refusal, cost, planId }) => refusal === null && (cost?.overCheapestLi ?? 0) > 0 && planId === 'hall-standard');
    const cheapest = plans.find(({ planId }) => planId === cheapestPlanId);
    expect(dearer?.cost && cheapest?.cost).toBeTruthy();
    const difference = (((dearer?.cost?.monthLi ?? 0) - (cheapest?.cost?.monthLi ?? 0)) / 1000).toFixed(2);
    expect(await desk.refusal('plans/choose', wanted(caseId, 'hall-standard'))).toMatchObject({ code: 'dearer-plan-reason', facts: { cheapest: cheapest?.name, perMonthYuan: difference } });
    expect(await desk.refusal('plans/choose', wanted(caseId, 'hall-standard', { reason: '' }))).toMatchObject({ code: 'dearer-plan-reason' });
    expect((await desk.call('cases/open', { caseId })).plan).toBeNull();
    const chosen = await desk.call('plans/choose', wanted(caseId, 'hall-standard', { reason: '话务会增加' }));
    expect(chosen.plan).toMatchObject({ planId: 'hall-standard', reason: '话务会增加', catalogueVersion: '2024-10', terminals: null });
    expect(desk.look((db) => listEvents(db, caseId)).findLast(({ kind }) => kind === 'plan-chosen')?.facts).toMatchObject({ plan: 'hall-standard', reason: '话务会增加' });
  });

  test('the cheapest needs none, and one that was sent along is not kept', async () => {
    const caseId = await caseWithNumber();
    const { cheapestPlanId } = await desk.call('plans/compare', { caseId, usage: null });
    const chosen = await desk.call('plans/choose', wanted(caseId, cheapestPlanId ?? '', { reason: '客户指定', terminals: cheapestPlanId === 'all-answer' ? 1 : null }));
    expect(chosen.plan).toMatchObject({ planId: cheapestPlanId, reason: null });
  });
});

test('a plan by terminals needs their number and quotes by it; another plan keeps no number', async () => {
  const caseId = await caseWithNumber();
  expect(await desk.refusal('plans/choose', wanted(caseId, 'all-answer', { reason: '客户指定' }))).toMatchObject({ code: 'terminals-needed' });
  const { plan } = await desk.call('plans/choose', wanted(caseId, 'all-answer', { terminals: 12, reason: '客户指定' }));
  expect(plan).toMatchObject({ terminals: 12 });
  expect(plan?.quote?.lines.find(({ item }) => item === 'monthly-fee')).toMatchObject({ li: 960_000, ruleId: 'PLAN-FEE-PER-TERMINAL' });
  expect((await desk.call('plans/choose', wanted(caseId, 'minimum-50', { terminals: 12, reason: '客户指定' }))).plan).toMatchObject({ planId: 'minimum-50', terminals: null });
});

test('only counted add-ons are bought more than once, and none that the catalogue does not know', async () => {
  const caseId = await caseWithNumber();
  const choose = (addOnIds: readonly string[]) => wanted(caseId, 'minimum-50', { addOnIds: [...addOnIds], reason: '客户指定' });
  expect(await desk.refusal('plans/choose', choose(['ring-back', 'ring-back']))).toMatchObject({ code: 'add-on-not-allowed', facts: { why: 'add-on-once' } });
  expect(await desk.refusal('plans/choose', choose(['free-lunch']))).toMatchObject({ code: 'add-on-not-allowed', facts: { why: 'add-on-unknown' } });
  const { plan } = await desk.call('plans/choose', choose(['extra-phone', 'extra-phone', 'extra-phone']));
  expect(plan?.addOnNames).toEqual(['增加电话 ×3']);
  expect(plan?.quote?.lines.find(({ addOnId }) => addOnId === 'extra-phone')?.li).toBe(90_000);
});

test('what an older console chose reads with the first catalogue and the day of the case, at the same price, and its papers stand', async () => {
  const view = await caseBefore(desk.call, 'save form', { ...ordinaryPlan(++sequence), offlinePick: ['4006037281'] });
  expect(view.agreement.status).toBe('signed');
  desk.look((db) => {
    const row = findCase(db, view.caseId);
    const { planId, version, addOnIds, minimumLi } = row?.plan ?? { planId: '', version: '', addOnIds: [], minimumLi: null };
    savePlan(db, { caseId: view.caseId, by: 'WJ0127', at: row?.editedAt ?? '' }, { planId, version, addOnIds, minimumLi } as never);
  });
  const old = await desk.call('cases/open', { caseId: view.caseId });
  expect(old.plan).toMatchObject({ ...view.plan, reason: null, catalogueVersion: '2024-10' });
  expect(desk.look((db) => findCase(db, view.caseId))?.plan?.chosenOn).toBe('2026-11-24');
  expect(old.agreement.status).toBe('signed');
});

test('choosing the same again changes nothing; another reason does, and signed papers still stand', async () => {
  const { caseId } = await caseBefore(desk.call, 'sign agreement', { ...ordinaryPlan(++sequence), offlinePick: ['4006037282'], planId: 'hall-standard' });
  await signPaper(desk.call, caseId, 'agreement');
  const before = (await desk.call('cases/open', { caseId })).revision;
  const again = await desk.call('plans/choose', wanted(caseId, 'hall-standard', { reason: '客户指定' }));
  expect([again.revision, again.agreement.status]).toEqual([before, 'signed']);
  const other = await desk.call('plans/choose', wanted(caseId, 'hall-standard', { reason: '以后要加功能' }));
  expect([other.revision, other.plan?.reason, other.agreement.status]).toEqual([before + 1, '以后要加功能', 'signed']);
});
