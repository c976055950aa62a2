import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { listLeases } from '../../../src-main/store/tables/number/lease-rows.ts';
import { trainingPassword } from '../../../src-main/services/hall/set-up.ts';
import { driveCase, driveOrdinaryCase, ordinaryPlan } from '../../support/ordinary-case.ts';
import { type RealCarrier, startRealCarrier } from '../../support/real-carrier.ts';
import { openTestConsole, type TestConsole, type TestConsoleOptions } from '../../support/test-console.ts';
import { until } from '../../support/until.ts';

let carrier: RealCarrier;
let desk: TestConsole;
let sequence = 700;
let device = 0;
const opened: TestConsole[] = [];

/** A counter PC with a token of its own, in the folder that is given or a fresh one. */
async function openDesk(options: TestConsoleOptions & { readonly as?: string } = {}): Promise<TestConsole> {
  const name = options.as ?? `desk-${device += 1}`;
  const one = await openTestConsole({ carrier: { baseUrl: carrier.baseUrl, token: `WJ.${name}.0123456789abcdef` }, ...options });
  opened.push(one);
  await one.signIn('WJ0127');
  return one;
}

beforeAll(async () => { carrier = await startRealCarrier({ hall: 'WJ', pool: 20_000 }); });
afterAll(() => carrier.dispose());
beforeEach(async () => {
  if (!(await fetch(`${carrier.baseUrl}/.well-known/hall-provisioning`).catch(() => null))) await carrier.start();
  desk = await openDesk();
  await until('online', async () => (await desk.call('outbox/status', undefined)).state === 'online');
});
afterEach(async () => {
  for (const one of opened.splice(0)) await one.dispose();
});

const plan = (offlinePick?: readonly string[]) => ({ ...ordinaryPlan(sequence += 1), ...(offlinePick ? { offlinePick } : {}) });
const numbersOf = (one: TestConsole): readonly string[] => one.look((db) => listLeases(db).at(-1)?.numbers ?? []);
const statusOf = async (digits: string): Promise<string> => ((await carrier.get(`/tmf-api/resourceInventory/v5/resource/${digits}`)) as { readonly allocationStatus: string }).allocationStatus;
const caseUpTo = async (one: TestConsole, step: string, offlinePick?: readonly string[]) => driveCase(one.call, await one.call('cases/create', undefined), plan(offlinePick), step);

test('a number picked offline from the block is sure, goes through the whole case, and the carrier honours it when it is back', async () => {
  const granted = await desk.call('leases/grant', undefined);
  expect(granted).toMatchObject({ supported: true, state: 'active', granted: 60, left: 60, picked: 0, frozenWhy: null });
  const [wish = '', other = ''] = numbersOf(desk);
  await carrier.stop('SIGKILL');
  const submitted = await driveOrdinaryCase(desk.call, plan([wish, other]));
  expect([submitted.state, submitted.number?.hold, submitted.number?.digits, submitted.number?.fallbacks]).toEqual(['acknowledged', 'leased', wish, []]);
  // Sure, so no paper calls it provisional.
  const papers = desk.look((db) => db.prepare('SELECT kind, content FROM papers').all() as { readonly kind: string; readonly content: string }[]);
  expect(papers.map(({ kind, content }) => [kind, (JSON.parse(content) as { readonly number?: { readonly provisional?: unknown } }).number?.provisional ?? false])).toEqual(expect.arrayContaining([['agreement', false], ['form', false], ['receipt', false]]));
  expect(await desk.call('leases/state', undefined)).toMatchObject({ left: 59, picked: 1, claimed: 0 });

  await carrier.start();
  const [head] = await desk.call('outbox/list', undefined);
  expect(head?.kind).toBe('claim-number');
  await desk.call('outbox/retry', { seq: head?.seq ?? 0 });
  const done = await until('completed', async () => {
    const view = await desk.call('cases/open', { caseId: submitted.caseId });
    return view.state === 'completed' ? view : null;
  });
  expect([done.number?.hold, done.number?.digits, await statusOf(wish)]).toEqual(['granted', wish, 'allocated']);
  expect((await desk.call('outbox/list', undefined)).every(({ state }) => state === 'sent')).toBe(true);
  expect((await desk.call('cases/events', { caseId: submitted.caseId })).map(({ kind }) => kind)).toEqual(expect.arrayContaining(['number-leased', 'lease-claimed']));
  expect(await desk.call('leases/state', undefined)).toMatchObject({ picked: 1, claimed: 1 });
});

