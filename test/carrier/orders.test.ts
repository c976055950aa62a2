import { afterAll, beforeAll, expect, test } from 'vitest';
import bundleOrder from '../fixtures/tmf/product-order-bundle.json' with { type: 'json' };
import { agreementBody, documentBody, digestOf, holdBody, individualBody, orderBody, organizationBody, paths, paymentBody, releaseBody, sampleCase, type SampleCase } from './support/bodies.ts';
import { type Carrier, startCarrier, until } from './support/carrier-process.ts';

let carrier: Carrier;
let free: string[];
const scan = new TextEncoder().encode('a scan');

// Three working days pass in a quarter of a second.
beforeAll(async () => {
  carrier = await startCarrier({ timeScale: 1_000_000 });
  free = (await carrier.get(`${paths.resource}?allocationStatus=available&limit=50`)).list.map((one) => one.value);
});
afterAll(async () => {
  await carrier.end();
  carrier.remove();
});

const held = async (): Promise<SampleCase> => {
  const one = sampleCase(free.shift() as string);
  expect((await carrier.post(paths.hold, holdBody(one))).status).toBe(201);
  return one;
};
const upload = (one: SampleCase) => carrier.call('PUT', `${paths.document}/${one.document}/attachment/1/content`, { body: scan, headers: { 'content-type': 'image/jpeg', 'content-digest': digestOf(scan), 'if-none-match': '*' } });
const orderIn = (one: SampleCase, state: string) => until(`order ${state}`, async () => {
  const reply = await carrier.get(`${paths.order}/${one.order}`);
  return reply.body.state === state ? reply.body : undefined;
});
const statesOf = async (one: SampleCase): Promise<string[]> => (await carrier.events()).filter((event) => event.event.productOrder?.id === one.order).map((event) => `${event.eventType.replace('ProductOrder', '')} ${event.event.productOrder.state}`);
const numberStatus = async (one: SampleCase): Promise<string> => (await carrier.get(`${paths.resource}/${one.number}`)).body.allocationStatus;

test('a whole case: parties, papers and payment first, then the order to the active product', async () => {
  const one = await held();
  await carrier.post(paths.individual, individualBody(one.agent, one.agent));
  await carrier.post(paths.organization, organizationBody(one, '91110108551385082Q'));
  await carrier.post(paths.document, documentBody(one, scan));
  expect((await upload(one)).body.status).toBe('reviewed');
  expect((await carrier.post(paths.agreement, agreementBody(one))).body.status).toBe('approved');
  await carrier.post(paths.payment, paymentBody(one));
  const placed = await carrier.post(paths.order, orderBody(one));
  expect([placed.status, placed.body.state, placed.body.expectedCompletionDate]).toEqual([201, 'acknowledged', '2026-11-27T23:59:59+08:00']);

  const done = await orderIn(one, 'completed');
  expect([done.expectedCompletionDate, done.productOrderItem.map((item) => item.state)]).toEqual(['2026-11-27T23:59:59+08:00', ['completed', 'completed']]);
  expect(await statesOf(one)).toEqual(['CreateEvent acknowledged', 'StateChangeEvent inProgress', 'StateChangeEvent completed']);
  const products = (await carrier.get(`${paths.product}?productOrder.id=${one.order}`)).list;
  expect(products.map((product) => [product.status, product.id])).toEqual(placed.body.productOrderItem.map((item) => ['active', item.product.id]));
  expect(await numberStatus(one)).toBe('allocated');
  const activated = (await carrier.events()).filter((event) => event.eventType === 'ProductStateChangeEvent' && event.event.product.id === products[0]?.id);
  expect(activated.map((event) => [event.event.product.status, event.event.product.startDate])).toEqual([['active', products[0]?.startDate]]);
});

test('what is missing is asked for once, and the order goes on by itself when it has come', async () => {
  const one = await held();
  await carrier.post(paths.order, orderBody(one));
  const pending = await orderIn(one, 'pending');
  expect(pending.productOrderErrorMessage.map((message) => message.code)).toEqual(['documentMissing', 'agreementMissing', 'paymentMissing']);
  await carrier.post(paths.document, documentBody(one, scan));
  await carrier.post(paths.agreement, agreementBody(one));
  await carrier.post(paths.payment, paymentBody(one));
  expect((await orderIn(one, 'pending')).state).toBe('pending');
  await upload(one);
  await orderIn(one, 'completed');
  const told = await statesOf(one);
  expect(told.slice(0, 3)).toEqual(['CreateEvent acknowledged', 'StateChangeEvent pending', 'InformationRequiredEvent pending']);
  expect(told.slice(-2)).toEqual(['StateChangeEvent inProgress', 'StateChangeEvent completed']);
});

