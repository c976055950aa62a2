import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { inflateRawSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decodePoolSnapshot } from '#domain/number/pool-snapshot.ts';
import { agreementBody, digestOf, documentBody, holdBody, paths, sampleCase } from './support/bodies.ts';
import { type Carrier, hall, startCarrier, tokenOf } from './support/carrier-process.ts';

let carrier: Carrier;
beforeAll(async () => { carrier = await startCarrier({ pool: 2000, key: 'ab'.repeat(32) }); });
afterAll(async () => {
  await carrier.end();
  carrier.remove();
});

const scan = new TextEncoder().encode('the scan of a licence, 张三丰');
const put = (document: string, body: Uint8Array, headers: Record<string, string> = {}) => carrier.call('PUT', `${paths.document}/${document}/attachment/1/content`, {
  body, headers: { 'content-type': 'image/jpeg', 'content-digest': digestOf(body), 'if-none-match': '*', ...headers },
});

test('damaged, foreign or undeclared bytes are refused, the right ones taken once', async () => {
  const one = sampleCase('4000000000');
  expect((await carrier.post(paths.agreement, agreementBody(one))).body.code).toBe('dependencyUnknown');
  await carrier.post(paths.document, documentBody(one, scan));
  const damaged = Uint8Array.from(scan, (byte, index) => (index === 3 ? byte ^ 1 : byte));
  expect((await put(one.document, damaged, { 'content-digest': digestOf(scan) })).body.code).toBe('digestMismatch');
  expect((await put(one.document, damaged)).body.code).toBe('digestMismatch');
  expect((await put(one.document, scan, { 'content-type': 'image/png' })).body.code).toBe('mediaType');
  expect((await carrier.call('PUT', `${paths.document}/${one.document}/attachment/1/content`, { body: scan, headers: { 'content-type': 'image/jpeg' } })).status).toBe(400);
  expect([(await put(one.document, scan)).status, (await put(one.document, scan)).status]).toEqual([201, 200]);
  expect((await put(one.document, damaged)).body.code).toBe('versionMismatch');
  expect((await carrier.get(`${paths.document}/${one.document}/attachment/1/content`)).text).toBe(new TextDecoder().decode(scan));
});

test('with a key nothing can be read in the carrier\'s file', () => {
  const bytes = Buffer.concat(['carrier.sqlite', 'carrier.sqlite-wal'].map((name) => readFileSync(join(carrier.data, name))));
  expect(bytes.length).toBeGreaterThan(50_000);
  expect([bytes.includes('张三丰'), bytes.includes('businessLicence'), bytes.includes('SQLite format')]).toEqual([false, false, false]);
});

test('a snapshot says of each number what the number itself says, and nothing is available beyond the pool', async () => {
  const available = (await carrier.get(`${paths.resource}?allocationStatus=available&limit=3`)).list.map((one) => one.value);
  for (const number of available) await carrier.post(paths.hold, holdBody(sampleCase(number)));
  const response = await fetch(`${carrier.base}/pool/snapshot`, { headers: { authorization: tokenOf(hall) } });
  const snapshot = decodePoolSnapshot(new Uint8Array(await response.arrayBuffer()), (bytes) => inflateRawSync(bytes));
  if (!snapshot.ok) throw new Error(JSON.stringify(snapshot.error));
  expect(snapshot.value.cursor).toBe((await carrier.events()).at(-1)?.feedCursor);

  const statuses = new Map<string, string>();
  for (let offset = 0; offset < 2000; offset += 500) for (const one of (await carrier.get(`${paths.resource}?offset=${offset}&limit=500`)).list) statuses.set(one.value, one.allocationStatus);
  const free = snapshot.value.segments.flatMap(({ head, busy }) => Array.from({ length: 1_000_000 }, (_, suffix) => suffix).filter((suffix) => ((busy[suffix >> 3]! >> (suffix & 7)) & 1) === 0).map((suffix) => head + String(suffix).padStart(6, '0')));
  expect(free).toEqual([...statuses].filter(([, status]) => status === 'available').map(([number]) => number));
  expect(available.some((number: string) => free.includes(number))).toBe(false);
  expect(free.length / 2000).toBeCloseTo(0.65, 1);

  const unchanged = await fetch(`${carrier.base}/pool/snapshot`, { headers: { authorization: tokenOf(hall), 'if-none-match': response.headers.get('etag') as string } });
  expect(unchanged.status).toBe(304);
});

