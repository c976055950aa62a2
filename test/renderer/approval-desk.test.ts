import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ApprovalDetail, ApprovalQueueRow } from '#contract/approval.ts';
import { makeApprovalDesk } from '../../src-renderer/screens/approval/approval-desk.ts';
import { type FakeBridge, makeFakeBridge } from './fake-bridge.ts';
import { sampleCase } from './sample-cases.ts';

const row = (approvalId: string, mayNot: ApprovalQueueRow['mayNot'] = null): ApprovalQueueRow => ({
  approvalId, caseId: 'c', caseNo: 'WJ-1', company: '甲', number: '4006008899', grade: 4, requestedBy: 'BJ40127', requestedByName: '孙嘉宁', requestedAt: '2026-11-23T02:00:00.000Z', holdExpiresAt: null, origin: 'here', planId: 'hall-standard', mayNot,
});
const detail = (of: ApprovalQueueRow): ApprovalDetail => ({ row: of, reason: 'r', bindingHash: `hash of ${of.approvalId}`, case: sampleCase({}), scans: [], lines: [], lastEditedBy: 'a', createdBy: 'a' });

function bridgeOf(queue: readonly ApprovalQueueRow[]): FakeBridge {
  return makeFakeBridge({ answers: {
    'approval/queue': () => queue,
    'approval/show': ({ approvalId }) => detail(queue.find((one) => one.approvalId === approvalId) ?? row('none')),
    'approval/decide': ({ approvalId, supervisor }) => (supervisor?.password === 'wrong' ? { code: 'wrong-sign-in' } : { queue: queue.filter((one) => one.approvalId !== approvalId) }),
  } });
}

const decided = ({ calls }: FakeBridge): readonly unknown[] => calls.filter((call) => call.channel === 'approval/decide').map((call) => call.request);

