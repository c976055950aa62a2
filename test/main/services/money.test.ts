import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CaseView } from '#contract/cases.ts';
import { caseBefore, driveCase, ordinaryPlan } from '../../support/ordinary-case.ts';
import { closeShift, openShift } from '../../support/open-shift.ts';
import { openTestConsole, type TestConsole } from '../../support/test-console.ts';

let desk: TestConsole;
let sequence = 200;
beforeEach(async () => {
  desk = await openTestConsole();
  await desk.signIn('WJ0127');
  await openShift(desk.call);
});
afterEach(() => desk.dispose());

const offline = () => ({ ...ordinaryPlan(sequence += 1), offlinePick: [`4006000${sequence}`] });
const unpaid = (plan = offline()): Promise<CaseView> => caseBefore(desk.call, 'pay cash', plan);
const cash = (view: CaseView, amountLi: number, tenderedLi = amountLi) =>
  ({ caseId: view.caseId, tender: 'cash', amountLi, tenderedLi, reference: '', payerName: view.customer.name, payerNote: '' }) as const;
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

  await closeShift(desk.call);
  desk.clock.advance(2 * 86_400_000);
  await desk.signIn('WJ0127');
  expect((await desk.refusal('payments/confirm-arrival', claim)).code).toBe('shift-not-open');
  await openShift(desk.call);
  const arrived = await desk.call('payments/confirm-arrival', claim);
  expect(arrived.payments.rows).toMatchObject([{ state: 'received', arrivedOn: '2026-11-25', receiptNo: 'SJ-WJ-03-20261126-0001', reference: '网银20261125-7788' }]);
  expect(arrived.payments.clockStartAt).toBe('2026-11-25');
  expect((await desk.refusal('payments/confirm-arrival', claim)).code).toBe('already-arrived');
  // Paid on the bank's Wednesday: Thursday, Friday and Monday are the three working days.
  expect((await driveCase(desk.call, arrived, plan)).activation).toMatchObject({ dueDate: '2026-11-30', workingDays: 3 });
});

test('wallets are in at once, and leave the number of the app', async () => {
  const view = await unpaid();
  const part = { ...cash(view, 100_000), tenderedLi: null };
  expect((await desk.refusal('payments/take', { ...part, tender: 'wechat' })).code).toBe('reference-needed');
  await desk.call('payments/take', { ...part, tender: 'wechat', reference: '4200001' });
  const { payments } = await desk.call('payments/take', { ...part, tender: 'alipay', reference: '2024112' });
  expect(payments.rows.map(({ tender, state, reference }) => [tender, state, reference])).toEqual([['wechat', 'received', '4200001'], ['alipay', 'received', '2024112']]);
  expect([payments.receivedLi, payments.clockStartAt]).toEqual([200_000, payments.rows[1]?.takenAt]);
});

test('somebody else pays when it is said why, and the receipt says so', async () => {
  const view = await unpaid();
  const offer = { ...cash(view, 200_000), payerName: '李四' };
  expect(await desk.refusal('payments/take', offer)).toEqual({ code: 'payer-note-needed', facts: {} });
  const paid = await desk.call('payments/take', { ...offer, payerNote: '法人代付' });
  expect(paid.payments.rows).toMatchObject([{ payerName: '李四', payerNote: '法人代付' }]);
  const content = desk.look((db) => db.prepare("SELECT content ->> 'payer' FROM papers WHERE kind = 'receipt'").pluck().get());
  expect(content).toBe(`李四（代${view.customer.name}付：法人代付）`);
});

test('no money without an open shift, and none into the shift of somebody else', async () => {
  const view = await unpaid();
  await closeShift(desk.call);
  expect(await desk.refusal('payments/take', cash(view, 200_000))).toEqual({ code: 'shift-not-open' });
  await desk.signIn('WJ0131');
  await openShift(desk.call);
  await desk.signIn('WJ0127');
  expect(await desk.refusal('payments/take', cash(view, 200_000))).toMatchObject({ code: 'shift-of-another' });
});

const intents = (): readonly string[] => desk.look((db) => db.prepare('SELECT kind FROM outbox ORDER BY seq').pluck().all() as string[]);

test('the carrier is told when the money arrives: who the customer is, then the payment, once each', async () => {
  const plan = offline();
  const view = await unpaid(plan);
  expect(intents()).toEqual(['hold-number']);
  await desk.call('payments/take', cash(view, 50_000));
  await desk.call('payments/take', cash(view, 50_000));
  const waiting = await desk.call('payments/take', { ...cash(view, 100_000), tender: 'transfer', tenderedLi: null });
  expect(intents()).toEqual(['hold-number', 'register-customer', 'record-payment', 'record-payment']);
  expect(waiting.payments.rows.map(({ carrier }) => carrier)).toEqual(['waiting', 'waiting', 'not-sent']);
  const arrived = await desk.call('payments/confirm-arrival', { paymentId: waiting.payments.rows[2]?.paymentId ?? '', arrivedOn: '2026-11-24', reference: '7788' });
  const submitted = await driveCase(desk.call, arrived, plan);
  expect([submitted.state, intents().filter((kind) => kind === 'register-customer' || kind === 'record-payment')]).toEqual([
    'acknowledged', ['register-customer', 'record-payment', 'record-payment', 'record-payment']]);
  const numbers = desk.look((db) => db.prepare("SELECT body ->> 'correlatorId' FROM outbox WHERE kind = 'record-payment' ORDER BY seq").pluck().all());
  expect(numbers).toEqual(submitted.payments.rows.map(({ receiptNo }) => receiptNo));
});

test('with the line cut the count of what waits goes up with each payment', async () => {
  const view = await unpaid();
  const waiting = () => (desk.emitted.findLast(({ name }) => name === 'outbox/changed')?.event as { readonly waiting: number } | undefined)?.waiting;
  await desk.call('payments/take', cash(view, 80_000));
  const first = waiting();
  await desk.call('payments/take', cash(view, 120_000));
  expect([first, waiting()]).toEqual([(await desk.call('outbox/status', undefined)).waiting - 1, (await desk.call('outbox/status', undefined)).waiting]);
});

test('a customer who changed between money and order is told again, before the order', async () => {
  const plan = offline();
  const view = await caseBefore(desk.call, 'save form', plan);
  await desk.call('payments/take', cash(view, 200_000));
  const changed = await desk.call('cases/save-customer', { caseId: view.caseId, patch: { handlerPhone: '13900139000' } });
  const submitted = await driveCase(desk.call, changed, { ...plan, customer: { ...plan.customer, handlerPhone: '13900139000' } });
  expect(submitted.state).toBe('acknowledged');
  const kinds = intents();
  expect([kinds.filter((kind) => kind === 'register-customer').length, kinds.lastIndexOf('register-customer') > kinds.indexOf('record-payment'), kinds.at(-1)]).toEqual([2, true, 'place-order']);
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
