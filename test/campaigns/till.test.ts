import { afterEach, describe, expect, test, vi } from 'vitest';
import type { matchCarrier } from '#domain/till/match/match-carrier.ts';
import type { matchCases } from '#domain/till/match/match-cases.ts';
import type { matchSequence } from '#domain/till/match/match-sequence.ts';
import type { MatchedEntry, TillEvidence } from '#domain/till/match/till-evidence.ts';
import type { expectedByTender, Movement } from '#domain/till/shift-totals.ts';
import { runShifts } from './till/run-shifts.ts';

test('a sample of random shifts agrees with its rows and names exactly what was broken', async () => {
  const { violations, runs } = await runShifts({ seed: 3, count: 25 });
  expect(violations).toEqual([]);
  expect(runs).toBe(25);
}, 180_000);

/** The module as it is, to be changed in one place. */
const real = async <M>(load: () => Promise<unknown>): Promise<M> => (await load()) as M;
const believed = (rows: readonly MatchedEntry[]): readonly MatchedEntry[] => rows.map((row) => (row.heldLi === null ? row : { ...row, heldLi: row.li }));

/** A bug in one module of the domain; everything above it is the product's. */
const mutants: readonly (readonly [string, string, (load: () => Promise<unknown>) => Promise<object>, RegExp])[] = [
  ['totals that forget what went back', '#domain/till/shift-totals.ts', async (load) => {
    const module = await real<{ readonly expectedByTender: typeof expectedByTender }>(load);
    return { ...module, expectedByTender: (rows: readonly Movement[]) => module.expectedByTender(rows.filter(({ li }) => li > 0)) };
  }, /expected \w+: shown/],
  ['late items counted into the closed shift', '#domain/till/shift-totals.ts', async (load) => ({ ...(await real<object>(load)), splitLate: (rows: readonly unknown[]) => ({ booked: rows, late: [] }) }), /rows|late/],
  ['a carrier that is believed whatever its amount', '#domain/till/match/match-carrier.ts', async (load) => {
    const module = await real<{ readonly matchCarrier: typeof matchCarrier }>(load);
    return { matchCarrier: (evidence: TillEvidence) => module.matchCarrier({ ...evidence, booked: believed(evidence.booked), carriedIn: believed(evidence.carriedIn) }) };
  }, /names/],
  ['records without a row overlooked', '#domain/till/match/match-cases.ts', async (load) => {
    const module = await real<{ readonly matchCases: typeof matchCases }>(load);
    return { ...module, matchCases: (evidence: TillEvidence) => module.matchCases({ ...evidence, strays: [] }) };
  }, /names/],
  ['a gap told in no shift', '#domain/till/match/match-sequence.ts', async (load) => {
    const module = await real<{ readonly matchSequence: typeof matchSequence }>(load);
    return { ...module, matchSequence: ({ days }: Pick<TillEvidence, 'days'>) => module.matchSequence({ days }).filter(({ code }) => code !== 'receipt-gap') };
  }, /names/],
  ['anybody may stand for a shift', '#domain/till/close-shift.ts', async (load) => ({ ...(await real<object>(load)), mayAuthorise: () => true }), /was not refused/],
];

describe('the campaign sees', () => {
  afterEach(() => {
    for (const [, module] of mutants) vi.doUnmock(module);
    vi.resetModules();
  });
  test.each(mutants)('%s', async (_what, module, mutate, named) => {
    vi.resetModules();
    vi.doMock(module, mutate);
    const mutated = await import('./till/run-shifts.ts');
    const said = await mutated.runShifts({ seed: 6, count: 60 }).then(({ violations }) => violations.join('\n'), (error: unknown) => String(error));
    expect(said).toMatch(named);
  }, 120_000);
});
