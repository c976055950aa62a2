import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gradeNumber } from '#domain/number/grade-number.ts';
import { parseNumberQuery, type NumberQuery } from '#domain/number/number-query.ts';
import { encodePoolSnapshot, SEGMENT_BYTES, SEGMENT_SIZE } from '#domain/number/pool-snapshot.ts';
import { deflate } from '../../src-main/pool/deflate.ts';
import { openPool } from '../../src-main/pool/open-pool.ts';
import { buildSearchIndex, type SearchIndex } from '../../src-main/pool/search-index.ts';
import { loadReference } from '../../src-main/reference/load-reference.ts';
import { type BenchLine, median, percentile, round } from './bench-line.ts';
import { scanPool, type PackedPool } from './typed-array-scan.ts';

const QUESTIONS = [
  '', '4006', '4000', '400600', '400666', '1688', '888', '518', '8', '88 66', '*888', '*8888', '*1688', '1688结尾', '6*8', '4006*8888', '4006??8899', '4006??AABB', '4006??AABB 不含4', 'AABB',
  'ABAB', 'ABBA', 'AAA', 'AAAA', 'ABCABC', 'AAABBB', 'AABBCC', 'ABCD', 'ABCDE', '不含4', '不含47', '不含4 不含7 含8', '含8 含6 含9', '199?', '20??结尾', '1?8', '6?6?6', '三级', '靓号 不含4', '普通 1314',
];
const ROUNDS = 9;
const PAGE = 20;

const reference = loadReference(resolve(import.meta.dirname, '../../resources/reference'));

/** A pool with three numbers in ten gone: blocks of a hundred that halls hold, and single ones. */
function busyPool(heads: readonly string[]): Uint8Array {
  const busy = new Uint8Array(heads.length * SEGMENT_BYTES);
  let seed = 400;
  const random = (): number => (seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
  for (let block = 0; block < busy.length * 8; block += 100) {
    const held = random() < 0.15;
    for (let place = block; place < block + 100; place += 1) if (held || random() < 0.18) busy[place >>> 3]! |= 1 << (place & 7);
  }
  return busy;
}
const isFree = (busy: Uint8Array, place: number): boolean => ((busy[place >>> 3] as number) & (1 << (place & 7))) === 0;

function packInRankOrder(index: SearchIndex, heads: readonly string[], rules: Parameters<typeof gradeNumber>[1], busy: Uint8Array): { readonly pool: PackedPool; readonly digits: readonly string[] } {
  index.reload(() => false);
  const all = index.search({ terms: [], grades: [] }, { offset: 0, limit: heads.length * SEGMENT_SIZE }).page.map((hit) => hit.digits);
  index.reload((segment, suffix) => !isFree(busy, segment * SEGMENT_SIZE + suffix));
  return {
    digits: all,
    pool: {
      packed: Uint32Array.from(all, (digits) => Number.parseInt(digits.slice(3), 16)),
      grade: Uint8Array.from(all, (digits) => gradeNumber(digits, rules).grade),
      free: Uint8Array.from(all, (digits) => (isFree(busy, heads.indexOf(digits.slice(0, 4)) * SEGMENT_SIZE + Number(digits.slice(4))) ? 1 : 0)),
    },
  };
}

/** Index and scan take turns in one process; both must give the same count, counts per grade and page. */
export async function runBench(): Promise<readonly BenchLine[]> {
  if (!reference.ok) throw new Error(JSON.stringify(reference.error));
  const { numberRules: rules, gradeTable, segments, policy } = reference.value;
  const heads = segments.filter(({ orderable }) => orderable).map(({ head }) => head);
  const queries = QUESTIONS.map((text): NumberQuery => {
    const query = parseNumberQuery(text, segments);
    if (!query.ok) throw new Error(`${text}: ${query.error.code}`);
    return query.value;
  });
  const busy = busyPool(heads);
  const begunBuild = performance.now();
  const index = buildSearchIndex(heads, rules);
  index.reload((segment, suffix) => !isFree(busy, segment * SEGMENT_SIZE + suffix));
  const buildMs = performance.now() - begunBuild;
  const { pool, digits } = packInRankOrder(index, heads, rules, busy);
  const fast: number[][] = queries.map(() => []);
  const slow: number[][] = queries.map(() => []);
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    queries.forEach((query, at) => {
      const began = performance.now();
      const found = index.search(query, { offset: 0, limit: PAGE });
      const between = performance.now();
      const scanned = scanPool(pool, query, PAGE);
      fast[at]!.push(between - began);
      slow[at]!.push(performance.now() - between);
      const same = found.total === scanned.total && [...found.perGrade.values()].join() === scanned.perGrade.join() && found.page.map((hit) => hit.digits).join() === scanned.page.map((place) => digits[place]).join();
      if (!same) throw new Error(`index and scan differ on "${QUESTIONS[at]}"`);
    });
  }
  const fastMedians = fast.map(median);
  const slowMedians = slow.map(median);
  const lines: BenchLine[] = [
    { bench: 'search', name: 'query-2m-median', value: round(median(fastMedians)), unit: 'ms', baseline: round(median(slowMedians)), ratio: round(median(slowMedians) / median(fastMedians)) },
    { bench: 'search', name: 'query-2m-p95', value: round(percentile(fastMedians, 0.95)), unit: 'ms', baseline: round(percentile(slowMedians, 0.95)), ratio: round(percentile(slowMedians, 0.95) / percentile(fastMedians, 0.95)) },
    { bench: 'search', name: 'query-2m-slowest', value: round(Math.max(...fastMedians)), unit: 'ms' },
    { bench: 'search', name: 'build-index', value: round(buildMs), unit: 'ms' },
  ];
  return [...lines, ...(await benchWorker(heads, busy, queries, { rules, gradeTable, prepay: policy.tariff.prepay }))];
}

