import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { findCase } from '../../../src-main/store/tables/case-rows.ts';
import { listEvents } from '../../../src-main/store/tables/event-rows.ts';
import { findIntent, listOutbox, retryNow } from '../../../src-main/store/tables/outbox-rows.ts';
import { currentPick } from '../../../src-main/store/tables/number/pick-rows.ts';
import { holdBody } from '../../../src-main/sync/bodies/reservation-body.ts';
import { type RealCarrier, startRealCarrier } from '../../support/real-carrier.ts';
import { append, customerIntent, draftCase, hallPc, type HallPc, holdIntent, orderBodyOf, placeOrder, type SampleCase, submitWhole, until } from './support/hall-pc.ts';

let carrier: RealCarrier;
let pc: HallPc;
let free: string[];
beforeAll(async () => {
  carrier = await startRealCarrier();
  free = [...await carrier.freeNumbers(60)];
});
afterAll(() => carrier.dispose());
beforeEach(async () => { pc = await hallPc(); });
afterEach(() => pc.dispose());
const number = (): string => free.shift() as string;
const pickOf = (one: SampleCase) => currentPick(pc.db, one.caseId);
const intents = (one: SampleCase) => pc.db.prepare('SELECT kind, state, attempts, json_extract(failure, \'$.code\') AS code FROM outbox WHERE case_id = ? ORDER BY seq').all(one.caseId);
const takenElsewhere = async (digits: string): Promise<void> => {
  const body = holdBody({
    reservationId: crypto.randomUUID(), digits, caseId: crypto.randomUUID(), caseNo: 'BJ999-1', customerId: crypto.randomUUID(), customerName: `另一家 ${digits}`, staffNo: 'BJ9', hallCode: 'BJ999',
  });
  expect((await carrier.post('/tmf-api/resourceReservation/v4/resourceReservation', body, 'BJ999.pc-1.0123456789abcdef')).status).toBe(201);
};

test('a collision makes the next fallback the pick, skipping one picked here by another case, and asks for it', async () => {
  const [wish, second, third] = [number(), number(), number()];
  await takenElsewhere(wish);
  await draftCase(pc, second);
  const one = await draftCase(pc, wish, [second, third]);
  append(pc.db, one, holdIntent(one, [second, third]));
  const sync = pc.sync(carrier, { gradeOf: (digits) => ({ grade: digits === third ? 5 : 9, ruleId: 'X', rulesVersion: '7/2' }) });
  sync.start();
  await until('granted', () => pickOf(one)?.hold === 'granted');
  expect(pickOf(one)).toMatchObject({ digits: third, grade: 5, ruleId: 'X', rulesVersion: '7/2', fallbacks: [], ranked: [wish, second, third] });
  expect(Date.parse(pickOf(one)?.expiresAt ?? '')).toBeGreaterThan(Date.now());
  expect(intents(one)).toEqual([{ kind: 'hold-number', state: 'superseded', attempts: 0, code: 'numberTaken' }, { kind: 'hold-number', state: 'sent', attempts: 0, code: null }]);
  expect(listEvents(pc.db, one.caseId).map(({ kind, facts }) => [kind, facts['number']])).toEqual([['number-replaced', third], ['number-held', third]]);
  expect(listEvents(pc.db, one.caseId)[0]?.facts).toEqual({ from: wish, number: third, rank: 2, papers: 'stand' });
});

const submitWith = async (taken: boolean): Promise<{ readonly one: SampleCase; readonly fallback: string }> => {
  const [wish, fallback] = [number(), number()];
  if (taken) await takenElsewhere(wish);
  const one = await draftCase(pc, wish, [fallback]);
  append(pc.db, one, holdIntent(one, [fallback]));
  submitWhole(pc.db, one, { withHold: false });
  return { one, fallback };
};
const ordersOf = async ({ caseNo }: SampleCase) => (await carrier.get(`/tmf-api/productOrderingManagement/v5/productOrder?externalId.id=${caseNo}`)) as readonly unknown[];

test('a waiting order follows to the fallback only where what was signed stands for it; else the case is the hall\'s again and told why', async () => {
  const { one, fallback } = await submitWith(true);
  pc.sync(carrier, { papersStand: () => 'outdated' }).start();
  await until('draft again', () => findCase(pc.db, one.caseId)?.state === 'draft');
  await until('granted', () => pickOf(one)?.hold === 'granted');
  expect(pickOf(one)?.digits).toBe(fallback);
  expect(listEvents(pc.db, one.caseId).map(({ kind, facts }) => [kind, facts['papers'] ?? facts['to']])).toEqual([['number-replaced', 'outdated'], ['state-changed', 'draft'], ['number-held', undefined]]);
  await until('the rest sent', () => listOutbox(pc.db).every(({ state }) => state === 'sent'));
  expect(await ordersOf(one)).toEqual([]);
});

