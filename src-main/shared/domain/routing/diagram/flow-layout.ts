import type { FlowEdge, FlowGraph, FlowNode } from './flow-graph.ts';

export type Size = { readonly width: number; readonly height: number };
export type Point = readonly [number, number];
export type PlacedNode = FlowNode & Size & { readonly x: number; readonly y: number };
/** The way's corners, from the right side of one box to the left side of the next. */
export type PlacedEdge = FlowEdge & { readonly points: readonly Point[] };
/** Boxes by their upper left corner; everything lies between 0 and `width`, 0 and `height`, but for ways back to the first column. */
export type FlowLayout = Size & { readonly nodes: readonly PlacedNode[]; readonly edges: readonly PlacedEdge[] };

/** The least air before a column and between boxes of one; `way` says how much more what is written on a way needs before its end. */
export type FlowAir = { readonly column: number; readonly row: number; readonly way?: (edge: FlowEdge) => number };

/** What takes room in a column: a box, or a way that passes through to a later column. */
type Slot = { readonly id: string; readonly size: Size; readonly before: readonly string[] };
type Ranks = ReadonlyMap<string, number>;

/** Ways turn here, in parts of the air before a column: what is written on them stands behind the turn. */
const TURN = 0.82;
/** The room that a passing way needs. */
const LANE = 8;

/** Lays the form out from left to right: caller, gate, rules one under the other, and what they lead to by the longest way there. */
export function layOutFlow(graph: FlowGraph, measure: (node: FlowNode) => Size, air: FlowAir): FlowLayout {
  const ranks = ranksOf(graph);
  const columns = columnsOf(graph, ranks, measure);
  const wide = columns.map((column) => Math.max(0, ...column.map(({ size }) => size.width)));
  const gaps = columns.map((_, at) => Math.max(air.column, ...graph.edges.map((edge) => ((ranks.get(edge.to) ?? 0) === at ? (air.way?.(edge) ?? 0) / TURN : 0))));
  const lefts = wide.map((_, at) => wide.slice(0, at).reduce((sum, width, before) => sum + width + (gaps[before + 1] ?? 0), 0));
  const centres = centresOf(columns, ranks.get('otherwise') ?? 1, air.row);
  const slots = new Map(columns.flat().map((slot) => [slot.id, slot]));
  const topOf = (id: string): number => (centres.get(id) ?? 0) - (slots.get(id)?.size.height ?? 0) / 2;
  const top = Math.min(...columns.flat().map(({ id }) => topOf(id)));
  const nodes = graph.nodes.map((node): PlacedNode => ({ ...node, ...(slots.get(node.id)?.size ?? measure(node)), x: lefts[ranks.get(node.id) ?? 0] ?? 0, y: topOf(node.id) - top }));
  const bottom = Math.max(...columns.flat().map((slot) => topOf(slot.id) - top + slot.size.height));
  const placed = new Map(nodes.map((node) => [node.id, node]));
  const level = (id: string): number => (centres.get(id) ?? 0) - top;
  const edges = graph.edges.map((edge): PlacedEdge => ({ ...edge, points: wayOf(edge, placed, { gaps, lane: bottom + air.row / 2, lefts, wide, ranks, level }) }));
  const back = edges.some((edge) => isBack(edge, ranks));
  return { width: (lefts.at(-1) ?? 0) + (wide.at(-1) ?? 0), height: bottom + (back ? air.row : 0), nodes, edges };
}

/** How far right each box stands: one more than the furthest box that leads to it; ways that would close a circle do not count. */
function ranksOf({ nodes, edges }: FlowGraph): Ranks {
  const ranks = new Map<string, number>();
  const walk = (id: string, rank: number, way: ReadonlySet<string>): void => {
    if (way.has(id) || (ranks.get(id) ?? -1) >= rank) return;
    ranks.set(id, rank);
    for (const edge of edges) if (edge.from === id) walk(edge.to, rank + 1, new Set([...way, id]));
  };
  walk('caller', 0, new Set());
  for (const { id } of nodes) if (!ranks.has(id)) ranks.set(id, 0);
  return ranks;
}

/** The columns with their boxes and the ways that pass between them. */
function columnsOf({ nodes, edges }: FlowGraph, ranks: Ranks, measure: (node: FlowNode) => Size): readonly (readonly Slot[])[] {
  const columns: Slot[][] = Array.from({ length: Math.max(...ranks.values()) + 1 }, () => []);
  for (const node of nodes) {
    const before = edges.filter((edge) => edge.to === node.id && !isBack(edge, ranks)).map((edge) => laneBefore(edge, ranks));
    columns[ranks.get(node.id) ?? 0]?.push({ id: node.id, size: measure(node), before });
  }
  for (const edge of edges) {
    const [from, to] = [ranks.get(edge.from) ?? 0, ranks.get(edge.to) ?? 0];
    for (let at = from + 1; at < to; at += 1) columns[at]?.push({ id: laneOf(edge, at), size: { width: 0, height: LANE }, before: [at === from + 1 ? edge.from : laneOf(edge, at - 1)] });
  }
  return columns;
}

