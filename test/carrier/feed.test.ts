import { afterAll, beforeAll, expect, test } from 'vitest';
import { holdBody, individualBody, paths, sampleCase } from './support/bodies.ts';
import { type Carrier, hall, startCarrier } from './support/carrier-process.ts';

let carrier: Carrier;
beforeAll(async () => { carrier = await startCarrier(); });
afterAll(async () => {
  await carrier.end();
  carrier.remove();
});

const feed = (after: number, headers: Record<string, string> = {}, limit = 200) => carrier.get(`/tmf-api/event/v4/topic/hall-${hall}/event?after=${after}&limit=${limit}`, { headers });
const register = (n: number) => carrier.post(paths.individual, individualBody(`person-${n}`, `identity-${n}`));

test('cursors have no hole and events of refused writes do not exist, read while 80 writers write', async () => {
  const seen: number[] = [];
  const writers = Promise.all(Array.from({ length: 80 }, (_, n) => register(n % 60)));
  while (seen.length < 60) {
    const page = await feed(seen.at(-1) ?? 0, {}, 7);
    seen.push(...page.list.map((event) => event.feedCursor));
    expect(page.headers.get('x-feed-cursor')).toBe(String(seen.at(-1) ?? 0));
  }
  expect((await writers).map((reply) => reply.status).sort()).toEqual([...Array(60).fill(201), ...Array(20).fill(409)]);
  expect(seen).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
});

test('each event names its cause and carries no personal data', async () => {
  const key = '0198aaaa-0000-7000-8000-000000000001';
  const number = (await carrier.get(`${paths.resource}?allocationStatus=available&limit=1`)).list[0]!.value;
  const before = Number((await feed(0, {}, 500)).headers.get('x-feed-cursor'));
  await carrier.post(paths.hold, holdBody(sampleCase(number)), { key });
  const events = await carrier.events(before);
  expect(events.map((event) => [event.eventType, event.correlationId])).toEqual([['ResourceReservationCreateEvent', key], ['ResourceAttributeValueChangeEvent', key]]);
  expect(events[1]!.event.resource).toMatchObject({ '@type': 'TollFreeNumber', value: number, allocationStatus: 'reserved' });
  expect(JSON.stringify(await carrier.events())).not.toMatch(/identity-|王小明|北京某某/);
  expect((await carrier.events(0, 'BJ002')).map((event) => event.eventType)).toEqual(['ResourceAttributeValueChangeEvent']);
});

test('a waiting reader wakes with the first event, and comes back empty when its time is over', async () => {
  const head = Number((await feed(0, {}, 500)).headers.get('x-feed-cursor'));
  const empty = await feed(head, { prefer: 'wait=1' });
  expect([empty.list, empty.headers.get('x-feed-cursor')]).toEqual([[], String(head)]);
  const start = performance.now();
  const waiting = feed(head, { prefer: 'wait=20' });
  await new Promise((done) => { setTimeout(done, 60); });
  await register(1000);
  const woken = await waiting;
  expect(woken.list.map((event) => event.feedCursor)).toEqual([head + 1]);
  expect(performance.now() - start).toBeLessThan(2000);
});

test('a cursor from elsewhere and another hall\'s topic are refused', async () => {
  expect((await feed(1_000_000)).body.code).toBe('cursorExpired');
  expect((await carrier.get('/tmf-api/event/v4/topic/hall-BJ002/event')).body.code).toBe('scopeDenied');
  expect((await carrier.get('/tmf-api/event/v4/topic/hall-BJ002/event', { headers: { authorization: 'Bearer BJ009.pc-1.0123456789abcdef' } })).status).toBe(401);
});
