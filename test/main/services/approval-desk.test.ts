import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signPaper } from '../../support/ordinary-case.ts';
import { addSecond, clerk, decisionOn, requestedCase, second, supervisor } from '../../support/special-case.ts';
import { openTestConsole, type TestConsole } from '../../support/test-console.ts';

let desk: TestConsole;
let sequence = 0;
const requested = () => {
  sequence += 1;
  return requestedCase(desk, sequence);
};
const stateOf = async (caseId: string): Promise<string> => (await desk.call('cases/open', { caseId })).approval.state;

beforeAll(async () => {
  desk = await openTestConsole();
  await addSecond(desk);
});
afterAll(() => desk.dispose());

describe('taking a decision back', () => {
  test('within ten seconds, by who made it; the request waits again and may be decided otherwise', async () => {
    const view = await requested();
    await desk.signIn(supervisor.staffNo);
    await desk.call('approval/decide', decisionOn(view) as never);
    await desk.signIn(second.staffNo, second.password);
    expect(await desk.refusal('approval/take-back', { approvalId: view.approval.approvalId ?? '' })).toEqual({ code: 'not-allowed' });
    await desk.signIn(supervisor.staffNo);
    const back = await desk.call('approval/take-back', { approvalId: view.approval.approvalId ?? '' });
    expect(back.queue.map((row) => row.approvalId)).toContain(view.approval.approvalId);
    expect(await desk.call('cases/open', { caseId: view.caseId })).toMatchObject({ approval: { state: 'requested', decidedBy: null, expiresAt: null } });
    await desk.call('approval/decide', decisionOn(view, null, 'return') as never);
    expect(await stateOf(view.caseId)).toBe('returned');
    expect((await desk.call('cases/events', { caseId: view.caseId })).map((event) => event.kind).filter((kind) => kind.startsWith('approval-'))).toEqual(
      ['approval-requested', 'approval-granted', 'approval-taken-back', 'approval-returned']);
  });

  test('not after ten seconds', async () => {
    const view = await requested();
    await desk.signIn(supervisor.staffNo);
    await desk.call('approval/decide', decisionOn(view) as never);
    desk.clock.advance(10_500);
    expect(await desk.refusal('approval/take-back', { approvalId: view.approval.approvalId ?? '' })).toEqual({ code: 'take-back-too-late' });
    expect(await stateOf(view.caseId)).toBe('approved');
  });

  test('not once the agreement is signed on it, nor after the clerk asked anew', async () => {
    const view = await requested();
    await desk.call('approval/decide', decisionOn(view, supervisor) as never);
    await signPaper(desk.call, view.caseId, 'agreement');
    const returned = await requested();
    await desk.call('approval/decide', decisionOn(returned, supervisor, 'return') as never);
    await desk.call('approval/request', { caseId: returned.caseId, reason: '再报' });
    await desk.signIn(supervisor.staffNo);
    for (const { approval } of [view, returned]) expect(await desk.refusal('approval/take-back', { approvalId: approval.approvalId ?? '' })).toEqual({ code: 'take-back-too-late' });
    expect([await stateOf(view.caseId), await stateOf(returned.caseId)]).toEqual(['approved', 'requested']);
  });
});

test('who approved and then takes the case over, or edits it, voids the approval: it opens no agreement', async () => {
  const view = await requested();
  await desk.signIn(supervisor.staffNo);
  await desk.call('approval/decide', decisionOn(view) as never);
  await desk.call('cases/take-over', { caseId: view.caseId });
  expect(await stateOf(view.caseId)).toBe('void');
  await desk.call('cases/save-customer', { caseId: view.caseId, patch: { address: '北京市虚构区别处4号' } });
  expect(await stateOf(view.caseId)).toBe('void');
  expect(await desk.refusal('papers/prepare', { caseId: view.caseId, kind: 'agreement' })).toEqual({ code: 'approval-needed' });
});

test('a supervisor who took a case over and asked does not decide it', async () => {
  const view = await requested();
  await desk.call('approval/withdraw', { caseId: view.caseId });
  await desk.signIn(supervisor.staffNo);
  await desk.call('cases/take-over', { caseId: view.caseId });
  const asked = await desk.call('approval/request', { caseId: view.caseId, reason: '接手后报批' });
  expect((await desk.call('approval/queue', undefined)).find((row) => row.caseId === view.caseId)?.mayNot).toBe('own-case');
  expect(await desk.refusal('approval/decide', decisionOn(asked) as never)).toEqual({ code: 'own-case' });
  await desk.call('approval/decide', decisionOn(asked, second) as never);
});

test('a cancelled case leaves no request behind', async () => {
  const view = await requested();
  await desk.call('cases/cancel', { caseId: view.caseId, reason: '客户不要了' });
  await desk.signIn(supervisor.staffNo);
  expect(await desk.refusal('approval/decide', decisionOn(view) as never)).toMatchObject({ code: 'case-not-editable' });
  expect(desk.look((db) => db.prepare("SELECT count(*) FROM approvals WHERE case_id = ? AND state = 'requested'").pluck().get(view.caseId))).toBe(0);
});

