import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { elapsedMs, toInstant } from '#domain/calendar/shanghai-time.ts';
import { gradeNumber } from '#domain/number/grade/grade-number.ts';
import { loadReference } from '../../../src-main/reference/load-reference.ts';
import { listLeases } from '../../../src-main/store/tables/number/lease-rows.ts';
import { holdBody } from '../../../src-main/sync/bodies/reservation-body.ts';
import { eventKinds, historyOf, namedCase, readyDesk, reservationsOf } from '../../support/hall-cases.ts';
import { caseBefore, ordinaryPlan } from '../../support/ordinary-case.ts';
import { plainSearch } from '../../support/plain-search.ts';
import { makeSpecial } from '../../support/publish-rules.ts';
import { type RealCarrier, startRealCarrier } from '../../support/real-carrier.ts';
import { openTestConsole, runningClock, type TestConsole } from '../../support/test-console.ts';
import { until } from '../../support/until.ts';

const reference = loadReference('resources/reference');
if (!reference.ok) throw new Error(reference.error.code);
const { numberRules } = reference.value;
const minute = 60_000;
let carrier: RealCarrier;
let desk: TestConsole;
let free: string[];

beforeAll(async () => {
  carrier = await startRealCarrier({ hall: 'WJ' });
  free = (await carrier.freeNumbers(300)).filter((digits) => gradeNumber(digits, numberRules).grade === 9);
  desk = await readyDesk(await openTestConsole({ carrier }));
});
afterAll(async () => {
  await desk.dispose();
  await carrier.dispose();
});
const number = (): string => free.shift() as string;

async function otherHallHolds(digits: string): Promise<void> {
  const body = holdBody({
    reservationId: crypto.randomUUID(), digits, caseId: crypto.randomUUID(), caseNo: 'BJ999-1', customerId: crypto.randomUUID(), customerName: `另一家${digits}`, staffNo: 'BJ9', hallCode: 'BJ999',
  });
  expect((await carrier.post('/tmf-api/resourceReservation/v4/resourceReservation', body, 'BJ999.pc-1.0123456789abcdef')).status).toBe(201);
}

const states = (view: { readonly items: readonly { readonly hit: { readonly digits: string }; readonly state: string }[] }) => view.items.map(({ hit, state }) => [hit.digits, state]);

test('a listed number is held for a quarter of an hour, becomes the case\'s for three days, and is free at no moment in between', async () => {
  const [caseId, digits] = [await namedCase(desk), number()];
  const listed = await desk.call('shortlist/add', { caseId, digits });
  const [looked] = await reservationsOf(carrier, digits);
  expect(states(listed)).toEqual([[digits, 'held']]);
  expect([looked?.holdKind, listed.items[0]?.expiresAt]).toEqual(['browse', looked?.reservationPeriod.endDateTime]);
  expect(elapsedMs(looked?.reservationPeriod.startDateTime ?? '', looked?.reservationPeriod.endDateTime ?? '')).toBe(15 * minute);

  const { outcome, view } = await desk.call('numbers/hold', { caseId, digits });
  const kept = await reservationsOf(carrier, digits);
  expect([outcome, kept.length, kept[0]?.id, kept[0]?.holdKind, view.number?.expiresAt]).toEqual(['granted', 1, looked?.id, 'case', kept[0]?.reservationPeriod.endDateTime]);
  expect(elapsedMs(looked?.reservationPeriod.startDateTime ?? '', view.number?.expiresAt ?? '')).toBeGreaterThan(3 * 24 * 60 * minute - 1);
  expect(await historyOf(carrier, digits)).toEqual(['reserved']);
  expect((await desk.call('shortlist/read', { caseId })).items[0]).toMatchObject({ state: 'held', expiresAt: view.number?.expiresAt });

  // Taking it off the list leaves the case its number.
  await desk.call('shortlist/drop', { caseId, digits });
  await desk.console.idle();
  expect((await reservationsOf(carrier, digits))[0]?.state).toBe('completed');
});

test('one number by name is kept longer alone, and never taken anew', async () => {
  const { caseId } = await desk.call('cases/create', undefined);
  const [bare, held] = [number(), number()];
  await desk.call('shortlist/add', { caseId, digits: bare });
  await desk.call('cases/save-customer', { caseId, patch: { name: '北京只续一个有限公司' } });
  await desk.call('shortlist/add', { caseId, digits: held });
  expect(states(await desk.call('shortlist/extend', { caseId, digits: held }))).toEqual([[bare, 'free'], [held, 'held']]);
  expect(await desk.refusal('shortlist/extend', { caseId, digits: bare })).toEqual({ code: 'hold-not-found' });
  expect(await reservationsOf(carrier, bare)).toEqual([]);
});

