import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CaseView } from '#contract/cases.ts';
import { caseBefore, driveCase, ordinaryPlan } from '../../support/ordinary-case.ts';
import { openTestConsole, type TestConsole } from '../../support/test-console.ts';

let desk: TestConsole;
let sequence = 200;
beforeEach(async () => {
  desk = await openTestConsole();
  await desk.signIn('WJ0127');
});
afterEach(() => desk.dispose());

const offline = () => ({ ...ordinaryPlan(sequence += 1), offlinePick: [`4006000${sequence}`] });
const unpaid = (plan = offline()): Promise<CaseView> => caseBefore(desk.call, 'pay cash', plan);
const cash = (view: CaseView, amountLi: number, tenderedLi = amountLi) =>
  ({ caseId: view.caseId, tender: 'cash', amountLi, tenderedLi, reference: '', payerName: '陈㛃' }) as const;
const statusOf = (view: CaseView, task: string) => view.tasks.find((entry) => entry.task === task);

test('cash is received at once: change, receipt, and a clock that starts now', async () => {
  const view = await unpaid();
  expect([view.payments.dueLi, view.payments.clockStartAt]).toEqual([200_000, null]);
  const paid = await desk.call('payments/take', cash(view, 200_000, 300_000));
  expect(paid.payments.rows).toMatchObject([{ amountLi: 200_000, tenderedLi: 300_000, changeLi: 100_000, state: 'received', receiptNo: 'SJ-WJ-03-20261124-0001' }]);
  expect(paid.payments.clockStartAt).toBe(paid.payments.rows[0]?.takenAt);
  expect(statusOf(paid, 'activation')?.status).toBe('todo');
  expect(await desk.refusal('payments/take', cash(view, 10))).toMatchObject({ code: 'nothing-due' });
});

test('nothing is paid before the agreement is signed, nothing too much, no card without its slip', async () => {
  const unsigned = await caseBefore(desk.call, 'sign agreement', offline());
  expect(await desk.refusal('payments/take', cash(unsigned, 200_000))).toEqual({ code: 'agreement-not-signed' });
  const view = await unpaid();
  expect((await desk.refusal('payments/take', cash(view, 200_010))).code).toBe('over-payment');
  expect((await desk.refusal('payments/take', cash(view, 200_000, 199_990))).code).toBe('under-payment');
  expect((await desk.refusal('payments/take', { ...cash(view, 200_000), tender: 'pos', tenderedLi: null })).code).toBe('reference-needed');
});

test('a transfer waits until someone confirms it; the bank day starts the clock and the receipt is issued then', async () => {
  const plan = offline();
  const view = await unpaid(plan);
  const waiting = await desk.call('payments/take', { ...cash(view, 200_000), tender: 'transfer', tenderedLi: null });
  const [row] = waiting.payments.rows;
  expect(row).toMatchObject({ state: 'awaited', receiptNo: null, arrivedOn: null });
  expect([statusOf(waiting, 'prepayment'), waiting.turn]).toEqual([{ task: 'prepayment', status: 'doing', reason: { code: 'transfer-awaited' } }, 'customer']);
  expect(await desk.refusal('activation/submit', { caseId: view.caseId })).toMatchObject({ code: 'tasks-open' });
  const claim = { paymentId: row?.paymentId ?? '', arrivedOn: '2026-11-25', reference: '网银20261125-7788' };
  expect((await desk.refusal('payments/confirm-arrival', claim)).code).toBe('arrival-in-future');

  desk.clock.advance(2 * 86_400_000);
  await desk.signIn('WJ0127');
  const arrived = await desk.call('payments/confirm-arrival', claim);
  expect(arrived.payments.rows).toMatchObject([{ state: 'received', arrivedOn: '2026-11-25', receiptNo: 'SJ-WJ-03-20261126-0001', reference: '网银20261125-7788' }]);
  expect(arrived.payments.clockStartAt).toBe('2026-11-25');
  expect((await desk.refusal('payments/confirm-arrival', claim)).code).toBe('already-arrived');
  // Paid on the bank's Wednesday: Thursday, Friday and Monday are the three working days.
  expect((await driveCase(desk.call, arrived, plan)).activation).toMatchObject({ dueDate: '2026-11-30', workingDays: 3 });
});

test('fifty payments at once leave exactly what was due and receipts without a gap', async () => {
  const views = [await unpaid(), await unpaid(), await unpaid()];
  const tries = Array.from({ length: 50 }, (_, at) => {
    const view = views[at % 3] as CaseView;
    // Every fifth is refused: too little cash for the amount.
    return desk.ask('payments/take', cash(view, 20_000, at % 5 === 0 ? 10 : 20_000));
  });
  const answers = await Promise.all(tries);
  const taken = answers.filter((answer) => answer.ok).length;
  const left = await Promise.all(views.map((view) => desk.call('cases/open', { caseId: view.caseId })));
  expect([taken, ...left.map(({ payments }) => payments.receivedLi)]).toEqual([30, 200_000, 200_000, 200_000]);
  const numbers = left.flatMap(({ payments }) => payments.rows.map((row) => row.receiptNo)).toSorted();
  expect(numbers).toEqual(Array.from({ length: taken }, (_, at) => `SJ-WJ-03-20261124-${String(at + 1).padStart(4, '0')}`));
});

test('the receipt is a paper of its own, printed as original first and as copy afterwards', async () => {
  const view = await unpaid();
  const paid = await desk.call('payments/take', cash(view, 200_000));
  const paperId = paid.payments.rows[0]?.receiptPaperId ?? '';
  const opened = await desk.call('papers/open', { paperId });
  expect([opened.row.kind, opened.row.documentNo, Buffer.from(opened.bytes.subarray(0, 5)).toString()]).toEqual(['receipt', 'SJ-WJ-03-20261124-0001', '%PDF-']);
  await desk.call('print/submit', { paperId, printer: 'desk', copies: 1, reason: '' });
  const jobs = await desk.call('print/submit', { paperId, printer: 'desk', copies: 1, reason: '客户遗失' });
  expect(jobs.filter((job) => job.paperId === paperId).map(({ copyNo, reprint }) => [copyNo, reprint]).toSorted()).toEqual([[1, false], [2, true]]);
});