test('died in the middle of a collision, pick and order are both as before, and the next start moves both once', async () => {
  const { one, fallback } = await submitWith(true);
  const dying = pc.sync(carrier, { papersStand: () => { throw new Error('killed'); } });
  dying.start();
  await until('the answer came', () => pc.pushes.some(({ name }) => name === 'log/send-broke'));
  await dying.stop();
  expect(pickOf(one)).toMatchObject({ digits: one.digits, hold: 'provisional' });
  expect(listEvents(pc.db, one.caseId)).toEqual([]);
  expect(listOutbox(pc.db).map(({ kind, state }) => [kind, state])).toEqual(expect.arrayContaining([['hold-number', 'sending'], ['place-order', 'waiting']]));
  pc.sync(carrier).start();
  await until('completed', () => findCase(pc.db, one.caseId)?.state === 'completed');
  expect(pickOf(one)?.digits).toBe(fallback);
  const orders = pc.db.prepare("SELECT state, json_extract(body, '$.number') AS number FROM outbox WHERE kind = 'place-order' ORDER BY seq").all();
  expect(orders).toEqual([{ state: 'superseded', number: one.digits }, { state: 'sent', number: fallback }]);
  expect(await ordersOf(one)).toHaveLength(1);
});

test('with no fallback left the pick is lost, and an order for the lost number never goes out', async () => {
  const wish = number();
  await takenElsewhere(wish);
  const one = await draftCase(pc, wish);
  submitWhole(pc.db, one);
  pc.sync(carrier).start();
  await until('lost', () => pickOf(one)?.hold === 'lost');
  await until('the rest sent', () => listOutbox(pc.db).every(({ state }) => state === 'sent'));
  expect(intents(one).filter((row) => (row as { readonly state: string }).state === 'superseded')).toMatchObject([{ kind: 'hold-number' }, { kind: 'place-order' }]);
  expect(findCase(pc.db, one.caseId)?.state).toBe('draft');
  expect(await carrier.get(`/tmf-api/productOrderingManagement/v5/productOrder?externalId.id=${one.caseNo}`)).toEqual([]);
});

test('an order whose hold ran out opens the case again instead of waiting for ever', async () => {
  const one = await draftCase(pc, number());
  append(pc.db, one, holdIntent(one));
  const sync = pc.sync(carrier);
  sync.start();
  await until('granted', () => pickOf(one)?.hold === 'granted');
  placeOrder(pc.db, one);
  await carrier.advanceClock(4 * 24 * 3_600_000);
  sync.wake();
  await until('open again', () => findCase(pc.db, one.caseId)?.state === 'draft');
  expect(pickOf(one)?.hold).toBe('expired');
  expect(intents(one)[1]).toMatchObject({ kind: 'place-order', state: 'superseded', code: 'reservationExpired' });
});

test('a refused device waits as a fault of the line, and goes on when the token is right', async () => {
  const one = await draftCase(pc, number());
  append(pc.db, one, customerIntent(one));
  const wrong = pc.sync({ ...carrier, token: 'BJ404.pc-1.0123456789abcdef' });
  wrong.start();
  await until('counted', () => (findIntent(pc.db, 1)?.attempts ?? 0) >= 1);
  expect(findIntent(pc.db, 1)).toMatchObject({ state: 'waiting', failure: { code: 'deviceUnknown' } });
  expect(wrong.connection().state).toBe('sync-failing');
  await wrong.stop();
  const right = pc.sync(carrier);
  right.start();
  await until('sent', () => findIntent(pc.db, 1)?.state === 'sent');
  await until('online', () => right.connection().state === 'online');
});

