import { afterAll, beforeAll, expect, test } from 'vitest';
import { holdBody, orderBody, paths, paymentBody, refundBody, sampleCase, type SampleCase } from './support/bodies.ts';
import { type Carrier, startCarrier, until } from './support/carrier-process.ts';

let carrier: Carrier;
let free: string[];
beforeAll(async () => {
  carrier = await startCarrier({ timeScale: 1_000_000 });
  free = (await carrier.get(`${paths.resource}?allocationStatus=available&limit=10`)).list.map((one) => one.value);
});
afterAll(async () => {
  await carrier.end();
  carrier.remove();
});

const paid = async (yuan = 700): Promise<SampleCase> => {
  const one = sampleCase(free.shift() as string);
  expect((await carrier.post(paths.payment, paymentBody(one, undefined, yuan))).status).toBe(201);
  return one;
};

test('money goes back in parts, never more than was paid, and the payment stays as it was', async () => {
  const one = await paid();
  const [first, second] = [refundBody(one, `V1-${one.payment}`, 200.5), refundBody(one, `V2-${one.payment}`, 499.5)];
  expect(await carrier.post(paths.refund, first)).toMatchObject({ status: 201, body: { status: 'done', correlatorId: first.correlatorId, totalAmount: { value: 200.5 } } });
  expect(await carrier.post(paths.refund, refundBody(one, `V3-${one.payment}`, 499.51))).toMatchObject({ status: 422, body: { code: 'semantic', violations: [{ path: '/totalAmount' }] } });
  expect((await carrier.post(paths.refund, second)).status).toBe(201);
  expect((await carrier.post(paths.refund, refundBody(one, `V4-${one.payment}`, 0.01))).status).toBe(422);
  expect((await carrier.get(`${paths.payment}/${one.payment}`)).body).toMatchObject({ status: 'done', resourceVersion: 1, totalAmount: { value: 700 } });
});

test('a voucher is taken once, whatever id it comes with', async () => {
  const one = await paid();
  const body = refundBody(one, `V-${one.payment}`, 100);
  await carrier.post(paths.refund, body);
  expect(await carrier.post(paths.refund, { ...body, id: crypto.randomUUID() })).toMatchObject({ status: 409, body: { code: 'duplicateExternalId', id: body.id, href: `${paths.refund}/${body.id}` } });
  expect((await carrier.get(`${paths.refund}/${body.id}`)).body.totalAmount).toEqual({ unit: 'CNY', value: 100 });
  expect((await carrier.post(paths.refund, refundBody(sampleCase('4000000000'), 'V-unknown', 1))).body.code).toBe('dependencyUnknown');
});

test('payments and refunds are asked for by several numbers at once', async () => {
  const [one, two] = [await paid(100), await paid(300)];
  await carrier.post(paths.refund, refundBody(two, `V-${two.payment}`, 50));
  const numbers = [`R-${one.payment}`, `R-${two.payment}`, `V-${two.payment}`, 'R-nobody'].join(',');
  const amounts = async (path: string): Promise<unknown> => (await carrier.get(`${path}?correlatorId=${numbers}`)).list.map((money) => [money.correlatorId, money.totalAmount.value]);
  expect(await amounts(paths.payment)).toEqual([[`R-${one.payment}`, 100], [`R-${two.payment}`, 300]]);
  expect(await amounts(paths.refund)).toEqual([[`V-${two.payment}`, 50]]);
});

test('a payment that went back is no payment that an order requires', async () => {
  const one = await paid();
  await carrier.post(paths.hold, holdBody(one));
  await carrier.post(paths.refund, refundBody(one, `V-${one.payment}`, 700));
  await carrier.post(paths.order, orderBody(one));
  const pending = await until('order pending', async () => {
    const { body } = await carrier.get(`${paths.order}/${one.order}`);
    return body.state === 'pending' ? body : undefined;
  });
  expect(pending.productOrderErrorMessage.map((message: { readonly code: string }) => message.code)).toContain('paymentMissing');
});
