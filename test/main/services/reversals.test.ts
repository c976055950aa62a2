import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CaseView } from '#contract/cases.ts';
import type { Request } from '#contract/contract.ts';
import { trainingPassword } from '../../../src-main/services/hall/set-up.ts';
import { closeShift, openShift } from '../../support/open-shift.ts';
import { caseBefore, driveCase, ordinaryPlan } from '../../support/ordinary-case.ts';
import { pdfText } from '../../support/pdf-tools.ts';
import { openTestConsole, type TestConsole } from '../../support/test-console.ts';

let desk: TestConsole;
beforeEach(async () => {
  desk = await openTestConsole();
  await desk.signIn('WJ0127');
  await openShift(desk.call);
});
afterEach(() => desk.dispose());

const supervisor = { staffNo: 'WJ0008', password: trainingPassword };
const plan = () => ({ ...ordinaryPlan(201), offlinePick: ['4006000201'] });
const take = (view: CaseView, amountLi: number, change: Partial<Request<'payments/take'>> = {}): Promise<CaseView> =>
  desk.call('payments/take', { caseId: view.caseId, tender: 'cash', amountLi, tenderedLi: change.tender === undefined ? amountLi : null, reference: '', payerName: view.customer.name, payerNote: '', ...change });
const paid = async (change: Partial<Request<'payments/take'>> = {}): Promise<CaseView> => take(await caseBefore(desk.call, 'pay cash', plan()), 200_000, change);
const wanted = (view: CaseView, change: Partial<Request<'payments/reverse'>> = {}): Request<'payments/reverse'> =>
  ({ paymentId: view.payments.rows.at(-1)?.paymentId ?? '', kind: 'void', amountLi: 200_000, reason: 'wrong-amount', note: '', reference: '', supervisor, ...change });
const rows = (statement: string): readonly unknown[] => desk.look((db) => db.prepare(statement).all());

test('a void takes the whole payment back in its shift: own number and paper, event and refund of the carrier', async () => {
  const view = await paid();
  const voided = await desk.call('payments/reverse', wanted(view));
  expect(voided.payments).toMatchObject({ receivedLi: 0, clockStartAt: null, refund: null });
  expect(voided.payments.rows).toMatchObject([{ receiptNo: 'SJ-WJ-03-20261124-0001', state: 'reversed', reversibleLi: 0, may: [], reversals: [
    { kind: 'void', amountLi: 200_000, reason: 'wrong-amount', by: 'WJ0127', authorisedBy: 'WJ0008', receiptNo: 'SJ-WJ-03-20261124-0002' }] }]);
  expect(voided.tasks.find(({ task }) => task === 'prepayment')?.status).toBe('todo');
  const paperId = voided.payments.rows[0]?.reversals[0]?.paperId ?? '';
  expect((await desk.call('papers/open', { paperId })).row).toMatchObject({ kind: 'reversal', documentNo: 'SJ-WJ-03-20261124-0002', state: 'current' });
  expect(JSON.parse(rows("SELECT content FROM papers WHERE kind = 'reversal'").map((row) => (row as { readonly content: string }).content)[0] ?? '')).toMatchObject({
    reversal: 'void', original: { receiptNumber: 'SJ-WJ-03-20261124-0001', tender: '现金', amount: 200_000 }, reason: '金额收错', wayBack: '退还现金', amount: 200_000, left: 0,
    supervisor: { name: '周立群', staffNumber: 'WJ0008' }, head: { documentNumber: 'SJ-WJ-03-20261124-0002', template: { id: 'TK-400' } } });
  expect((await desk.call('cases/events', { caseId: view.caseId })).at(-1)).toMatchObject({ kind: 'payment-voided', staffNo: 'WJ0127', facts: {
    tender: 'cash', li: 200_000, receipt: 'SJ-WJ-03-20261124-0002', of: 'SJ-WJ-03-20261124-0001', authorisedBy: 'WJ0008' } });
  expect(rows("SELECT kind, body ->> 'correlatorId' AS no, body ->> 'amountLi' AS li FROM outbox WHERE kind LIKE 'record-%' ORDER BY seq")).toEqual([
    { kind: 'record-payment', no: 'SJ-WJ-03-20261124-0001', li: 200_000 }, { kind: 'record-refund', no: 'SJ-WJ-03-20261124-0002', li: 200_000 }]);
  const again = await take(voided, 200_000);
  expect([again.payments.rows.at(-1)?.receiptNo, again.payments.receivedLi]).toEqual(['SJ-WJ-03-20261124-0003', 200_000]);
});