test('two PCs never get one number, and neither can take one from the other\'s block', async () => {
  const other = await openDesk();
  await until('online', async () => (await other.call('outbox/status', undefined)).state === 'online');
  await Promise.all([desk.call('leases/grant', undefined), other.call('leases/grant', undefined)]);
  const [mine, theirs] = [numbersOf(desk), numbersOf(other)];
  expect(mine.filter((digits) => theirs.includes(digits))).toEqual([]);
  const view = await caseUpTo(other, 'hold number');
  expect(await other.call('numbers/hold', { caseId: view.caseId, digits: mine[0] ?? '' })).toMatchObject({ outcome: 'taken' });
});

test('a number of the block found and held online is the case\'s at once and claimed behind the scenes', async () => {
  await desk.call('leases/grant', undefined);
  const [wish = ''] = numbersOf(desk);
  await until('the mirror', async () => (await desk.call('numbers/pool-status', undefined)).loaded);
  const search = { text: '', grades: [], minimumAtMostLi: null, prepayAtMostLi: null, looksSpecial: false, leasedOnly: true, sort: 'memorable', offset: 0, limit: 200 } as const;
  const found = await desk.call('numbers/search', search);
  expect([found.total, found.hits.every(({ leased }) => leased), found.hits.some(({ digits }) => digits === wish)]).toEqual([60, true, true]);
  const view = await caseUpTo(desk, 'hold number');
  expect((await desk.call('numbers/hold', { caseId: view.caseId, digits: wish })).view.number?.hold).toBe('leased');
  const claimed = await until('claimed', async () => {
    const { number } = await desk.call('cases/open', { caseId: view.caseId });
    return number?.hold === 'granted' ? number : null;
  });
  expect(Date.parse(claimed.expiresAt ?? '') - Date.now()).toBeGreaterThan(2 * 24 * 3_600_000);
  await until('no longer offered', async () => (await desk.call('numbers/search', search)).total === 59);
});

test('a lost answer is read again: one block at the carrier, taken in once', async () => {
  const blocks = async (): Promise<number> => (await carrier.counts())['numberBlockLease'] ?? 0;
  const before = await blocks();
  await carrier.fault({ kind: 'drop', times: 1 });
  expect((await desk.refusal('leases/grant', undefined)).code).toBe('carrier-offline');
  expect([numbersOf(desk), await blocks()]).toEqual([[], before + 1]);
  await desk.call('leases/grant', undefined);
  expect([desk.look((db) => listLeases(db).length), numbersOf(desk).length, await blocks()]).toEqual([1, 60, before + 1]);
});

test('a database put back from a copy is frozen until the carrier was asked; the old block stays so and a new one may be taken', async () => {
  await desk.call('leases/grant', undefined);
  const [wish = '', next = ''] = numbersOf(desk);
  const backup = mkdtempSync(join(tmpdir(), 'backup-'));
  await desk.close();
  copyFileSync(join(desk.dir, 'hall400.db'), join(backup, 'hall400.db'));
  const again = await desk.reopen();
  opened.push(again);
  await again.signIn('WJ0127');
  const view = await caseUpTo(again, 'hold number');
  await again.call('numbers/pick-provisional', { caseId: view.caseId, ranked: [wish] });
  await again.console.idle();
  await again.close();
  await carrier.stop();
  for (const suffix of ['-wal', '-shm']) rmSync(join(desk.dir, `hall400.db${suffix}`), { force: true });
  copyFileSync(join(backup, 'hall400.db'), join(desk.dir, 'hall400.db'));
  rmSync(backup, { recursive: true });

  const restored = await again.reopen();
  opened.push(restored);
  await restored.signIn('WJ0127');
  expect(await restored.call('leases/state', undefined)).toMatchObject({ state: 'frozen', frozenWhy: 'restored', left: 0 });
  const fresh = await caseUpTo(restored, 'hold number');
  // Not from the block: it may have been promised in the life that was lost.
  expect((await restored.call('numbers/pick-provisional', { caseId: fresh.caseId, ranked: [next] })).number?.hold).toBe('provisional');
  expect((await restored.refusal('leases/grant', undefined)).code).toBe('carrier-offline');
  await carrier.start();
  await until('online', async () => (await restored.call('outbox/status', undefined)).state === 'online');
  const epoch = restored.look((db) => listLeases(db).at(-1)?.epoch ?? 0);
  await restored.call('leases/grant', undefined);
  const state = await restored.call('leases/state', undefined);
  expect([state.state, (state.epoch ?? 0) > epoch, state.left]).toEqual(['active', true, 60]);
  expect(restored.look((db) => listLeases(db).map(({ frozenWhy }) => frozenWhy))).toEqual(['restored', null]);
});