test('a rejection says why, frees the number, and the case may order again', async () => {
  const one = await held();
  await carrier.admin('fault', { kind: 'refuse', code: 'licenceExpired', reason: '营业执照已过期' });
  const rejected = await carrier.post(paths.order, orderBody(one, { demanding: false }));
  expect([rejected.status, rejected.body.state, rejected.body.productOrderErrorMessage[0]?.reason]).toEqual([201, 'rejected', '营业执照已过期']);
  expect(await statesOf(one)).toEqual(['CreateEvent rejected', 'StateChangeEvent rejected']);
  expect([await numberStatus(one), (await carrier.get(`${paths.hold}/${one.hold}`)).body.stateChangeReason]).toEqual(['available', 'orderEnded']);
  const again = { ...one, hold: `${one.hold}-2`, order: `${one.order}-2` };
  await carrier.post(paths.hold, holdBody(again));
  expect((await carrier.post(paths.order, orderBody(again, { demanding: false }))).status).toBe(201);
  expect((await carrier.get(`${paths.order}?externalId.id=${one.caseNo}`)).list.map((order) => order.id)).toEqual([one.order, again.order]);
});

test('a held order goes on when the carrier can, a failed one gives the number back', async () => {
  const one = await held();
  await carrier.admin('fault', { kind: 'hold', reason: '系统割接' });
  await carrier.post(paths.order, orderBody(one, { demanding: false }));
  expect((await orderIn(one, 'held')).productOrderErrorMessage[0]?.reason).toBe('系统割接');
  await carrier.admin('fault', { kind: 'fail', orderId: one.order });
  await carrier.admin(`order/${one.order}/resume`, {});
  await orderIn(one, 'failed');
  expect(await numberStatus(one)).toBe('available');
});

test('an order needs a live hold of its own case and number, and lets it no longer expire', async () => {
  const [late, mine, other] = [await held(), await held(), await held()];
  expect((await carrier.post(paths.order, { ...orderBody(mine), externalId: orderBody(other).externalId })).body.code).toBe('stateConflict');
  expect((await carrier.post(paths.order, orderBody({ ...mine, number: other.number }))).body.code).toBe('stateConflict');
  expect((await carrier.post(paths.order, orderBody({ ...mine, hold: 'unknown' }))).body.code).toBe('dependencyUnknown');
  await carrier.post(paths.order, orderBody(mine));
  expect((await carrier.post(paths.order, { ...orderBody(mine), id: 'second' })).body).toMatchObject({ code: 'duplicateExternalId', id: mine.order });
  expect((await carrier.post(paths.release, releaseBody(mine.hold))).body.code).toBe('stateConflict');
  await carrier.admin('clock', { advanceMs: 3 * 24 * 3_600_000 });
  expect((await carrier.post(paths.order, orderBody(late))).body.code).toBe('reservationExpired');
  expect(await numberStatus(mine)).toBe('reserved');
});

test('a withdrawn order walks the official states; one that has ended stays as it is', async () => {
  const [one, ended] = [await held(), await held()];
  await carrier.post(paths.order, orderBody(one));
  const cancel = (order: string) => carrier.post(paths.cancelOrder, { '@type': 'CancelProductOrder', cancellationReason: '客户改变主意', productOrder: { '@type': 'ProductOrderRef', id: order } });
  await orderIn(one, 'pending');
  expect((await cancel(one.order)).body.state).toBe('done');
  expect((await statesOf(one)).slice(-3)).toEqual(['StateChangeEvent assessingCancellation', 'StateChangeEvent pendingCancellation', 'StateChangeEvent cancelled']);
  expect(await numberStatus(one)).toBe('available');
  await carrier.post(paths.order, orderBody(ended, { demanding: false }));
  await orderIn(ended, 'completed');
  expect((await cancel(ended.order)).body.state).toBe('terminatedWithError');
});

test('only what may still change is patched', async () => {
  const one = await held();
  await carrier.post(paths.order, orderBody(one));
  await orderIn(one, 'pending');
  const patch = (body: object) => carrier.call('PATCH', `${paths.order}/${one.order}`, { body: { '@type': 'ProductOrder', ...body } });
  expect((await patch({ payment: [{ '@type': 'PaymentRef', id: 'later' }] })).body.payment[0]?.id).toBe('later');
  expect((await patch({ state: 'completed' })).body.code).toBe('stateConflict');
});

test('a bundle order in the shape of the TMF622 samples is taken as it is and comes back whole', async () => {
  const reply = await carrier.post(paths.order, bundleOrder);
  expect([reply.status, reply.body.state]).toEqual([201, 'acknowledged']);
  expect(reply.body).toMatchObject({ ...bundleOrder, productOrderItem: bundleOrder.productOrderItem });
  await until('completed', async () => ((await carrier.get(reply.body.href)).body.state === 'completed' ? true : undefined));
});

test('an order under way outlives a kill of the carrier, and the carrier ends with its parent', async () => {
  let own = await startCarrier({ timeScale: 1_000_000 });
  const number = String((await own.get(`${paths.resource}?allocationStatus=available&limit=1`)).list[0]?.value);
  const one = sampleCase(number);
  await own.post(paths.hold, holdBody(one));
  await own.post(paths.order, orderBody(one, { demanding: false }));
  await own.end('SIGKILL');
  own = await startCarrier({ data: own.data, timeScale: 1_000_000 });
  const done = await until('completed', async () => {
    const order = await own.get(`${paths.order}/${one.order}`);
    return order.body.state === 'completed' ? order.body : undefined;
  });
  expect(done.id).toBe(one.order);
  expect((await own.events()).filter((event) => event.event.productOrder?.state === 'completed')).toHaveLength(1);
  expect(await own.endWithParent()).toBe(0);
  own.remove();
});
