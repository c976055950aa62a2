import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { CaseView } from '#contract/cases.ts';
import { gradeNumber } from '#domain/number/grade/grade-number.ts';
import { loadReference } from '../../../src-main/reference/load-reference.ts';
import { holdBody, releaseBody } from '../../../src-main/sync/bodies/reservation-body.ts';
import { driveCase, ordinaryPlan } from '../../support/ordinary-case.ts';
import { makeSpecial } from '../../support/publish-rules.ts';
import { type RealCarrier, startRealCarrier } from '../../support/real-carrier.ts';
import { openTestConsole, type TestConsole } from '../../support/test-console.ts';
import { until } from '../../support/until.ts';

const reference = loadReference('resources/reference');
if (!reference.ok) throw new Error(reference.error.code);
const { numberRules } = reference.value;
/** The campaign asks for 50. */
const collisions = Number(process.env['FALLBACK_CASES'] ?? 8);
let carrier: RealCarrier;
let desk: TestConsole;
let free: string[];
let sequence = 300;

beforeAll(async () => {
  carrier = await startRealCarrier({ hall: 'WJ', pool: 4000 });
  const page = async (offset: number) => (await carrier.get(`/tmf-api/resourceInventory/v5/resource?allocationStatus=available&offset=${offset}&limit=100`)) as readonly { readonly value: string }[];
  free = (await Promise.all([0, 100, 200, 300, 400].map(page))).flat().map(({ value }) => value).filter((digits) => gradeNumber(digits, numberRules).grade === 9);
  // One desk for all: a desk of its own would begin at the same case number again, and the carrier knows those.
  desk = await openTestConsole({ carrier });
  await desk.signIn('WJ0127');
  await until('the mirror', async () => (await desk.call('numbers/pool-status', undefined)).loaded);
});
afterAll(async () => {
  await desk.dispose();
  await carrier.dispose();
});
afterEach(async () => {
  if (!(await fetch(`${carrier.baseUrl}/.well-known/hall-provisioning`).catch(() => null))) await carrier.start();
});

const numbers = (count: number): readonly string[] => free.splice(0, count);

const otherHall = 'BJ999.pc-1.0123456789abcdef';

async function takenElsewhere(digits: string): Promise<string> {
  const reservationId = crypto.randomUUID();
  const body = holdBody({
    reservationId, digits, caseId: crypto.randomUUID(), caseNo: 'BJ999-1', customerId: crypto.randomUUID(), customerName: `另一家 ${digits}`, staffNo: 'BJ9', hallCode: 'BJ999',
  });
  expect((await carrier.post('/tmf-api/resourceReservation/v4/resourceReservation', body, otherHall)).status).toBe(201);
  return reservationId;
}

/** The carrier is down, the customer signs for the ranked list and goes; what `taken` says has gone to another hall. */
async function offline(ranked: readonly string[], taken: readonly string[], before?: string): Promise<CaseView> {
  for (const digits of taken) await takenElsewhere(digits);
  await carrier.stop('SIGKILL');
  return driveCase(desk.call, await desk.call('cases/create', undefined), { ...ordinaryPlan(sequence += 1), offlinePick: ranked }, before);
}

async function lineBack(): Promise<void> {
  await carrier.start();
  const [head] = await desk.call('outbox/list', undefined);
  await desk.call('outbox/retry', { seq: head?.seq ?? 0 });
}

const open = (caseId: string): Promise<CaseView> => desk.call('cases/open', { caseId });
const reached = (caseId: string, what: string, holds: (view: CaseView) => boolean): Promise<CaseView> => until(what, async () => {
  const view = await open(caseId);
  return holds(view) ? view : null;
});
const completed = (caseId: string): Promise<CaseView> => reached(caseId, 'completed', ({ state }) => state === 'completed');
const events = async (caseId: string, kind: string) => (await desk.call('cases/events', { caseId })).filter((event) => event.kind === kind).map(({ facts }) => facts);
const ordered = async (caseNo: string): Promise<readonly string[]> => {
  const orders = (await carrier.get(`/tmf-api/productOrderingManagement/v5/productOrder?externalId.id=${caseNo}`)) as readonly {
    readonly productOrderItem: readonly { readonly product?: { readonly productCharacteristic?: readonly { readonly name: string; readonly value: string }[] } }[];
  }[];
  return orders.map(({ productOrderItem: [item] }) => item?.product?.productCharacteristic?.find(({ name }) => name === 'number')?.value ?? '');
};
const signatures = (caseId: string): unknown => desk.look((db) => db.prepare("SELECT kind, count(*) AS count, numbers FROM papers WHERE case_id = ? AND kind <> 'receipt' GROUP BY kind ORDER BY kind").all(caseId));

