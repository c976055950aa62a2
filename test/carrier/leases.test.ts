import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { gradeNumber } from '#domain/number/grade/grade-number.ts';
import { LEASE_TERMS } from '#domain/lease/grant-lease.ts';
import type { NumberRules } from '#domain/number/grade/number-rules.ts';
import { decodePoolSnapshot } from '#domain/number/pool-snapshot.ts';
import { inflateRawSync } from 'node:zlib';
import { holdBody, paths, releaseBody, sampleCase } from './support/bodies.ts';
import { type Carrier, otherHall, startCarrier } from './support/carrier-process.ts';
import { journalOf, leaseOf, makeDevice, numbersOf, type ServedLease } from './support/leases.ts';

const rules = JSON.parse(readFileSync('resources/reference/number-rules.json', 'utf8')) as NumberRules;
let carrier: Carrier;
let made = 0;
beforeAll(async () => { carrier = await startCarrier(); });
afterAll(async () => {
  await carrier.end();
  carrier.remove();
});
/** A machine that no other test knows. */
const device = (code?: string) => makeDevice(carrier, `pc-${made += 1}`, code);
const statusOf = async (number: string): Promise<string> => (await carrier.get(`${paths.resource}/${number}`)).body.allocationStatus;
const granted = async (pc: ReturnType<typeof makeDevice>, amount = 20): Promise<ServedLease> => leaseOf(await pc.grant(amount));

test('a block is ordinary numbers that nobody else can have, in search, feed and snapshot', async () => {
  const lease = await granted(device(), 40);
  const numbers = numbersOf(lease);
  expect([new Set(numbers).size, lease.leaseState, lease.state]).toEqual([40, 'active', 'completed']);
  expect(numbers.filter((digits) => gradeNumber(digits, rules).grade !== 9)).toEqual([]);
  expect(Date.parse(lease.validFor.endDateTime) - Date.parse(lease.reservationPeriod.endDateTime)).toBe(LEASE_TERMS.settleMs);
  const [first = ''] = numbers;
  expect(await statusOf(first)).toBe('reserved');
  expect((await carrier.post(paths.hold, holdBody(sampleCase(first)), { hall: otherHall })).body.code).toBe('numberTaken');
  expect((await carrier.events(0, otherHall)).filter((event) => event.event.resource?.value === first).map((event) => event.event.resource.allocationStatus)).toEqual(['reserved']);
  const response = await fetch(`${carrier.base}/pool/snapshot`, { headers: { authorization: `Bearer ${otherHall}.pc-1.0123456789abcdef` } });
  const snapshot = decodePoolSnapshot(new Uint8Array(await response.arrayBuffer()), (bytes) => inflateRawSync(bytes));
  const segment = snapshot.ok ? snapshot.value.segments.find(({ head }) => head === first.slice(0, 4)) : undefined;
  expect(((segment?.busy[Number(first.slice(4)) >> 3] ?? 0) >> (Number(first.slice(4)) & 7)) & 1).toBe(1);
});

test('a repeated request is the same block, two devices never get one number, all leases together stay under a tenth', async () => {
  const small = await startCarrier({ pool: 2000 });
  const [one, other] = [makeDevice(small, 'pc-1'), makeDevice(small, 'pc-2')];
  const key = randomUUID();
  const [first, again, second] = [leaseOf(await one.grant(20, key)), leaseOf(await one.grant(20, key)), leaseOf(await other.grant(20))];
  expect([again.leaseEpoch, numbersOf(again)]).toEqual([first.leaseEpoch, numbersOf(first)]);
  expect(second.leaseEpoch).toBeGreaterThan(first.leaseEpoch);
  expect(numbersOf(second).filter((digits) => numbersOf(first).includes(digits))).toEqual([]);
  const more = await Promise.all(Array.from({ length: 12 }, (_, index) => makeDevice(small, `more-${index}`).grant(20)));
  const lent = [first, second, ...more.filter((reply) => reply.status === 201).map(leaseOf)].flatMap(numbersOf);
  expect(more.some((reply) => reply.status === 409 && reply.body.code === 'poolShort')).toBe(true);
  expect(new Set(lent).size).toBe(lent.length);
  const free = Number((await small.get(`${paths.resource}?allocationStatus=available&limit=1`)).headers.get('x-total-count'));
  expect(lent.length).toBeLessThanOrEqual((free + lent.length) / 10);
  await small.end();
  small.remove();
});

test('a claim makes the number its case\'s hold, and a repeat changes nothing; another machine is fenced', async () => {
  const pc = device();
  const lease = await granted(pc);
  const [entry, next] = journalOf(lease.leaseEpoch, numbersOf(lease));
  if (!entry || !next) throw new Error('no numbers');
  const held = await pc.claim(entry);
  expect([held.status, held.body.state, Date.parse(held.body.reservationPeriod.endDateTime) - Date.parse(held.body.reservationPeriod.startDateTime)]).toEqual([201, 'completed', 3 * 24 * 3_600_000]);
  const again = await pc.claim(entry);
  expect([again.status, again.body.id]).toEqual([200, held.body.id]);
  expect(leaseOf(await device().claim(next))).toMatchObject({ code: 'leaseFenced', currentEpoch: lease.leaseEpoch });
  expect((await pc.post(paths.release, releaseBody(held.body.id))).status).toBe(201);
  expect(await statusOf(entry.digits)).toBe('available');
});

