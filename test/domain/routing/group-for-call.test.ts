import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Weekday } from '#domain/calendar/plain-date.ts';
import { groupForCall } from '#domain/routing/group-for-call.ts';
import { emptyForm, type RoutingForm, type TimeRule } from '#domain/routing/routing-form.ts';
import { expectedShares, strategyBehaviour } from '#domain/routing/strategy.ts';
import { firstOverlap } from '#domain/routing/week-window.ts';

const rule = (id: string, weekdays: readonly number[], from: string, to: string, groupId = 'day'): TimeRule => ({ id, name: id, weekdays, from, to, groupId });
const form = (timeRules: readonly TimeRule[], defaultGroupId = 'rest'): RoutingForm => ({
  ...emptyForm, timeRules, defaultGroupId, groups: ['day', 'night', 'rest'].map((id) => ({ id, name: id, strategy: 'roundRobin', destinationIds: ['d1'] })),
});
const clock = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
const reached = (routing: RoutingForm, weekday: Weekday, time: string) => {
  const target = groupForCall(routing, { weekday, minuteOfDay: clock(time) });
  return target.kind === 'group' ? target.group.id : target.kind;
};

describe('the group that a call reaches', () => {
  const night = form([rule('n', [5], '22:00', '06:00', 'night'), rule('d', [1, 2, 3, 4, 5], '08:30', '18:00')]);

  test.each<[Weekday, string, string]>([
    [1, '08:29', 'rest'], [1, '08:30', 'day'], [1, '17:59', 'day'], [1, '18:00', 'rest'], [5, '21:59', 'rest'], [5, '22:00', 'night'], [5, '23:59', 'night'],
    [6, '00:00', 'night'], [6, '05:59', 'night'], [6, '06:00', 'rest'], [5, '05:00', 'rest'], [7, '12:00', 'rest'],
  ])('weekday %i at %s: %s', (weekday, time, groupId) => {
    expect(reached(night, weekday, time)).toBe(groupId);
  });

  test('Sunday night goes on into Monday', () => {
    const sunday = form([rule('n', [7], '22:00', '06:00', 'night')]);
    expect([reached(sunday, 7, '22:00'), reached(sunday, 1, '05:59'), reached(sunday, 1, '06:00'), reached(sunday, 7, '05:00')]).toEqual(['night', 'night', 'rest', 'rest']);
  });

  test('24:00 ends the day, not the next one', () => {
    const day = form([rule('d', [3], '00:00', '24:00')]);
    expect([reached(day, 2, '23:59'), reached(day, 3, '00:00'), reached(day, 3, '23:59'), reached(day, 4, '00:00')]).toEqual(['rest', 'day', 'day', 'rest']);
  });

  test('the first rule of the form wins where two meet, and is named', () => {
    const both = form([rule('a', [1], '08:00', '12:00'), rule('b', [1], '08:00', '18:00', 'night')]);
    expect(groupForCall(both, { weekday: 1, minuteOfDay: clock('09:00') })).toMatchObject({ kind: 'group', group: { id: 'day' }, ruleId: 'a' });
    expect(groupForCall(both, { weekday: 1, minuteOfDay: clock('12:00') })).toMatchObject({ kind: 'group', group: { id: 'night' }, ruleId: 'b' });
  });

  test('a default may be an end, and what leads nowhere reaches nobody', () => {
    expect(groupForCall(form([], 'voicemail'), { weekday: 1, minuteOfDay: 0 })).toEqual({ kind: 'voicemail', ruleId: null });
    expect(groupForCall(form([rule('x', [1], '00:00', '24:00', 'gone')]), { weekday: 1, minuteOfDay: 0 })).toEqual({ kind: 'nobody', ruleId: 'x' });
    expect(groupForCall(form([], ''), { weekday: 1, minuteOfDay: 0 })).toEqual({ kind: 'nobody', ruleId: null });
  });

  test('a minute-by-minute walk through the week agrees with a plain reading of the rule', () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    const text = (value: number) => `${String(Math.floor(value / 60)).padStart(2, '0')}:${String(value % 60).padStart(2, '0')}`;
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 7 })), minute, fc.integer({ min: 0, max: 1440 }), (weekdays, from, to) => {
      const routing = form([rule('r', weekdays, text(from), text(to))]);
      for (let at = 0; at < 7 * 1440; at += 7) {
        const weekday = (Math.floor(at / 1440) + 1) as Weekday;
        const ofDay = at % 1440;
        const yesterday = weekday === 1 ? 7 : weekday - 1;
        const held = from < to ? weekdays.includes(weekday) && ofDay >= from && ofDay < to
          : from > to && ((weekdays.includes(weekday) && ofDay >= from) || (weekdays.includes(yesterday) && ofDay < to));
        if ((reached(routing, weekday, text(ofDay)) === 'day') !== held) throw new Error(`${weekdays.join()} ${text(from)}–${text(to)} at ${weekday} ${text(ofDay)}`);
      }
    }), { numRuns: 40 });
  });

  test('two rules overlap exactly when some minute reaches both', () => {
    const hour = fc.integer({ min: 0, max: 23 }).map((value) => `${String(value).padStart(2, '0')}:00`);
    const any = fc.tuple(fc.subarray([1, 5, 6, 7], { minLength: 1 }), hour, hour).map(([weekdays, from, to]) => rule('r', weekdays, from, to));
    fc.assert(fc.property(any, any, (a, b) => {
      const meets = Array.from({ length: 168 }, (_, hourOfWeek) => hourOfWeek).find((at) => {
        const call = { weekday: (Math.floor(at / 24) + 1) as Weekday, minuteOfDay: (at % 24) * 60 };
        return [a, b].every((one) => groupForCall(form([one]), call).ruleId === 'r');
      });
      expect(firstOverlap(a, b)).toBe(meets === undefined ? null : meets * 60);
    }));
  });
});

describe('strategies', () => {
  test('are told by what they do', () => {
    expect([strategyBehaviour('roundRobin'), strategyBehaviour('priority'), strategyBehaviour('random')]).toEqual(['shared-evenly-in-turn', 'first-free-in-order-rings', 'picked-at-random']);
  });

  test('three phones in turn share 334, 333, 333 per mille', () => {
    expect(expectedShares({ strategy: 'roundRobin', destinationIds: ['a', 'b', 'c'] })).toEqual([
      { destinationId: 'a', rank: 1, share: 334 }, { destinationId: 'b', rank: 2, share: 333 }, { destinationId: 'c', rank: 3, share: 333 },
    ]);
  });

  test('priority tells the order only, but one phone gets all', () => {
    expect(expectedShares({ strategy: 'priority', destinationIds: ['a', 'b'] })).toEqual([{ destinationId: 'a', rank: 1 }, { destinationId: 'b', rank: 2 }]);
    expect(expectedShares({ strategy: 'priority', destinationIds: ['a'] })).toEqual([{ destinationId: 'a', rank: 1, share: 1000 }]);
    expect(expectedShares({ strategy: 'random', destinationIds: [] })).toEqual([]);
  });

  test('shares add up to exactly 1000 and differ by at most one', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 100 }), fc.constantFrom('roundRobin' as const, 'random' as const), (count, strategy) => {
      const shares = expectedShares({ strategy, destinationIds: Array.from({ length: count }, (_, n) => `d${n}`) }).map(({ share }) => share ?? 0);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(1000);
      expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
    }));
  });
});