test('a kill between the commit of a pick and the side file is no restore; a database behind its side file is', async () => {
  await desk.call('leases/grant', undefined);
  const [wish = ''] = numbersOf(desk);
  const view = await caseUpTo(desk, 'hold number');
  await desk.call('numbers/pick-provisional', { caseId: view.caseId, ranked: [wish] });
  await desk.close();
  const file = join(desk.dir, 'device.mark');
  const shift = (by: number): void => {
    const mark = JSON.parse(readFileSync(file, 'utf8')) as { readonly incarnation: number };
    writeFileSync(file, JSON.stringify({ ...mark, incarnation: mark.incarnation + by }));
  };
  const stateAfter = async (by: number) => {
    shift(by);
    const again = await desk.reopen({ carrier: null });
    await again.signIn('WJ0127');
    const { state, frozenWhy } = await again.call('leases/state', undefined);
    await again.close();
    return [state, frozenWhy];
  };
  expect(await stateAfter(-1)).toEqual(['active', null]);
  expect(await stateAfter(1)).toEqual(['frozen', 'restored']);
});

test('two PCs that run one copied folder fork the journal: the carrier freezes the block and no number is sold twice', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'twin-'));
  await desk.call('leases/grant', undefined);
  await desk.close();
  cpSync(desk.dir, folder, { recursive: true });
  const token = `WJ.desk-${device}.0123456789abcdef`;
  const twins = [await openDesk({ dir: desk.dir, carrier: { baseUrl: carrier.baseUrl, token } }), await openDesk({ dir: folder, carrier: { baseUrl: carrier.baseUrl, token } })] as const;
  const [wish = ''] = numbersOf(twins[0]);
  const cases = [];
  for (const twin of twins) {
    const view = await caseUpTo(twin, 'hold number');
    expect((await twin.call('numbers/pick-provisional', { caseId: view.caseId, ranked: [wish] })).number?.hold).toBe('leased');
    await until('answered', async () => (await twin.call('outbox/list', undefined)).every(({ state }) => state === 'sent' || state === 'superseded'));
    cases.push((await twin.call('cases/open', { caseId: view.caseId })).number?.hold);
  }
  expect(cases).toEqual(['granted', 'lost']);
  for (const twin of twins) await until('frozen', async () => (await twin.call('leases/state', undefined)).frozenWhy === 'journal-forked');
  expect((await twins[0].refusal('leases/grant', undefined)).code).toBe('lease-frozen');
});

test('a folder on another machine is a copy: its block is frozen, the first machine picks on', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'copy-'));
  await desk.call('leases/grant', undefined);
  await desk.close();
  cpSync(desk.dir, folder, { recursive: true });
  await carrier.stop();
  const copy = await openDesk({ dir: folder, machine: 'another-pc' });
  expect(await copy.call('leases/state', undefined)).toMatchObject({ state: 'frozen', frozenWhy: 'copied', left: 0 });
  const first = await desk.reopen();
  opened.push(first);
  expect(await first.signIn('WJ0127').then(() => first.call('leases/state', undefined))).toMatchObject({ state: 'active', left: 60 });
});

test('closed is durable before the report: a kill in between sends the same report later and picks nothing meanwhile', async () => {
  await desk.call('leases/grant', undefined);
  const [wish = '', kept = '', unused = ''] = numbersOf(desk);
  const view = await caseUpTo(desk, 'hold number');
  await carrier.stop();
  await desk.call('numbers/pick-provisional', { caseId: view.caseId, ranked: [kept] });
  expect(await desk.call('leases/close', undefined)).toMatchObject({ state: 'closed', left: 0 });
  const again = await desk.reopen();
  opened.push(again);
  await again.signIn('WJ0127');
  const fresh = await caseUpTo(again, 'hold number');
  expect((await again.call('numbers/pick-provisional', { caseId: fresh.caseId, ranked: [wish] })).number?.hold).toBe('provisional');
  await carrier.start();
  await until('reported', async () => again.look((db) => listLeases(db).at(-1)?.reportEnd === 'closed'));
  await until('claimed', async () => (await again.call('cases/open', { caseId: view.caseId })).number?.hold === 'granted');
  expect(await Promise.all([kept, unused].map(statusOf))).toEqual(['reserved', 'available']);
});

