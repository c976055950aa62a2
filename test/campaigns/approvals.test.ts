import { describe, expect, test } from 'vitest';
import { seeded } from '../faults/campaign/seeded.ts';
import { forgeTokens } from './approvals/forge-tokens.ts';
import { openHall } from './approvals/hall.ts';
import { deciders, editsAfter, editsBefore, everyPlan, expectedOf, paths } from './approvals/plans.ts';
import { playPlan } from './approvals/play-plan.ts';
import { runMatrix } from './approvals/run-matrix.ts';

test('a sample of the matrix of deciders and edits holds, and the whole matrix names every one of them', async () => {
  const played = await runMatrix({ random: seeded(4), count: 14 });
  expect(played.violations).toEqual([]);
  expect(played.decided + played.refused).toBe(14);
  const plans = everyPlan();
  const named = (member: 'path' | 'decider' | 'before' | 'after'): ReadonlySet<string> => new Set(plans.map((plan) => plan[member]));
  expect([named('path'), named('decider'), named('before'), named('after')]).toEqual([new Set(paths), new Set(deciders), new Set(editsBefore), new Set(editsAfter)]);
  expect(plans.filter((plan) => expectedOf(plan).signed === 1).length).toBeGreaterThan(40);
}, 180_000);

test('of 650 forged tokens of every kind none is taken in, and the good one is, once', async () => {
  const forged = await forgeTokens({ random: seeded(7), count: 650 });
  expect(forged).toMatchObject({ takenIn: 0, violations: [] });
  expect(Object.values(forged.byKind).every((count) => count >= 49)).toBe(true);
}, 120_000);

describe('the campaign sees what is wrong', () => {
  test.each<[string, readonly string[], string]>([
    ['a decision by who asked', ['DROP TRIGGER approvals_four_eyes', 'DROP TRIGGER approvals_decided_once', "UPDATE approvals SET decided_by = requested_by WHERE state = 'approved'"], 'self-approval'],
    ['a decision nobody may make', ["UPDATE approvals SET state = 'requested', decided_by = NULL, decided_at = NULL, expires_at = NULL"], 'refused though allowed'],
  ])('%s', async (_what, tampering, why) => {
    const hall = await openHall(false);
    try {
      const { clerkPc } = hall;
      const tampered = { ...hall, clerkPc: { ...clerkPc, ask: (async (channel: never, request: never) => {
        const answer = await clerkPc.ask(channel, request);
        if (channel === 'approval/decide') clerkPc.look((db) => tampering.forEach((statement) => db.exec(statement)));
        return answer;
      }) as typeof clerkPc.ask } };
      const { violations } = await playPlan(tampered, { path: 'desk', decider: 'stranger', before: 'none', after: 'none' });
      expect(violations.join('\n')).toContain(why);
    } finally {
      await hall.dispose();
    }
  }, 60_000);
});
