import { afterAll, beforeAll, expect, test } from 'vitest';
import { driveCase, driveOrdinaryCase, ordinaryPlan } from '../../support/ordinary-case.ts';
import { type DeskOnLine, openDeskOnLine } from '../../support/desk-on-line.ts';
import { trainingPassword } from '../../../src-main/services/hall/set-up.ts';
import { plainSearch } from '../../support/plain-search.ts';
import { until } from '../../support/until.ts';

let onLine: DeskOnLine;
let desk: DeskOnLine['desk'];
let carrier: DeskOnLine['carrier'];
beforeAll(async () => {
  onLine = await openDeskOnLine();
  ({ desk, carrier } = onLine);
});
afterAll(() => onLine.dispose());

test('a hold whose answer was lost is given back: no number stays held for a case that does not know it', async () => {
  const plan = ordinaryPlan(41);
  const start = await driveCase(desk.call, await desk.call('cases/create', undefined), plan, 'hold number');
  await until('the mirror', async () => (await desk.call('numbers/pool-status', undefined)).loaded);
  const { hits } = await desk.call('numbers/search', plainSearch('', [9], 5, 1));
  const digits = hits[0]?.digits ?? '';
  await carrier.fault({ kind: 'drop', times: 1 });
  const refusal = await desk.refusal('numbers/hold', { caseId: start.caseId, digits });
  expect(refusal.code).toBe('carrier-offline');
  await until('the number is free again', async () => {
    const found = (await carrier.get(`/tmf-api/resourceInventory/v5/resource/${digits}`)) as { readonly allocationStatus?: string };
    return found.allocationStatus === 'available';
  });
  expect((await desk.call('numbers/hold', { caseId: start.caseId, digits })).outcome).toBe('granted');
});

test('a case that the carrier rejected is closed with a reason, and what was received is written down to be paid back', async () => {
  await carrier.fault({ kind: 'refuse', code: 'purposeRefused', reason: '用途不予受理' });
  const submitted = await driveOrdinaryCase(desk.call, ordinaryPlan(42));
  const rejected = await until('the rejection', async () => {
    const view = await desk.call('cases/open', { caseId: submitted.caseId });
    return view.state === 'rejected' ? view : null;
  });
  expect(rejected.activation?.carrierNote).toContain('用途不予受理');
  expect([rejected.payments.refund, rejected.payments.rows[0]?.may, rejected.turn]).toEqual([{ li: 200_000, why: 'activation-rejected' }, ['void', 'refund'], 'hall']);
  const closed = await desk.call('cases/cancel', { caseId: rejected.caseId, reason: '客户改日再来' });
  expect(closed.state).toBe('cancelled');
  const events = await desk.call('cases/events', { caseId: rejected.caseId });
  expect(events.at(-1)).toMatchObject({ kind: 'case-cancelled', facts: { after: 'rejected', toPayBackLi: 200_000 } });

  // The hall owes it the same day: the case stays on the workbench until the money is back.
  const listed = async () => (await desk.call('workbench/list', { filter: 'mine' })).rows.filter(({ caseId }) => caseId === closed.caseId).map(({ situation, task, reason }) => [situation, task, reason]);
  expect([closed.turn, await listed()]).toEqual(['hall', [['returned', 'prepayment', { code: 'refund-owed', facts: { li: 200_000, why: 'activation-rejected' } }]]]);
  const refunded = await desk.call('payments/reverse', {
    paymentId: closed.payments.rows[0]?.paymentId ?? '', kind: 'refund', amountLi: 200_000, reason: 'activation-rejected', note: '', reference: '', supervisor: { staffNo: 'WJ0008', password: trainingPassword },
  });
  expect([refunded.payments.refund, refunded.turn, await listed()]).toEqual([null, 'nobody', []]);
  const voucher = refunded.payments.rows[0]?.reversals[0]?.receiptNo ?? '';
  await until('the carrier has it', async () => (await desk.call('cases/open', { caseId: closed.caseId })) && desk.look((db) => db.prepare('SELECT amount_li FROM carrier_payments WHERE correlator_id = ?').get(voucher)));
  const held = (await carrier.get(`/tmf-api/paymentManagement/v4/refund?correlatorId=${voucher}`)) as readonly { readonly totalAmount: { readonly value: number }; readonly payment: { readonly id: string } }[];
  expect(held.map(({ totalAmount, payment }) => [totalAmount.value, payment.id])).toEqual([[200, closed.payments.rows[0]?.paymentId]]);
});
