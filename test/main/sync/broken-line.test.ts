import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { findCase } from '../../../src-main/store/tables/case-rows.ts';
import { feedCursor } from '../../../src-main/store/tables/order-rows.ts';
import { findIntent, listOutbox, saveRemoteId } from '../../../src-main/store/tables/outbox-rows.ts';
import { currentPick } from '../../../src-main/store/tables/number/pick-rows.ts';
import { type RealCarrier, startRealCarrier } from '../../support/real-carrier.ts';
import { draftCase, hallPc, type HallPc, type SampleCase, submitWhole, until } from './support/hall-pc.ts';

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
const allSent = (): boolean => listOutbox(pc.db).every(({ state }) => state === 'sent');
const completed = (one: SampleCase) => (): boolean => findCase(pc.db, one.caseId)?.state === 'completed';
const ordersOf = async (one: SampleCase): Promise<number> =>
  (await carrier.get(`/tmf-api/productOrderingManagement/v5/productOrder?externalId.id=${one.caseNo}`) as readonly unknown[]).length;
const sentBodies: { readonly key: string | null; readonly url: string; readonly body: string }[] = [];
const recording: typeof fetch = (url, init) => {
  if (init?.method === 'POST') sentBodies.push({ key: new Headers(init.headers).get('idempotency-key'), url: String(url), body: String(init.body) });
  return fetch(url, init);
};

test('with the carrier stopped everything waits and no attempt is spent; when it is back all is delivered exactly once', async () => {
  await carrier.stop();
  const sync = pc.sync(carrier);
  const cases = [await draftCase(pc, number()), await draftCase(pc, number())];
  for (const one of cases) submitWhole(pc.db, one);
  sync.start();
  await until('offline noticed', () => pc.pushes.length === 0 && sync.connection().waiting === 12);
  await sync.idle();
  await new Promise((done) => { setTimeout(done, 300); });
  expect(sync.connection()).toMatchObject({ state: 'offline', waiting: 12, parked: 0, lastSyncAt: null });
  expect(listOutbox(pc.db).every(({ state, attempts, frozen }) => state === 'waiting' && attempts === 0 && frozen === null)).toBe(true);

  await carrier.start();
  for (const one of cases) await until('completed', completed(one));
  expect(listOutbox(pc.db).map(({ state, attempts }) => [state, attempts])).toEqual(Array.from({ length: 12 }, () => ['sent', 0]));
  for (const one of cases) expect(await ordersOf(one)).toBe(1);
  expect(pc.pushes.filter(({ name }) => name === 'connection/changed').map(({ payload }) => (payload as { readonly state: string }).state)).toEqual(['online']);
});

test('the carrier killed in the middle of the work: the line goes down once and comes back, nothing is doubled', async () => {
  const sync = pc.sync(carrier);
  sync.start();
  await until('online', () => sync.connection().state === 'online');
  await carrier.stop('SIGKILL');
  const one = await draftCase(pc, number());
  submitWhole(pc.db, one);
  sync.wake();
  await until('offline', () => sync.connection().state === 'offline');
  expect(listOutbox(pc.db).every(({ attempts }) => attempts === 0)).toBe(true);
  await carrier.start();
  await until('completed', completed(one));
  expect(await ordersOf(one)).toBe(1);
});

test('the carrier cuts the connection after its commit, again and again: one order', async () => {
  const one = await draftCase(pc, number());
  submitWhole(pc.db, one);
  await carrier.fault({ kind: 'drop', times: 4 });
  pc.sync(carrier).start();
  await until('completed', completed(one));
  expect(await ordersOf(one)).toBe(1);
  expect(allSent()).toBe(true);
});

test('the first answer to everything is lost: repeats carry the same key and bytes and give one of each', async () => {
  sentBodies.length = 0;
  const one = await draftCase(pc, number());
  const before = await carrier.counts();
  submitWhole(pc.db, one);
  const losing: typeof fetch = async (url, init) => {
    const known = sentBodies.some(({ key }) => key === new Headers(init?.headers).get('idempotency-key'));
    const response = await recording(url, init);
    if (init?.method !== 'POST' || known) return response;
    throw new TypeError('fetch failed', { cause: { code: 'ECONNRESET' } });
  };
  pc.sync(carrier, { fetch: losing }).start();
  await until('completed', completed(one));
  const byKey = [...Map.groupBy(sentBodies, ({ key }) => key).values()];
  // A customer is three requests: each repeat of the intent repeats those that went before, too.
  expect(byKey.map((tries) => tries.length)).toEqual([2, 4, 3, 2, 2, 2, 2, 2]);
  for (const tries of byKey) expect(new Set(tries.map(({ url, body }) => `${url} ${body}`)).size).toBe(1);
  const after = await carrier.counts();
  for (const kind of ['resourceReservation', 'organization', 'document', 'agreement', 'payment', 'productOrder']) expect([kind, (after[kind] ?? 0) - (before[kind] ?? 0)]).toEqual([kind, 1]);
  expect(await ordersOf(one)).toBe(1);
  expect(listOutbox(pc.db).every(({ attempts }) => attempts === 0)).toBe(true);
});