describe('similar decisions', () => {
  test('five at most, the same rule and plan first, with what came of them', async () => {
    const view = await requested();
    await desk.signIn(supervisor.staffNo);
    const similar = await desk.call('approval/similar', { approvalId: view.approval.approvalId ?? '' });
    expect(similar).toHaveLength(5);
    expect(new Set(similar.map((one) => one.grade))).toEqual(new Set([view.number?.grade]));
    expect(similar[0]).toMatchObject({ planName: view.plan?.name, decidedBy: expect.stringMatching(/^WJ000[89]$/) });
    expect(similar.map((one) => one.approvalId)).not.toContain(view.approval.approvalId);
    expect(await desk.refusal('approval/similar', { approvalId: crypto.randomUUID() })).toEqual({ code: 'approval-not-found' });
  });
});

describe('delegation', () => {
  test('only to another supervisor of the hall who is at work, for a month at most', async () => {
    await desk.signIn(supervisor.staffNo);
    const wanted = { toStaffNo: second.staffNo, until: '2026-12-20', reason: '休假' };
    for (const toStaffNo of [clerk, supervisor.staffNo, 'NOBODY', 'WJ0001']) expect(await desk.refusal('approval/delegate', { ...wanted, toStaffNo })).toEqual({ code: 'delegate-unfit' });
    for (const until of ['2026-11-01', '2027-06-01']) expect(await desk.refusal('approval/delegate', { ...wanted, until })).toEqual({ code: 'delegate-unfit', facts: { days: 31 } });
  });

  test('the decision is recorded in whose name; never for a case of the absent one; over when ended', async () => {
    await desk.signIn(supervisor.staffNo);
    const [made] = await desk.call('approval/delegate', { toStaffNo: second.staffNo, until: '2026-12-20', reason: '休假' });
    const behalfOf = async (caseId: string): Promise<unknown> => (await desk.call('cases/events', { caseId })).find((event) => event.kind === 'approval-granted')?.facts['onBehalfOf'];
    const view = await requested();
    await desk.call('approval/decide', decisionOn(view, second) as never);
    expect(await behalfOf(view.caseId)).toBe(supervisor.staffNo);

    sequence += 1;
    const own = await requestedCase(desk, sequence, supervisor.staffNo);
    await desk.call('approval/decide', decisionOn(own, second) as never);
    expect(await behalfOf(own.caseId)).toBeUndefined();

    await desk.signIn(second.staffNo, second.password);
    expect(await desk.refusal('approval/end-delegation', { delegationId: made?.delegationId ?? '' })).toEqual({ code: 'delegation-not-found' });
    await desk.signIn(supervisor.staffNo);
    expect((await desk.call('approval/end-delegation', { delegationId: made?.delegationId ?? '' }))[0]?.endedAt).not.toBeNull();
    const after = await requested();
    await desk.call('approval/decide', decisionOn(after, second) as never);
    expect(await behalfOf(after.caseId)).toBeUndefined();
  });
});

describe('a batch', () => {
  test('decides each by itself: what changed meanwhile or is one\'s own stays', async () => {
    const views = [await requested(), await requested(), await requested()];
    const [first, changed, last] = views;
    await desk.call('cases/save-customer', { caseId: changed?.caseId ?? '', patch: { name: '北京㛃禾智联改名二科技有限公司' } });
    sequence += 1;
    const own = await requestedCase(desk, sequence, supervisor.staffNo);
    await desk.signIn(supervisor.staffNo);
    const items = [...views, own].map((view) => ({ approvalId: view.approval.approvalId ?? '', bindingHash: view.approval.bindingHash ?? '' }));
    const { outcome } = await desk.call('approval/decide-batch', { items, decision: 'approve', reasons: [], note: '' });
    expect(outcome.map((one) => one.why)).toEqual([null, 'content-changed', null, 'own-case']);
    expect([await stateOf(first?.caseId ?? ''), await stateOf(last?.caseId ?? ''), await stateOf(own.caseId)]).toEqual(['approved', 'approved', 'requested']);
    expect((await desk.call('cases/events', { caseId: last?.caseId ?? '' })).find((event) => event.kind === 'approval-granted')?.facts['via']).toBe('batch');
  });

  test('is of one grade and one plan, and names no request twice', async () => {
    const [one, other] = [await requested(), await requested()];
    await desk.call('approval/withdraw', { caseId: other.caseId });
    await desk.call('numbers/release', { caseId: other.caseId });
    await desk.call('numbers/pick-provisional', { caseId: other.caseId, ranked: ['4006001688'] });
    await desk.call('plans/choose', { caseId: other.caseId, planId: 'hall-standard', addOnIds: [], minimumLi: null, terminals: null, reason: '客户指定' });
    const cheaper = await desk.call('approval/request', { caseId: other.caseId, reason: '换号' });
    await desk.signIn(supervisor.staffNo);
    const item = (view: typeof one) => ({ approvalId: view.approval.approvalId ?? '', bindingHash: view.approval.bindingHash ?? '' });
    for (const items of [[item(one), item(cheaper)], [item(one), item(one)]])
      expect(await desk.refusal('approval/decide-batch', { items, decision: 'approve', reasons: [], note: '' })).toEqual({ code: 'batch-mixed' });
    expect([await stateOf(one.caseId), await stateOf(cheaper.caseId)]).toEqual(['requested', 'requested']);
  });
});
