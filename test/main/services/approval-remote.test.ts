import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CaseView } from '#contract/cases.ts';
import { driveCase, ordinaryPlan, signPaper } from '../../support/ordinary-case.ts';
import { type RealCarrier, startRealCarrier } from '../../support/real-carrier.ts';
import { addSecond, clerk, decisionOn, second, supervisor } from '../../support/special-case.ts';
import { openTestConsole, type TestConsole } from '../../support/test-console.ts';
import { plainSearch } from '../../support/plain-search.ts';
import { until } from '../../support/until.ts';

let carrier: RealCarrier;
let clerkPc: TestConsole;
let supervisorPc: TestConsole;
let sequence = 300;

beforeAll(async () => {
  carrier = await startRealCarrier({ hall: 'WJ', pool: 20_000 });
  clerkPc = await openTestConsole({ carrier });
  supervisorPc = await openTestConsole({ carrier: { baseUrl: carrier.baseUrl, token: carrier.token.replace('pc-1', 'pc-2') } });
  await addSecond(supervisorPc);
});
afterAll(async () => {
  await Promise.all([clerkPc.dispose(), supervisorPc.dispose()]);
  await carrier.dispose();
});

/** A special number held at the carrier, and asked for. */
async function requested(who = clerk): Promise<CaseView> {
  sequence += 1;
  const plan = { ...ordinaryPlan(sequence), planId: 'hall-standard' };
  await clerkPc.signIn(who);
  const start = await driveCase(clerkPc.call, await clerkPc.call('cases/create', undefined), plan, 'hold number');
  await until('the mirror of the pool', async () => (await clerkPc.call('numbers/pool-status', undefined)).loaded);
  const found = await clerkPc.call('numbers/search', plainSearch('', [5, 6], sequence % 40, 1));
  const held = await clerkPc.call('numbers/hold', { caseId: start.caseId, digits: found.hits[0]?.digits ?? '' });
  const ready = await driveCase(clerkPc.call, held.view, plan, 'sign agreement');
  return clerkPc.call('approval/request', { caseId: ready.caseId, reason: '客户自用多年的尾号' });
}

const approvalId = (view: CaseView): string => view.approval.approvalId ?? '';
const inQueue = async (view: CaseView) => (await supervisorPc.call('approval/queue', undefined)).find((row) => row.approvalId === approvalId(view));
const arrived = (view: CaseView) => until('the task at the supervisor\'s desk', async () => (await inQueue(view)) !== undefined);
const stateOf = async (view: CaseView): Promise<string> => (await clerkPc.call('cases/open', { caseId: view.caseId })).approval.state;

/** Lets the ten seconds for taking back pass. */
async function sendNow(pc: TestConsole): Promise<void> {
  for (const row of await pc.call('outbox/list', undefined)) if (row.state === 'waiting') await pc.ask('outbox/retry', { seq: row.seq });
}

async function decide(view: CaseView, decision: 'approve' | 'return' = 'approve', who = supervisor): Promise<void> {
  await supervisorPc.signIn(who.staffNo, who.password);
  await supervisorPc.call('approval/decide', decisionOn(view, null, decision) as never);
  await sendNow(supervisorPc);
}

test('another PC of the hall sees the request with its scans, decides, and the clerk signs on it', async () => {
  const view = await requested();
  await supervisorPc.signIn(supervisor.staffNo);
  await arrived(view);
  expect(await inQueue(view)).toMatchObject({ origin: 'remote', caseNo: view.caseNo, number: view.number?.digits, mayNot: null, holdExpiresAt: view.number?.expiresAt });
  const shown = await supervisorPc.call('approval/show', { approvalId: approvalId(view) });
  expect(shown).toMatchObject({ case: null, bindingHash: view.approval.bindingHash, createdBy: clerk });
  expect(shown.lines.filter((line) => line.check === 'error')).toEqual([]);
  expect(shown.scans.map((scan) => scan.attached)).toEqual([true, true, true, true]);
  const picture = await supervisorPc.call('documents/view', { documentId: shown.scans[0]?.documentId ?? '' });
  expect([...picture.bytes.subarray(0, 2)]).toEqual([0xff, 0xd8]);

  await decide(view);
  expect(await inQueue(view)).toBeUndefined();
  await until('the decision at the clerk\'s PC', async () => (await stateOf(view)) === 'approved');
  await clerkPc.signIn(clerk);
  expect((await signPaper(clerkPc.call, view.caseId, 'agreement')).approval).toMatchObject({ state: 'approved', decidedBy: 'WJ0008' });
  expect((await clerkPc.call('outbox/list', undefined)).filter((row) => row.state === 'parked')).toEqual([]);
});

test('a return reaches the clerk with its reasons, and the case asks again', async () => {
  const view = await requested();
  await supervisorPc.signIn(supervisor.staffNo);
  await arrived(view);
  await decide(view, 'return');
  await until('the return', async () => (await stateOf(view)) === 'returned');
  await clerkPc.signIn(clerk);
  const again = await clerkPc.call('approval/request', { caseId: view.caseId, reason: '已重拍' });
  await arrived(again);
});

