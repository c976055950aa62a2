// oxlint-disable-next-line typescript/triple-slash-reference -- other projects (test) have to see these declarations too
/// <reference path="../untyped.d.ts" />
import LineBreaker from 'linebreak';
import { type Char, isClosing, isHan, isOpening, lineWidth } from './setting.ts';

/** One line of a paragraph; the last one is never justified. */
export type Line = { readonly chars: readonly Char[]; readonly last: boolean };

const NO_START = new Set('，。、；：？！）】》」』〉〕”’…‥％‰℃·～—–／,.;:?!)]}%/');
const NO_END = new Set('（【《「『〈〔“‘￥¥$([{／/');
const UNBROKEN = /[0-9A-Za-z\-.:%+@_*&#]/;
// A figure keeps its unit.
const UNIT = new Set('元年月日时分秒个级％%');
// A pair that stays whole: —— and ……
const DOUBLED = new Set(['—', '…']);

/** Breaks by UAX#14 with the Chinese rules on top; a last line of one character is avoided by breaking up to 2 em earlier. */
export function breakLines(chars: readonly Char[], measure: number): Line[] {
  const allowed = breakPositions(chars);
  const lines = fill(chars, allowed, measure);
  for (let earlier = 0.5; earlier <= 2 && isLonely(lines); earlier += 0.5) {
    const tried = fill(chars, allowed, measure - earlier);
    if (!isLonely(tried) && tried.length === lines.length) return tried;
  }
  return lines;
}

const isLonely = (lines: readonly Line[]): boolean =>
  lines.length > 1 && (lines.at(-1)?.chars.filter(({ text }) => !isClosing(text)).length ?? 0) < 2;

function breakPositions(chars: readonly Char[]): readonly boolean[] {
  const text = chars.map((char) => char.text).join('');
  const byUnit = new Set<number>();
  const breaker = new LineBreaker(text);
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) byUnit.add(next.position);
  let unit = 0;
  return chars.map(({ text: right }, i) => {
    const at = unit;
    unit += right.length;
    return i > 0 && mayBreak(chars[i - 1]?.text ?? '', right, byUnit.has(at));
  });
}

function mayBreak(left: string, right: string, standard: boolean): boolean {
  if (NO_START.has(right) || NO_END.has(left)) return false;
  if (left === right && DOUBLED.has(left)) return false;
  if (UNBROKEN.test(left) && (UNBROKEN.test(right) || UNIT.has(right))) return false;
  // UAX#14 forbids both sides of a curly quote; Chinese usage only the inner one.
  if (isOpening(right) && (isHan(left) || isClosing(left))) return true;
  if (isClosing(left) && (isHan(right) || isOpening(right))) return true;
  return standard;
}

function fill(chars: readonly Char[], allowed: readonly boolean[], measure: number): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start < chars.length) {
    const end = lineEnd(chars, allowed, start, measure);
    lines.push({ chars: trimmed(chars.slice(start, end)), last: end >= chars.length || chars[end - 1]?.text === '\n' });
    start = end;
    while (start < chars.length && chars[start]?.text === ' ') start++;
  }
  return lines.length > 0 ? lines : [{ chars: [], last: true }];
}

// A mark at the line's end may hang half an em over the measure; an opening bracket at its start moves left half an em.
function lineEnd(chars: readonly Char[], allowed: readonly boolean[], start: number, measure: number): number {
  let width = isOpening(chars[start]?.text ?? '') && (chars[start]?.width ?? 0) > 0.9 ? -0.5 : 0;
  let lastAllowed = -1;
  for (let i = start; i < chars.length; i++) {
    const char = chars[i];
    if (!char) break;
    if (char.text === '\n') return i + 1;
    if (i > start && allowed[i]) lastAllowed = i;
    const hang = isClosing(char.text) && char.width > 0.9 ? 0.5 : 0;
    if (i > start && char.text !== ' ' && width + char.width - hang > measure + 1e-6) return lastAllowed > start ? lastAllowed : emergency(chars, start, i);
    width += char.width + char.gap;
  }
  return chars.length;
}

// A code that is too long for its line is broken after one of its hyphens, if it has one.
function emergency(chars: readonly Char[], start: number, at: number): number {
  let cut = at;
  while (cut > start + 1 && chars[cut - 1]?.text !== '-') cut--;
  if (cut > start + 1) return cut;
  cut = at;
  while (cut > start + 1 && (NO_START.has(chars[cut]?.text ?? '') || NO_END.has(chars[cut - 1]?.text ?? ''))) cut--;
  return cut > start + 1 ? cut : at;
}

function trimmed(chars: readonly Char[]): Char[] {
  let end = chars.length;
  while (end > 0 && (chars[end - 1]?.text === ' ' || chars[end - 1]?.text === '\n')) end--;
  return chars.slice(0, end);
}

/** Widest justified gap in em; above it a line stays ragged. */
const WIDEST = 0.3;

/** The line's characters with the slack spread between Han characters and at Han–Latin edges, never inside a word or number. */
export function justified({ chars, last }: Line, measure: number): readonly Char[] {
  if (last || chars.length < 2) return chars;
  const end = chars.at(-1);
  const start = isOpening(chars[0]?.text ?? '') && (chars[0]?.width ?? 0) > 0.9 ? 0.5 : 0;
  const hang = end && isClosing(end.text) && end.width > 0.9 ? 0.5 : 0;
  const slack = measure - lineWidth(chars) + start + hang;
  const open = chars.map((char, i) => i < chars.length - 1 && isElastic(char, chars[i + 1]));
  const count = open.filter(Boolean).length;
  const each = count > 0 ? slack / count : 0;
  if (each <= 0 || each > WIDEST) return chars;
  return chars.map((char, i) => (open[i] ? { ...char, gap: char.gap + each } : char));
}

function isElastic(left: Char, right: Char | undefined): boolean {
  if (!right || isClosing(right.text) || isOpening(left.text)) return false;
  return isHan(left.text) || isHan(right.text) || isClosing(left.text);
}
