import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { announcedCalendar } from '#domain/calendar/work-calendar.ts';
import { dueDate } from '#domain/calendar/working-days.ts';
import { awaitedLi, paymentClock, receivedLi, type ClockRow } from '#domain/till/payment-clock.ts';

const cash = (amountLi: number, takenAt: string): ClockRow => ({ amountLi, state: 'received', takenAt, arrivedOn: null });
const transfer = (amountLi: number, takenAt: string, arrivedOn: string | null): ClockRow => ({ amountLi, state: arrivedOn === null ? 'awaited' : 'received', takenAt, arrivedOn });

describe('the clock starts when the amount due is fully in', () => {
  test.each<[string, number, readonly ClockRow[], string | null]>([
    ['nothing paid', 1000, [], null],
    ['nothing due', 0, [cash(1000, '2026-11-20T02:00:00Z')], null],
    ['paid at once', 1000, [cash(1000, '2026-11-20T02:00:00Z')], '2026-11-20T02:00:00.000Z'],
    ['paid in two parts, told in the wrong order', 1000, [cash(400, '2026-11-23T02:00:00Z'), cash(600, '2026-11-20T02:00:00Z')], '2026-11-23T02:00:00.000Z'],
    ['a part only', 1000, [cash(990, '2026-11-20T02:00:00Z')], null],
    ['a transfer on its way', 1000, [transfer(1000, '2026-11-20T02:00:00Z', null)], null],
    ['a transfer that arrived', 1000, [transfer(1000, '2026-11-20T02:00:00Z', '2026-11-24')], '2026-11-24'],
    ['cash on the day the transfer arrived', 1000, [cash(500, '2026-11-24T10:00:00Z'), transfer(500, '2026-11-20T02:00:00Z', '2026-11-24')], '2026-11-24T10:00:00.000Z'],
    ['cash before the transfer arrived', 1000, [cash(500, '2026-11-23T10:00:00Z'), transfer(500, '2026-11-20T02:00:00Z', '2026-11-24')], '2026-11-24'],
    ['reversed and taken again', 1000, [cash(1000, '2026-11-20T02:00:00Z'), cash(-1000, '2026-11-20T03:00:00Z'), cash(1000, '2026-11-23T02:00:00Z')], '2026-11-23T02:00:00.000Z'],
    ['reversed for good', 1000, [cash(1000, '2026-11-20T02:00:00Z'), cash(-1000, '2026-11-20T03:00:00Z')], null],
    ['more came later', 1000, [cash(1000, '2026-11-20T02:00:00Z'), cash(500, '2026-11-23T02:00:00Z')], '2026-11-20T02:00:00.000Z'],
  ])('%s', (_name, dueLi, rows, since) => {
    expect(paymentClock(dueLi, rows)).toBe(since);
  });

  test('an evening in Shanghai is still the day before the cut-off rule looks at it', () => {
    const paidAt = paymentClock(1000, [cash(1000, '2026-11-20T17:45:00+08:00')]);
    expect(dueDate({ paidAt: paidAt ?? '', cutOff: '17:30', workingDays: 3, calendar: announcedCalendar })).toMatchObject({ paymentDay: '2026-11-21', date: '2026-11-25' });
  });

  test('the order in which rows are told does not matter', () => {
    const row = fc.tuple(fc.integer({ min: -50, max: 100 }), fc.integer({ min: 0, max: 30 }), fc.boolean())
      .map(([amount, hour, isTransfer], ) => isTransfer ? transfer(amount * 10, '2026-11-01T00:00:00Z', `2026-11-${String(hour % 28 + 1).padStart(2, '0')}`) : cash(amount * 10, new Date(Date.UTC(2026, 10, 1, hour)).toISOString()));
    const distinct = fc.uniqueArray(row, { selector: ({ takenAt, arrivedOn }) => (arrivedOn === null ? Date.parse(takenAt) : Date.parse(`${arrivedOn}T00:00:00+08:00`)), maxLength: 8 });
    fc.assert(fc.property(distinct, fc.integer({ min: 1, max: 200 }), (rows, due) => {
      const since = paymentClock(due * 10, rows);
      expect(paymentClock(due * 10, rows.toReversed())).toBe(since);
      expect(since !== null).toBe(receivedLi(rows) >= due * 10);
    }));
  });

  test('received and awaited are told apart', () => {
    const rows = [cash(1000, '2026-11-20T02:00:00Z'), transfer(500, '2026-11-20T02:00:00Z', null), transfer(300, '2026-11-20T02:00:00Z', '2026-11-21')];
    expect([receivedLi(rows), awaitedLi(rows)]).toEqual([1300, 500]);
  });
});