test('a decision on content that changed since is void: the clerk asks anew', async () => {
  const view = await requested();
  await supervisorPc.signIn(supervisor.staffNo);
  await arrived(view);
  await clerkPc.call('cases/save-customer', { caseId: view.caseId, patch: { name: '北京㛃禾智联改名科技有限公司' } });
  await decide(view);
  await until('the request ended', async () => (await stateOf(view)) === 'none');
  const events = await clerkPc.call('cases/events', { caseId: view.caseId });
  expect(events.find((event) => event.kind === 'approval-withdrawn')?.facts).toEqual({ why: 'content-changed' });
  await clerkPc.signIn(clerk);
  expect((await clerkPc.call('approval/request', { caseId: view.caseId, reason: '改名' })).approval.state).toBe('requested');
});

describe('four eyes', () => {
  test('a supervisor sees their own request greyed, and cannot decide it at any desk', async () => {
    const view = await requested(supervisor.staffNo);
    await supervisorPc.signIn(supervisor.staffNo);
    await arrived(view);
    expect((await inQueue(view))?.mayNot).toBe('own-case');
    expect(await supervisorPc.refusal('approval/decide', decisionOn(view) as never)).toEqual({ code: 'own-case' });
    await supervisorPc.signIn(clerk);
    expect(await supervisorPc.refusal('approval/decide', decisionOn(view) as never)).toEqual({ code: 'not-supervisor' });
  });

  test('who edited the case after the request decides nothing: the decision is void when it comes', async () => {
    const view = await requested();
    await supervisorPc.signIn(supervisor.staffNo);
    await arrived(view);
    await clerkPc.signIn(supervisor.staffNo);
    await clerkPc.call('cases/take-over', { caseId: view.caseId });
    await clerkPc.call('cases/save-customer', { caseId: view.caseId, patch: { address: '北京市虚构区别处3号' } });
    await decide(view);
    await until('the request ended', async () => (await stateOf(view)) === 'none');
    expect((await clerkPc.call('cases/events', { caseId: view.caseId })).find((event) => event.kind === 'approval-withdrawn')?.facts).toEqual({ why: 'last-editor' });
  });
});

test('a decision is taken back before it goes out; then it never reaches the clerk', async () => {
  const view = await requested();
  await supervisorPc.signIn(supervisor.staffNo);
  await arrived(view);
  await supervisorPc.call('approval/decide', decisionOn(view) as never);
  expect(await inQueue(view)).toBeUndefined();
  await supervisorPc.signIn(second.staffNo, second.password);
  expect(await supervisorPc.refusal('approval/take-back', { approvalId: approvalId(view) })).toEqual({ code: 'not-allowed' });
  await supervisorPc.signIn(supervisor.staffNo);
  const back = await supervisorPc.call('approval/take-back', { approvalId: approvalId(view) });
  expect(back.queue.map((row) => row.approvalId)).toContain(approvalId(view));
  await sendNow(supervisorPc);
  expect(await stateOf(view)).toBe('requested');
  await decide(view, 'return');
  expect(await supervisorPc.refusal('approval/take-back', { approvalId: approvalId(view) })).toEqual({ code: 'take-back-too-late' });
  await until('the second decision', async () => (await stateOf(view)) === 'returned');
});

test('a decision that the carrier refuses stands in the queue again, to be made anew', async () => {
  const view = await requested();
  await supervisorPc.signIn(supervisor.staffNo);
  await arrived(view);
  await supervisorPc.call('approval/decide', decisionOn(view) as never);
  supervisorPc.look((db) => db.prepare("UPDATE outbox SET body = json_set(body, '$.bindingHash', ?) WHERE kind = 'decide-approval' AND subject = ?").run('0'.repeat(64), approvalId(view)));
  await sendNow(supervisorPc);
  await arrived(view);
  expect(await stateOf(view)).toBe('requested');
  await decide(view);
  await until('the decision', async () => (await stateOf(view)) === 'approved');
});

test('a request that is withdrawn, or decided at the clerk\'s PC, leaves the other desks', async () => {
  const view = await requested();
  await supervisorPc.signIn(supervisor.staffNo);
  await arrived(view);
  await clerkPc.call('approval/withdraw', { caseId: view.caseId });
  await until('gone', async () => (await inQueue(view)) === undefined);
  const again = await clerkPc.call('approval/request', { caseId: view.caseId, reason: '还要' });
  await arrived(again);
  await clerkPc.call('approval/decide', decisionOn(again, supervisor) as never);
  await sendNow(clerkPc);
  await until('gone again', async () => (await inQueue(again)) === undefined);
  expect(await stateOf(view)).toBe('approved');
});

test('while the line is down nothing is lost: the decision goes out when it is back', async () => {
  const view = await requested();
  await supervisorPc.signIn(supervisor.staffNo);
  await arrived(view);
  await carrier.stop();
  await supervisorPc.call('approval/decide', decisionOn(view) as never);
  await sendNow(supervisorPc);
  expect(await stateOf(view)).toBe('requested');
  await carrier.start();
  await until('the decision', async () => {
    await sendNow(supervisorPc);
    return (await stateOf(view)) === 'approved';
  });
}, 60_000);
