import { utils, write } from '@e965/xlsx';
import { afterAll, expect, test } from 'vitest';
import { readCalls } from '#domain/calls/read-calls.ts';
import type { CallRecord } from '#domain/tariff/usage.ts';
import { openCallOffice } from '../../../../src-main/services/plans/calls/call-office.ts';
import { packCalls, summaryOf, unpackCalls } from '../../../../src-main/services/plans/calls/pack-calls.ts';

const office = openCallOffice(new URL('../../../../src-main/services/plans/calls/call-worker.ts', import.meta.url));
afterAll(() => office.close());

const calls: readonly CallRecord[] = [
  { at: '2026-01-31T23:59:59', seconds: 61, line: 'mobile', callerArea: null, answeredArea: '010' }, { at: '2026-02-01T00:00:00', seconds: 0, line: 'fixed', callerArea: '021', answeredArea: '010' },
  { at: '2026-03-05T08:00:01', seconds: 86_400, line: 'fixed', callerArea: '010', answeredArea: '010' },
];
const names = ['主叫号码', '通话开始时间', '通话时长(秒)', '被叫号码'];
const row = (index: number): readonly string[] =>
  [index % 3 === 0 ? `010-5920${String(index % 10_000).padStart(4, '0')}` : `139${String(index).padStart(8, '0')}`, new Date(Date.UTC(2026, 8, 1) + index * 25_000).toISOString().slice(0, 19).replace('T', ' '), String(30 + (index % 400)), '010-59206601'];
const csv = (rows: readonly (readonly string[])[]): Uint8Array => new TextEncoder().encode([names, ...rows].map((cells) => cells.join(',')).join('\n'));
const rows = (count: number): readonly (readonly string[])[] => Array.from({ length: count }, (_, index) => row(index));

test('a packed list gives the same calls back, tells what it is about without unpacking, and holds no number', () => {
  const packed = packCalls(calls);
  expect(unpackCalls(packed)).toEqual(calls);
  expect(summaryOf(packed)).toEqual({ count: 3, from: '2026-01-31', to: '2026-03-05', months: 3, seconds: 86_461, profile: { minutes: 481, localPercent: 100, mobilePercent: 0 } });
  const read = readCalls([names, ['13901002748', '2026-09-24 10:00', '65', '010-59206601']], null);
  expect(read.ok && Buffer.from(packCalls(read.value.calls)).includes('13901002748')).toBe(false);
});

test('a file is read in the thread: what was taken, what was not, from which columns', async () => {
  const broken = new TextEncoder().encode(`${names.join(',')}\n13901002748,2026-09-24 10:00,65,\n匿名,2026-09-24 10:00,65,\n`);
  const read = await office.readCallList(broken, '021');
  expect(read).toMatchObject({ ok: true, value: { ok: true, value: { taken: 1, rejected: 1, errors: [{ row: 3, code: 'bad-caller', value: '匿名' }], columns: { time: '通话开始时间', answered: '被叫号码' } } } });
  if (read.ok && read.value.ok) expect(unpackCalls(read.value.value.packed)).toEqual([{ at: '2026-09-24T10:00:00', seconds: 65, line: 'mobile', callerArea: null, answeredArea: '021' }]);
  expect(await office.readCallList(new Uint8Array([0, 1, 2]), null)).toEqual({ ok: true, value: { ok: false, error: { code: 'unreadable' } } });
});

test('what is asked while the thread ends is answered by the next; what it was at is told as stopped', async () => {
  const other = openCallOffice(new URL('../../../../src-main/services/plans/calls/call-worker.ts', import.meta.url));
  const under = other.readCallList(csv(rows(20_000)), null);
  const ending = other.close();
  const [stopped, read] = await Promise.all([under, other.readCallList(csv(rows(3)), null), ending]);
  expect([stopped, read]).toMatchObject([{ ok: false, error: { code: 'call-desk-stopped' } }, { ok: true, value: { ok: true, value: { taken: 3 } } }]);
  await other.close();
});

/** How often the main thread came round while `work` ran: a handful if it did the work itself, thousands if another thread did. */
async function turnsDuring<T>(work: Promise<T>): Promise<{ readonly value: T; readonly turns: number }> {
  let [turns, done] = [0, false];
  const turn = (): void => { turns += 1; if (!done) setImmediate(turn); };
  setImmediate(turn);
  const value = await work;
  done = true;
  return { value, turns };
}

const long = rows(100_000);

test('100,000 calls are read while the main thread goes on', async () => {
  const { value, turns } = await turnsDuring(office.readCallList(csv(long), '010'));
  expect(value).toMatchObject({ ok: true, value: { ok: true, value: { taken: 100_000, rejected: 0 } } });
  expect(turns).toBeGreaterThan(500);
});

test('the same as a workbook', async () => {
  const sheet = utils.aoa_to_sheet([names, ...long] as string[][], { dense: true });
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, '话单');
  const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer);
  const { value, turns } = await turnsDuring(office.readCallList(bytes, '010'));
  expect(value).toMatchObject({ ok: true, value: { ok: true, value: { taken: 100_000, rejected: 0 } } });
  expect(turns).toBeGreaterThan(500);
});
