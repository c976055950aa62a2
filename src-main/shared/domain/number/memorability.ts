import type { MemorableDigits } from './grade/number-rules.ts';

/** How easily six digits are remembered, 0–65535; orders results inside a grade and never touches money. */
export type Memorability = (suffix: number) => number;

const LUCK = [3, 0, 0, 0, -30, 2, 12, -4, 20, 10];
const EQUAL_NEIGHBOURS = [35, 30, 40, 45, 60];
const WIDTH = 6;

/** Makes the score of a suffix (the six digits after the segment) from repeats, straights, liked digits, years and known digits. */
export function memorabilityScale(memorable: readonly MemorableDigits[]): Memorability {
  const places = placedPoints(memorable);
  const digits = new Uint8Array(WIDTH);
  return (suffix) => {
    let rest = suffix;
    for (let place = WIDTH - 1; place >= 0; place -= 1) {
      digits[place] = rest % 10;
      rest = (rest / 10) | 0;
    }
    const score = 1000 + repeats(digits) + straights(digits) + luck(digits) + edges(suffix) + best(places, suffix);
    return Math.max(0, Math.min(65535, Math.round(score)));
  };
}

function repeats(digits: Uint8Array): number {
  let seen = 0;
  let points = 0;
  for (let place = 0; place < WIDTH; place += 1) {
    const bit = 1 << (digits[place] as number);
    if (seen & bit) points += 90;
    seen |= bit;
    if (place > 0 && digits[place] === digits[place - 1]) points += EQUAL_NEIGHBOURS[place - 1] as number;
  }
  return points;
}

function straights(digits: Uint8Array): number {
  let longest = 0;
  let length = 0;
  let direction = 0;
  for (let place = 1; place < WIDTH; place += 1) {
    const step = (digits[place] as number) - (digits[place - 1] as number);
    length = step === direction && length > 0 ? length + 1 : step === 1 || step === -1 ? 1 : 0;
    direction = step;
    if (length > longest) longest = length;
  }
  return longest * longest * 16;
}

function luck(digits: Uint8Array): number {
  let points = LUCK[digits[WIDTH - 1] as number] as number;
  for (let place = 0; place < WIDTH; place += 1) points += LUCK[digits[place] as number] as number;
  return points;
}

const isYear = (four: number): boolean => four >= 1940 && four <= 2035;

function edges(suffix: number): number {
  const year = isYear(suffix % 10_000) ? 130 : isYear((suffix / 100) | 0) ? 90 : 0;
  return year + (suffix % 1000 === ((suffix / 1000) | 0) ? 120 : 0);
}

/** Points of known digits by where they stand: `divide` and `size` cut the window out of the suffix. */
type Window = { readonly divide: number; readonly size: number; readonly points: Uint16Array };

function placedPoints(memorable: readonly MemorableDigits[]): readonly Window[] {
  const windows: Window[] = [];
  for (const length of new Set(memorable.map(({ digits }) => digits.length))) {
    for (let right = 0; right + length <= WIDTH; right += 1) {
      const weight = right === 0 ? 1 : right + length === WIDTH ? 0.8 : 0.6;
      const points = new Uint16Array(10 ** length);
      for (const each of memorable) if (each.digits.length === length) points[Number(each.digits)] = Math.round(each.points * weight);
      windows.push({ divide: 10 ** right, size: 10 ** length, points });
    }
  }
  return windows;
}

function best(windows: readonly Window[], suffix: number): number {
  let most = 0;
  for (const { divide, size, points } of windows) {
    const here = points[Math.floor(suffix / divide) % size] as number;
    if (here > most) most = here;
  }
  return most;
}
