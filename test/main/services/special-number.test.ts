import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CaseView } from '#contract/cases.ts';
import { trainingPassword } from '../../../src-main/services/hall/set-up.ts';
import { caseBefore, type CasePlan, driveCase, ordinaryPlan, signPaper } from '../../support/ordinary-case.ts';
import { openTestConsole, type TestConsole } from '../../support/test-console.ts';

const clerk = 'WJ0127';
const supervisor = { staffNo: 'WJ0008', password: trainingPassword };
const second = { staffNo: 'WJ0009', password: '第二位班长-2026' };
let desk: TestConsole;
let sequence = 0;
const special = (): CasePlan => {
  sequence += 1;
  return { ...ordinaryPlan(sequence), planId: 'hall-standard', offlinePick: [`4006${String(sequence).padStart(2, '0')}8888`] };
};

/** A special number with everything a decision needs, requested by its clerk. */
async function requested(plan: CasePlan): Promise<CaseView> {
  await desk.signIn(clerk);
  const { caseId } = await caseBefore(desk.call, 'sign agreement', plan);
  return desk.call('approval/request', { caseId, reason: '客户自用多年的尾号' });
}

const decide = (view: CaseView, who: typeof supervisor | null, decision: 'approve' | 'return' = 'approve') =>
  ({ approvalId: view.approval.approvalId ?? '', decision, reasons: [], note: '', bindingHash: view.approval.bindingHash ?? '', supervisor: who });

const approved = async (plan: CasePlan): Promise<CaseView> => {
  const view = await requested(plan);
  await desk.call('approval/decide', decide(view, supervisor));
  return desk.call('cases/open', { caseId: view.caseId });
};

beforeAll(async () => {
  desk = await openTestConsole();
  await desk.signIn('WJ0001');
  await desk.call('staff/add', { ...second, name: '罗班长', role: 'supervisor' });
});
afterAll(() => desk.dispose());

test('a supervisor beside the clerk approves; the agreement is signed on it, and the approval is spent', async () => {
  const view = await approved(special());
  expect(view.approval).toMatchObject({ state: 'approved', decidedBy: 'WJ0008' });
  expect(view.tasks.find(({ task }) => task === 'agreement')?.status).toBe('todo');
  const signed = await signPaper(desk.call, view.caseId, 'agreement');
  expect(signed.agreement.status).toBe('signed');
  expect(signed.approval.state).toBe('approved');
  // The address is on the agreement but not in what was approved: a second agreement needs a second approval.
  const moved = await desk.call('cases/save-customer', { caseId: view.caseId, patch: { address: '北京市虚构区别处1号' } });
  expect([moved.agreement.status, moved.approval.state]).toEqual(['outdated', 'void']);
  expect(await desk.refusal('papers/prepare', { caseId: view.caseId, kind: 'agreement' })).toMatchObject({ code: 'approval-needed' });
});

test('without an approval no agreement is prepared', async () => {
  const { caseId } = await requested(special());
  expect(await desk.refusal('papers/prepare', { caseId, kind: 'agreement' })).toMatchObject({ code: 'approval-needed' });
});

describe('four eyes', () => {
  test('a clerk decides nothing, signed in or beside another', async () => {
    const view = await requested(special());
    expect(await desk.refusal('approval/decide', decide(view, null))).toEqual({ code: 'not-supervisor' });
    expect(await desk.refusal('approval/decide', decide(view, { staffNo: 'WJ0131', password: trainingPassword }))).toEqual({ code: 'not-supervisor' });
  });

  test('a supervisor does not approve a case of their own; another one does', async () => {
    await desk.signIn('WJ0008');
    const { caseId } = await caseBefore(desk.call, 'sign agreement', special());
    const view = await desk.call('approval/request', { caseId, reason: '自建' });
    expect(await desk.refusal('approval/decide', decide(view, null))).toEqual({ code: 'own-case' });
    expect(await desk.refusal('approval/decide', decide(view, { ...supervisor, staffNo: ' wj0008 ' }))).toEqual({ code: 'own-case' });
    expect((await desk.call('approval/queue', undefined)).find((row) => row.caseId === caseId)?.mayNot).toBe('own-case');
    await desk.call('approval/decide', decide(view, second));
    expect((await desk.call('cases/open', { caseId })).approval).toMatchObject({ state: 'approved', decidedBy: 'WJ0009' });
  });

  test('a supervisor who edited the case last does not approve it', async () => {
    await desk.signIn(clerk);
    const plan = special();
    const { caseId } = await caseBefore(desk.call, 'sign agreement', plan);
    await desk.signIn('WJ0008');
    await desk.call('cases/take-over', { caseId });
    await desk.call('cases/save-customer', { caseId, patch: { purpose: '冷链运输售后服务' } });
    const view = await desk.call('approval/request', { caseId, reason: '接手' });
    expect(await desk.refusal('approval/decide', decide(view, null))).toEqual({ code: 'last-editor' });
    await desk.call('approval/decide', decide(view, second));
    expect((await desk.call('cases/open', { caseId })).approval.decidedBy).toBe('WJ0009');
  });

  test('a wrong password beside the clerk decides nothing', async () => {
    const view = await requested(special());
    expect(await desk.refusal('approval/decide', decide(view, { ...second, password: 'wrong' }))).toMatchObject({ code: 'wrong-sign-in' });
    expect((await desk.call('cases/open', { caseId: view.caseId })).approval.state).toBe('requested');
  });
});

