import { clockMinutes } from './week-window.ts';
import type { Caller } from './caller.ts';
import { entryDigits } from './list-entry.ts';
import type { ListEntry } from './routing-form.ts';

/** A list's entries by what they are compared with; places of the entries, in their order. */
type ListIndex = {
  readonly numbers: ReadonlyMap<string, readonly number[]>;
  /** Prefixes and area codes by their digits, longest digits first. */
  readonly lengths: readonly number[];
  readonly prefixes: ReadonlyMap<string, readonly number[]>;
  readonly areas: ReadonlyMap<string, readonly number[]>;
};

/** The entry of a list that decides, and how specific it is: a number before everything, else its count of digits. */
export type ListHit = { readonly index: number; readonly rank: number };

/** More specific than any prefix. */
const NUMBER_RANK = 100;

// Lists hold up to ten thousand entries and stay the same between calls.
const indexes = new WeakMap<readonly ListEntry[], ListIndex>();

/** The most specific entry in force that fits the caller; of several as specific the first. */
export function bestHit(list: readonly ListEntry[], caller: Caller, minuteOfDay: number): ListHit | null {
  if (list.length === 0) return null;
  const index = indexOf(list);
  const inForce = (places: readonly number[] | undefined): number | undefined => places?.find((place) => isInForce(list[place], minuteOfDay));
  const number = caller.digits === '' ? undefined : inForce(index.numbers.get(caller.digits));
  if (number !== undefined) return { index: number, rank: NUMBER_RANK };
  for (const length of index.lengths) {
    const byPrefix = caller.digits.length < length ? undefined : inForce(index.prefixes.get(caller.digits.slice(0, length)));
    const byArea = caller.areaCode?.length === length ? inForce(index.areas.get(caller.areaCode)) : undefined;
    const first = Math.min(byPrefix ?? Infinity, byArea ?? Infinity);
    if (first !== Infinity) return { index: first, rank: length };
  }
  return null;
}

/** Whether an entry holds at the minute: always without a window. */
export function isInForce(entry: Pick<ListEntry, 'from' | 'to'> | undefined, minuteOfDay: number): boolean {
  if (!entry?.from || !entry.to) return true;
  const from = clockMinutes(entry.from);
  const to = clockMinutes(entry.to);
  if (from === null || to === null || from === to || from === 1440) return false;
  return to > from ? from <= minuteOfDay && minuteOfDay < to : minuteOfDay >= from || minuteOfDay < to;
}

function indexOf(list: readonly ListEntry[]): ListIndex {
  const known = indexes.get(list);
  if (known) return known;
  const [numbers, prefixes, areas] = [new Map<string, number[]>(), new Map<string, number[]>(), new Map<string, number[]>()];
  const lengths = new Set<number>();
  list.forEach((entry, place) => {
    const digits = entryDigits(entry);
    if (digits === null) return;
    if (entry.kind !== 'number') lengths.add(digits.length);
    const map = entry.kind === 'number' ? numbers : entry.kind === 'prefix' ? prefixes : areas;
    const places = map.get(digits);
    if (places) places.push(place);
    else map.set(digits, [place]);
  });
  const index = { numbers, prefixes, areas, lengths: [...lengths].toSorted((a, b) => b - a) };
  indexes.set(list, index);
  return index;
}
