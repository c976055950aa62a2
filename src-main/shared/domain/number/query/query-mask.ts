import type { PatternPlace, RunDirection } from './number-query.ts';

/**
 * Seven places after 400: a digit, `?` for any, `+` or `-` for one more or one less than the digit before, or a letter A–G (the same
 * letter the same digit, different letters different digits).
 */
export type Mask = string;

const WIDTH = 7;

/** The masks of a pattern at a place; any of them may fit. */
export const masksOfPattern = (at: PatternPlace, body: string): readonly Mask[] => expandGlob(globOf(at, body));

/** The masks of a straight of so many digits at a place. */
export function masksOfRun(direction: RunDirection, length: number, at: PatternPlace): readonly Mask[] {
  const steps = direction === 'up' ? ['+'] : direction === 'down' ? ['-'] : ['+', '-'];
  return steps.flatMap((step) => placed(globOf(at, `?${step.repeat(length - 1)}`)));
}

const globOf = (at: PatternPlace, body: string): string =>
  at === 'whole' ? body : `${at === 'begins' ? '' : '*'}${body}${at === 'ends' ? '' : '*'}`;

/** All placements of a pattern with `*` gaps on the seven places; a straight (ABCD) becomes a rising and a falling mask. */
export const expandGlob = (glob: string): readonly Mask[] => [...new Set(placed(glob).flatMap(straights))];

function placed(glob: string): readonly Mask[] {
  const open = { start: glob.startsWith('*'), end: glob.endsWith('*') };
  return [...new Set(placements(glob.split('*').filter((piece) => piece !== ''), open, 0))];
}

function placements(pieces: readonly string[], open: { readonly start: boolean; readonly end: boolean }, from: number): string[] {
  const [piece, ...others] = pieces;
  if (piece === undefined) return open.end || from === WIDTH ? ['?'.repeat(WIDTH - from)] : [];
  const needed = others.reduce((sum, each) => sum + each.length, piece.length);
  const last = open.start ? WIDTH - needed : from;
  const found: string[] = [];
  for (let at = from; at <= last; at += 1) {
    const gap = '?'.repeat(at - from);
    for (const rest of placements(others, { start: true, end: open.end }, at + piece.length)) found.push(gap + piece + rest);
  }
  return found;
}

function straights(mask: Mask): readonly Mask[] {
  const letters = mask.replace(/[^A-G]/g, '');
  const at = mask.indexOf(letters);
  if (!isStraight(letters) || at < 0) return [mask];
  return ['+', '-'].map((step) => `${mask.slice(0, at)}?${step.repeat(letters.length - 1)}${mask.slice(at + letters.length)}`);
}

/** ABC, ABCD…: letters that mean a straight and not just different digits. */
export const isStraight = (letters: string): boolean => letters.length >= 3 && letters === 'ABCDEFG'.slice(0, letters.length);
