import { expect, test } from 'vitest';
import { holidayName } from '#domain/calendar/holiday-name.ts';

test.each([
  ['2026-09-25', '中秋'], ['2026-10-05', '国庆节'], ['2026-10-10', '国庆节'], ['2026-10-12', null], ['2026-11-28', null], ['2027-10-01', null], ['2003-10-01', null],
])('%s belongs to %s', (date, name) => { expect(holidayName(date)).toBe(name); });
