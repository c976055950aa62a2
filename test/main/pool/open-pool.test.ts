import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gradeNumber } from '#domain/number/grade/grade-number.ts';
import { encodePoolSnapshot, SEGMENT_BYTES } from '#domain/number/pool-snapshot.ts';
import { EVERY_NUMBER, parseNumberQuery, type NumberQuery } from '#domain/number/query/number-query.ts';
import { hallStandard } from '#domain/tariff/number-conditions.ts';
import { deflate } from '../../../src-main/pool/deflate.ts';
import { openPool, type Pool } from '../../../src-main/pool/open-pool.ts';
import { shippedReference } from './shipped-rules.ts';

const { catalogue, numberRules, gradeTable, segments, policy } = shippedReference();
const HEADS = segments.filter(({ orderable }) => orderable).map(({ head }) => head);
const workerUrl = new URL('../../../src-main/pool/search-worker.ts', import.meta.url);
let dir: string;
let clock: number;
const open: Pool[] = [];

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'pool-'));
  clock = 1_000;
});
afterEach(async () => {
  for (const pool of open.splice(0)) await pool.close();
  rmSync(dir, { recursive: true, force: true });
});

async function start(): Promise<Pool> {
  const pool = await openPool({ workerUrl, dir, heads: HEADS, rules: numberRules, gradeTable, standard: hallStandard(catalogue, policy.tariff.prepay), now: () => clock });
  open.push(pool);
  return pool;
}
const everythingFree = (cursor: number): Uint8Array =>
  encodePoolSnapshot({ cursor, segments: HEADS.map((head) => ({ head, busy: new Uint8Array(SEGMENT_BYTES) })) }, deflate);
function read(text: string): NumberQuery {
  const query = parseNumberQuery(text, segments);
  if (!query.ok) throw new Error(query.error.code);
  return query.value;
}
const digitsOf = async (pool: Pool, text: string): Promise<readonly string[]> => {
  const reply = await pool.search(read(text), { offset: 0, limit: 20 });
  if (!reply.ok) throw new Error(reply.error.code);
  return reply.value.hits.map(({ digits }) => digits);
};