test('a collision before the case is submitted: what was signed stands, the case says what happened and goes through with the fallback', async () => {
  const ranked = numbers(4);
  const [wish = '', fallback = ''] = ranked;
  const signed = await offline(ranked, [wish], 'pay cash');
  expect([signed.agreement.status, signed.formPaper.status, signed.number?.digits]).toEqual(['signed', 'signed', wish]);
  await lineBack();
  const told = await reached(signed.caseId, 'the fallback granted', ({ number }) => number?.hold === 'granted');
  expect(told.number).toMatchObject({ digits: fallback, replaced: { digits: wish, rank: 1 } });
  expect([told.agreement.status, told.formPaper.status, told.agreement.current?.state]).toEqual(['signed', 'signed', 'current']);
  expect(told.tasks.filter(({ status }) => status !== 'done').map(({ task }) => task)).toEqual(['prepayment', 'activation']);
  expect(told.tasks.find(({ task }) => task === 'number')?.reason).toEqual({ code: 'number-replaced', facts: { rank: 1 } });
  expect((await desk.call('workbench/list', { filter: 'all' })).rows.find(({ caseId }) => caseId === told.caseId)).toMatchObject({ number: fallback, provisional: false, replaced: { digits: wish, rank: 1 } });
  expect(await events(signed.caseId, 'number-replaced')).toEqual([{ from: wish, number: fallback, rank: 1, papers: 'stand' }]);

  await driveCase(desk.call, told, ordinaryPlan(sequence));
  const done = await completed(signed.caseId);
  expect([done.number?.digits, done.number?.replaced, await ordered(done.caseNo)]).toEqual([fallback, null, [fallback]]);
  const list = JSON.stringify(ranked);
  expect(signatures(signed.caseId)).toEqual([{ kind: 'agreement', count: 1, numbers: list }, { kind: 'form', count: 1, numbers: list }]);
  // The receipt was made after the collision: it names the number that the customer gets, and calls it sure.
  const receipt = desk.look((db) => db.prepare("SELECT content FROM papers WHERE kind = 'receipt' AND case_id = ?").get(signed.caseId)) as { readonly content: string };
  expect((JSON.parse(receipt.content) as { readonly number: unknown }).number).toEqual({ digits: fallback, provisional: false });
});

test('two collisions after it was submitted offline: the waiting order follows down the list and only the granted number is ordered', async () => {
  const ranked = numbers(4);
  const submitted = await offline(ranked, ranked.slice(0, 2));
  expect(submitted.state).toBe('acknowledged');
  await lineBack();
  const done = await completed(submitted.caseId);
  expect([done.number?.digits, await ordered(done.caseNo)]).toEqual([ranked[2], [ranked[2]]]);
  expect((await events(done.caseId, 'number-replaced')).map(({ from, number, rank }) => [from, number, rank])).toEqual([[ranked[0], ranked[1], 1], [ranked[1], ranked[2], 2]]);
  expect((await events(done.caseId, 'state-changed')).map(({ to }) => to)).toEqual(['inProgress', 'completed']);
  expect(done.activation?.history.map(({ code }) => code)).toEqual(['submitted', 'number-replaced', 'number-replaced', 'acknowledged', 'inProgress', 'completed']);
  expect(done.activation?.dueDate).toBe(submitted.activation?.dueDate);
});

test('with the whole list taken the case is the hall\'s again, nothing was ordered, and a number outside the list needs a new signature', async () => {
  const ranked = numbers(3);
  const submitted = await offline(ranked, ranked);
  await lineBack();
  const back = await reached(submitted.caseId, 'back', ({ state, number }) => state === 'draft' && number?.hold === 'lost');
  expect([back.number?.digits, back.number?.replaced]).toEqual([ranked[2], null]);
  expect(await events(back.caseId, 'number-lost')).toEqual([{ number: ranked[2] }]);
  expect(await ordered(back.caseNo)).toEqual([]);
  const [other = ''] = numbers(1);
  const { view } = await desk.call('numbers/hold', { caseId: back.caseId, digits: other });
  expect([view.number?.digits, view.number?.replaced, view.agreement.status, view.formPaper.status]).toEqual([other, null, 'outdated', 'outdated']);
});

test('another list with the same first choice is not what was signed', async () => {
  const [wish = '', signedFor = '', another = ''] = numbers(3);
  const signed = await offline([wish, signedFor], [], 'print agreement');
  const repicked = await desk.call('numbers/pick-provisional', { caseId: signed.caseId, ranked: [wish, another] });
  expect([repicked.agreement.status, repicked.formPaper.status]).toEqual(['outdated', 'outdated']);
});