describe('an approval stands for one content', () => {
  test.each([
    ['the name', { name: '北京㛃禾智联改名科技有限公司' }],
    ['the credit code', { creditCode: ordinaryPlan(900).customer.creditCode }],
  ])('another %s voids it', async (_what, patch) => {
    const view = await approved(special());
    const changed = await desk.call('cases/save-customer', { caseId: view.caseId, patch });
    expect(changed.approval.state).toBe('void');
    expect(await desk.refusal('papers/prepare', { caseId: view.caseId, kind: 'agreement' })).toMatchObject({ code: 'approval-needed' });
  });

  test('another number or another minimum voids it, and the old content brings it back', async () => {
    const view = await approved(special());
    const raised = await desk.call('plans/choose', { caseId: view.caseId, planId: 'hall-standard', addOnIds: ['recording-monthly'], minimumLi: null, terminals: null, reason: '客户指定' });
    expect(raised.approval.state).toBe('void');
    const back = await desk.call('plans/choose', { caseId: view.caseId, planId: 'hall-standard', addOnIds: [], minimumLi: null, terminals: null, reason: '客户指定' });
    expect(back.approval.state).toBe('approved');
    const other = await desk.call('numbers/pick-provisional', { caseId: view.caseId, ranked: ['4006999999'] });
    expect(other.approval.state).toBe('void');
  });

  test('a decision on content that is no longer the one shown is refused', async () => {
    const view = await requested(special());
    await desk.call('cases/save-customer', { caseId: view.caseId, patch: { name: '北京㛃禾智联新科技有限公司' } });
    expect(await desk.refusal('approval/decide', decide(view, supervisor))).toEqual({ code: 'content-changed' });
    const fresh = await desk.call('approval/request', { caseId: view.caseId, reason: '改名' });
    expect(await desk.refusal('approval/decide', decide(view, supervisor))).toEqual({ code: 'approval-already-decided' });
    await desk.call('approval/decide', decide(fresh, supervisor));
    expect(await desk.refusal('approval/decide', decide(fresh, supervisor))).toEqual({ code: 'approval-already-decided' });
  });

  test('three days later it is over', async () => {
    const view = await approved(special());
    desk.clock.advance(3 * 86_400_000 + 1000);
    await desk.signIn(clerk);
    expect((await desk.call('cases/open', { caseId: view.caseId })).approval.state).toBe('void');
  });
});

test('a return says why, goes back to the clerk, and a new request is a new decision', async () => {
  const view = await requested(special());
  expect(await desk.refusal('approval/decide', decide(view, supervisor, 'return'))).toEqual({ code: 'reason-needed' });
  await desk.call('approval/decide', { ...decide(view, supervisor, 'return'), reasons: ['licence-unclear'], note: '看不清' });
  const returned = await desk.call('cases/open', { caseId: view.caseId });
  expect(returned.approval).toMatchObject({ state: 'returned', returnReasons: ['licence-unclear'], note: '看不清' });
  expect(returned.tasks.find(({ task }) => task === 'number')).toMatchObject({ status: 'returned', reason: { code: 'approval-returned' } });
  expect((await desk.call('approval/request', { caseId: view.caseId, reason: '已重拍' })).approval.state).toBe('requested');
});

test('no approval before licence and both sides of the card are in', async () => {
  await desk.signIn(clerk);
  const plan = special();
  const start = await desk.call('cases/create', undefined);
  const { caseId } = await driveCase(desk.call, start, plan, 'add handler-id-back');
  const view = await desk.call('approval/request', { caseId, reason: '急' });
  expect(await desk.refusal('approval/decide', decide(view, supervisor))).toEqual({ code: 'documents-before-approval', facts: { missing: 'handler-id-back' } });
});