type Tables = Pick<Parameters<typeof openPool>[0], 'rules' | 'gradeTable' | 'prepay'>;

async function benchWorker(heads: readonly string[], busy: Uint8Array, queries: readonly NumberQuery[], tables: Tables): Promise<readonly BenchLine[]> {
  const dir = mkdtempSync(join(tmpdir(), 'bench-pool-'));
  const open = () => openPool({ workerUrl: new URL('../../src-main/pool/search-worker.ts', import.meta.url), dir, heads, now: Date.now, ...tables });
  const bytes = encodePoolSnapshot({ cursor: 1, segments: heads.map((head, at) => ({ head, busy: busy.slice(at * SEGMENT_BYTES, (at + 1) * SEGMENT_BYTES) })) }, deflate);
  try {
    const first = await open();
    await first.loadSnapshot(bytes);
    await first.close();
    const begun = performance.now();
    const pool = await open();
    const openedMs = performance.now() - begun;
    await pool.search(queries[0] as NumberQuery, { offset: 0, limit: PAGE });
    const firstAnswerMs = performance.now() - begun;
    const trips: number[] = [];
    for (let turn = 0; turn < ROUNDS; turn += 1) {
      for (const query of queries) {
        const began = performance.now();
        await pool.search(query, { offset: 0, limit: PAGE });
        trips.push(performance.now() - began);
      }
    }
    const batches: number[] = [];
    for (let turn = 0; turn < 30; turn += 1) {
      const changes = Array.from({ length: 1000 }, (_, at) => ({ digits: `4006${String((at * 991 + turn) % SEGMENT_SIZE).padStart(6, '0')}`, free: (at + turn) % 2 === 0 }));
      const began = performance.now();
      await pool.apply(changes, turn + 2);
      batches.push(performance.now() - began);
    }
    await pool.close();
    return [
      { bench: 'search', name: 'worker-round-trip-median', value: round(median(trips)), unit: 'ms' },
      { bench: 'search', name: 'worker-round-trip-p95', value: round(percentile(trips, 0.95)), unit: 'ms' },
      { bench: 'search', name: 'open-mirror', value: round(openedMs), unit: 'ms' },
      { bench: 'search', name: 'cold-start-to-first-answer', value: round(firstAnswerMs), unit: 'ms' },
      { bench: 'search', name: 'apply-1000-changes-durably', value: round(median(batches)), unit: 'ms' },
      { bench: 'search', name: 'snapshot', value: round(bytes.length / (heads.length * SEGMENT_SIZE)), unit: 'bytes/number' },
    ];
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