test('a plan that one of the fallbacks cannot have is not sold for the list: the customer would have signed for what cannot be', async () => {
  const without = free.find((digits) => !digits.includes('010')) ?? '';
  const withAreaCode = '4006120103';
  expect(gradeNumber(withAreaCode, numberRules).grade).toBe(9);
  const { caseId } = await driveCase(desk.call, await desk.call('cases/create', undefined), ordinaryPlan(sequence += 1), 'hold number');
  const offer = async (): Promise<unknown> => (await desk.call('plans/list', { caseId })).offers.find(({ planId }) => planId === 'area-code-special')?.refusal;
  await carrier.stop('SIGKILL');
  await desk.call('numbers/pick-provisional', { caseId, ranked: [withAreaCode] });
  expect(await offer()).toBeNull();
  await desk.call('plans/choose', { caseId, planId: 'area-code-special', addOnIds: [], minimumLi: null, terminals: null, reason: '客户指定' });
  const listed = await desk.call('numbers/pick-provisional', { caseId, ranked: [withAreaCode, without] });
  expect([listed.plan?.allowed, listed.tasks.find(({ task }) => task === 'plan')?.reason?.code]).toEqual([false, 'plan-not-allowed']);
  expect(await offer()).toMatchObject({ code: 'number-lacks-area-code' });
});

test('a table published in between does not change what was signed: the fallback keeps grade and amounts of the list', async () => {
  const ranked = numbers(2);
  const [wish = '', fallback = ''] = ranked;
  const submitted = await offline(ranked, [wish]);
  await makeSpecial(desk.call, fallback);
  await desk.signIn('WJ0127');
  await lineBack();
  const done = await completed(submitted.caseId);
  expect([done.number?.digits, done.number?.grade, done.payments.dueLi, done.agreement.status]).toEqual([fallback, 9, submitted.payments.dueLi, 'signed']);
});

type Collision = { readonly ranked: readonly string[]; readonly gone: readonly string[] };

/** Every pattern of which fallbacks are gone as well, the one with none left included. */
const collision = (at: number): Collision => {
  const ranked = numbers(4);
  return { ranked, gone: ranked.filter((_, rank) => rank === 0 || ((at >> (rank - 1)) & 1) === 1) };
};

/** All of them signed and submitted with the carrier down; how each stands when the line was back and nobody did anything. */
async function settledAlone(round: readonly Collision[]): Promise<readonly CaseView[]> {
  const elsewhere = [];
  for (const digits of round.flatMap(({ gone }) => gone)) elsewhere.push(await takenElsewhere(digits));
  await carrier.stop('SIGKILL');
  const submitted: CaseView[] = [];
  for (const { ranked } of round) submitted.push(await driveCase(desk.call, await desk.call('cases/create', undefined), { ...ordinaryPlan(sequence += 1), offlinePick: ranked }));
  await lineBack();
  const settled: CaseView[] = [];
  for (const { caseId } of submitted) settled.push(await reached(caseId, 'settled', ({ state, number }) => state === 'completed' || (state === 'draft' && number?.hold === 'lost')));
  // A hall holds a hundred numbers at most.
  for (const id of elsewhere) await carrier.post('/tmf-api/resourceReservation/v4/cancelResourceReservation', releaseBody(id, crypto.randomUUID()), otherHall);
  return settled;
}

test(`of ${collisions} collisions each with a free fallback is completed without a revisit, with the first free one`, async () => {
  const all = Array.from({ length: collisions }, (_, at) => collision(at));
  const ends: CaseView[] = [];
  for (let from = 0; from < all.length; from += 25) ends.push(...await settledAlone(all.slice(from, from + 25)));
  const expected = all.map(({ ranked, gone }) => ranked.find((digits) => !gone.includes(digits)));
  expect(await Promise.all(ends.map(async ({ state, number, caseNo }) => [state, number?.digits, await ordered(caseNo)]))).toEqual(
    expected.map((digits, at) => (digits === undefined ? ['draft', all[at]?.ranked[3], []] : ['completed', digits, [digits]])));
  process.stdout.write(`${JSON.stringify({ campaign: 'fallbacks', collisions, withFreeFallback: expected.filter((digits) => digits !== undefined).length, withoutRevisit: ends.filter(({ state }) => state === 'completed').length })}\n`);
}, 60_000 + collisions * 10_000);

test('a number from the block has no list: nothing replaces it', async () => {
  await until('online', async () => (await desk.call('outbox/status', undefined)).state === 'online');
  await desk.call('leases/grant', undefined);
  const lent = desk.look((db) => (db.prepare('SELECT numbers FROM leases').get() as { readonly numbers: string }).numbers);
  const [wish = ''] = JSON.parse(lent) as readonly string[];
  const submitted = await offline([wish, ...numbers(2)], []);
  expect([submitted.number?.hold, submitted.number?.replaced]).toEqual(['leased', null]);
  expect(signatures(submitted.caseId)).toEqual([{ kind: 'agreement', count: 1, numbers: JSON.stringify([wish]) }, { kind: 'form', count: 1, numbers: JSON.stringify([wish]) }]);
  await lineBack();
  expect((await completed(submitted.caseId)).number?.digits).toBe(wish);
});