test('what the carrier calls wrong is parked with its reason and blocks its own case only', async () => {
  const [bad, good] = [await draftCase(pc, number()), await draftCase(pc, number())];
  append(pc.db, bad, { kind: 'record-payment', body: {
    paymentId: bad.paymentId, correlatorId: 'R', amountLi: 10, tender: 'cash', arrivedAt: '2026-11-24T02:20:00.000Z', customerId: '', orderId: bad.orderId, reference: '',
  } });
  append(pc.db, bad, { kind: 'place-order', body: { ...orderBodyOf(bad), reservationId: crypto.randomUUID() } });
  submitWhole(pc.db, good);
  const sync = pc.sync(carrier);
  sync.start();
  await until('the other case', () => findCase(pc.db, good.caseId)?.state === 'completed');
  expect(intents(bad)).toEqual([{ kind: 'record-payment', state: 'parked', attempts: 1, code: 'body-unreadable' }, { kind: 'place-order', state: 'waiting', attempts: 0, code: null }]);
  expect(sync.connection()).toMatchObject({ state: 'online', waiting: 1, parked: 1 });
  // A person passes over the payment: the order goes out and the carrier's own refusal parks it.
  pc.db.prepare("UPDATE outbox SET state = 'superseded' WHERE case_id = ? AND kind = 'record-payment'").run(bad.caseId);
  sync.wake();
  await until('refused', () => listOutbox(pc.db).some(({ kind, state }) => kind === 'place-order' && state === 'parked'));
  expect(listOutbox(pc.db).find(({ state }) => state === 'parked')?.failure).toMatchObject({ code: 'dependencyUnknown', reason: '所引用的资料尚未送达' });
});

test('a number that is none of the pool is parked: 422', async () => {
  const one = await draftCase(pc, '4007123456');
  append(pc.db, one, holdIntent(one));
  pc.sync(carrier).start();
  await until('parked', () => findIntent(pc.db, 1)?.state === 'parked');
  expect(findIntent(pc.db, 1)?.failure?.code).toBe('semantic');
});

test('a damaged or missing scan is parked by name, and sent after a person tried again', async () => {
  const one = await draftCase(pc, number());
  const folder = join(pc.dir, 'vault');
  const [file = ''] = readdirSync(folder);
  writeFileSync(join(folder, file), 'damaged');
  submitWhole(pc.db, one);
  const sync = pc.sync(carrier);
  sync.start();
  await until('parked', () => listOutbox(pc.db).some(({ state }) => state === 'parked'));
  const parked = listOutbox(pc.db).find(({ state }) => state === 'parked');
  expect(parked).toMatchObject({ kind: 'file-document', failure: { code: 'vault-file-damaged' }, attempts: 1 });
  rmSync(join(folder, file));
  retryNow(pc.db, parked?.seq ?? 0, new Date().toISOString());
  sync.wake();
  await until('parked again', () => findIntent(pc.db, parked?.seq ?? 0)?.failure?.code === 'vault-file-missing');
  expect(listOutbox(pc.db).map(({ kind, state }) => [kind, state]).filter(([, state]) => state !== 'sent')).toEqual([
    ['file-document', 'parked'], ['file-agreement', 'waiting'], ['record-payment', 'waiting'], ['place-order', 'waiting']]);
});

test('a hold overtakes a parked paper of its own case, an order does not', async () => {
  const one = await draftCase(pc, number());
  append(pc.db, one, { kind: 'file-document', body: { documentId: one.documentId, fileId: 'f'.repeat(32), name: 'x', documentType: 'x', mime: 'image/png', sha256: '0'.repeat(64), size: 1 } });
  append(pc.db, one, holdIntent(one));
  append(pc.db, one, { kind: 'place-order', body: orderBodyOf(one) });
  const sync = pc.sync(carrier);
  sync.start();
  await until('granted', () => pickOf(one)?.hold === 'granted');
  await sync.idle();
  expect(intents(one)).toMatchObject([{ state: 'parked', code: 'vault-file-missing' }, { state: 'sent' }, { state: 'waiting' }]);
});

test('withdrawn in time the number is free again; a release of a hold that never was is done', async () => {
  const [one, never] = [await draftCase(pc, number()), await draftCase(pc, number())];
  const sync = pc.sync(carrier);
  sync.start();
  append(pc.db, never, { kind: 'release-number', body: { reservationId: never.reservationId } });
  append(pc.db, one, holdIntent(one));
  // Documents are missing, so the order stays pending and can be withdrawn.
  append(pc.db, one, { kind: 'place-order', body: orderBodyOf(one) });
  append(pc.db, one, { kind: 'cancel-order', body: { orderId: one.orderId, reason: '客户撤单' } });
  sync.wake();
  await until('cancelled', () => findCase(pc.db, one.caseId)?.state === 'cancelled');
  await until('sent', () => listOutbox(pc.db).every(({ state }) => state === 'sent'));
  const status = await carrier.get(`/tmf-api/resourceInventory/v5/resource/${one.digits}`) as { readonly allocationStatus: string };
  expect(status.allocationStatus).toBe('available');
});
