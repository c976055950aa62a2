import type { FlowEdge, FlowGraph, FlowNode } from './flow-graph.ts';

export type Size = { readonly width: number; readonly height: number };
export type Point = readonly [number, number];
export type PlacedNode = FlowNode & Size & { readonly x: number; readonly y: number };
/** The way's corners, from the right side of one box to the left side of the next. */
export type PlacedEdge = FlowEdge & { readonly points: readonly Point[] };
/** Boxes by their upper left corner; everything lies between 0 and `width`, 0 and `height`. */
export type FlowLayout = Size & { readonly nodes: readonly PlacedNode[]; readonly edges: readonly PlacedEdge[] };

/** The air between columns, and between boxes of a column. */
export type FlowAir = { readonly column: number; readonly row: number };

/** Lays the form out from left to right: caller, gate, rules one under the other, and what they lead to by the longest way there. */
export function layOutFlow(graph: FlowGraph, measure: (node: FlowNode) => Size, air: FlowAir): FlowLayout {
  const ranks = ranksOf(graph);
  const columns = columnsOf(graph, ranks);
  const sizes = new Map(graph.nodes.map((node) => [node.id, measure(node)]));
  const size = (id: string): Size => sizes.get(id) ?? { width: 0, height: 0 };
  const wide = columns.map((column) => Math.max(...column.map(({ id }) => size(id).width)));
  const lefts = wide.map((_, at) => wide.slice(0, at).reduce((sum, width) => sum + width + air.column, 0));
  const centres = centresOf(graph, columns, size, air.row);
  const top = Math.min(...graph.nodes.map(({ id }) => (centres.get(id) ?? 0) - size(id).height / 2));
  const nodes = columns.flatMap((column, at) => column.map((node): PlacedNode => ({ ...node, ...size(node.id), x: lefts[at] ?? 0, y: (centres.get(node.id) ?? 0) - size(node.id).height / 2 - top })));
  const bottom = Math.max(...nodes.map(({ y, height }) => y + height));
  const placed = new Map(nodes.map((node) => [node.id, node]));
  const edges = graph.edges.map((edge, index): PlacedEdge => ({ ...edge, points: wayOf(edge, placed, { air, lane: bottom + air.row / 2, lefts, ranks, index }) }));
  const back = edges.some((edge) => isBack(edge, ranks));
  return { width: (lefts.at(-1) ?? 0) + (wide.at(-1) ?? 0), height: bottom + (back ? air.row : 0), nodes, edges };
}

/** How far right each box stands: one more than the furthest box that leads to it; ways that would close a circle do not count. */
function ranksOf({ nodes, edges }: FlowGraph): ReadonlyMap<string, number> {
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

/** Rules keep their order; what they lead to stands in the order in which it is met. */
function columnsOf({ nodes }: FlowGraph, ranks: ReadonlyMap<string, number>): readonly (readonly FlowNode[])[] {
  const count = Math.max(...ranks.values()) + 1;
  const columns = Array.from({ length: count }, (_, rank) => nodes.filter(({ id }) => ranks.get(id) === rank));
  return columns.filter((column) => column.length > 0);
}

/** The middle of each box: as near as may be to the middle of what leads to it, without touching its neighbours. */
function centresOf({ edges }: FlowGraph, columns: readonly (readonly FlowNode[])[], size: (id: string) => Size, row: number): ReadonlyMap<string, number> {
  const centres = new Map<string, number>();
  const mean = (ids: readonly string[]): number | null => {
    const known = ids.flatMap((id) => centres.get(id) ?? []);
    return known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0) / known.length;
  };
  const rulesAt = columns.findIndex((column) => column.some(({ kind }) => kind === 'otherwise'));
  stack(columns[rulesAt] ?? [], size, row, () => null).forEach((centre, id) => centres.set(id, centre));
  for (const column of columns.slice(rulesAt + 1)) {
    const wanted = new Map(column.map(({ id }) => [id, mean(edges.filter((edge) => edge.to === id).map(({ from }) => from))]));
    const sorted = column.toSorted((a, b) => (wanted.get(a.id) ?? 0) - (wanted.get(b.id) ?? 0));
    stack(sorted, size, row, (id) => wanted.get(id) ?? null).forEach((centre, id) => centres.set(id, centre));
  }
  const middle = mean((columns[rulesAt] ?? []).map(({ id }) => id)) ?? 0;
  for (const column of columns.slice(0, Math.max(0, rulesAt))) stack(column, size, row, () => middle).forEach((centre, id) => centres.set(id, centre));
  return centres;
}

/** Puts boxes under each other, each where it wants to be or just below the one before; then the whole column moves up by what it was pushed down on average. */
function stack(column: readonly FlowNode[], size: (id: string) => Size, row: number, wanted: (id: string) => number | null): ReadonlyMap<string, number> {
  const centres = new Map<string, number>();
  let free = -Infinity;
  let pushed = 0;
  for (const { id } of column) {
    const half = size(id).height / 2;
    const want = wanted(id) ?? (free === -Infinity ? half : free + half);
    const centre = Math.max(want, free + half);
    pushed += centre - want;
    centres.set(id, centre);
    free = centre + half + row;
  }
  const shift = column.length === 0 ? 0 : pushed / column.length;
  return new Map([...centres].map(([id, centre]) => [id, centre - shift]));
}

type Field = { readonly air: FlowAir; readonly lane: number; readonly lefts: readonly number[]; readonly ranks: ReadonlyMap<string, number>; readonly index: number };

const isBack = ({ from, to }: FlowEdge, ranks: ReadonlyMap<string, number>): boolean => (ranks.get(to) ?? 0) <= (ranks.get(from) ?? 0);

/** Straight where the boxes stand level; else along the air before the next column; backwards below everything. */
function wayOf(edge: FlowEdge, placed: ReadonlyMap<string, PlacedNode>, { air, lane, ranks }: Field): readonly Point[] {
  const from = placed.get(edge.from);
  const to = placed.get(edge.to);
  if (from === undefined || to === undefined) return [];
  const start: Point = [from.x + from.width, from.y + from.height / 2];
  const end: Point = [to.x, to.y + to.height / 2];
  if (isBack(edge, ranks)) return [start, [start[0] + air.column / 3, start[1]], [start[0] + air.column / 3, lane], [end[0] - air.column / 3, lane], [end[0] - air.column / 3, end[1]], end];
  if (Math.abs(start[1] - end[1]) < 0.5) return [start, end];
  const turn = end[0] - air.column / 2;
  return [start, [turn, start[1]], [turn, end[1]], end];
}
