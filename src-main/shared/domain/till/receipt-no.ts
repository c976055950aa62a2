import { assert } from '../assert.ts';
import { isPlainDate, type PlainDate } from '../calendar/plain-date.ts';

/** Where and when a receipt or a voucher of money given back was issued; the desk keeps PCs apart that number without the network. */
export type ReceiptOrigin = { readonly hallCode: string; readonly desk: number; readonly date: PlainDate; readonly sequence: number };

/** So many papers of money a desk can number in a day. */
export const lastReceiptSequence = 9999;

const SHAPE = /^SJ-([0-9A-Z]{2,20})-(\d{2})-(\d{4})(\d{2})(\d{2})-(\d{4})$/;

/** `SJ-990101-03-20260924-0031`: hall, desk, day, sequence of that desk on that day from 1, without a gap. */
export function receiptNo({ hallCode, desk, date, sequence }: ReceiptOrigin): string {
  assert(/^[0-9A-Z]{2,20}$/.test(hallCode) && isPlainDate(date), 'receiptNo: hall code or date');
  assert(Number.isInteger(desk) && desk >= 1 && desk <= 99, 'receiptNo: desk is 1 to 99');
  assert(Number.isInteger(sequence) && sequence >= 1 && sequence <= lastReceiptSequence, 'receiptNo: sequence is 1 to 9999');
  return `SJ-${hallCode}-${padded(desk, 2)}-${date.replaceAll('-', '')}-${padded(sequence, 4)}`;
}

/** What a receipt number says, or null when it is none. */
export function readReceiptNo(text: string): ReceiptOrigin | null {
  const [, hallCode, desk, year, month, day, sequence] = SHAPE.exec(text.trim().toUpperCase()) ?? [];
  const date = `${year}-${month}-${day}`;
  if (hallCode === undefined || !isPlainDate(date) || Number(desk) === 0 || Number(sequence) === 0) return null;
  return { hallCode, desk: Number(desk), date, sequence: Number(sequence) };
}

const padded = (value: number, width: number): string => String(value).padStart(width, '0');
