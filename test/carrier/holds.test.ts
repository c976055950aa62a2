import { afterAll, beforeAll, expect, test } from 'vitest';
import { holdBody, organizationBody, paths, releaseBody, sampleCase } from './support/bodies.ts';
import { type Carrier, otherHall, type Reply, startCarrier } from './support/carrier-process.ts';

let carrier: Carrier;
let free: string[];

beforeAll(async () => {
  carrier = await startCarrier();
  free = (await carrier.get(`${paths.resource}?allocationStatus=available&limit=100`)).list.map((one) => one.value);
});
afterAll(async () => {
  await carrier.end();
  carrier.remove();
});

const statusOf = async (number: string): Promise<string> => (await carrier.get(`${paths.resource}/${number}`)).body.allocationStatus;
const next = (): string => free.shift() as string;
const minutes = (count: number): number => count * 60_000;

test('of 50 halls\' requests for one number exactly one wins', async () => {
  const number = next();
  const replies = await Promise.all(Array.from({ length: 50 }, (_, index) => carrier.post(paths.hold, holdBody(sampleCase(number)), { hall: index % 2 ? otherHall : 'BJ001' })));
  expect(replies.filter((reply) => reply.status === 201)).toHaveLength(1);
  expect(replies.filter((reply) => reply.status === 409 && reply.body.code === 'numberTaken' && reply.body.href === undefined)).toHaveLength(49);
  expect(await statusOf(number)).toBe('reserved');
});

test('a case hold lives three days, a browse hold fifteen minutes, by the carrier\'s clock', async () => {
  const [kept, looked] = [sampleCase(next()), sampleCase(next())];
  const long = await carrier.post(paths.hold, holdBody(kept));
  const short = await carrier.post(paths.hold, holdBody(looked, 'browse'));
  const life = (reply: Reply): number => Date.parse(reply.body.reservationPeriod.endDateTime) - Date.parse(reply.body.reservationPeriod.startDateTime);
  expect([long.body.state, life(long), life(short)]).toEqual(['completed', minutes(3 * 24 * 60), minutes(15)]);

  await carrier.admin('clock', { advanceMs: minutes(15) });
  const expired = await carrier.get(`${paths.hold}/${looked.hold}`);
  expect([expired.body.state, expired.body.stateChangeReason, await statusOf(looked.number), await statusOf(kept.number)]).toEqual(['cancelled', 'expired', 'available', 'reserved']);
  const told = (await carrier.events()).filter((event) => event.event.resource?.value === looked.number).map((event) => event.event.resource.allocationStatus);
  expect(told).toEqual(['reserved', 'available']);
  expect((await carrier.call('PATCH', `${paths.hold}/${looked.hold}`, { body: { '@type': 'ResourceReservation' } })).body.code).toBe('reservationExpired');
  expect((await carrier.post(paths.hold, holdBody(sampleCase(looked.number)), { hall: otherHall })).status).toBe(201);
});

test('the same case asking again gets its own hold, another case does not', async () => {
  const one = sampleCase(next());
  await carrier.post(paths.hold, holdBody(one));
  const again = await carrier.post(paths.hold, { ...holdBody(one), id: 'another-id' });
  expect([again.status, again.body.id]).toEqual([200, one.hold]);
  expect((await carrier.post(paths.hold, holdBody(sampleCase(one.number)))).body.code).toBe('numberTaken');
});

test('a renewal is cut to the limit, never shortens, and ends after three', async () => {
  const one = sampleCase(next());
  const before = (await carrier.post(paths.hold, holdBody(one, 'browse'))).body.reservationPeriod.endDateTime;
  const renew = (endDateTime: string) => carrier.call('PATCH', `${paths.hold}/${one.hold}`, { body: { '@type': 'ResourceReservation', reservationPeriod: { endDateTime } } });
  expect((await renew('2020-01-01T00:00:00Z')).body.reservationPeriod.endDateTime).toBe(before);
  const far = (await renew('2099-01-01T00:00:00Z')).body.reservationPeriod.endDateTime;
  expect(Date.parse(far) - Date.parse(before)).toBeLessThan(minutes(1));
  expect((await renew('2099-01-01T00:00:00Z')).status).toBe(200);
  expect((await renew('2099-01-01T00:00:00Z')).body.code).toBe('stateConflict');
});

test('a browse hold becomes the hold of a case', async () => {
  const one = sampleCase(next());
  await carrier.post(paths.hold, holdBody(one, 'browse'));
  const { reservationItem: _, id: __, ...promotion } = holdBody(one);
  const promoted = await carrier.call('PATCH', `${paths.hold}/${one.hold}`, { body: promotion });
  expect(Date.parse(promoted.body.reservationPeriod.endDateTime) - Date.parse(promoted.body.reservationPeriod.startDateTime)).toBeGreaterThan(minutes(2 * 24 * 60));
  expect(promoted.body.relatedEntity[0]?.id).toBe(one.caseId);
});

test('a browse hold that was renewed to its end still becomes a case hold, with renewals of its own', async () => {
  const one = sampleCase(next());
  await carrier.post(paths.hold, holdBody(one, 'browse'));
  const renew = () => carrier.call('PATCH', `${paths.hold}/${one.hold}`, { body: { '@type': 'ResourceReservation' } });
  expect([(await renew()).status, (await renew()).status, (await renew()).status, (await renew()).body.code]).toEqual([200, 200, 200, 'stateConflict']);
  const { reservationItem: _, id: __, ...promotion } = holdBody(one);
  expect((await carrier.call('PATCH', `${paths.hold}/${one.hold}`, { body: promotion })).status).toBe(200);
  expect([(await renew()).status, (await renew()).status, (await renew()).status, (await renew()).body.code]).toEqual([200, 200, 200, 'stateConflict']);
});

