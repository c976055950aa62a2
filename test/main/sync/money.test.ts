import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { listOutbox, remoteId } from '../../../src-main/store/tables/outbox-rows.ts';
import type { IntentDraft } from '#domain/outbox/intent-bodies.ts';
import { type RealCarrier, startRealCarrier } from '../../support/real-carrier.ts';
import { append, customerIntent, draftCase, hallPc, type HallPc, type SampleCase, until } from './support/hall-pc.ts';

let carrier: RealCarrier;
let pc: HallPc;
beforeAll(async () => { carrier = await startRealCarrier(); });
afterAll(() => carrier.dispose());
beforeEach(async () => { pc = await hallPc(); });
afterEach(() => pc.dispose());

const receipt = (one: SampleCase): string => `R-${one.paymentId}`;
const paid = (one: SampleCase): IntentDraft => ({ kind: 'record-payment', body: {
  paymentId: one.paymentId, correlatorId: receipt(one), amountLi: 700_000, tender: 'wechat', arrivedAt: '2026-11-24T02:20:00.000Z', customerId: one.customerId, orderId: one.orderId, reference: '42000017',
} });
const back = (one: SampleCase, voucher: string, amountLi: number): IntentDraft => ({ kind: 'record-refund', body: {
  refundId: crypto.randomUUID(), correlatorId: voucher, paymentId: one.paymentId, amountLi, tender: 'wechat', refundedAt: '2026-11-24T07:02:00.000Z', customerId: one.customerId, reason: 'customer-left', reference: '42000018',
} });
const held = (number: string) => pc.db.prepare('SELECT correlator_id AS correlatorId, kind, amount_li AS amountLi FROM carrier_payments WHERE correlator_id = ?').get(number) ?? null;
const stands = () => listOutbox(pc.db).toSorted((a, b) => a.seq - b.seq).map(({ kind, state, failure }) => [kind, state, failure?.code ?? '']);
const settledAll = (): boolean => listOutbox(pc.db).every(({ state }) => state === 'sent' || state === 'parked');

test('a payment and what went back of it are recorded one after the other, and what the carrier took is kept', async () => {
  const one = await draftCase(pc, '4000000000');
  for (const draft of [customerIntent(one), paid(one), back(one, `V-${one.paymentId}`, 200_000)]) append(pc.db, one, draft);
  const sync = pc.sync(carrier);
  sync.start();
  await until('settled', settledAll);
  expect(stands()).toEqual([['register-customer', 'sent', ''], ['record-payment', 'sent', ''], ['record-refund', 'sent', '']]);
  expect([receipt(one), `V-${one.paymentId}`, 'R-nobody'].map(held)).toEqual([
    { correlatorId: receipt(one), kind: 'payment', amountLi: 700_000 }, { correlatorId: `V-${one.paymentId}`, kind: 'refund', amountLi: 200_000 }, null]);
  expect(await sync.client.moneyHeld([receipt(one), 'R-nobody', `V-${one.paymentId}`])).toEqual({ ok: true, value: [
    { correlatorId: receipt(one), kind: 'payment', amountLi: 700_000 }, { correlatorId: `V-${one.paymentId}`, kind: 'refund', amountLi: 200_000 }] });
});

test('more than was paid is refused by the carrier and waits for a person; nothing of it is kept', async () => {
  const one = await draftCase(pc, '4000000001');
  for (const draft of [paid(one), back(one, `V-${one.paymentId}`, 700_010)]) append(pc.db, one, draft);
  pc.sync(carrier).start();
  await until('settled', settledAll);
  expect(stands()).toEqual([['record-payment', 'sent', ''], ['record-refund', 'parked', 'semantic']]);
  expect(held(`V-${one.paymentId}`)).toBeNull();
});

test('the first answer to everything is lost: one payment and one refund', async () => {
  const one = await draftCase(pc, '4000000002');
  const before = await carrier.counts();
  for (const draft of [paid(one), back(one, `V-${one.paymentId}`, 700_000)]) append(pc.db, one, draft);
  const seen = new Set<string | null>();
  const losing: typeof fetch = async (url, init) => {
    const key = new Headers(init?.headers).get('idempotency-key');
    const response = await fetch(url, init);
    if (init?.method !== 'POST' || seen.has(key)) return response;
    seen.add(key);
    throw new TypeError('fetch failed', { cause: { code: 'ECONNRESET' } });
  };
  pc.sync(carrier, { fetch: losing }).start();
  await until('settled', settledAll);
  const after = await carrier.counts();
  expect(['payment', 'refund'].map((kind) => (after[kind] ?? 0) - (before[kind] ?? 0))).toEqual([1, 1]);
  expect(held(`V-${one.paymentId}`)).toMatchObject({ amountLi: 700_000 });
});

test('a number that other money of the hall bears is told to a person', async () => {
  const [one, two] = [await draftCase(pc, '4000000003'), await draftCase(pc, '4000000004')];
  append(pc.db, one, paid(one));
  append(pc.db, two, { kind: 'record-payment', body: { ...(paid(two).body as object), correlatorId: receipt(one), amountLi: 10 } } as IntentDraft);
  pc.sync(carrier).start();
  await until('settled', settledAll);
  expect(stands().map(([, state, code]) => [state, code]).toSorted()).toEqual([['parked', 'duplicateExternalId'], ['sent', '']]);
});

test('without the line nobody can say what the carrier holds', async () => {
  const sync = pc.sync({ ...carrier, baseUrl: 'http://127.0.0.1:9' });
  expect(await sync.client.moneyHeld(['R-1'])).toEqual({ ok: false, error: { code: 'offline' } });
});

test('the customer changes between money and order: what is the same is brought up to date, another person is another party', async () => {
  const one = await draftCase(pc, '4000000005');
  const first = customerIntent(one);
  if (first.kind !== 'register-customer') throw new Error('customerIntent');
  const another = { ...first.body, handlerName: '李四', handlerIdNumber: `${one.handlerIdNumber.slice(0, 10)}1${one.handlerIdNumber.slice(11)}` };
  append(pc.db, one, first);
  append(pc.db, one, { ...first, body: { ...another, handlerPhone: '13900139000', name: '北京另某科技有限公司' } });
  pc.sync(carrier).start();
  await until('settled', settledAll);
  expect(stands().map(([, state]) => state)).toEqual(['sent', 'sent']);
  const handlerId = remoteId(pc.db, one.caseId, `party:${one.handlerId}`) ?? '';
  expect(handlerId).not.toBe(one.handlerId);
  const party = (kind: string, id: string) => carrier.get(`/tmf-api/partyManagement/v5/${kind}/${id}`);
  expect([await party('individual', one.handlerId), await party('individual', handlerId)]).toMatchObject([{ name: '王小明' }, { name: '李四', individualIdentification: [{ identificationId: another.handlerIdNumber }] }]);
  expect(await party('organization', one.customerId)).toMatchObject({ name: '北京另某科技有限公司', relatedParty: [{ role: 'legalRepresentative' }, { role: 'agent', partyOrPartyRole: { id: handlerId } }] });

  // And back to the first person: the role is his again.
  append(pc.db, one, first);
  const again = pc.sync(carrier);
  again.start();
  await until('settled again', settledAll);
  expect(await party('organization', one.customerId)).toMatchObject({ relatedParty: [{}, { partyOrPartyRole: { id: one.handlerId } }] });
});
