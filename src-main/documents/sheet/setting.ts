import type { Face, PaperFonts } from '../font/paper-fonts.ts';

/** One character with its face, its width in em and the space set after it in em (negative where marks close up). */
export type Char = { readonly text: string; readonly face: Face; readonly accent: boolean; readonly width: number; readonly gap: number };

/** A piece of text in one face. */
export type Piece = { readonly text: string; readonly face: Face; readonly accent?: boolean };

/** Han beside Latin or digits. Below a tenth of an em, or text extraction would read a blank into the plan's name. */
const HAN_LATIN_GAP = 0.09;

const HAN = /[\p{Script=Han}〇々]/u;
const LATIN = /[0-9A-Za-z]/;
const CLOSING = new Set('，。、；：？！）】》」』〉〕”’');
const OPENING = new Set('（【《「『〈〔“‘');

export const isHan = (character: string): boolean => HAN.test(character);
export const isLatin = (character: string): boolean => LATIN.test(character);
export const isClosing = (character: string): boolean => CLOSING.has(character);
export const isOpening = (character: string): boolean => OPENING.has(character);

/** Splits `**bold**` and `!!bold in accent!!` into pieces. */
export function markedPieces(text: string, plain: Face, bold: Face): Piece[] {
  return text.split(/(\*\*.+?\*\*|!!.+?!!)/u).flatMap((part): Piece[] => {
    if (part === '') return [];
    if (part.startsWith('**')) return [{ text: part.slice(2, -2), face: bold }];
    if (part.startsWith('!!')) return [{ text: part.slice(2, -2), face: bold, accent: true }];
    return [{ text: part, face: plain }];
  });
}

/** Pieces to characters with their gaps; `tight` sets no Han–Latin gap (names, codes, addresses and other customer values). */
export function toChars(fonts: PaperFonts, pieces: readonly Piece[], { tight = false }: { readonly tight?: boolean } = {}): Char[] {
  const bare = pieces.flatMap(({ text, face, accent = false }) =>
    Array.from(text, (character) => ({ text: character, face, accent, width: fonts[face].width(character) })));
  return bare.map((char, i) => {
    const next = bare[i + 1];
    return { ...char, gap: next ? gapBetween(char, next, tight) : 0 };
  });
}

type Bare = { readonly text: string; readonly width: number };

function gapBetween(left: Bare, right: Bare, tight: boolean): number {
  if (isClosing(left.text) && left.width > 0.9 && (isClosing(right.text) || isOpening(right.text))) return -0.5;
  if (isOpening(left.text) && isOpening(right.text) && right.width > 0.9) return -0.5;
  if (tight) return 0;
  const meets = (isHan(left.text) && isLatin(right.text)) || (isLatin(left.text) && isHan(right.text));
  return meets ? HAN_LATIN_GAP : 0;
}

/** Width in em of characters standing on one line. */
export function lineWidth(chars: readonly Char[]): number {
  return chars.reduce((sum, { width, gap }, i) => sum + width + (i < chars.length - 1 ? gap : 0), 0);
}