test('a block forced by two people breaks the promise openly: the case is told and takes another number', async () => {
  const lost = await openDesk();
  await until('online', async () => (await lost.call('outbox/status', undefined)).state === 'online');
  const { epoch } = await lost.call('leases/grant', undefined);
  const [wish = ''] = numbersOf(lost);
  const view = await caseUpTo(lost, 'hold number');
  await lost.close();
  const offline = await lost.reopen({ carrier: null });
  opened.push(offline);
  await offline.signIn('WJ0127');
  await offline.call('numbers/pick-provisional', { caseId: view.caseId, ranked: [wish] });
  await offline.close();

  await desk.signIn('WJ0008');
  const order = { epoch: epoch ?? 0, reason: '电脑进水报废，无法上报', second: { staffNo: 'WJ0127', password: trainingPassword } };
  expect((await desk.call('leases/hall', undefined)).find((one) => one.epoch === order.epoch)).toMatchObject({ state: 'active', frozen: false, numbers: 60, device: expect.stringContaining('WJ.') as unknown });
  expect((await desk.refusal('leases/force', { ...order, destroyed: false })).code).toBe('lease-not-settled');
  expect((await desk.refusal('leases/force', { ...order, destroyed: true, second: { ...order.second, staffNo: 'WJ0008' } })).code).toBe('second-person-needed');
  await desk.call('leases/force', { ...order, destroyed: true });
  expect((await desk.call('leases/hall', undefined)).find((one) => one.epoch === order.epoch)?.state).toBe('forced');
  expect(await statusOf(wish)).toBe('available');

  const back = await offline.reopen({ carrier: { baseUrl: carrier.baseUrl, token: `WJ.desk-${device}.0123456789abcdef` } });
  opened.push(back);
  await back.signIn('WJ0127');
  const told = await until('told', async () => {
    const now = await back.call('cases/open', { caseId: view.caseId });
    return now.number?.hold === 'lost' ? now : null;
  });
  expect(told.tasks.find(({ task }) => task === 'number')).toMatchObject({ status: 'returned', reason: { code: 'number-lost' } });
  expect((await back.call('leases/state', undefined)).left).toBe(0);
});

test('by itself: a block comes when the line is up and few numbers are left, and one that is over goes back for a new one', async () => {
  const auto = await openDesk({ leases: 'automatic' });
  const first = await until('a block', async () => {
    const state = await auto.call('leases/state', undefined);
    return state.state === 'active' ? state : null;
  });
  expect(auto.emitted.some(({ name }) => name === 'lease/changed')).toBe(true);
  const [unused = ''] = numbersOf(auto);
  // A jump of the clock counts until the carrier is heard again: rather no pick than one too late.
  auto.clock.advance(80 * 3_600_000);
  await auto.signIn('WJ0127');
  expect((await auto.call('leases/state', undefined)).state).toBe('over');
  await carrier.advanceClock(80 * 3_600_000);
  const again = await auto.reopen();
  opened.push(again);
  await again.signIn('WJ0127');
  const second = await until('another block', async () => {
    const state = await again.call('leases/state', undefined);
    return state.epoch !== first.epoch ? state : null;
  });
  expect([second.state, again.look((db) => listLeases(db).map(({ reportEnd }) => reportEnd))]).toEqual([expect.any(String), ['closed', null]]);
  expect(numbersOf(again).includes(unused) || (await statusOf(unused)) === 'available').toBe(true);
});

test('a carrier with too few numbers to lend is told of in the clerk\'s own words', async () => {
  const small = await startRealCarrier({ hall: 'WJ', pool: 100 });
  const poor = await openDesk({ carrier: small });
  await until('online', async () => (await poor.call('outbox/status', undefined)).state === 'online');
  expect(await poor.refusal('leases/grant', undefined)).toEqual({ code: 'lease-pool-short' });
  await small.dispose();
});

test('both people are named before the carrier is asked to give a block up, and again when it has', async () => {
  const { epoch } = await desk.call('leases/grant', undefined);
  const order = { epoch: epoch ?? 0, reason: '电脑进水报废，无法上报', destroyed: true, second: { staffNo: 'WJ0127', password: trainingPassword } };
  const written = () => desk.look((db) => db.prepare("SELECT what, staff_no FROM view_log WHERE what LIKE 'lease-%' ORDER BY seq").raw().all());
  const [asked = [], forced = []] = ['lease-force-asked', 'lease-forced'].map((what) => [[what, 'WJ0008'], [what, 'WJ0127']]);
  await desk.signIn('WJ0008');
  await carrier.fault({ kind: 'drop', times: 1 });
  // The carrier has acted, the answer is lost: as after a crash in between.
  expect((await desk.refusal('leases/force', order)).code).toBe('carrier-offline');
  expect(written()).toEqual(asked);
  await until('online', async () => (await desk.call('outbox/status', undefined)).state === 'online');
  await desk.call('leases/force', order);
  expect(written()).toEqual([...asked, ...asked, ...forced]);
});