test('asking for a case hold of what the same case has a browse hold of upgrades that hold', async () => {
  const one = sampleCase(next());
  const looked = { ...holdBody(one), reservationCharacteristic: holdBody(one, 'browse').reservationCharacteristic };
  await carrier.post(paths.hold, looked);
  const again = await carrier.post(paths.hold, { ...holdBody(one), id: 'another-id' });
  const life = Date.parse(again.body.reservationPeriod.endDateTime) - Date.parse(again.body.reservationPeriod.startDateTime);
  expect([again.status, again.body.id, life > minutes(2 * 24 * 60)]).toEqual([200, one.hold, true]);
});

test('a customer\'s numbers are kept for three cases over all halls, and a case that takes another number is not counted against itself', async () => {
  const name = '北京三个号科技有限公司';
  const [first, second, third, fourth] = [sampleCase(next()), sampleCase(next()), sampleCase(next()), sampleCase(next())];
  const hold = (one: typeof first, code = 'BJ001') => carrier.post(paths.hold, holdBody(one, 'case', name), { hall: code });
  expect([(await hold(first)).status, (await hold(second, otherHall)).status, (await hold(third)).status]).toEqual([201, 201, 201]);
  const refused = await hold(fourth);
  expect([refused.status, refused.body.code, refused.body.limit, await statusOf(fourth.number)]).toEqual([429, 'customerHoldLimit', 3, 'available']);
  expect((await hold({ ...sampleCase(next()), caseId: first.caseId, caseNo: first.caseNo })).status).toBe(201);
  await carrier.post(paths.release, releaseBody(third.hold));
  expect((await hold(fourth)).status).toBe(201);
});

test('a hall has at most a hundred live holds; the refused request goes through unchanged when one has ended', async () => {
  const full = await startCarrier();
  try {
    const numbers = (await full.get(`${paths.resource}?allocationStatus=available&limit=101`)).list.map((one) => one.value);
    const [refused, ...held] = numbers.map(sampleCase);
    for (const one of held) expect((await full.post(paths.hold, holdBody(one, 'browse'))).status).toBe(201);
    const ask = () => full.post(paths.hold, holdBody(refused!, 'browse'), { key: 'the-same-key' });
    const answer = await ask();
    expect([answer.status, answer.body.code, answer.body.limit]).toEqual([429, 'hallHoldLimit', 100]);
    expect((await full.post(paths.hold, holdBody(sampleCase(refused!.number)), { hall: otherHall })).status).toBe(201);
    await full.admin('clock', { advanceMs: minutes(15) });
    expect((await ask()).body.code).toBe('numberTaken');
  } finally {
    await full.end();
    full.remove();
  }
});

test('a release frees the number at once and may be repeated under a new key', async () => {
  const one = sampleCase(next());
  await carrier.post(paths.hold, holdBody(one));
  expect((await carrier.post(paths.release, releaseBody(one.hold), { hall: otherHall })).body.code).toBe('dependencyUnknown');
  expect((await carrier.post(paths.release, releaseBody(one.hold))).body.state).toBe('done');
  expect(await statusOf(one.number)).toBe('available');
  expect((await carrier.post(paths.release, releaseBody(one.hold))).body.state).toBe('done');
});

test('numbers in use, outside the pool or without a case are refused by code', async () => {
  const used = (await carrier.get(`${paths.resource}?allocationStatus=allocated&limit=1`)).list[0]!.value;
  expect((await carrier.post(paths.hold, holdBody(sampleCase(used)))).body.code).toBe('numberTaken');
  expect((await carrier.post(paths.hold, holdBody(sampleCase('4006999999')))).body.code).toBe('semantic');
  expect((await carrier.post(paths.hold, { ...holdBody(sampleCase(next())), relatedEntity: undefined })).body.violations[0]?.path).toBe('/relatedEntity');
});

test('a company is registered once in the whole country, by its credit code', async () => {
  const [first, second] = [sampleCase(next()), sampleCase(next())];
  const bare = (one: typeof first) => ({ ...organizationBody(one, '91110108551385082Q'), relatedParty: [] });
  expect((await carrier.post(paths.organization, bare(first))).body.status).toBe('validated');
  const again = await carrier.post(paths.organization, bare(second), { hall: otherHall });
  expect([again.status, again.body.code, again.body.id]).toEqual([409, 'duplicateParty', first.customer]);
  const patched = await carrier.call('PATCH', `${paths.organization}/${first.customer}`, { body: { '@type': 'Organization', name: '北京改名科技有限公司' }, hall: otherHall });
  expect([patched.body.name, patched.body.resourceVersion, patched.headers.get('etag')]).toEqual(['北京改名科技有限公司', 2, '"2"']);
  const stale = await carrier.call('PATCH', `${paths.organization}/${first.customer}`, { body: { '@type': 'Organization', name: '甲' }, headers: { 'if-match': '"1"' } });
  expect(stale.body.code).toBe('versionMismatch');
  expect((await carrier.post(paths.organization, organizationBody(sampleCase(next()), '91110108551385083Q'))).body.code).toBe('dependencyUnknown');
});
