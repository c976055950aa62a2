/** The black and white lists of the blind test oracle: section 1.3 of resources/reference/routing-rules.md, and how a time is read. */
import type { Call } from '#domain/routing/call.ts';
import type { Caller } from '#domain/routing/caller.ts';
import type { ListEntry } from '#domain/routing/routing-form.ts';

/** 1.3: a number weighs more than anything else, a prefix or an area code as much as it has digits; the first of the heaviest entries that fit. */
export function mostSpecific(list: readonly ListEntry[], call: Call): { readonly index: number; readonly weight: number } | null {
  let best: { readonly index: number; readonly weight: number } | null = null;
  for (const [index, entry] of list.entries()) {
    const digits = entryDigits(entry);
    if (digits === null || !entryHoldsCaller(entry, digits, call.caller) || !entryInForce(entry, call.at.minuteOfDay)) continue;
    const weight = entry.kind === 'number' ? 1000 : digits.length;
    if (best === null || weight > best.weight) best = { index, weight };
  }
  return best;
}

/** 1.3: number equal, prefix at the beginning, area code equal. */
function entryHoldsCaller(entry: ListEntry, digits: string, caller: Caller): boolean {
  if (entry.kind === 'area-code') return caller.areaCode !== null && caller.areaCode === digits;
  if (caller.digits === '') return false;
  if (entry.kind === 'number') return caller.digits === digits;
  return caller.digits.startsWith(digits);
}

/** 1.3: the digits that an entry says; null when it fits nobody. */
function entryDigits(entry: ListEntry): string | null {
  const text = readAway(entry.pattern);
  if (entry.kind === 'number') return asDialledAtHome(text);
  if (entry.kind === 'prefix') return /^[0-9]{3,11}$/.test(text) ? text : null;
  return isAreaCode(text) ? text : null;
}

/** 1.3: blanks and hyphens away, full width digits and plus to half width. */
function readAway(pattern: string): string {
  let text = '';
  for (const sign of pattern) {
    const code = sign.codePointAt(0) ?? 0;
    if (/\s/u.test(sign)) continue;
    // hyphen-minus; hyphen, non-breaking hyphen, figure dash, en dash, em dash, horizontal bar; minus; small em dash, small hyphen, full width hyphen
    if (code === 0x2d || (code >= 0x2010 && code <= 0x2015) || code === 0x2212 || code === 0xfe58 || code === 0xfe63 || code === 0xff0d) continue;
    if (code >= 0xff10 && code <= 0xff19) text += String(code - 0xff10);
    else if (code === 0xff0b) text += '+';
    else text += sign;
  }
  return text;
}

/** 1.3: +86 or 0086 dropped, then a landline's 0 added; a 0 before a mobile dropped; null for what is no domestic number. */
function asDialledAtHome(text: string): string | null {
  const asFromAbroad = text.startsWith('+86') || text.startsWith('0086');
  const number = asFromAbroad ? text.slice(text.indexOf('86') + 2) : text;
  if (isMobile(number)) return number;
  if (number.startsWith('0') && isMobile(number.slice(1))) return number.slice(1);
  const landline = asFromAbroad && !number.startsWith('0') ? `0${number}` : number;
  return isLandline(landline) ? landline : null;
}

const isMobile = (text: string): boolean => /^1[3-9][0-9]{9}$/.test(text);

/** An area code and a local number of 7 or 8 digits that does not begin with 0 or 1. */
const isLandline = (text: string): boolean => [3, 4].some((length) => isAreaCode(text.slice(0, length)) && /^[2-9][0-9]{6,7}$/.test(text.slice(length)));

/** 1.3: 010, 02 and one of 0–5, 7–9, or 0 and a first digit 3–9 and two more digits. */
const isAreaCode = (text: string): boolean => text === '010' || /^02[0-57-9]$/.test(text) || /^0[3-9][0-9][0-9]$/.test(text);

/** 1.3: in force at the minute. */
function entryInForce(entry: ListEntry, minute: number): boolean {
  if (entry.from === undefined || entry.from === '' || entry.to === undefined || entry.to === '') return true;
  const from = minutesOf(entry.from);
  const to = minutesOf(entry.to);
  if (from === null || to === null || from === to || from === 1440) return false;
  if (to > from) return minute >= from && minute < to;
  return minute >= from || minute < to;
}

/** `HH:MM` from 00:00 to 24:00 as minutes; null for texts that are no time. */
export function minutesOf(text: string): number | null {
  if (text === '24:00') return 1440;
  if (!/^[0-9][0-9]:[0-9][0-9]$/.test(text)) return null;
  const hours = Number(text.slice(0, 2));
  const minutes = Number(text.slice(3, 5));
  return hours <= 23 && minutes <= 59 ? hours * 60 + minutes : null;
}