test('number search takes a small grammar and pages', async () => {
  const hits = await carrier.get(`${paths.resource}?value.regex=^4006\\d{3}88.$&limit=4&offset=2`);
  expect([hits.headers.get('x-total-count'), hits.headers.get('x-result-count')]).toEqual(['10', '4']);
  expect(hits.list.map((one) => one.value)).toEqual(['4006000882', '4006000883', '4006000884', '4006000885']);
  expect((await carrier.get(`${paths.resource}?value.regex=(8%2B)%2B$`)).body.code).toBe('filterUnsupported');
  expect((await carrier.get(`${paths.resource}?limit=501`)).body.code).toBe('malformed');
  expect((await carrier.get(`${paths.resource}/4001234567`)).body.code).toBe('notFound');
});

type Offering = {
  readonly isSellable: boolean; readonly lifecycleStatus: string; readonly category: readonly { readonly id: string }[]; readonly validFor?: unknown;
  readonly productOfferingPrice: readonly { readonly priceType: string; readonly price?: { readonly value: number } }[];
  readonly productOfferingCharacteristic: readonly { readonly name: string; readonly value: unknown }[];
};

test('the catalogue is the hall\'s plan table as offerings', async () => {
  const offerings = await carrier.get('/tmf-api/productCatalogManagement/v5/productOffering');
  const standard = offerings.list.find((one) => one.id === 'hall-standard');
  expect([standard?.name, standard?.isSellable, standard?.productOfferingPrice[0]?.price]).toEqual(['营业厅标准', true, { unit: 'CNY', value: 100 }]);
  const one = (id: string) => offerings.list.find((each) => each.id === id) as unknown as Offering;
  expect([one('ring-back'), one('ring-back-first-year'), one('all-answer')].map(({ isSellable, lifecycleStatus, category }) => [isSellable, lifecycleStatus, category[0]?.id])).toEqual([
    [false, 'Active', 'addOn'], [false, 'Active', 'promotion'], [false, 'In Design', 'plan']]);
  expect([one('minimum-50').validFor, one('ring-back').validFor]).toEqual([{ startDateTime: '2024-10-06T00:00:00+08:00' }, undefined]);
  expect(one('ring-back').productOfferingPrice.map(({ priceType, price }) => [priceType, price?.value])).toEqual([['recurring', 120], ['oneTime', 160]]);
  expect(one('minimum-50').productOfferingPrice.map(({ priceType, price }) => [priceType, price?.value])).toEqual([['usage', 0.15], ['usage', 0.4], ['usage', 0.3]]);
  expect(one('ring-back-first-year').productOfferingCharacteristic.find(({ name }) => name === 'tariff')?.value).toMatchObject({ target: { kind: 'add-on', addOnId: 'ring-back', per: 'year' } });
  const capabilities = (await (await fetch(`${carrier.base}/.well-known/hall-provisioning`)).json()) as { catalogueVersion: string; poolVersion: string };
  expect([offerings.headers.get('etag'), capabilities.poolVersion.startsWith('s7-n2000-a')]).toEqual([`"${capabilities.catalogueVersion}"`, true]);
});

/** The status of a body that is announced with its length and never sent: a refusal must not wait for it. */
const announced = (bytes: number): Promise<number | undefined> => new Promise((settle, reject) => {
  const sent = request(carrier.base + paths.hold, { method: 'POST', headers: { authorization: tokenOf(hall), 'content-type': 'application/json', 'idempotency-key': randomUUID(), 'content-length': bytes } }, (reply) => {
    settle(reply.statusCode);
    sent.destroy();
  });
  sent.on('error', reject);
  sent.flushHeaders();
});

test('hostile bodies are refused as malformed with their place, never answered 5xx', async () => {
  const good = holdBody(sampleCase('4000000000'));
  const bodies: unknown[] = [
    '{', 'null', '[]', '"x"', '{"@type":"ResourceReservation"}', { ...good, '@type': 'Unknown' }, { ...good, reservationItem: [] }, { ...good, id: '../../etc' },
    { ...good, reservationItem: [{ resource: { value: '4001234567890' } }] }, { ...good, reservationCharacteristic: [{ '@type': 'IntegerCharacteristic', name: 'n', value: 'not a number' }] },
    { ...good, relatedParty: [{ role: 'customer', partyOrPartyRole: { id: 'x' } }] }, `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
  ];
  for (const body of bodies) {
    const reply = await carrier.post(paths.hold, body, { headers: { 'content-type': 'application/json' } });
    expect([reply.status, reply.body.code, reply.body.violations.length > 0], JSON.stringify(body).slice(0, 100)).toEqual([400, 'malformed', true]);
  }
  expect(await announced(4 * 1024 * 1024 + 1)).toBe(413);
  expect((await carrier.post(paths.hold, '<a/>', { headers: { 'content-type': 'text/xml' } })).status).toBe(415);
  expect((await carrier.get('/nowhere')).body.code).toBe('notFound');
});