test('nobody gives money back alone: without a supervisor, with oneself, or with somebody who may not', async () => {
  const view = await paid();
  expect(await desk.refusal('payments/reverse', wanted(view, { supervisor: null }))).toEqual({ code: 'supervisor-needed' });
  expect(await desk.refusal('payments/reverse', wanted(view, { supervisor: { staffNo: 'WJ0127', password: trainingPassword } }))).toEqual({ code: 'second-person-needed' });
  expect(await desk.refusal('payments/reverse', wanted(view, { supervisor: { staffNo: 'WJ0131', password: trainingPassword } }))).toEqual({ code: 'supervisor-needed' });
  expect((await desk.refusal('payments/reverse', wanted(view, { supervisor: { staffNo: 'WJ0008', password: '错的' } }))).code).toBe('wrong-sign-in');
  expect(rows('SELECT * FROM reversals')).toEqual([]);
});

test('a supervisor who works the till needs another one', async () => {
  await closeShift(desk.call);
  await desk.signIn('WJ0008');
  await openShift(desk.call);
  const view = await paid();
  expect(await desk.refusal('payments/reverse', wanted(view))).toEqual({ code: 'second-person-needed' });
});

test('a refund gives back a part in a later shift; never more than is left, and all of it opens the cancellation', async () => {
  const view = await paid();
  expect(await desk.refusal('cases/cancel', { caseId: view.caseId, reason: '客户不办了' })).toEqual({ code: 'cannot-cancel', facts: { receivedLi: 200_000, waitingLi: 0 } });
  await closeShift(desk.call, 200_000);
  expect(await desk.refusal('payments/reverse', wanted(view, { kind: 'refund' }))).toEqual({ code: 'shift-not-open' });
  await openShift(desk.call);
  expect(await desk.refusal('payments/reverse', wanted(view))).toMatchObject({ code: 'void-not-same-shift' });
  const part = await desk.call('payments/reverse', wanted(view, { kind: 'refund', amountLi: 50_000, reason: 'customer-left' }));
  expect(part.payments).toMatchObject({ receivedLi: 150_000, rows: [{ state: 'received', reversibleLi: 150_000, may: ['refund'] }] });
  expect(await desk.refusal('payments/reverse', wanted(view, { kind: 'refund', amountLi: 150_010, reason: 'customer-left' }))).toEqual({ code: 'reversal-over', facts: { leftLi: 150_000, overLi: 10 } });
  await desk.call('payments/reverse', wanted(view, { kind: 'refund', amountLi: 150_000, reason: 'customer-left' }));
  expect((await desk.call('cases/cancel', { caseId: view.caseId, reason: '客户不办了' })).state).toBe('cancelled');
});

test('what was paid by card goes back by card, with the number of the terminal', async () => {
  const view = await paid({ tender: 'pos', reference: '004512' });
  const refund = wanted(view, { kind: 'refund', reason: 'other', note: '客户要求' });
  expect((await desk.refusal('payments/reverse', { ...refund, note: '' })).code).toBe('note-needed');
  expect((await desk.refusal('payments/reverse', refund)).code).toBe('reference-needed');
  await desk.call('payments/reverse', { ...refund, reference: '009901' });
  expect(rows("SELECT content ->> 'wayBack' AS way, content ->> 'reason' AS why FROM papers WHERE kind = 'reversal'")).toEqual([{ way: '原路退回：刷卡退款，凭证号009901', why: '客户要求' }]);
});

test('a promise of a colleague\'s customer is withdrawn by nobody else but a supervisor', async () => {
  const view = await paid({ tender: 'transfer' });
  await closeShift(desk.call);
  await desk.signIn('WJ0131');
  await openShift(desk.call);
  const withdraw = wanted(view, { kind: 'withdraw', reason: 'not-coming', supervisor: null });
  expect(await desk.refusal('payments/reverse', withdraw)).toEqual({ code: 'case-of-another', facts: { owner: 'WJ0127' } });
  await closeShift(desk.call);
  await desk.signIn('WJ0008');
  await openShift(desk.call);
  expect((await desk.call('payments/reverse', withdraw)).payments.waitingLi).toBe(0);
});

test('a transfer that will not come is withdrawn: no money, no voucher, nobody beside, and the carrier hears nothing', async () => {
  const view = await paid({ tender: 'transfer' });
  const withdraw = wanted(view, { kind: 'withdraw', reason: 'not-coming', supervisor: null });
  expect(await desk.refusal('payments/reverse', { ...withdraw, kind: 'refund', reason: 'customer-left', supervisor })).toMatchObject({ code: 'reversal-over', facts: { leftLi: 0 } });
  const withdrawn = await desk.call('payments/reverse', withdraw);
  expect(withdrawn.payments).toMatchObject({ waitingLi: 0, receivedLi: 0, rows: [{ state: 'reversed', may: [], reversals: [{ kind: 'withdraw', receiptNo: null, paperId: null, authorisedBy: null }] }] });
  expect((await desk.refusal('payments/confirm-arrival', { paymentId: view.payments.rows[0]?.paymentId ?? '', arrivedOn: '2026-11-24', reference: 'x' })).code).toBe('payment-not-found');
  expect(rows("SELECT kind FROM outbox WHERE kind LIKE 'record-%'")).toEqual([]);
  expect((await take(withdrawn, 200_000)).payments.rows.at(-1)?.receiptNo).toBe('SJ-WJ-03-20261124-0001');
});

