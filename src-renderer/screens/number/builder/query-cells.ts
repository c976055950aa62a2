import type { Segment } from '#domain/number/number.ts';
import { tokensOf } from '#domain/number/query/query-tokens.ts';
import { readTerm } from '#domain/number/query/read-term.ts';

/** What a place asks: a digit, `?` for any digit, or a letter of a shape. */
export type Cell = string;

const WIDTH = 10;
const blank: readonly Cell[] = Array.from('400???????');
/** Whose number it is, is main's answer; here only the places count. */
const anyone: readonly Segment[] = [{ head: '400', ownerId: '', ownerName: '', orderable: true }];

/** The ten places that the box asks for when one of its words fixes places; null when none does. */
export function cellsOf(text: string): readonly Cell[] | null {
  for (const token of tokensOf(text)) {
    const cells = cellsOfToken(token);
    if (cells) return cells;
  }
  return null;
}

/** The box with one place changed; `?` everywhere takes the mask out again. */
export const withCell = (text: string, place: number, cell: Cell): string => withCells(text, (cellsOf(text) ?? blank).with(place, cell));

/** The letters at the end of the mask, `AABB`; empty when there are none. */
export const shapeOf = (text: string): string => /[A-G]+$/.exec((cellsOf(text) ?? []).join(''))?.[0] ?? '';

/** Puts a shape at the end, in place of the shape that stood there; the same one again takes it out. */
export function toggleShape(text: string, shape: string): string {
  const old = shapeOf(text);
  const bare = (cellsOf(text) ?? blank).map((cell, place) => (place >= WIDTH - old.length ? '?' : cell));
  return withCells(text, old === shape ? bare : [...bare.slice(0, WIDTH - shape.length), ...shape]);
}

function withCells(text: string, cells: readonly Cell[]): string {
  const tokens = tokensOf(text);
  const at = tokens.findIndex((token) => cellsOfToken(token) !== null);
  const rest = at === -1 ? tokens : tokens.toSpliced(at, 1);
  const mask = writeMask(cells);
  return (mask === '' ? rest : rest.toSpliced(Math.max(0, at), 0, mask)).join(' ');
}

function cellsOfToken(token: string): readonly Cell[] | null {
  const read = readTerm(token, anyone);
  if (!read.ok || read.value?.kind !== 'pattern' || read.value.at === 'contains') return null;
  const { at, body } = read.value;
  const [head = '', tail, ...more] = body.split('*');
  if (more.length > 0) return null;
  if (at === 'ends' && tail === undefined) return [...blank.slice(0, WIDTH - head.length), ...head];
  return [...blank.slice(0, 3), ...head, ...blank.slice(3 + head.length + (tail ?? '').length), ...(tail ?? '')];
}

/** A shape alone is written short (AABB), all else with its ten places. */
function writeMask(cells: readonly Cell[]): string {
  const written = cells.slice(3).join('');
  if (/^\?*$/.test(written)) return '';
  const tail = written.replace(/^\?+/, '');
  return /^[A-G]{2,}$/.test(tail) ? tail : `400${written}`;
}