describe('approval desk', () => {
  beforeEach(() => { vi.useFakeTimers(); });
  afterEach(() => { vi.useRealTimers(); });

  it('starts at the first request that may be decided', async () => {
    const desk = makeApprovalDesk(bridgeOf([row('own', 'own-case'), row('free')]));
    await desk.getState().refresh();
    expect(desk.getState().detail?.row.approvalId).toBe('free');
  });

  it('hears of requests that other PCs send while it is open, and no more once it is left', async () => {
    const bridge = bridgeOf([row('one')]);
    const leave = makeApprovalDesk(bridge).getState().start();
    const asked = (): number => bridge.calls.filter(({ channel }) => channel === 'approval/queue').length;
    bridge.push('approval/changed', null);
    bridge.push('case/changed', { caseId: 'c', cause: 'approval' });
    expect(asked()).toBe(3);
    leave();
    bridge.push('approval/changed', null);
    expect(asked()).toBe(3);
  });

  it('approves what was shown, without the reasons of a return, and takes up the next one', async () => {
    const bridge = bridgeOf([row('one'), row('two')]);
    const desk = makeApprovalDesk(bridge);
    await desk.getState().refresh();
    desk.getState().toggle('other');
    expect(await desk.getState().decide('approve', null)).toBeNull();
    expect(decided(bridge)).toEqual([{ approvalId: 'one', decision: 'approve', reasons: [], note: '', bindingHash: 'hash of one', supervisor: null }]);
    expect(desk.getState().current?.approvalId).toBe('two');
    expect(desk.getState().reasons).toEqual([]);
  });

  it('a key struck twice decides once; the next one can be decided a moment later', async () => {
    const bridge = bridgeOf([row('one'), row('two')]);
    const desk = makeApprovalDesk(bridge);
    await desk.getState().refresh();
    await desk.getState().decide('approve', null);
    await desk.getState().decide('approve', null);
    expect(decided(bridge)).toHaveLength(1);
    vi.advanceTimersByTime(700);
    await desk.getState().decide('approve', null);
    expect(decided(bridge)).toHaveLength(2);
  });

  it('returns only with a reason, and with a note where the reason is 其他', async () => {
    const desk = makeApprovalDesk(bridgeOf([row('one')]));
    await desk.getState().refresh();
    expect(desk.getState().mayReturn()).toBe(false);
    desk.getState().toggle('other');
    expect(desk.getState().mayReturn()).toBe(false);
    desk.getState().write('名称差一字');
    expect(desk.getState().mayReturn()).toBe(true);
  });

  it('a supervisor who mistypes is told so; the request stays in hand', async () => {
    const desk = makeApprovalDesk(bridgeOf([row('one', 'not-supervisor')]));
    await desk.getState().refresh();
    expect(await desk.getState().decide('approve', { staffNo: 'BJ40101', password: 'wrong' })).toEqual({ code: 'wrong-sign-in' });
    expect(desk.getState()).toMatchObject({ busy: false, current: { approvalId: 'one' }, failure: null });
  });

  it('a decision can be taken back for ten seconds by who made it, not one signed beside', async () => {
    const bridge = makeFakeBridge({ answers: {
      'approval/queue': () => [row('one'), row('two')], 'approval/show': ({ approvalId }) => detail(row(approvalId)),
      'approval/decide': () => ({ queue: [row('two')] }), 'approval/take-back': () => ({ queue: [row('one'), row('two')] }),
    } });
    const desk = makeApprovalDesk(bridge);
    await desk.getState().refresh();
    await desk.getState().decide('approve', { staffNo: 'BJ40101', password: 'x' });
    expect(desk.getState().last).toBeNull();
    vi.advanceTimersByTime(700);
    desk.getState().stand(row('one'));
    await vi.advanceTimersByTimeAsync(1);
    await desk.getState().decide('approve', null);
    expect(desk.getState().last?.approvalId).toBe('one');
    await desk.getState().takeBack();
    expect(desk.getState()).toMatchObject({ last: null, queue: [{ approvalId: 'one' }, { approvalId: 'two' }] });
  });

  it('what is taken back is in hand again', async () => {
    const bridge = makeFakeBridge({ answers: {
      'approval/queue': () => [row('one'), row('two')], 'approval/show': ({ approvalId }) => detail(row(approvalId)),
      'approval/decide': () => ({ queue: [row('two')] }), 'approval/take-back': () => ({ queue: [row('one'), row('two')] }),
    } });
    const desk = makeApprovalDesk(bridge);
    await desk.getState().refresh();
    await desk.getState().decide('approve', null);
    expect(desk.getState().current?.approvalId).toBe('two');
    await desk.getState().takeBack();
    expect(desk.getState()).toMatchObject({ current: { approvalId: 'one' }, detail: { row: { approvalId: 'one' } }, notice: { tone: 'warning' } });
  });

  it('X J X J X struck faster than the requests come ticks them all, each as it is shown', async () => {
    const desk = makeApprovalDesk(bridgeOf([row('one'), row('two'), row('three')]));
    await desk.getState().refresh();
    const strike = (key: 'X' | 'J'): void => { const { current, tick, move } = desk.getState(); if (key === 'J') move(1); else if (current) tick(current); };
    for (const key of ['X', 'J', 'X', 'J', 'X'] as const) strike(key);
    await vi.advanceTimersByTimeAsync(1);
    expect(desk.getState().batch.map(({ row: { approvalId }, bindingHash }) => `${approvalId} ${bindingHash}`)).toEqual(['one hash of one', 'two hash of two', 'three hash of three']);
  });

  it('a batch of none or one is refused with how to make one', async () => {
    const desk = makeApprovalDesk(bridgeOf([row('one')]));
    await desk.getState().refresh();
    expect(desk.getState().mayBatch()).toBe(false);
    expect(desk.getState().notice?.text).toContain('X');
  });

  it('only requests that were looked at, of one grade and one plan, that one may decide are ticked together; each is bound to what was shown', async () => {
    const rows = [row('one'), { ...row('other plan'), planId: 'p2' }, { ...row('other grade'), grade: 5 }, row('own', 'own-case'), { ...row('far'), origin: 'remote' as const }, row('two')];
    const bridge = makeFakeBridge({ answers: {
      'approval/queue': () => rows, 'approval/show': ({ approvalId }) => detail(rows.find((one) => one.approvalId === approvalId) ?? row('none')),
      'approval/decide-batch': ({ items }) => ({ outcome: items.map(({ approvalId }) => ({ approvalId, number: '4006008899', done: true, why: null })), queue: [] }),
    } });
    const desk = makeApprovalDesk(bridge);
    await desk.getState().refresh();
    desk.getState().tick(row('two'));
    expect(desk.getState()).toMatchObject({ batch: [], notice: { tone: 'warning' } });
    for (const one of rows) {
      desk.getState().stand(one);
      await vi.advanceTimersByTimeAsync(1);
      desk.getState().tick(one);
    }
    expect(desk.getState().batch.map((one) => one.row.approvalId)).toEqual(['one', 'two']);
    await desk.getState().decideBatch('approve');
    expect(bridge.calls.find(({ channel }) => channel === 'approval/decide-batch')?.request).toMatchObject({ items: [{ approvalId: 'one', bindingHash: 'hash of one' }, { approvalId: 'two', bindingHash: 'hash of two' }] });
    expect(desk.getState().batch).toEqual([]);
  });

  it('a carried request stays in hand while the queue changes, and its token is signed over the text that was read', async () => {
    const carried = { ...row('carried'), origin: 'carried' as const };
    const bridge = makeFakeBridge({ answers: {
      'approval/queue': () => [row('one')], 'approval/show': ({ approvalId }) => detail(row(approvalId)), 'approval/import-request': () => detail(carried),
      'approval/sign-token': ({ request }) => ({ text: `token for ${request}`, parts: ['p'], fileName: null }),
    } });
    const desk = makeApprovalDesk(bridge);
    await desk.getState().refresh();
    expect(await desk.getState().readRequest('the carried text, long enough')).toBeNull();
    await desk.getState().refresh();
    expect(desk.getState().current?.approvalId).toBe('carried');
    expect(await desk.getState().signToken('approve', 'secret', false)).toMatchObject({ text: 'token for the carried text, long enough' });
    desk.getState().stand(row('one'));
    expect(desk.getState().carried).toBeNull();
  });
});