describe('the pool in its worker', () => {
  it('says that it has no snapshot, then answers with the grade of each hit', async () => {
    const pool = await start();
    expect(pool.status()).toEqual({ loaded: false, count: 0, cursor: null, syncedAt: null });
    expect(await pool.search(EVERY_NUMBER, { offset: 0, limit: 5 })).toEqual({ ok: false, error: { code: 'no-snapshot' } });
    expect(pool.isFree('4006128899')).toBe(false);
    await pool.loadSnapshot(everythingFree(7));
    expect(pool.status()).toEqual({ loaded: true, count: 2_000_000, cursor: 7, syncedAt: 1_000 });
    const reply = await pool.search(read('400-612-8899'), { offset: 0, limit: 5 });
    expect(reply).toMatchObject({
      ok: true,
      value: { total: 1, hits: [{ digits: '4006128899', grade: 6 }] },
    });
  });

  it('forgets a number that went, knows it again when it came back, and both after a restart', async () => {
    const pool = await start();
    await pool.loadSnapshot(everythingFree(1));
    expect(await digitsOf(pool, '*0088888')).toEqual(['4000088888']);
    clock = 2_000;
    await pool.apply([{ digits: '4000088888', free: false }, { digits: '4006123456', free: false }], 2);
    expect(pool.isFree('4000088888')).toBe(false);
    expect(await digitsOf(pool, '*0088888')).toEqual([]);
    await pool.apply([{ digits: '4000088888', free: true }], 3);
    expect(await digitsOf(pool, '*0088888')).toEqual(['4000088888']);
    await pool.close();
    open.length = 0;
    const again = await start();
    expect(again.status()).toEqual({ loaded: true, count: 1_999_999, cursor: 3, syncedAt: 2_000 });
    expect([again.isFree('4000088888'), again.isFree('4006123456')]).toEqual([true, false]);
    expect(await digitsOf(again, '4006123456')).toEqual([]);
  });

  it('counts what another rule table would change for the free numbers, and which of its rules win none', async () => {
    const pool = await start();
    const draft = { ...numberRules, rules: numberRules.rules.map((rule) => (rule.id === 'AABB' ? { ...rule, enabled: false } : rule.id === 'PRODUCT' ? { ...rule, enabled: true } : rule)) };
    expect(await pool.previewRules(draft)).toEqual({ ok: false, error: { code: 'no-snapshot' } });
    await pool.loadSnapshot(everythingFree(7));
    await pool.apply([{ digits: '4000132510', free: false }], 8);
    const preview = await pool.previewRules(draft);
    if (!preview.ok) throw new Error(preview.error.code);
    const { perGrade, moved, won } = preview.value;
    const by = (digits: string) => [gradeNumber(digits, numberRules).grade, gradeNumber(digits, draft).grade].join();
    const tails = Array.from({ length: 10_000 }, (_, four) => String(four).padStart(4, '0')).filter((four) => /(\d)\1(\d)\2/.test(four) || Number(four[0]) * Number(four[1]) === Number(four.slice(2)));
    const touched = HEADS.flatMap((head) => Array.from({ length: 100 }, (_, two) => head + String(two).padStart(2, '0'))).flatMap((six) => tails.map((four) => six + four)).filter((digits) => digits !== '4000132510');
    const [plain, product] = [touched.filter((digits) => by(digits) === '6,9'), touched.filter((digits) => by(digits) === '9,6')];
    expect(moved.map(({ from, to, count }) => [from, to, count])).toEqual([[6, 9, plain.length], [9, 6, product.length]]);
    expect(moved.map(({ samples }) => samples)).toEqual([plain.slice(0, 10), product.slice(0, 10)]);
    expect(perGrade.reduce((sum, { now }) => sum + now, 0)).toBe(1_999_999);
    expect(perGrade.find(({ grade }) => grade === 9)).toMatchObject({ draft: (perGrade.find(({ grade }) => grade === 9)?.now ?? 0) + plain.length - product.length });
    const never = draft.rules.filter((rule, index) => rule.enabled && !won.includes(index)).map(({ id }) => id);
    expect(never).toEqual(['AABBB']);
  });

  it('grades and orders by another table from the moment it is told', async () => {
    const pool = await start();
    await pool.loadSnapshot(everythingFree(7));
    const onlyProducts = { ...numberRules, rules: numberRules.rules.map((rule) => ({ ...rule, enabled: rule.id === 'PRODUCT' })) };
    expect(await pool.useRules(onlyProducts, gradeTable, hallStandard(catalogue, policy.tariff.prepay))).toEqual({ ok: true, value: null });
    const reply = await pool.search({ ...EVERY_NUMBER, grades: [1, 2, 3, 4, 5, 6] }, { offset: 0, limit: 5 });
    if (!reply.ok) throw new Error(reply.error.code);
    expect(reply.value.hits.map(({ digits, grade }) => [gradeNumber(digits, onlyProducts).ruleId, grade])).toEqual(Array.from({ length: 5 }, () => ['PRODUCT', 6]));
  });

  it('keeps the old pool when a new snapshot is damaged', async () => {
    const pool = await start();
    await pool.loadSnapshot(everythingFree(1));
    expect(await pool.loadSnapshot(everythingFree(2).slice(0, 60))).toMatchObject({ ok: false, error: { code: 'snapshot-damaged' } });
    expect(pool.status().cursor).toBe(1);
    expect(await digitsOf(pool, '4006128899')).toEqual(['4006128899']);
  });

  it('offers the nearest numbers of the same kind for one that is lost', async () => {
    const pool = await start();
    await pool.loadSnapshot(everythingFree(1));
    await pool.apply([{ digits: '4006128899', free: false }, { digits: '4000128899', free: false }], 2);
    const alike = await pool.alternatives('4006128899', 3);
    if (!alike.ok) throw new Error(alike.error.code);
    expect(alike.value.map(({ digits, grade }) => [gradeNumber(digits, numberRules).ruleId, grade])).toEqual([['AABB', 6], ['AABB', 6], ['AABB', 6]]);
    expect(alike.value.map(({ digits }) => digits.slice(6))).toEqual(['8899', '8899', '8899']);
    expect(alike.value.map(({ digits }) => digits)).not.toContain('4006128899');
  });

  it('finds alternatives far away when none is near', async () => {
    const pool = await start();
    await pool.loadSnapshot(everythingFree(1));
    const runs = await pool.alternatives('4006888888', 3);
    expect(runs.ok && runs.value.map(({ digits }) => gradeNumber(digits, numberRules).ruleId)).toEqual(['RUN-6', 'RUN-6', 'RUN-6']);
    // RUN-7 exists twice, 6666666 and 0000000: the rest are of its grade.
    const rare = await pool.alternatives('4006666666', 3);
    expect(rare.ok && rare.value.map(({ digits, grade }) => [gradeNumber(digits, numberRules).ruleId, grade])).toEqual([['RUN-7', 1], ['RUN-6', 1], ['RUN-6', 1]]);
  });

  it('offers what is near when nothing fits, if it is asked to', async () => {
    const pool = await start();
    await pool.loadSnapshot(everythingFree(1));
    await pool.apply([{ digits: '4006128899', free: false }], 2);
    const reply = await pool.search(read('4006128899'), { offset: 0, limit: 5, near: true });
    if (!reply.ok) throw new Error(reply.error.code);
    expect(reply.value).toMatchObject({ total: 0, hits: [], gaveUp: [] });
    expect(reply.value.nearMisses.slice(0, 2)).toEqual([{ digits: '4000128899', grade: 6, changed: [3] }, { digits: '4006228899', grade: 3, changed: [4] }]);
    expect(reply.value.nearMisses.length).toBeGreaterThanOrEqual(10);
    expect(await pool.search(read('4006128899'), { offset: 0, limit: 5 })).toMatchObject({ value: { nearMisses: [] } });
  });

  it('answers in failures, not in silence, once it is closed', async () => {
    const pool = await start();
    await pool.close();
    open.length = 0;
    expect(await pool.search(EVERY_NUMBER, { offset: 0, limit: 1 })).toEqual({ ok: false, error: { code: 'pool-unavailable', problem: 'worker ended' } });
  });
});
