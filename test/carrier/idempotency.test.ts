import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { holdBody, paths, paymentBody, sampleCase } from './support/bodies.ts';
import { startCarrier } from './support/carrier-process.ts';

test('a repeat under the same key gets the same bytes and has no effect, also after the process was killed', async () => {
  let carrier = await startCarrier();
  const { data } = carrier;
  const number = String((await carrier.get(`${paths.resource}?allocationStatus=available&limit=1`)).list[0]?.value);
  const [body, key] = [holdBody(sampleCase(number)), randomUUID()];
  const first = await carrier.post(paths.hold, body, { key });
  expect([first.status, first.headers.get('idempotency-key'), first.headers.get('idempotency-replayed')]).toEqual([201, key, null]);
  const events = (await carrier.events()).length;

  await carrier.end('SIGKILL');
  carrier = await startCarrier({ data });
  const again = await carrier.post(paths.hold, body, { key });
  expect([again.status, again.text, again.headers.get('etag')]).toEqual([201, first.text, first.headers.get('etag')]);
  expect(again.headers.get('idempotency-replayed')).toBe('true');
  expect((await carrier.events()).length).toBe(events);
  await carrier.end();
  carrier.remove();
});

test('keys guard: other bytes, another path, no key; a refusal is repeated too', async () => {
  const carrier = await startCarrier();
  const [first = '', second = ''] = (await carrier.get(`${paths.resource}?allocationStatus=available&limit=2`)).list.map((one) => one.value);
  const [body, key] = [holdBody(sampleCase(first)), randomUUID()];
  await carrier.post(paths.hold, body, { key });
  expect((await carrier.post(paths.hold, { ...body, id: 'other' }, { key })).body.code).toBe('idempotencyKeyReused');
  expect((await carrier.post(`${paths.payment}`, paymentBody(sampleCase(first)), { key })).status).toBe(422);
  expect((await carrier.post(paths.hold, body, { headers: { 'idempotency-key': '' } })).body.code).toBe('idempotencyKeyMissing');
  expect((await carrier.post(paths.hold, body, { key, hall: 'BJ002' })).body.code).toBe('numberTaken');

  const [loser, lost] = [holdBody(sampleCase(first)), randomUUID()];
  const refused = await carrier.post(paths.hold, loser, { key: lost });
  await carrier.post('/tmf-api/resourceReservation/v4/cancelResourceReservation', { '@type': 'CancelResourceReservation', resourceReservation: { '@type': 'ResourceReservationRef', id: body.id } });
  const repeated = await carrier.post(paths.hold, loser, { key: lost });
  expect([refused.body.code, repeated.text, repeated.headers.get('idempotency-replayed')]).toEqual(['numberTaken', refused.text, 'true']);
  expect((await carrier.get(`${paths.resource}/${second}`)).body.allocationStatus).toBe('available');
  await carrier.end();
  carrier.remove();
});

test('an answer lost after the commit is found again by the key: paid once', async () => {
  const carrier = await startCarrier();
  const [body, key] = [paymentBody(sampleCase('4000000001')), randomUUID()];
  await carrier.admin('fault', { kind: 'drop', times: 1 });
  await expect(carrier.post(paths.payment, body, { key })).rejects.toThrow('fetch failed');
  const again = await carrier.post(paths.payment, body, { key });
  expect([again.status, again.body.status, again.headers.get('idempotency-replayed')]).toEqual([201, 'done', 'true']);
  const twice = await carrier.post(paths.payment, { ...body, id: randomUUID() });
  expect([twice.body.code, twice.body.id]).toEqual(['duplicateExternalId', body.id]);
  expect((await carrier.post('/tmf-api/payment/v4/payment', { ...body, correlatorId: 'R-other', id: randomUUID(), totalAmount: { unit: 'CNY', value: 700.01 } })).body.code).toBe('semantic');
  expect((await carrier.get(`${paths.payment}?correlatorId=${body.correlatorId}`)).body).toHaveLength(1);
  await carrier.end();
  carrier.remove();
});

test('a busy carrier says when to come back, and a slow one still answers', async () => {
  const carrier = await startCarrier();
  await carrier.admin('fault', { kind: 'unavailable', times: 2, retryAfterSeconds: 7 });
  const busy = await carrier.get(`${paths.resource}/4000000001`);
  expect([busy.status, busy.body.code, busy.body.retryable, busy.headers.get('retry-after')]).toEqual([503, 'unavailable', true, '7']);
  expect((await carrier.get(`${paths.resource}/4000000001`)).status).toBe(503);
  await carrier.admin('fault', { kind: 'delay', ms: 120, times: 1 });
  const start = performance.now();
  expect((await carrier.get(`${paths.resource}/4000000001`)).status).toBe(200);
  expect(performance.now() - start).toBeGreaterThan(110);
  await carrier.end();
  carrier.remove();
});