test('death between the carrier’s commit and ours: the next start asks again under the same key and there is one order', async () => {
  const one = await draftCase(pc, number());
  submitWhole(pc.db, one);
  const reached = Promise.withResolvers<void>();
  const dying: typeof fetch = async (url, init) => {
    const response = await fetch(url, init);
    if (!String(url).endsWith('/productOrder')) return response;
    reached.resolve();
    return new Promise((_done, failed) => { init?.signal?.addEventListener('abort', () => failed(new TypeError('aborted'))); });
  };
  // The first life is never stopped in an orderly way: its answer simply never arrives.
  const first = pc.sync(carrier, { fetch: dying });
  first.start();
  await reached.promise;
  const before = listOutbox(pc.db).find(({ kind }) => kind === 'place-order');
  expect(before?.state).toBe('sending');
  expect(JSON.parse(before?.frozen ?? '[]')).toMatchObject([{ step: 'order', key: before?.key }]);

  sentBodies.length = 0;
  const db = pc.open();
  // Learnt since: a body built anew would differ, the frozen one must not.
  saveRemoteId(db, one.caseId, `party:${one.customerId}`, crypto.randomUUID());
  const second = pc.sync(carrier, { db, fetch: recording });
  second.start();
  await until('completed', completed(one));
  await second.stop();
  expect(findIntent(db, before?.seq ?? 0)?.state).toBe('sent');
  db.close();
  const orders = sentBodies.filter(({ url }) => url.endsWith('/productOrder'));
  expect(orders.map(({ key, body }) => [key, body])).toEqual([[before?.key, (JSON.parse(before?.frozen ?? '[]') as readonly { readonly body: string }[])[0]?.body]]);
  expect(await ordersOf(one)).toBe(1);
});

test('a busy carrier is asked again when it said so, and the attempt is counted', async () => {
  const one = await draftCase(pc, number());
  const sync = pc.sync(carrier);
  sync.start();
  await until('online', () => sync.connection().state === 'online');
  submitWhole(pc.db, one);
  await carrier.fault({ kind: 'unavailable', times: 3, retryAfterSeconds: 0 });
  sync.wake();
  await until('completed', completed(one));
  expect(allSent()).toBe(true);
  expect(listOutbox(pc.db).reduce((sum, { attempts }) => sum + attempts, 0)).toBeGreaterThan(0);
  await until('online again', () => sync.connection().state === 'online');
});

test('stopping cuts a long poll and a slow send off at once and leaves the intent waiting', async () => {
  const one = await draftCase(pc, number());
  const sync = pc.sync(carrier, { feedWaitSeconds: 25 });
  sync.start();
  await until('following', () => sync.connection().lastSyncAt !== null);
  await carrier.fault({ kind: 'delay', ms: 3000, times: 10 });
  submitWhole(pc.db, one);
  sync.wake();
  await until('sending', () => listOutbox(pc.db).some(({ state }) => state === 'sending'));
  const began = performance.now();
  await sync.stop();
  expect(performance.now() - began).toBeLessThan(1000);
  expect(listOutbox(pc.db).map(({ state }) => state)).toEqual(Array.from({ length: 6 }, () => 'waiting'));
  await fetch(`${carrier.baseUrl}/admin/fault`, { method: 'DELETE' });
});

test('a feed that lost our place is listed anew: order, product and hold are caught up', async () => {
  const [one, held] = [await draftCase(pc, number()), await draftCase(pc, number())];
  const first = pc.sync(carrier);
  first.start();
  for (const sample of [one, held]) submitWhole(pc.db, sample, { withHold: true });
  await until('completed', () => completed(one)() && completed(held)());
  await first.stop();
  // Back to before the carrier's answers, with a cursor the feed never had.
  pc.db.prepare("UPDATE cases SET state = 'acknowledged' WHERE case_id = ?").run(one.caseId);
  pc.db.prepare('UPDATE feed SET cursor = 1000000').run();
  pc.pool.cursor = 1_000_000;
  pc.sync(carrier).start();
  await until('completed again', completed(one));
  expect(feedCursor(pc.db, 'hall-BJ001')).toBe(pc.pool.cursor);
  expect(feedCursor(pc.db, 'hall-BJ001')).toBeLessThan(1_000_000);
  expect(currentPick(pc.db, one.caseId)?.hold).toBe('granted');
});
