import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { EVERY_NUMBER } from '#domain/number/query/number-query.ts';
import { encodePoolSnapshot, SEGMENT_BYTES, SEGMENT_SIZE } from '#domain/number/pool-snapshot.ts';
import { hallStandard } from '#domain/tariff/number-conditions.ts';
import { deflate } from '../../src-main/pool/deflate.ts';
import { openMirror, placeOf, type NumberChange } from '../../src-main/pool/mirror.ts';
import { openPool, type PoolOptions } from '../../src-main/pool/open-pool.ts';
import { buildSearchIndex } from '../../src-main/pool/search/search-index.ts';
import type { Reference } from '../../src-main/reference/load-reference.ts';
import { against, type BenchLine, median, percentile, round } from './bench-line.ts';
import { benchQuestions } from './search-set.ts';

const BATCHES = 50;
const TURN = 10;

/** A thousand numbers that change their state, others in each batch. */
const batch = (turn: number): readonly NumberChange[] =>
  Array.from({ length: 1000 }, (_, at) => ({ digits: `400${at % 2 === 0 ? 6 : 0}${String((at * 991 + turn * 7) % SEGMENT_SIZE).padStart(6, '0')}`, free: (at + turn) % 3 === 0 }));

/** What the mirror costs: bytes, changes in memory and on disk beside rows in SQLite, start from the stored snapshot, the way through the worker. */
export async function benchMirror(heads: readonly string[], reference: Reference, busy: Uint8Array): Promise<readonly BenchLine[]> {
  const dir = mkdtempSync(join(tmpdir(), 'bench-pool-'));
  const bytes = encodePoolSnapshot({ cursor: 1, segments: heads.map((head, at) => ({ head, busy: busy.slice(at * SEGMENT_BYTES, (at + 1) * SEGMENT_BYTES) })) }, deflate);
  const { catalogue, numberRules: rules, gradeTable, policy } = reference;
  const open = () => openPool({ workerUrl: new URL('../../src-main/pool/search-worker.ts', import.meta.url), dir: join(dir, 'pool'), heads, now: Date.now, rules, gradeTable, standard: hallStandard(catalogue, policy.tariff.prepay) } satisfies PoolOptions);
  try {
    const changes = changeTimes(dir, heads, bytes);
    const seeded = await open();
    await seeded.loadSnapshot(bytes);
    await seeded.close();
    return [
      { bench: 'search', name: 'snapshot', value: round(bytes.length / (heads.length * SEGMENT_SIZE)), unit: 'bytes/number' },
      { bench: 'search', name: '1,000 changes in memory', value: round(memoryTime(heads, reference)), unit: 'ms' },
      ...changes, ...(await workerTimes(open, reference)),
    ];
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** The mirror's log and one transaction of row updates (WAL, FULL) take turns on one disk; the rows have the one index that a search by digits among the free needs. */
function changeTimes(dir: string, heads: readonly string[], snapshot: Uint8Array): readonly BenchLine[] {
  const mirror = openMirror({ dir: join(dir, 'durable'), heads, busy: new Uint8Array(heads.length * SEGMENT_BYTES) });
  mirror.loadSnapshot(snapshot, 1);
  const db = new Database(join(dir, 'rows.db'));
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE numbers(digits INTEGER PRIMARY KEY, free INT NOT NULL) STRICT');
  const insert = db.prepare('INSERT INTO numbers VALUES (?, 1)');
  db.transaction(() => { for (const head of heads) for (let suffix = 0; suffix < SEGMENT_SIZE; suffix += 1) insert.run(Number(head) * SEGMENT_SIZE + suffix); })();
  db.exec('CREATE INDEX by_digits ON numbers(free, digits)');
  db.pragma('wal_checkpoint(TRUNCATE)');
  const update = db.prepare('UPDATE numbers SET free = ? WHERE digits = ?');
  const [log, rows]: [number[], number[]] = [[], []];
  const timed = (times: number[], work: () => void): void => {
    const began = performance.now();
    work();
    times.push(performance.now() - began);
  };
  // Ten and ten in turns: what SQLite leaves the disk to write would otherwise be waited for by each batch of the log.
  for (let block = 0; block < BATCHES; block += TURN) {
    const batches = Array.from({ length: TURN }, (_, at) => batch(block + at));
    batches.forEach((changes, at) => timed(log, () => mirror.apply(changes, block + at + 2, block + at)));
    for (const changes of batches) timed(rows, db.transaction(() => { for (const { digits, free } of changes) update.run(free ? 1 : 0, Number(digits)); }));
  }
  mirror.close();
  db.close();
  return [against('search', '1,000 changes durable', 'ms', median(log), median(rows))];
}

function memoryTime(heads: readonly string[], { numberRules, catalogue, gradeTable, policy }: Reference): number {
  const index = buildSearchIndex(heads, numberRules, { gradeTable, standard: hallStandard(catalogue, policy.tariff.prepay) });
  return median(Array.from({ length: BATCHES }, (_, turn) => {
    const places = batch(turn).map(({ digits, free }) => ({ place: placeOf(digits, heads) as number, free }));
    const began = performance.now();
    for (const { place, free } of places) index.setFree(Math.floor(place / SEGMENT_SIZE), place % SEGMENT_SIZE, free);
    return performance.now() - began;
  }));
}

async function workerTimes(open: () => ReturnType<typeof openPool>, { segments }: Reference): Promise<readonly BenchLine[]> {
  const began = performance.now();
  let [last, blocked] = [began, 0];
  const beat = setInterval(() => {
    const now = performance.now();
    blocked = Math.max(blocked, now - last - 5);
    last = now;
  }, 5);
  const pool = await open();
  await pool.search(EVERY_NUMBER, { offset: 0, limit: 20 });
  const coldMs = performance.now() - began;
  clearInterval(beat);
  const trips: number[] = [];
  for (let turn = 0; turn < 5; turn += 1) {
    for (const { query, page } of benchQuestions(segments)) {
      const asked = performance.now();
      await pool.search(query, page);
      if (turn > 0) trips.push(performance.now() - asked);
    }
  }
  await pool.close();
  return [
    { bench: 'search', name: 'cold start to first answer', value: round(coldMs), unit: 'ms' }, { bench: 'search', name: 'main blocked while it starts', value: round(blocked), unit: 'ms' },
    { bench: 'search', name: 'worker round trip median', value: round(median(trips)), unit: 'ms' }, { bench: 'search', name: 'worker round trip p95', value: round(percentile(trips, 0.95)), unit: 'ms' },
  ];
}
