import { expect, test } from 'vitest';
import { routeCall } from '#domain/routing/route-call.ts';
import { MUTANTS } from './routing/mutants.ts';
import { playRouting } from './routing/play-routing.ts';

const sample = { seed: 4, forms: 500, calls: 20 } as const;

test('the engine and the blind reference interpreter agree on 500 forms of 20 calls, step by step, and every end and decision is met', () => {
  const { calls, violations, tally } = playRouting(routeCall, sample);
  expect(violations).toEqual([]);
  expect(calls).toBe(10_000);
  const codes = [
    'answered', 'voicemail', 'fax', 'announcement closed', 'announcement busy', 'announcement no-answer', 'nobody goal-unknown', 'nobody group-empty', 'nobody menu-depth', 'refused monthly-cap', 'refused not-open', 'refused black-list',
    'refused not-white-listed', 'refused region-denied', 'refused region-not-allowed', 'refused password', 'refused concurrent-cap', 'step white-listed', 'step password-right', 'step recording-notice', 'step rule-passed', 'step rule-matched', 'step otherwise',
    'step menu-key', 'step menu-operator', 'step menu-timeout', 'step menu-invalid', 'step menu-invalid-limit', 'step phone-busy', 'step phone-rang', 'step forward-busy', 'step forward-no-answer', 'step forward-limit',
  ];
  expect(codes.filter((code) => (tally[code] ?? 0) < 10)).toEqual([]);
}, 120_000);

test.each(MUTANTS)('the campaign sees $name', ({ route }) => {
  expect(playRouting(route, { ...sample, most: 1 }).violations).toHaveLength(1);
}, 120_000);