test('a race that is lost at home is told from one that another hall won', async () => {
  const [mine, theirs] = [number(), number()];
  await desk.call('shortlist/add', { caseId: await namedCase(desk), digits: mine });
  await otherHallHolds(theirs);
  const caseId = await namedCase(desk);
  expect(await desk.call('numbers/hold', { caseId, digits: mine })).toMatchObject({ outcome: 'taken', here: true });
  expect(await desk.call('shortlist/add', { caseId, digits: mine })).toMatchObject({ here: true });
  expect(await desk.call('numbers/hold', { caseId, digits: theirs })).toMatchObject({ outcome: 'taken', here: false });
});

test('without a name, and offline, numbers are listed without a hold; extend holds them all', async () => {
  const { caseId } = await desk.call('cases/create', undefined);
  const [first, second] = [number(), number()];
  expect(states(await desk.call('shortlist/add', { caseId, digits: first }))).toEqual([[first, 'free']]);
  expect(await reservationsOf(carrier, first)).toEqual([]);
  expect(await desk.refusal('shortlist/extend', { caseId })).toMatchObject({ code: 'customer-not-named' });
  await desk.call('cases/save-customer', { caseId, patch: { name: '北京先看号有限公司' } });
  await desk.call('shortlist/add', { caseId, digits: second });
  expect(states(await desk.call('shortlist/extend', { caseId }))).toEqual([[first, 'held'], [second, 'held']]);

  const lonely = await openTestConsole();
  await lonely.signIn('WJ0127');
  const other = await namedCase(lonely);
  expect(states(await lonely.call('shortlist/add', { caseId: other, digits: first }))).toEqual([[first, 'free']]);
  expect(await lonely.refusal('shortlist/extend', { caseId: other })).toMatchObject({ code: 'carrier-offline' });
  expect(states(await lonely.call('shortlist/read', { caseId: other }))).toEqual([[first, 'free']]);
  await lonely.dispose();
});

test('six numbers at most, in the customer\'s order, also after a restart', async () => {
  const caseId = await namedCase(desk);
  const six = Array.from({ length: 6 }, number);
  for (const digits of six) await desk.call('shortlist/add', { caseId, digits });
  expect(await desk.refusal('shortlist/add', { caseId, digits: number() })).toEqual({ code: 'shortlist-full', facts: { limit: 6 } });
  const [a, b, ...rest] = six as [string, string, ...string[]];
  const order = [b, a, ...rest];
  expect((await desk.call('shortlist/order', { caseId, ranked: [b, '4000000000'] })).items.map(({ hit }) => hit.digits)).toEqual(order);
  const before = await desk.call('shortlist/read', { caseId });
  desk = await readyDesk(await desk.reopen());
  expect(await desk.call('shortlist/read', { caseId })).toEqual(before);
  expect(before.items.every(({ state }) => state === 'held')).toBe(true);
});

test('a number that another hall has is listed as taken, with three of the same kind, within a second', async () => {
  const [caseId, digits] = [await namedCase(desk), number()];
  await otherHallHolds(digits);
  // As at the counter: the number was found by a search, so the index is there.
  await desk.call('numbers/search', plainSearch(''));
  const began = performance.now();
  const view = await desk.call('shortlist/add', { caseId, digits });
  expect(performance.now() - began).toBeLessThan(1000);
  expect([states(view), view.alternatives?.length, view.alternatives?.every(({ grade }) => grade === 9)]).toEqual([[[digits, 'taken']], 3, true]);
  expect(states(await desk.call('shortlist/drop', { caseId, digits }))).toEqual([]);
});

describe('a browse hold ends', () => {
  test('by the carrier\'s clock, written into the case; extend asks for it anew', async () => {
    const [caseId, digits] = [await namedCase(desk), number()];
    await desk.call('shortlist/add', { caseId, digits });
    await carrier.advanceClock(15 * minute - 5000);
    expect((await reservationsOf(carrier, digits))[0]?.state).toBe('completed');
    await carrier.advanceClock(5000);
    await until('heard', async () => (await desk.call('shortlist/read', { caseId })).items[0]?.state === 'expired');
    await until('written', async () => (await eventKinds(desk, caseId)).includes('hold-expired'));
    expect((await desk.call('numbers/holds', undefined)).filter((row) => row.caseId === caseId)).toEqual([]);
    expect(states(await desk.call('shortlist/extend', { caseId }))).toEqual([[digits, 'held']]);
  });

  test('when the number is dropped or the case is cancelled: each goes back by itself and is written down', async () => {
    const [dropped, kept] = [number(), number()];
    const caseId = await namedCase(desk);
    for (const digits of [dropped, kept]) await desk.call('shortlist/add', { caseId, digits });
    await desk.call('shortlist/drop', { caseId, digits: dropped });
    await desk.call('cases/cancel', { caseId, reason: '客户不办了' });
    await desk.console.idle();
    for (const digits of [dropped, kept]) expect((await reservationsOf(carrier, digits)).map(({ state }) => state)).toEqual(['cancelled']);
    expect((await desk.call('cases/events', { caseId })).filter(({ kind }) => kind === 'number-released').map(({ facts }) => facts['number']).toSorted()).toEqual([dropped, kept].toSorted());
  });

  test('when the case is submitted: the numbers that were not taken go back, the ordered one runs out no more', async () => {
    const seen = number();
    const draft = await caseBefore(desk.call, 'submit', ordinaryPlan(77));
    await desk.call('shortlist/add', { caseId: draft.caseId, digits: seen });
    await desk.call('activation/submit', { caseId: draft.caseId });
    expect(states(await desk.call('shortlist/read', { caseId: draft.caseId }))).toEqual([[seen, 'free']]);
    expect((await desk.call('cases/events', { caseId: draft.caseId })).filter(({ kind }) => kind === 'number-released').map(({ facts }) => facts['number'])).toEqual([seen]);
    await until('given back', async () => (await reservationsOf(carrier, seen))[0]?.state === 'cancelled');
    await until('activated', async () => (await desk.call('cases/open', { caseId: draft.caseId })).state === 'completed');
    await carrier.advanceClock(4 * 24 * 60 * minute);
    await until('heard', async () => (await desk.call('outbox/status', undefined)).state === 'online');
    expect((await desk.call('cases/open', { caseId: draft.caseId })).number).toMatchObject({ hold: 'granted', expiresAt: null });
  });

  test('after the third extension no more', async () => {
    const [caseId, digits] = [await namedCase(desk), number()];
    await desk.call('shortlist/add', { caseId, digits });
    for (const _ of [1, 2, 3]) await desk.call('shortlist/extend', { caseId });
    expect(await desk.refusal('shortlist/extend', { caseId })).toEqual({ code: 'hold-limit' });
    expect(states(await desk.call('shortlist/read', { caseId }))).toEqual([[digits, 'held']]);
  });
});

