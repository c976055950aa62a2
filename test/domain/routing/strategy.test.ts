import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { quietState } from '#domain/routing/call.ts';
import { routeCall } from '#domain/routing/route-call.ts';
import type { Strategy } from '#domain/routing/routing-form.ts';
import { expectedShares, strategyBehaviour } from '#domain/routing/strategy.ts';
import { callAt, formWith, group, limits, phone } from './routing-samples.ts';

const call = callAt();
const strategies: readonly Strategy[] = ['roundRobin', 'priority', 'random', 'ringAll', 'percentage'];
const formOf = (count: number, strategy: Strategy, shares: readonly number[] = []) => {
  const ids = Array.from({ length: count }, (_, n) => `d${n + 1}`);
  return formWith({ destinations: ids.map((id) => phone(id)), groups: [group('g1', ids, { strategy, shares })] });
};

/** mulberry32: a small generator with a full period, good enough to be judged by chi-square. */
const random = (seed: number) => () => {
  seed = (seed + 0x6D2B79F5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
};

/** Who answers each of so many calls in a row, everybody free. */
function answers(form: ReturnType<typeof formOf>, calls: number, next: () => number): number[] {
  let turns = {};
  return Array.from({ length: calls }, () => {
    const routed = routeCall(form, call, { ...quietState, turns, draws: [next()] }, limits);
    turns = routed.turns;
    return routed.outcome.kind === 'answered' ? Number(routed.outcome.destinationId.slice(1)) - 1 : -1;
  });
}

/** Probability that chi-square with so many degrees of freedom is at least x: the upper regularised gamma function by its series or continued fraction. */
function tail(x: number, freedom: number): number {
  const a = freedom / 2;
  const z = x / 2;
  const log = a * Math.log(z) - z - logGamma(a);
  if (z < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; n < 1000; n += 1) sum += term *= z / (a + n);
    return 1 - sum * Math.exp(log);
  }
  let b = z + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let n = 1; n < 1000; n += 1) {
    const an = -n * (n - a);
    b += 2;
    d = 1 / (an * d + b);
    c = b + an / c;
    h *= d * c;
  }
  return h * Math.exp(log);
}
function logGamma(value: number): number {
  const parts = [76.180091729471, -86.5053203294168, 24.01409824083091, -1.231739572450155, 0.1208650973866179e-2, -0.5395239384953e-5];
  const base = value + 5.5;
  return (value + 0.5) * Math.log(base) - base + Math.log((Math.sqrt(2 * Math.PI) * parts.reduce((sum, part, n) => sum + part / (value + n + 1), 1.000000000190015)) / value);
}
const chiSquare = (counts: readonly number[], expected: readonly number[]): number => counts.reduce((sum, count, n) => sum + (count - (expected[n] ?? 0)) ** 2 / (expected[n] ?? 1), 0);

test('the tail of chi-square is known at known points', () => {
  expect(tail(3.841, 1)).toBeCloseTo(0.05, 4);
  expect(tail(18.307, 10)).toBeCloseTo(0.05, 4);
  expect(tail(2, 4)).toBeCloseTo(0.7358, 4);
});

test('in turn, no phone of a group is more than one call ahead of another, over any window', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 200 }), fc.integer({ min: 0, max: 200 }), (count, length, from) => {
    const window = answers(formOf(count, 'roundRobin'), from + length, () => 0).slice(from);
    const counts = Array.from({ length: count }, (_, n) => window.filter((who) => who === n).length);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
  }), { numRuns: 300 });
});

test.each([1, 2, 3, 7, 20])('at random, 100,000 calls pass chi-square at every seed: %i phones', (count) => {
  if (count === 1) return expect(new Set(answers(formOf(1, 'random'), 100, random(1)))).toEqual(new Set([0]));
  const worst = Math.min(...[1, 2, 20_261_124].map((seed) => {
    const counts = Array.from({ length: count }, () => 0);
    for (const who of answers(formOf(count, 'random'), 100_000, random(seed))) counts[who] = (counts[who] ?? 0) + 1;
    return tail(chiSquare(counts, counts.map(() => 100_000 / count)), count - 1);
  }));
  return expect(worst).toBeGreaterThan(1e-6);
});

test.each([[[70, 30]], [[50, 49, 1]], [[33, 33, 33]], [[100, 0]]])('by percent, 100,000 calls pass chi-square against the shares: %j', (shares) => {
  const sum = shares.reduce((total, share) => total + share, 0);
  const counts = shares.map(() => 0);
  for (const who of answers(formOf(shares.length, 'percentage', shares), 100_000, random(7))) counts[who] = (counts[who] ?? 0) + 1;
  const used = shares.flatMap((share, n) => (share > 0 ? [n] : []));
  expect(counts.filter((_, n) => shares[n] === 0)).toEqual(shares.filter((share) => share === 0));
  if (used.length > 1) expect(tail(chiSquare(used.map((n) => counts[n] ?? 0), used.map((n) => (100_000 * (shares[n] ?? 0)) / sum)), used.length - 1)).toBeGreaterThan(1e-6);
});

test('priority always tries in order, whoever is busy or silent', () => {
  const form = formOf(8, 'priority');
  fc.assert(fc.property(fc.subarray(form.destinations.map(({ id }) => id)), fc.subarray(form.destinations.map(({ id }) => id)), (busy, silent) => {
    const { ringing } = routeCall(form, call, { ...quietState, inCall: Object.fromEntries(busy.map((id) => [id, 1])), silent }, limits);
    const free = form.destinations.map(({ id }) => id).filter((id) => !busy.includes(id));
    const first = free.findIndex((id) => !silent.includes(id));
    expect(ringing.map(({ destinationIds }) => destinationIds[0])).toEqual(free.slice(0, first < 0 ? free.length : first + 1));
  }));
});

test('strategies are told by what they do', () => {
  expect(strategies.map(strategyBehaviour)).toEqual(['shared-evenly-in-turn', 'first-free-in-order-rings', 'picked-at-random', 'all-ring-together', 'shared-by-percent']);
});

test.each([
  ['roundRobin', 3, [], [334, 333, 333]], ['random', 3, [], [334, 333, 333]], ['percentage', 2, [70, 30], [700, 300]], ['percentage', 3, [33, 33, 33], [334, 333, 333]], ['percentage', 2, [0, 100], [0, 1000]],
  ['percentage', 2, [0, 0], [0, 0]], ['priority', 2, [], [undefined, undefined]], ['ringAll', 2, [], [undefined, undefined]], ['priority', 1, [], [1000]], ['ringAll', 1, [], [1000]], ['random', 0, [], []],
] as const)('%s of %i phones, shares %j: %j per mille', (strategy, count, shares, expected) => {
  const told = expectedShares({ strategy, destinationIds: Array.from({ length: count }, (_, n) => `d${n}`), shares });
  expect(told.map(({ share }) => share)).toEqual(expected);
  expect(told.map(({ rank }) => rank)).toEqual(told.map((_, index) => index + 1));
});

test('shares add up to exactly 1000, and where all share alike they differ by at most one', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 100 }), fc.constantFrom('roundRobin' as const, 'random' as const, 'percentage' as const), (weights, strategy) => {
    const shares = expectedShares({ strategy, destinationIds: weights.map((_, n) => `d${n}`), shares: weights }).map(({ share }) => share ?? 0);
    const nothing = strategy === 'percentage' && weights.every((weight) => weight === 0);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBe(nothing ? 0 : 1000);
    if (strategy !== 'percentage') expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
  }));
});
