import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { gradeNumber } from '#domain/number/grade/grade-number.ts';
import { loadReference } from '../../../src-main/reference/load-reference.ts';
import { driveCase, driveOrdinaryCase, ordinaryPlan } from '../../support/ordinary-case.ts';
import { type RealCarrier, startRealCarrier } from '../../support/real-carrier.ts';
import { holdBody } from '../../../src-main/sync/bodies/reservation-body.ts';
import { openTestConsole, type TestConsole } from '../../support/test-console.ts';
import { until } from '../../support/until.ts';

const reference = loadReference('resources/reference');
if (!reference.ok) throw new Error(reference.error.code);
const { numberRules } = reference.value;
let carrier: RealCarrier;
let desk: TestConsole;
let free: string[];
let sequence = 100;

beforeAll(async () => {
  carrier = await startRealCarrier({ hall: 'WJ' });
  free = (await carrier.freeNumbers(200)).filter((digits) => gradeNumber(digits, numberRules).grade === 9);
});
afterAll(() => carrier.dispose());
beforeEach(async () => {
  desk = await openTestConsole({ carrier });
  await desk.signIn('WJ0127');
  await until('the mirror', async () => (await desk.call('numbers/pool-status', undefined)).loaded);
});
afterEach(() => desk.dispose());
const plan = (offlinePick?: readonly string[]) => ({ ...ordinaryPlan(sequence += 1), ...(offlinePick ? { offlinePick } : {}) });
const number = (): string => free.shift() as string;

async function otherHallHolds(digits: string): Promise<void> {
  const body = holdBody({
    reservationId: crypto.randomUUID(), digits, caseId: crypto.randomUUID(), caseNo: 'BJ999-1', customerId: crypto.randomUUID(), customerName: '另一家', staffNo: 'BJ9', hallCode: 'BJ999',
  });
  expect((await carrier.post('/tmf-api/resourceReservation/v4/resourceReservation', body, 'BJ999.pc-1.0123456789abcdef')).status).toBe(201);
}

test('a case made with the carrier stopped is delivered exactly once when it is back', async () => {
  const before = await carrier.counts();
  await carrier.stop('SIGKILL');
  const submitted = await driveOrdinaryCase(desk.call, plan([number(), number()]));
  expect([submitted.state, submitted.number?.hold]).toEqual(['acknowledged', 'provisional']);
  expect(submitted.payments.rows.map(({ state, receiptNo }) => [state, receiptNo])).toEqual([['received', 'SJ-WJ-03-20261124-0001']]);
  const connection = await until('the line is known to be down', async () => {
    const now = await desk.call('outbox/status', undefined);
    return now.state === 'offline' ? now : null;
  });
  expect(connection.waiting).toBe(14);

  await carrier.start();
  // The clerk does not wait for the next probe.
  const [head] = await desk.call('outbox/list', undefined);
  await desk.call('outbox/retry', { seq: head?.seq ?? 0 });
  const done = await until('completed', async () => {
    const view = await desk.call('cases/open', { caseId: submitted.caseId });
    return view.state === 'completed' ? view : null;
  });
  expect([done.number?.hold, done.number?.digits]).toEqual(['granted', submitted.number?.digits]);
  const rows = await desk.call('outbox/list', undefined);
  expect(rows.every(({ state }) => state === 'sent')).toBe(true);
  const after = await carrier.counts();
  const grown = Object.fromEntries(['resourceReservation', 'organization', 'individual', 'agreement', 'payment', 'productOrder', 'product', 'document'].map((kind) => [kind, (after[kind] ?? 0) - (before[kind] ?? 0)]));
  expect(grown).toEqual({ resourceReservation: 1, organization: 1, individual: 2, agreement: 1, payment: 1, productOrder: 1, product: 2, document: 9 });
});

test('without the carrier a hold is refused at once and says so; nothing is changed', async () => {
  await carrier.stop();
  const start = await desk.call('cases/create', undefined);
  const view = await driveCase(desk.call, start, plan(), 'hold number');
  expect(await desk.refusal('numbers/hold', { caseId: view.caseId, digits: number() })).toEqual({ code: 'carrier-offline' });
  expect(await desk.call('cases/open', { caseId: view.caseId })).toEqual(view);
  await carrier.start();
});

test('a lost race is answered with three free numbers of the same grade', async () => {
  const digits = number();
  await otherHallHolds(digits);
  const view = await driveCase(desk.call, await desk.call('cases/create', undefined), plan(), 'hold number');
  const answer = await desk.call('numbers/hold', { caseId: view.caseId, digits });
  expect(answer.outcome).toBe('taken');
  expect(answer.alternatives.map(({ grade }) => grade)).toEqual([9, 9, 9]);
  expect(new Set([digits, ...answer.alternatives.map((hit) => hit.digits)]).size).toBe(4);
  const held = await desk.call('numbers/hold', { caseId: view.caseId, digits: answer.alternatives[0]?.digits ?? '' });
  expect(held.outcome).toBe('granted');
});

test('a provisional pick that another hall took meanwhile falls back to the next one', async () => {
  const [wish, fallback] = [number(), number()];
  const view = await driveCase(desk.call, await desk.call('cases/create', undefined), plan(), 'hold number');
  await otherHallHolds(wish);
  await desk.call('numbers/pick-provisional', { caseId: view.caseId, ranked: [wish, fallback] });
  const settled = await until('the fallback is held', async () => {
    const now = await desk.call('cases/open', { caseId: view.caseId });
    return now.number?.hold === 'granted' ? now : null;
  });
  expect(settled.number?.digits).toBe(fallback);
  const kinds = (await desk.call('cases/events', { caseId: view.caseId })).map(({ kind }) => kind);
  expect(kinds.slice(-3)).toEqual(['number-picked-offline', 'number-replaced', 'number-held']);
});
