import { parsePhone } from '../applicant/phone.ts';
import { halfWidth } from '../applicant/normalise-code.ts';
import type { ListEntry } from './routing-form.ts';

/** A prefix shorter than this would block a province or more. */
export const PREFIX_MIN_DIGITS = 3;

// Lists hold up to ten thousand entries, and an edit leaves all others as they are.
const read = new WeakMap<ListEntry, string | null>();

/** The entry as it is compared, or null when its pattern is none of its kind. */
export function entryDigits(entry: ListEntry): string | null {
  const known = read.get(entry);
  if (known !== undefined) return known;
  const digits = readDigits(entry);
  read.set(entry, digits);
  return digits;
}

function readDigits(entry: ListEntry): string | null {
  if (entry.kind === 'number') return numberDigits(entry.pattern);
  const digits = halfWidth(entry.pattern).replace(/[\s-]/g, '');
  if (entry.kind === 'area-code') return /^0(?:10|2[0-57-9]|[3-9]\d{2})$/.test(digits) ? digits : null;
  return digits.length >= PREFIX_MIN_DIGITS && /^\d{1,11}$/.test(digits) ? digits : null;
}

/** Kind and digits: two entries with the same key say the same. */
export function entryKey(entry: ListEntry): string | null {
  const digits = entryDigits(entry);
  return digits === null ? null : `${entry.kind} ${digits}`;
}

/** Numbers of the plan in one form (no +86, no 0 before a mobile); an extension is no caller. */
function numberDigits(pattern: string): string | null {
  if (/^1[3-9]\d{9}$/.test(pattern)) return pattern;
  const parsed = parsePhone(pattern);
  return parsed.ok && parsed.value.extension === null ? parsed.value.digits : null;
}

/** One line as people write it: `0085*` a prefix, `0316` an area code, everything else a number. */
export function typedEntry(line: string): ListEntry {
  const text = halfWidth(line).trim();
  const prefix = /^(.*?)\*+$/.exec(text)?.[1];
  if (prefix !== undefined) return { kind: 'prefix', pattern: prefix.trim().slice(0, 40) };
  return { kind: /^0\d{2,3}$/.test(text) ? 'area-code' : 'number', pattern: text.slice(0, 40) };
}

/** The entry as `typedEntry` reads it. */
export const entryText = ({ kind, pattern }: ListEntry): string => (kind === 'prefix' ? `${pattern}*` : pattern);
