import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, weekdayOf } from '#domain/calendar/plain-date.ts';
import { instantOfWall } from '#domain/calendar/shanghai-time.ts';
import { announcedCalendar, dayKind, type WorkCalendar } from '#domain/calendar/work-calendar.ts';
import { dueDate, paymentDay, workingDaysUntil } from '#domain/calendar/working-days.ts';

const due = (paidAt: string, workingDays: number) => dueDate({ paidAt, cutOff: '17:30', workingDays, calendar: announcedCalendar });

// reference/domain.md 6.7
const TABLE = [
  ['2026-08-10', '2026-08-13', '2026-08-19'],
  ['2026-09-30', '2026-10-10', '2026-10-15'],
  ['2026-02-13', '2026-02-25', '2026-03-02'],
  ['2026-02-14', '2026-02-26', '2026-03-03'],
  ['2026-05-08', '2026-05-12', '2026-05-18'],
  ['2026-09-19', '2026-09-22', '2026-09-29'],
  ['2026-09-24', '2026-09-30', '2026-10-12'],
  ['2025-09-30', '2025-10-11', '2025-10-16'],
  ['2024-02-08', '2024-02-19', '2024-02-23'],
] as const;

describe.each(['UTC', 'Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati'])('on a PC set to %s', (zone) => {
  const before = process.env['TZ'];
  beforeAll(() => { process.env['TZ'] = zone; });
  afterAll(() => { process.env['TZ'] = before; });

  test('the zone of the PC is really another one', () => {
    const offsets: Record<string, number> = { UTC: 0, 'Asia/Shanghai': -480, 'America/Los_Angeles': 480, 'Pacific/Kiritimati': -840 };
    expect(new Date('2026-01-05T00:00:00Z').getTimezoneOffset()).toBe(offsets[zone]);
  });

  test.each(TABLE)('paid on %s: three working days end %s, seven end %s', (paid, three, seven) => {
    const at = instantOfWall(paid, '10:31');
    expect(due(at, 3)).toMatchObject({ date: three, provisional: false, paymentDay: paid });
    expect(due(at, 7)).toMatchObject({ date: seven, provisional: false });
  });

  test.each([
    ['Friday 17:29', '2026-11-20T17:29:00+08:00', '2026-11-23'],
    ['Friday 17:30 sharp', '2026-11-20T17:30:00+08:00', '2026-11-23'],
    ['Friday 17:45', '2026-11-20T17:45:00+08:00', '2026-11-23'],
    ['Saturday noon', '2026-11-21T12:00:00+08:00', '2026-11-23'],
    ['Monday 17:30 sharp', '2026-11-23T17:30:00+08:00', '2026-11-24'],
    ['Monday 17:31', '2026-11-23T17:31:00+08:00', '2026-11-25'],
    ['Sunday 17:31', '2026-11-22T17:31:00+08:00', '2026-11-24'],
    ['just after midnight in Shanghai, still the day before in UTC', '2026-11-23T16:05:00Z', '2026-11-25'],
    ['a holiday', '2026-10-03T10:00:00+08:00', '2026-10-08'],
  ])('paid %s: day 1 is right', (_name, paidAt, dayOne) => {
    expect(due(paidAt, 3).countedDays[0]).toBe(dayOne);
  });

  test('every day of the announced years agrees with the notices of 2026', () => {
    const off = ['01-01', '01-02', '01-03', ...range('02-15', '02-23'), '04-04', '04-05', '04-06', ...range('05-01', '05-05'),
      '06-19', '06-20', '06-21', '09-25', '09-26', '09-27', ...range('10-01', '10-07')];
    const madeUp = ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'];
    for (let date = '2026-01-01'; date < '2027-01-01'; date = addDays(date, 1)) {
      const day = date.slice(5);
      const work = madeUp.includes(day) || (weekdayOf(date) <= 5 && !off.includes(day));
      expect([date, dayKind(date, announcedCalendar).work]).toEqual([date, work]);
    }
  });
});

describe('days that nobody announced yet', () => {
  test('from 25 December of the last known year a date is only expected', () => {
    expect(due('2026-12-21T10:00:00+08:00', 3)).toMatchObject({ date: '2026-12-24', provisional: false });
    expect(due('2026-12-22T10:00:00+08:00', 3)).toMatchObject({ date: '2026-12-25', provisional: true });
    expect(due('2026-12-28T10:00:00+08:00', 3)).toMatchObject({ date: '2026-12-31', provisional: true });
  });

  test('seven days over an unknown New Year do not count New Year’s Day', () => {
    expect(due('2026-12-28T10:00:00+08:00', 7)).toMatchObject({ date: '2027-01-07', provisional: true });
  });

  test('once a notice is known the same day becomes a promise', () => {
    const calendar: WorkCalendar = { ...announcedCalendar, lastKnownYear: 2027, isWorkday: (date) => date !== '2027-01-01' && weekdayOf(date) <= 5 };
    expect(dueDate({ paidAt: '2026-12-28', cutOff: '17:30', workingDays: 7, calendar })).toMatchObject({ date: '2027-01-07', provisional: false });
  });

  test('the guard is still needed: the package works through the Spring Festival of 2027', () => {
    const { isWorkday } = announcedCalendar;
    expect(isWorkday('2026-02-17')).toBe(false);
    expect(isWorkday('2027-02-08')).toBe(true);
  });

  test('a year before the first notice is expected too', () => {
    expect(dayKind('2003-06-04', announcedCalendar)).toEqual({ work: true, announced: false });
  });
});

describe('counting', () => {
  test('a bare date has no cut-off: the bank’s day is the day of payment', () => {
    expect(paymentDay('2026-11-23', '17:30')).toBe('2026-11-23');
  });

  test('the days counted are the strip the screen shows', () => {
    expect(due('2026-05-08T09:00:00+08:00', 3).countedDays).toEqual(['2026-05-09', '2026-05-11', '2026-05-12']);
  });

  test('days left shrink to none on the due day', () => {
    expect(workingDaysUntil('2026-09-30', '2026-10-10', announcedCalendar)).toBe(3);
    expect(workingDaysUntil('2026-10-10', '2026-10-10', announcedCalendar)).toBe(0);
    expect(workingDaysUntil('2026-10-11', '2026-10-10', announcedCalendar)).toBe(0);
  });

  test('each counted day is worked, they ascend, and paying later never gives an earlier date', () => {
    const moment = fc.integer({ min: Date.parse('2004-01-02T00:00:00Z'), max: Date.parse('2028-12-31T00:00:00Z') });
    fc.assert(fc.property(moment, moment, fc.integer({ min: 1, max: 15 }), (a, b, workingDays) => {
      const [early, late] = [a, b].toSorted((x, y) => x - y).map((ms) => due(new Date(ms).toISOString(), workingDays));
      expect(early!.countedDays).toHaveLength(workingDays);
      expect(early!.countedDays.every((date) => dayKind(date, announcedCalendar).work && date > early!.paymentDay)).toBe(true);
      expect(early!.countedDays.toSorted()).toEqual(early!.countedDays);
      expect(workingDaysUntil(early!.paymentDay, early!.date, announcedCalendar)).toBe(workingDays);
      expect(early!.date <= late!.date).toBe(true);
    }));
  });
});

function range(from: string, to: string): string[] {
  const days: string[] = [];
  for (let date = `2026-${from}`; date <= `2026-${to}`; date = addDays(date, 1)) days.push(date.slice(5));
  return days;
}