const laneOf = ({ id }: FlowEdge, column: number): string => `${id}#${column}`;

/** What stands in the column just before the edge's end: its start, or its lane there. */
function laneBefore(edge: FlowEdge, ranks: Ranks): string {
  const to = ranks.get(edge.to) ?? 0;
  return (ranks.get(edge.from) ?? 0) === to - 1 ? edge.from : laneOf(edge, to - 1);
}

/** The middle of each slot: as near as may be to the middle of what leads to it, without touching its neighbours. */
function centresOf(columns: readonly (readonly Slot[])[], rulesAt: number, row: number): ReadonlyMap<string, number> {
  const centres = new Map<string, number>();
  const mean = (ids: readonly string[]): number | null => {
    const known = ids.flatMap((id) => centres.get(id) ?? []);
    return known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0) / known.length;
  };
  const keep = (stacked: ReadonlyMap<string, number>): void => stacked.forEach((centre, id) => centres.set(id, centre));
  keep(stack(columns[rulesAt] ?? [], row, () => null));
  for (const column of columns.slice(rulesAt + 1)) {
    const wanted = new Map(column.map(({ id, before }) => [id, mean(before)]));
    keep(stack(column.toSorted((a, b) => (wanted.get(a.id) ?? 0) - (wanted.get(b.id) ?? 0)), row, (id) => wanted.get(id) ?? null));
  }
  const middle = mean((columns[rulesAt] ?? []).map(({ id }) => id)) ?? 0;
  for (const column of columns.slice(0, rulesAt)) keep(stack(column, row, () => middle));
  return centres;
}

/** Puts slots under each other, each where it wants to be or just below the one before; then the whole column moves up by what it was pushed down on average. */
function stack(column: readonly Slot[], row: number, wanted: (id: string) => number | null): ReadonlyMap<string, number> {
  const centres = new Map<string, number>();
  let free = -Infinity;
  let pushed = 0;
  for (const { id, size } of column) {
    const half = size.height / 2;
    const want = wanted(id) ?? (free === -Infinity ? half : free + half);
    const centre = Math.max(want, free + half);
    pushed += centre - want;
    centres.set(id, centre);
    free = centre + half + row;
  }
  const shift = column.length === 0 ? 0 : pushed / column.length;
  return new Map([...centres].map(([id, centre]) => [id, centre - shift]));
}

type Field = { readonly gaps: readonly number[]; readonly lane: number; readonly lefts: readonly number[]; readonly wide: readonly number[]; readonly ranks: Ranks; readonly level: (id: string) => number };

const isBack = ({ from, to }: FlowEdge, ranks: Ranks): boolean => (ranks.get(to) ?? 0) <= (ranks.get(from) ?? 0);

/** Along the air before each column to the next level; backwards below everything. */
function wayOf(edge: FlowEdge, placed: ReadonlyMap<string, PlacedNode>, { gaps, lane, lefts, wide, ranks, level }: Field): readonly Point[] {
  const from = placed.get(edge.from);
  const to = placed.get(edge.to);
  if (from === undefined || to === undefined) return [];
  const start: Point = [from.x + from.width, from.y + from.height / 2];
  const end: Point = [to.x, to.y + to.height / 2];
  const [first, last] = [ranks.get(edge.from) ?? 0, ranks.get(edge.to) ?? 0];
  const turnBefore = (column: number): number => (lefts[column] ?? 0) - (gaps[column] ?? 0) * TURN;
  if (isBack(edge, ranks)) {
    const out = start[0] + (gaps[first + 1] ?? gaps[0] ?? 0) / 8;
    return [start, [out, start[1]], [out, lane], [turnBefore(last), lane], [turnBefore(last), end[1]], end];
  }
  const points: Point[] = [start];
  let y = start[1];
  for (let at = first + 1; at <= last; at += 1) {
    const next = at === last ? end[1] : level(laneOf(edge, at));
    const turn = turnBefore(at);
    if (Math.abs(next - y) >= 0.5) points.push([turn, y], [turn, next]);
    y = next;
    if (at < last) points.push([(lefts[at] ?? 0) + (wide[at] ?? 0), y]);
  }
  return [...points.filter((point, at) => at === 0 || point[0] !== points[at - 1]?.[0] || point[1] !== points[at - 1]?.[1]), end];
}
