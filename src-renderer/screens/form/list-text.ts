import { entryText, typedEntry } from '#domain/routing/list-entry.ts';
import type { ListEntry } from '#domain/routing/routing-form.ts';
import { readClock } from './read-clock.ts';

/** Longer lists are not put into a box to type in: they come from a file and go as a whole. */
export const LONGEST_TYPED = 500;

/** One entry as a line: `138* 22:00-06:00`. */
export const listLine = (entry: ListEntry): string => (entry.from && entry.to ? `${entryText(entry)} ${entry.from}-${entry.to}` : entryText(entry));

const WINDOW = /^(.*?)\s+(\d{1,2}[:：]?\d{0,2})\s*[-–—~至]\s*(\d{1,2}[:：]?\d{0,2})$/;

/** Reads pasted lines; a line that says what it said before stays the same entry. */
export function readList(text: string, before: readonly ListEntry[] = []): readonly ListEntry[] {
  const known = new Map(before.map((entry) => [listLine(entry), entry]));
  return text.split(/[\n,，;；、]+/).map((line) => line.trim()).filter((line) => line !== '').map((line) => known.get(line) ?? entryOf(line));
}

function entryOf(line: string): ListEntry {
  const window = WINDOW.exec(line);
  const [from, to] = [readClock(window?.[2] ?? ''), readClock(window?.[3] ?? '')];
  return from === null || to === null ? typedEntry(line) : { ...typedEntry(window?.[1] ?? ''), from, to };
}
