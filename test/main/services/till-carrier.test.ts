import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ShiftView } from '#contract/till.ts';
import { trainingPassword } from '../../../src-main/services/hall/set-up.ts';
import { paymentBody } from '../../../src-main/sync/bodies/payment-body.ts';
import { paths } from '../../../src-main/sync/carrier/paths.ts';
import { caseBefore, ordinaryPlan } from '../../support/ordinary-case.ts';
import { type DeskOnLine, openDeskOnLine } from '../../support/desk-on-line.ts';
import { until } from '../../support/until.ts';

let onLine: DeskOnLine;
let desk: DeskOnLine['desk'];
let carrier: DeskOnLine['carrier'];
beforeAll(async () => {
  onLine = await openDeskOnLine();
  ({ desk, carrier } = onLine);
});
afterAll(() => onLine.dispose());

const named = ({ mismatches }: ShiftView) => mismatches.map(({ code, receiptNo, li }) => [code, receiptNo, li]);

test('money taken with the line cut waits, is at the carrier when the line is back, and what only the carrier has is named', async () => {
  const shiftId = (await desk.call('till/open', { floatLi: 0 })).shift?.shiftId ?? '';
  const view = await caseBefore(desk.call, 'pay cash', ordinaryPlan(77));
  await carrier.stop();
  const pay = (tender: 'cash' | 'pos', amountLi: number) =>
    desk.call('payments/take', { caseId: view.caseId, tender, amountLi, tenderedLi: tender === 'cash' ? amountLi : null, reference: tender === 'pos' ? 'P1' : '', payerName: view.customer.name, payerNote: '' });
  await pay('cash', 120_000);
  const paid = await pay('pos', 80_000);
  const voided = await desk.call('payments/reverse', {
    paymentId: paid.payments.rows.find(({ tender }) => tender === 'pos')?.paymentId ?? '', kind: 'void', amountLi: 80_000, reason: 'wrong-tender', note: '', reference: 'P2', supervisor: { staffNo: 'WJ0008', password: trainingPassword },
  });
  expect(voided.payments.receivedLi).toBe(120_000);
  const others = { pos: 0, wechat: 0, alipay: 0, transfer: 0, collection: 0 };
  const counted = await desk.call('till/count', { shiftId, cash: { pieces: { 10000: 1, 1000: 2 }, looseLi: 0 }, others, slips: [] });
  const [first, second, third] = counted.rows.map(({ receiptNo }) => receiptNo);
  expect(named(counted)).toEqual([['carrier-waiting', first, -120_000], ['carrier-waiting', second, -80_000], ['carrier-waiting', third, 80_000]]);
  expect((await desk.refusal('till/ask-carrier', { shiftId })).code).toBe('carrier-offline');

  await carrier.start();
  await until('the carrier has all three', async () => (await desk.call('till/shift', { shiftId })).rows.every((row) => row.carrier === 'accepted'));
  const asked = await desk.call('till/ask-carrier', { shiftId });
  expect([named(asked), asked.rows.map(({ carrierLi }) => carrierLi)]).toEqual([[], [120_000, 80_000, -80_000]]);

  const strange = paymentBody({ paymentId: randomUUID(), correlatorId: `${third?.slice(0, -4)}0009`, amountLi: 50_000, tender: 'cash', arrivedAt: desk.clock.now(), customerId: 'c', orderId: 'o', reference: '' });
  expect((await carrier.post(paths.payment, strange)).status).toBe(201);
  expect(named(await desk.call('till/ask-carrier', { shiftId }))).toEqual([['carrier-unknown', `${third?.slice(0, -4)}0009`, 50_000]]);
}, 60_000);
