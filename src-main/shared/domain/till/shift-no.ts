import { assert } from '../assert.ts';
import { isPlainDate, type PlainDate } from '../calendar/plain-date.ts';

/** Shifts of one desk on one day. */
export const lastShiftSequence = 99;

/** `RJ-990101-03-20260924-02`: hall, desk, the day on which the shift was opened, and which shift of that desk and day it is. */
export function shiftNo({ hallCode, desk, date, sequence }: { readonly hallCode: string; readonly desk: number; readonly date: PlainDate; readonly sequence: number }): string {
  assert(/^[0-9A-Z]{2,20}$/.test(hallCode) && isPlainDate(date), 'shiftNo: hall code or date');
  assert(Number.isInteger(desk) && desk >= 1 && desk <= 99 && Number.isInteger(sequence) && sequence >= 1 && sequence <= lastShiftSequence, 'shiftNo: desk and sequence are 1 to 99');
  return `RJ-${hallCode}-${String(desk).padStart(2, '0')}-${date.replaceAll('-', '')}-${String(sequence).padStart(2, '0')}`;
}
