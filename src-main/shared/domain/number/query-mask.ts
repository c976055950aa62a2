import { sequences } from './grade-tails.ts';

/** Seven places after 400: a digit, `?` for any, or a letter A–G (the same letter the same digit, different letters different digits). */
export type Mask = string;

const WIDTH = 7;

/** All placements of a pattern with `*` gaps on the seven places; a straight (ABCD) becomes its rising and falling digits. */
export function expandGlob(glob: string): readonly Mask[] {
  const open = { start: glob.startsWith('*'), end: glob.endsWith('*') };
  const pieces = glob.split('*').filter((piece) => piece !== '');
  const masks = placements(pieces, open, 0).flatMap(straights);
  return [...new Set(masks)];
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
  if (letters.length < 3 || at < 0 || letters !== 'ABCDEFG'.slice(0, letters.length)) return [mask];
  return sequences(letters.length, false).map(({ tail }) => mask.slice(0, at) + tail + mask.slice(at + letters.length));
}
