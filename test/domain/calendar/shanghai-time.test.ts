import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, ageOn, daysBetween, isPlainDate, weekdayOf } from '#domain/calendar/plain-date.ts';
import { elapsedMs, instantOfWall, isInstant, minutesOf, toInstant, wallTime } from '#domain/calendar/shanghai-time.ts';

describe('dates', () => {
  test.each([
    ['2000-02-29', true], ['1900-02-29', false], ['2026-02-29', false], ['2024-02-29', true], ['1985-02-30', false],
    ['2026-04-31', false], ['2026-13-01', false], ['2026-00-10', false], ['2026-01-00', false], ['2026-1-1', false], ['', false],
  ])('%s exists: %s', (text, exists) => {
    expect(isPlainDate(text)).toBe(exists);
  });

  test.each([['2026-11-23', 1], ['2026-11-22', 7], ['2026-11-21', 6], ['1969-12-28', 7], ['2024-02-29', 4]] as const)('%s is weekday %i', (date, weekday) => {
    expect(weekdayOf(date)).toBe(weekday);
  });

  test.each([
    ['2008-11-24', '2026-11-23', 17], ['2008-11-24', '2026-11-24', 18], ['2008-02-29', '2026-02-28', 17], ['2008-02-29', '2026-03-01', 18],
  ])('born %s is on %s of age %i', (birth, today, age) => {
    expect(ageOn(birth, today)).toBe(age);
  });

  test('adding days and counting them agree', () => {
    fc.assert(fc.property(fc.integer({ min: -40_000, max: 40_000 }), (days) => {
      expect(daysBetween('2026-11-23', addDays('2026-11-23', days))).toBe(days);
    }));
  });
});

describe('the wall clock of the hall', () => {
  test('a moment in UTC is read eight hours later', () => {
    expect(wallTime('2026-11-23T16:05:09.000Z')).toEqual({ date: '2026-11-24', time: '00:05:09', weekday: 2, minuteOfDay: 5 });
  });

  test('a wall time is stored in UTC', () => {
    expect(instantOfWall('2026-11-23', '17:30')).toBe('2026-11-23T09:30:00.000Z');
  });

  test('a text without zone is no moment', () => {
    expect([isInstant('2026-11-23T10:00:00'), isInstant('2026-11-23'), isInstant('2026-11-23T10:00+08:00')]).toEqual([false, false, true]);
    expect(() => toInstant('2026-11-23T10:00:00')).toThrow('zone');
  });

  test('reading and writing are inverse to the second', () => {
    fc.assert(fc.property(fc.integer({ min: Date.parse('1992-01-01'), max: Date.parse('2099-12-31') }), (ms) => {
      const second = Math.floor(ms / 1000) * 1000;
      const wall = wallTime(second);
      expect(elapsedMs(toInstant(second), instantOfWall(wall.date, wall.time))).toBe(0);
      expect(minutesOf(wall.time.slice(0, 5))).toBe(wall.minuteOfDay);
    }));
  });

  test('the day ends at 24:00, and no clock shows 24:01', () => {
    expect(minutesOf('24:00')).toBe(1440);
    expect(() => minutesOf('24:01')).toThrow('HH:MM');
  });
});