test.each([['cancelled', 'order-cancelled'], ['rejected', 'activation-rejected'], ['failed', 'activation-rejected']])('a transfer that arrives when its case was %s is taken in by whoever has the till, and owed back', async (state, why) => {
  const view = await paid({ tender: 'transfer' });
  const paymentId = view.payments.rows[0]?.paymentId ?? '';
  const arrival = { paymentId, arrivedOn: '2026-11-24', reference: '7788' };
  await closeShift(desk.call);
  await desk.signIn('WJ0131');
  await openShift(desk.call);
  expect(await desk.refusal('payments/confirm-arrival', arrival)).toMatchObject({ code: 'case-of-another' });
  desk.look((db) => db.prepare('UPDATE cases SET state = ? WHERE case_id = ?').run(state, view.caseId));
  const arrived = await desk.call('payments/confirm-arrival', arrival);
  expect(arrived.payments).toMatchObject({ receivedLi: 200_000, waitingLi: 0, refund: { li: 200_000, why }, rows: [{ state: 'received', receiptNo: 'SJ-WJ-03-20261124-0001', may: ['refund'] }] });
  expect(rows("SELECT content ->> 'due' AS due, content ->> '$.lines[0].note' AS note FROM papers WHERE kind = 'receipt'")).toEqual([{ due: null, note: '受理单已终止，款项应退' }]);
  const paperId = arrived.payments.rows[0]?.receiptPaperId ?? '';
  expect(pdfText((await desk.call('papers/open', { paperId })).bytes)).toContain('没有办成，款项应退');
  const back = await desk.call('payments/reverse', wanted(arrived, { kind: 'refund', reason: 'order-cancelled', reference: '009902' }));
  expect(back.payments).toMatchObject({ receivedLi: 0, refund: null });
  expect(rows("SELECT kind FROM outbox WHERE kind LIKE 'record-%' ORDER BY seq")).toEqual([{ kind: 'record-payment' }, { kind: 'record-refund' }]);
});

test('money of an order that is with the carrier stays', async () => {
  const own = plan();
  const submitted = await driveCase(desk.call, await desk.call('cases/create', undefined), own);
  expect(submitted.payments.rows[0]?.may).toEqual([]);
  expect(await desk.refusal('payments/reverse', wanted(submitted))).toMatchObject({ code: 'reversal-not-open' });
});

test('a cheaper plan leaves too much: it is proposed the same day, listed on the workbench, and gone when it is back', async () => {
  const own = plan();
  const view = await caseBefore(desk.call, 'pay cash', { ...own, planId: 'hall-standard' });
  const full = await take(view, view.payments.dueLi);
  expect(full.payments.refund).toBeNull();
  const cheaper = await desk.call('plans/choose', { caseId: view.caseId, planId: 'minimum-50', addOnIds: [], minimumLi: null, terminals: null, reason: '客户选的' });
  const overLi = full.payments.dueLi - cheaper.payments.dueLi;
  const listed = async () => (await desk.call('workbench/list', { filter: 'returned' })).rows.map(({ task, reason }) => [task, reason]);
  expect([overLi > 0, cheaper.payments.refund, cheaper.turn, await listed()]).toEqual([true, { li: overLi, why: 'plan-cheaper' }, 'hall', [['prepayment', { code: 'refund-owed', facts: { li: overLi, why: 'plan-cheaper' } }]]]);
  const refunded = await desk.call('payments/reverse', wanted(cheaper, { kind: 'refund', amountLi: overLi, reason: 'plan-cheaper' }));
  expect([refunded.payments.refund, refunded.payments.receivedLi === refunded.payments.dueLi]).toEqual([null, true]);
  expect((await listed()).filter(([task]) => task === 'prepayment')).toEqual([]);
});

test('two refunds at once of the same money: one is done', async () => {
  const view = await paid();
  const answers = await Promise.all([1, 2, 3].map(() => desk.ask('payments/reverse', wanted(view, { kind: 'refund', reason: 'paid-twice' }))));
  expect(answers.map((answer) => (answer.ok ? 'done' : answer.error.code)).toSorted()).toEqual(['done', 'reversal-over', 'reversal-over']);
  expect(rows('SELECT receipt_no FROM reversals')).toEqual([{ receipt_no: 'SJ-WJ-03-20261124-0002' }]);
});

test('a desk that used up its numbers takes and gives no more money today', async () => {
  const view = await paid();
  desk.look((db) => db.prepare("UPDATE counters SET value = 9999 WHERE name = 'receipt-2026-11-24'").run());
  expect((await desk.refusal('payments/reverse', wanted(view))).code).toBe('receipts-used-up');
  expect(rows('SELECT * FROM reversals')).toEqual([]);
});