test('claims in any order fit; a second past freezes the lease, and each number still goes to one case only', async () => {
  const pc = device();
  const lease = await granted(pc);
  const numbers = numbersOf(lease);
  const [first, second, third] = journalOf(lease.leaseEpoch, numbers);
  if (!first || !second || !third) throw new Error('no numbers');
  for (const entry of [third, first, second]) expect((await pc.claim(entry)).status).toBe(201);
  expect(await pc.read(lease.id)).toMatchObject({ journalHead: { pickSeq: 3 } });
  expect((await pc.read(lease.id)).frozenWhy).toBeUndefined();

  const [stranger] = journalOf(lease.leaseEpoch, [numbers[0] as string]);
  if (!stranger) throw new Error('no numbers');
  expect((await pc.claim(stranger)).body.code).toBe('numberTaken');
  expect((await pc.read(lease.id)).frozenWhy).toBe('journal-forked');
  expect((await pc.renew(lease.id)).body.code).toBe('leaseFrozen');
  expect((await pc.grant()).body.code).toBe('leaseFrozen');
  const closed = await pc.close(lease.leaseEpoch, [first, second, third]);
  expect([closed.body.state, leaseOf(closed).outcome]).toEqual(['terminatedWithError', 'kept']);
  expect(await statusOf(numbers[9] as string)).toBe('reserved');
});

test('a closing report gives back what it does not name and keeps what it names; its late claims are honoured', async () => {
  const pc = device();
  const lease = await granted(pc);
  const [claimed, late, untold] = journalOf(lease.leaseEpoch, numbersOf(lease));
  if (!claimed || !late || !untold) throw new Error('no numbers');
  const journal = [claimed, late];
  await pc.claim(claimed);
  expect([(await pc.close(lease.leaseEpoch, journal)).body.state, leaseOf(await pc.close(lease.leaseEpoch, journal)).outcome]).toEqual(['done', 'replay']);
  expect(await Promise.all([claimed.digits, late.digits, untold.digits].map(statusOf))).toEqual(['reserved', 'reserved', 'available']);
  expect((await pc.claim(late)).status).toBe(201);
  expect((await pc.claim(untold)).body.code).toBe('leaseFenced');
  expect((await pc.renew(lease.id)).body.code).toBe('stateConflict');
});

test('a block that nobody reports is offered to nobody and still honoured; only two people give it up, after the quarantine', async () => {
  const pc = device();
  const lease = await granted(pc);
  const [early, late] = journalOf(lease.leaseEpoch, numbersOf(lease));
  if (!early || !late) throw new Error('no numbers');
  expect((await pc.renew(lease.id)).body).toMatchObject({ renewals: 1 });
  await carrier.admin('clock', { advanceMs: LEASE_TERMS.pickMs + LEASE_TERMS.settleMs + 60_000 });
  await expect.poll(async () => (await pc.read(lease.id)).leaseState).toBe('overdue');
  expect(await statusOf(late.digits)).toBe('reserved');
  expect((await pc.claim(early)).status).toBe(201);

  const manager = device();
  expect((await manager.force(lease.leaseEpoch, ['BJ01', 'BJ02'])).body.code).toBe('leaseNotSettled');
  await carrier.admin('clock', { advanceMs: LEASE_TERMS.quarantineMs });
  expect((await manager.force(lease.leaseEpoch, ['BJ01', 'BJ01'])).body.violations[0]?.path).toBe('/relatedParty');
  expect((await device(otherHall).force(lease.leaseEpoch, ['BJ01', 'BJ02'])).body.code).toBe('dependencyUnknown');
  expect((await manager.force(lease.leaseEpoch, ['BJ01', 'BJ02'])).body.state).toBe('done');
  expect(await statusOf(late.digits)).toBe('available');
  expect((await pc.claim(late)).body.code).toBe('leaseFenced');
  expect((await pc.close(lease.leaseEpoch, [early, late])).body.code).toBe('leaseFenced');
});

test('a destroyed machine need not be waited for', async () => {
  const lease = await granted(device());
  const manager = device();
  expect((await manager.force(lease.leaseEpoch, ['BJ01', 'BJ02'])).body.code).toBe('leaseNotSettled');
  expect((await manager.force(lease.leaseEpoch, ['BJ01', 'BJ02'], true)).body.state).toBe('done');
  expect(await statusOf(numbersOf(lease)[0] as string)).toBe('available');
});

test('a restored machine\'s blocks freeze, its picks are still honoured, and it takes only later blocks', async () => {
  const pc = device();
  const lease = await granted(pc);
  const answer = await pc.noteRestore('boot-1');
  expect([answer.status, leaseOf(answer).epochFloor]).toEqual([201, lease.leaseEpoch]);
  expect((await pc.read(lease.id)).frozenWhy).toBe('restored');
  expect((await pc.renew(lease.id)).body.code).toBe('leaseFrozen');
  expect((await pc.claim(journalOf(lease.leaseEpoch, numbersOf(lease))[0] as never)).status).toBe(201);
  const next = await granted(pc);
  expect(next.leaseEpoch).toBeGreaterThan(lease.leaseEpoch);
  expect(leaseOf(await pc.noteRestore('boot-1')).epochFloor).toBe(lease.leaseEpoch);
  expect((await pc.read(next.id)).frozenWhy).toBeUndefined();
});

test('level 3 and its limits are told, and leases outlive a kill', async () => {
  const pc = device();
  const lease = await granted(pc);
  const { levels, limits } = (await carrier.get('/.well-known/hall-provisioning')).body as unknown as { levels: string[]; limits: Record<string, number> };
  expect([levels, limits['leaseLargestBlock'], limits['leasePickSeconds']]).toEqual([['L1', 'L2', 'L3'], 200, 72 * 3600]);
  await carrier.end('SIGKILL');
  carrier = await startCarrier({ data: carrier.data });
  expect((await makeDevice(carrier, `pc-${made}`).claim(journalOf(lease.leaseEpoch, numbersOf(lease))[0] as never)).status).toBe(201);
});
