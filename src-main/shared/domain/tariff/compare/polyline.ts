import { assert } from '../../assert.ts';

/** A corner of a polyline. */
export type Vertex = { readonly x: number; readonly y: number };

/** A continuous function over one range by its corners, x rising; every polyline of a calculation spans the same range. */
export type Polyline = readonly [Vertex, Vertex, ...Vertex[]];

/** The straight line y = at + slope × x. */
export const straight = (limit: number, at: number, slope: number): Polyline => [{ x: 0, y: at }, { x: limit, y: at + slope * limit }];

/** Stretched and moved: times × line + plus. */
export const scaled = (line: Polyline, times: number, plus = 0): Polyline => mapped(line, (y) => times * y + plus);

/** The sum of two. */
export const added = (a: Polyline, b: Polyline): Polyline => merged(a, b, (x, y) => x + y);

/** The larger of two at every point, with a corner where they cross. */
const larger = (a: Polyline, b: Polyline): Polyline => merged(withCrossings(a, b), b, Math.max);

/** The smaller of two at every point, with a corner where they cross. */
const smaller = (a: Polyline, b: Polyline): Polyline => merged(withCrossings(a, b), b, Math.min);

/** The line where it is above an amount, else the amount. */
export const atLeast = (line: Polyline, least: number): Polyline => larger(line, straight(limitOf(line), least, 0));

/** The line where it is below an amount, else the amount. */
export const atMost = (line: Polyline, most: number): Polyline => smaller(line, straight(limitOf(line), most, 0));

/** The line with corners where it meets a height. */
export const cutAt = (line: Polyline, height: number): Polyline => withCrossings(line, straight(limitOf(line), height, 0));

/** The value at a point of the range. */
export function valueAt(line: Polyline, x: number): number {
  const next = line.findIndex((vertex, at) => at > 0 && vertex.x >= x);
  assert(next > 0 && x >= 0, 'valueAt: outside the range');
  return between(line[next - 1] as Vertex, line[next] as Vertex, x);
}

/** The same function without corners that are none. */
export function simplified(line: Polyline): Polyline {
  const kept: Vertex[] = [];
  line.forEach((vertex, at) => {
    const [before, after] = [kept.at(-1), line[at + 1]];
    if (before !== undefined && after !== undefined && (vertex.x - before.x < TINY || isOn(before, vertex, after))) return;
    kept.push(vertex);
  });
  return atLeastTwo(kept);
}

/** Points closer than this are one: far below a minute and a 厘. */
const TINY = 1e-7;

const isOn = (before: Vertex, vertex: Vertex, after: Vertex): boolean => Math.abs(between(before, after, vertex.x) - vertex.y) < 1e-9 * Math.max(1, Math.abs(vertex.y));

const limitOf = (line: Polyline): number => (line.at(-1) as Vertex).x;

const between = (a: Vertex, b: Vertex, x: number): number => (b.x === a.x ? b.y : a.y + ((b.y - a.y) * (x - a.x)) / (b.x - a.x));

function atLeastTwo(vertices: readonly Vertex[]): Polyline {
  const [first, second, ...rest] = vertices;
  assert(first && second, 'polyline: fewer than two corners');
  return [first, second, ...rest];
}

const mapped = (line: Polyline, of: (y: number) => number): Polyline => atLeastTwo(line.map(({ x, y }) => ({ x, y: of(y) })));

/** Both walked together over all their corners. */
function merged(a: Polyline, b: Polyline, of: (y: number, other: number) => number): Polyline {
  const vertices: Vertex[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    const [left, right] = [a[i] as Vertex, b[j] as Vertex];
    const x = Math.min(left.x, right.x);
    const y = left.x === x ? left.y : between(a[i - 1] as Vertex, left, x);
    const other = right.x === x ? right.y : between(b[j - 1] as Vertex, right, x);
    vertices.push({ x, y: of(y, other) });
    if (left.x === x) i += 1;
    if (right.x === x) j += 1;
  }
  return atLeastTwo(vertices);
}

/** `a` with corners at those of `b` and where it crosses `b`. */
function withCrossings(a: Polyline, b: Polyline): Polyline {
  const shape = merged(a, b, (y) => y);
  const gaps = merged(a, b, (y, other) => y - other);
  const vertices = shape.flatMap((vertex, at) => {
    const [gap, before, last] = [gaps[at] as Vertex, gaps[at - 1], shape[at - 1]];
    if (before === undefined || last === undefined || Math.sign(before.y) * Math.sign(gap.y) >= 0) return [vertex];
    const x = before.x + ((gap.x - before.x) * before.y) / (before.y - gap.y);
    return [{ x, y: between(last, vertex, x) }, vertex];
  });
  return atLeastTwo(vertices);
}
