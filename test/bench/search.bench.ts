import { resolve } from 'node:path';
import { looksSpecial } from '#domain/number/meaning/looks-special.ts';
import { EVERY_NUMBER } from '#domain/number/query/number-query.ts';
import { GRADES } from '#domain/number/grade/number-rules.ts';
import type { Segment } from '#domain/number/number.ts';
import { SEGMENT_SIZE } from '#domain/number/pool-snapshot.ts';
import { hallStandard, numberConditions } from '#domain/tariff/number-conditions.ts';
import { nearMisses } from '../../src-main/pool/search/near-misses.ts';
import { buildSearchIndex, type SearchIndex } from '../../src-main/pool/search/search-index.ts';
import { warmUp } from '../../src-main/pool/search/warm-up.ts';
import { loadReference, type Reference } from '../../src-main/reference/load-reference.ts';
import { type BenchLine, median, percentile, round } from './bench-line.ts';
import { busyPool, isBusy } from './bench-pool.ts';
import { benchMirror } from './mirror-bench.ts';
import { type BenchQuestion, benchQuestions, HOPELESS, readQuery } from './search-set.ts';
import { type GlobSearch, sqliteGlob } from './sqlite-glob.ts';

const ROUNDS = 5;
const TEN_HEADS = Array.from({ length: 10 }, (_, digit) => `400${digit}`);

/** The index and SQLite take turns in one process and must give the same count, counts per grade and page; then growth, memory, mirror and cold start. */
export async function runBench(): Promise<readonly BenchLine[]> {
  const loaded = loadReference(resolve(import.meta.dirname, '../../resources/reference'));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  const reference = loaded.value;
  const heads = reference.segments.filter(({ orderable }) => orderable).map(({ head }) => head);
  const questions = benchQuestions(reference.segments);
  const busy = busyPool(heads);
  const index = builtIndex(heads, reference, busy);
  const lines = [...compare(index, sameInSqlite(index, heads, reference, busy), questions), ...nearMissTimes(index, reference.segments)];
  const grown = builtIndex(TEN_HEADS, reference, busyPool(TEN_HEADS));
  return [...lines, growth(index, grown, questions), { bench: 'search', name: 'index 2M', value: round(index.bytes / 1e6), unit: 'MB' }, ...(await benchMirror(heads, reference, busy))];
}

function builtIndex(heads: readonly string[], { catalogue, numberRules, gradeTable, policy }: Reference, busy: Uint8Array): SearchIndex {
  const index = buildSearchIndex(heads, numberRules, { gradeTable, standard: hallStandard(catalogue, policy.tariff.prepay) });
  index.reload((segment, suffix) => isBusy(busy, segment * SEGMENT_SIZE + suffix));
  index.readLooks(2 * SEGMENT_SIZE);
  warmUp(index);
  return index;
}

/** SQLite gets the numbers in the index's own order, as its rank. */
function sameInSqlite(index: SearchIndex, heads: readonly string[], { catalogue, numberRules, gradeTable, policy }: Reference, busy: Uint8Array): GlobSearch {
  const placeOf = (digits: string): number => heads.indexOf(digits.slice(0, 4)) * SEGMENT_SIZE + Number(digits.slice(4));
  index.reload(() => false);
  const all = index.search(EVERY_NUMBER, { offset: 0, limit: heads.length * SEGMENT_SIZE }).page;
  index.reload((segment, suffix) => isBusy(busy, segment * SEGMENT_SIZE + suffix));
  const costs = new Map(GRADES.map((grade) => [grade, numberConditions(grade, 0, gradeTable, hallStandard(catalogue, policy.tariff.prepay))]));
  return sqliteGlob(all.map(({ digits, grade }) => {
    const { minimumLi, prepayLi } = costs.get(grade)!;
    return { digits, grade, suffix: Number(digits.slice(4)), score: 0, minimumLi, prepayLi, looks: looksSpecial(digits, numberRules), free: !isBusy(busy, placeOf(digits)) };
  }));
}

function compare(index: SearchIndex, glob: GlobSearch, questions: readonly BenchQuestion[]): readonly BenchLine[] {
  const ours: number[][] = questions.map(() => []);
  const theirs: number[][] = questions.map(() => []);
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    questions.forEach(({ name, query, page }, at) => {
      const began = performance.now();
      const found = index.search(query, page);
      const between = performance.now();
      const scanned = glob(query, page);
      ours[at]!.push(between - began);
      theirs[at]!.push(performance.now() - between);
      const same = found.total === scanned.total && [...found.perGrade].join() === scanned.perGrade.join() && found.page.map(({ digits }) => digits).join() === scanned.page.join();
      if (!same) throw new Error(`index and SQLite differ on "${name}"`);
    });
  }
  const [fast, slow] = [ours.map(median), theirs.map(median)];
  if (process.env['BENCH_EACH'] === '1') questions.forEach(({ name }, at) => process.stderr.write(`${name.padEnd(16)} ${round(fast[at] as number)} ms, SQLite ${round(slow[at] as number)} ms\n`));
  return [
    { bench: 'search', name: 'p95 2M', value: round(percentile(fast, 0.95)), unit: 'ms' },
    { bench: 'search', name: 'median 2M', baseline: 'sqlite-glob', ratio: round(median(slow) / median(fast)) },
    { bench: 'search', name: 'median query 2M', value: round(median(fast)), unit: 'ms', baseline: round(median(slow)), ratio: round(median(slow) / median(fast)) },
    { bench: 'search', name: 'slowest to median 2M', value: round(Math.max(...fast) / median(fast)), unit: 'times' },
  ];
}

function nearMissTimes(index: SearchIndex, segments: readonly Segment[]): readonly BenchLine[] {
  const wishes = HOPELESS.map((text) => readQuery(text, segments));
  const times = wishes.map((query) => median(Array.from({ length: ROUNDS }, () => {
    const began = performance.now();
    const { nearMisses: near } = nearMisses(index, query, {});
    if (near.length < 10) throw new Error('fewer than ten near misses');
    return performance.now() - began;
  })));
  return [{ bench: 'search', name: 'near misses median', value: round(median(times)), unit: 'ms' }, { bench: 'search', name: 'near misses slowest', value: round(Math.max(...times)), unit: 'ms' }];
}

/** The same questions to two million and to ten, in turns. */
function growth(small: SearchIndex, large: SearchIndex, questions: readonly BenchQuestion[]): BenchLine {
  const times = [small, large].map(() => questions.map((): number[] => []));
  for (let turn = 0; turn < ROUNDS + 1; turn += 1) {
    questions.forEach(({ query, page }, at) => [small, large].forEach((index, which) => {
      const began = performance.now();
      index.search(query, page);
      if (turn > 0) times[which]![at]!.push(performance.now() - began);
    }));
  }
  const [two, ten] = times.map((each) => median(each.map(median))) as [number, number];
  return { bench: 'search', name: '2M to 10M', value: round(ten / two), unit: 'times' };
}
