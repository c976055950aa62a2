import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { carrierClient } from '../../../src-main/sync/carrier/carrier-client.ts';
import { carrierHttp, type CarrierAnswer, type CarrierHttp } from '../../../src-main/sync/carrier/carrier-http.ts';

let server: Server | undefined;
afterEach(() => server?.close());

const answering = async (listener: RequestListener): Promise<CarrierHttp> => {
  server = createServer(listener);
  await new Promise<void>((done) => { server?.listen(0, '127.0.0.1', done); });
  return carrierHttp({ fetch, baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, token: 't' });
};
const json = { 'content-type': 'application/json' };
const post = (http: CarrierHttp, timeoutMs = 1000): Promise<CarrierAnswer> => http({ method: 'POST', path: '/x', key: 'key-1', body: '{}', timeoutMs });
const hold = { reservationId: 'r', key: 'key-1', digits: '4006123456', caseId: 'c', caseNo: 'n', customerId: 'k', customerName: '某某', staffNo: 's', hallCode: 'h' };

const strangers: readonly (readonly [string, RequestListener, string])[] = [
  ['a portal’s page', (_request, response) => void response.writeHead(200, { 'content-type': 'text/html', 'idempotency-key': 'key-1' }).end('<html>'), 'not-the-carrier'],
  ['JSON without the echoed key', (_request, response) => void response.writeHead(201, json).end('{"id":"r"}'), 'not-the-carrier'],
  ['JSON with another key', (_request, response) => void response.writeHead(201, { ...json, 'idempotency-key': 'key-2' }).end('{}'), 'not-the-carrier'],
  ['a redirect to a sign-in page', (_request, response) => void response.writeHead(302, { ...json, 'idempotency-key': 'key-1', location: '/login' }).end('{}'), 'redirected'],
  ['a proxy that wants a password', (_request, response) => void response.writeHead(407, { 'content-type': 'text/html' }).end('<html>'), 'TypeError'],
  ['a gateway’s own error', (_request, response) => void response.writeHead(502, json).end('{"error":"upstream"}'), 'not-the-carrier'],
  ['JSON cut in the middle', (_request, response) => void response.writeHead(201, { ...json, 'idempotency-key': 'key-1' }).end('{"id":"r'), 'answer-cut-short'],
  ['a connection cut in the middle', (_request, response) => void response.writeHead(201, { ...json, 'idempotency-key': 'key-1', 'content-length': '500' }).write('{', () => response.destroy()), 'UND_ERR_SOCKET'],
];
test.each(strangers)('%s is no answer', async (_name, listener, reason) => {
  expect(await post(await answering(listener))).toEqual({ kind: 'no-answer', reason });
});

test('nobody there, and nobody answering in time, are no answers', async () => {
  const silent = await answering(() => undefined);
  expect(await post(silent, 60)).toEqual({ kind: 'no-answer', reason: 'timeout' });
  server?.closeAllConnections();
  await new Promise((done) => { server?.close(done); });
  expect(await post(silent)).toEqual({ kind: 'no-answer', reason: 'ECONNREFUSED' });
});

test('the carrier’s refusal is an answer also where it carries no echo: code, its words, and when to come again', async () => {
  const http = await answering((_request, response) => void response.writeHead(503, { ...json, 'retry-after': '7' }).end(JSON.stringify({ '@type': 'Error', code: 'unavailable', reason: 'busy', message: '系统繁忙' })));
  expect(await post(http)).toMatchObject({ kind: 'answer', status: 503, code: 'unavailable', reason: '系统繁忙', retryAfterMs: 7000 });
});

test('at the counter a carrier that does not answer within 2.5 s is offline', async () => {
  const client = carrierClient(await answering(() => undefined), 'BJ001');
  const began = performance.now();
  expect(await client.hold(hold)).toEqual({ ok: false, error: { code: 'offline' } });
  expect(performance.now() - began).toBeGreaterThan(2400);
  expect(performance.now() - began).toBeLessThan(3200);
});

test('at the counter: taken, refused and not-now are told apart', async () => {
  let code = 'numberTaken';
  let status = 409;
  const client = carrierClient(await answering((_request, response) => void response.writeHead(status, { ...json, 'idempotency-key': 'key-1' }).end(JSON.stringify({ '@type': 'Error', code, reason: 'r', message: '话' }))), 'BJ001');
  expect(await client.hold(hold)).toEqual({ ok: false, error: { code: 'taken' } });
  [status, code] = [422, 'semantic'];
  expect(await client.hold(hold)).toEqual({ ok: false, error: { code: 'refused', carrierCode: 'semantic', reason: '话' } });
  [status, code] = [401, 'deviceUnknown'];
  expect(await client.hold(hold)).toMatchObject({ error: { code: 'refused', carrierCode: 'deviceUnknown' } });
  [status, code] = [503, 'unavailable'];
  expect(await client.hold(hold)).toEqual({ ok: false, error: { code: 'offline' } });
});

test('the token travels in its header and in no other place', async () => {
  const seen: string[] = [];
  const http = await answering((request, response) => {
    seen.push(request.headers.authorization ?? '', request.url ?? '');
    response.writeHead(200, json).end('{}');
  });
  await http({ method: 'GET', path: '/x', timeoutMs: 1000 });
  expect(seen).toEqual(['Bearer t', '/x']);
});
