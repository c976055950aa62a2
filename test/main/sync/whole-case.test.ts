import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { findCase } from '../../../src-main/store/tables/case-rows.ts';
import { listEvents } from '../../../src-main/store/tables/event-rows.ts';
import { feedCursor, findOrder, listHistory } from '../../../src-main/store/tables/order-rows.ts';
import { findRoutingCheck } from '../../../src-main/store/tables/routing-check-rows.ts';
import { listOutbox, remoteId } from '../../../src-main/store/tables/outbox-rows.ts';
import { currentPick } from '../../../src-main/store/tables/number/pick-rows.ts';
import { type RealCarrier, startRealCarrier } from '../../support/real-carrier.ts';
import { append, customerIntent, draftCase, hallPc, type HallPc, submitWhole, until } from './support/hall-pc.ts';

let carrier: RealCarrier;
let pc: HallPc;
let free: string[];
beforeAll(async () => {
  carrier = await startRealCarrier();
  free = [...await carrier.freeNumbers(40)];
});
afterAll(() => carrier.dispose());
beforeEach(async () => { pc = await hallPc(); });
afterEach(() => pc.dispose());
const number = (): string => free.shift() as string;
const stateOf = (caseId: string) => findCase(pc.db, caseId)?.state;

test('a whole case is delivered once, in its order, and is completed by the feed alone', async () => {
  const one = await draftCase(pc, number());
  const before = await carrier.counts();
  submitWhole(pc.db, one);
  const sync = pc.sync(carrier);
  sync.start();
  await until('completed', () => stateOf(one.caseId) === 'completed');
  await until('its set-up compared with the form', () => findRoutingCheck(pc.db, one.caseId) !== null);
  await sync.idle();

  const sent = listOutbox(pc.db).toSorted((a, b) => a.seq - b.seq);
  expect(sent.map(({ kind, state, attempts }) => [kind, state, attempts])).toEqual(
    ['hold-number', 'register-customer', 'file-document', 'file-agreement', 'record-payment', 'place-order'].map((kind) => [kind, 'sent', 0]));
  expect(sent.map(({ sentAt }) => sentAt)).toEqual(sent.map(({ sentAt }) => sentAt).toSorted());
  const after = await carrier.counts();
  const grown = Object.fromEntries(['resourceReservation', 'individual', 'organization', 'document', 'agreement', 'payment', 'productOrder'].map((kind) => [kind, (after[kind] ?? 0) - (before[kind] ?? 0)]));
  expect(grown).toEqual({ resourceReservation: 1, individual: 2, organization: 1, document: 1, agreement: 1, payment: 1, productOrder: 1 });

  expect(listHistory(pc.db, one.caseId).map(({ code }) => code)).toEqual(['submitted', 'acknowledged', 'inProgress', 'completed']);
  expect(listEvents(pc.db, one.caseId).map(({ kind, staffNo, facts }) => [kind, staffNo, facts['to'] ?? facts['number']])).toEqual([
    ['number-held', 'carrier', one.digits], ['state-changed', 'carrier', 'inProgress'], ['state-changed', 'carrier', 'completed'], ['routing-checked', 'carrier', undefined]]);
  expect(Date.parse(findOrder(pc.db, one.caseId)?.activatedAt ?? '')).toBeGreaterThan(0);
  expect(remoteId(pc.db, one.caseId, 'order')).toBe(one.orderId);
  expect(currentPick(pc.db, one.caseId)).toMatchObject({ hold: 'granted', digits: one.digits });
  expect(pc.pushes.filter(({ name }) => name.startsWith('log/'))).toEqual([]);
  expect(sync.connection()).toMatchObject({ state: 'online', waiting: 0, parked: 0 });
});

test('the mirror starts at the snapshot and hears every number that changes afterwards', async () => {
  const sync = pc.sync(carrier);
  sync.start();
  await until('first page', () => feedCursor(pc.db, 'hall-BJ001') > 0 && sync.connection().lastSyncAt !== null);
  expect(pc.pool.snapshots).toBe(1);
  const one = await draftCase(pc, number());
  const held = await sync.client.hold({
    reservationId: one.reservationId, key: crypto.randomUUID(), digits: one.digits, caseId: one.caseId, caseNo: one.caseNo, customerId: one.customerId, customerName: '北京某某科技有限公司', staffNo: 'BJ0123', hallCode: 'BJ001',
  });
  expect(held).toMatchObject({ ok: true, value: { reservationId: one.reservationId } });
  await until('heard of the hold', () => pc.pool.changes.some(({ digits, free: isFree }) => digits === one.digits && !isFree));
  expect(await sync.client.release(one.reservationId, crypto.randomUUID())).toEqual({ ok: true, value: null });
  await until('heard of the release', () => pc.pool.changes.some(({ digits, free: isFree }) => digits === one.digits && isFree));
  expect(pc.pool.cursor).toBe(feedCursor(pc.db, 'hall-BJ001'));
});

test('a customer the carrier knows is referred to by its id and brought up to date', async () => {
  const [first, second] = [await draftCase(pc, number()), await draftCase(pc, number())];
  append(pc.db, first, customerIntent(first));
  const sync = pc.sync(carrier);
  sync.start();
  await until('first', async () => { await sync.idle(); return listOutbox(pc.db).every(({ state }) => state === 'sent'); });

  submitWhole(pc.db, { ...second, creditCode: first.creditCode, handlerIdNumber: first.handlerIdNumber });
  sync.wake();
  await until('completed', () => stateOf(second.caseId) === 'completed');
  expect(remoteId(pc.db, second.caseId, `party:${second.customerId}`)).toBe(first.customerId);
  expect(remoteId(pc.db, second.caseId, `party:${second.handlerId}`)).toBe(first.handlerId);
  const agreement = await carrier.get(`/tmf-api/agreementManagement/v5/agreement/${second.agreementId}`) as { readonly engagedParty: readonly { readonly id: string }[] };
  expect(agreement.engagedParty.map(({ id }) => id)).toEqual([first.customerId]);
  const organization = await carrier.get(`/tmf-api/partyManagement/v5/organization/${first.customerId}`) as { readonly resourceVersion: number | string };
  expect(Number(organization.resourceVersion)).toBeGreaterThan(1);
});

test('what the carrier wants is told with its own words, and a refusal ends the case', async () => {
  const one = await draftCase(pc, number());
  await carrier.fault({ kind: 'refuse', code: 'customerBlocked', reason: '该单位已被限制入网' });
  submitWhole(pc.db, one);
  pc.sync(carrier).start();
  await until('rejected', () => stateOf(one.caseId) === 'rejected');
  expect(findOrder(pc.db, one.caseId)?.carrierNote).toBe('该单位已被限制入网');
  expect(listHistory(pc.db, one.caseId).at(-1)).toMatchObject({ code: 'rejected', note: '该单位已被限制入网' });
});

test('a hold that runs out at the carrier is expired here, and no sooner', async () => {
  const one = await draftCase(pc, number());
  append(pc.db, one, { kind: 'hold-number', body: { reservationId: one.reservationId, digits: one.digits, caseNo: one.caseNo, customerId: one.customerId, customerName: '某某', staffNo: 'BJ0123', fallbacks: [] } });
  pc.sync(carrier).start();
  await until('granted', () => currentPick(pc.db, one.caseId)?.hold === 'granted');
  await carrier.advanceClock(4 * 24 * 3_600_000);
  await until('expired', () => currentPick(pc.db, one.caseId)?.hold === 'expired');
  expect(listEvents(pc.db, one.caseId).map(({ kind }) => kind)).toEqual(['number-held', 'hold-expired']);
});