describe('a wrong clock of the PC', () => {
  const withClock = async (wrongMs: number): Promise<TestConsole> => readyDesk(await openTestConsole({ carrier, clock: runningClock(toInstant(Date.now() + wrongMs)) }));

  test('half an hour ahead takes nothing from a hold', async () => {
    const early = await withClock(30 * minute);
    const [caseId, digits] = [await namedCase(early), number()];
    expect(states(await early.call('shortlist/add', { caseId, digits }))).toEqual([[digits, 'held']]);
    expect((await early.call('numbers/holds', undefined)).map((row) => [row.digits, row.kind])).toEqual([[digits, 'browse']]);
    await early.dispose();
  });

  test('half an hour behind adds nothing, also offline after a restart', async () => {
    const clock = runningClock(toInstant(Date.now() - 30 * minute));
    const late = await readyDesk(await openTestConsole({ carrier, clock }));
    const [caseId, digits] = [await namedCase(late), number()];
    await late.call('shortlist/add', { caseId, digits });
    const nobody = { baseUrl: 'http://127.0.0.1:9', token: carrier.token };
    const offline = await late.reopen({ carrier: nobody });
    const after = async (ms: number) => {
      clock.advance(ms);
      await offline.signIn('WJ0127');
      return states(await offline.call('shortlist/read', { caseId }));
    };
    expect(await after(14 * minute)).toEqual([[digits, 'held']]);
    expect(await after(2 * minute)).toEqual([[digits, 'expired']]);
    await offline.dispose();
  });
});

test('a number lent to this PC is listed without a hold, for nobody else can take it, and becomes the case\'s', async () => {
  const lender = await readyDesk(await openTestConsole({ carrier: { baseUrl: carrier.baseUrl, token: 'WJ.desk-lent.0123456789abcdef' } }));
  await lender.call('leases/grant', undefined);
  const [caseId, digits = ''] = [await namedCase(lender), lender.look((db) => listLeases(db).at(-1)?.numbers.at(-1))];
  const listed = await lender.call('shortlist/add', { caseId, digits });
  expect([states(listed), listed.items[0]?.hit.leased, listed.alternatives]).toEqual([[[digits, 'free']], true, undefined]);
  expect(states(await lender.call('shortlist/extend', { caseId }))).toEqual([[digits, 'free']]);
  expect((await lender.call('numbers/hold', { caseId, digits })).outcome).toBe('granted');
  expect(states(await lender.call('shortlist/extend', { caseId }))[0]?.[0]).toBe(digits);
  await lender.dispose();
});

test('the case\'s own number is explained by the rules frozen with its hold, the others by those in force', async () => {
  const own = await readyDesk(await openTestConsole({ carrier }));
  const [caseId, mine, other] = [await namedCase(own), number(), number()];
  for (const digits of [mine, other]) await own.call('shortlist/add', { caseId, digits });
  const { view } = await own.call('numbers/hold', { caseId, digits: mine });
  for (const digits of [mine, other]) await makeSpecial(own.call, digits);
  await own.signIn('WJ0127');
  const { items } = await own.call('shortlist/read', { caseId });
  expect(items.map(({ hit, rulesVersion, termMonths, matches }) => [hit.digits, hit.grade, rulesVersion, termMonths, matches.length])).toEqual([
    [mine, 9, view.number?.rulesVersion, view.number?.termMonths, 0], [other, 6, '3', 12, 1],
  ]);
  await own.dispose();
});
