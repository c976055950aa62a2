import type { FormDiagram, FormPaper } from '#domain/agreement/form-paper.ts';
import type { FlowGraph, FlowNode } from '#domain/routing/diagram/flow-graph.ts';
import { type FlowLayout, layOutFlow, type PlacedEdge, type PlacedNode, type Size } from '#domain/routing/diagram/flow-layout.ts';
import type { Flow } from '../sheet/flow.ts';
import { BLACK, BODY, LEFT, MEASURE } from '../sheet/grid.ts';
import type { Ink } from '../sheet/ink.ts';

const TITLE = { face: 'sansBold', size: 9, leading: 11, align: 'center' } as const;
const NOTE = { face: 'sans', size: 8, leading: 10, align: 'center' } as const;
const PADDING = 5;
const WIDEST = 130;
const AIR = { column: 26, row: 10 } as const;
/** Head, its rule and the air around a picture. */
const AROUND = 30;

/** Smaller than this nobody reads it: the rules are drawn in several pictures then. */
const SMALLEST = 0.62;

/** The rules as a picture, by the same layout as on the screen; a large form is set smaller, a very large one in parts. */
export function flowDiagram(flow: Flow, { diagram }: FormPaper): void {
  partsOf(flow.ink, diagram, diagram.graph).forEach(({ layout, indent, scale }, part) => {
    flow.y += 28;
    flow.need(layout.height * scale + AROUND);
    flow.sectionHead(part === 0 ? '来话流程图' : '来话流程图（续）', '与“来话怎么接”同一规则，以文字为准');
    flow.rule(1);
    const top = flow.y + 9;
    flow.ink.doc.save().translate(LEFT + indent * scale, top).scale(scale);
    drawLayout(flow.ink, layout, diagram);
    flow.ink.doc.restore();
    flow.y = top + layout.height * scale;
  });
}

type Picture = { readonly layout: FlowLayout; readonly indent: number; readonly scale: number };

/** One picture, or two with half of the rules each where one would be too small. */
function partsOf(ink: Ink, diagram: FormDiagram, graph: FlowGraph): readonly Picture[] {
  const layout = layOutFlow(graph, (node) => boxSize(ink, diagram, node), { ...AIR, way: ({ id }) => ink.widthOf(diagram.ways[id] ?? '', WORD) + 9 });
  // A way back to the first column runs left of it.
  const indent = layout.edges.some(({ points }) => points.some(([x]) => x < 0)) ? AIR.column : 0;
  const [across, down] = [MEASURE / (layout.width + indent), (BODY.last - BODY.first - AROUND) / layout.height];
  const rules = graph.nodes.filter(({ kind }) => kind === 'rule' || kind === 'otherwise').map(({ id }) => id);
  if (down >= SMALLEST || rules.length < 2) return [{ layout, indent, scale: Math.min(1, across, down) }];
  const half = Math.ceil(rules.length / 2);
  return [rules.slice(0, half), rules.slice(half)].flatMap((kept) => partsOf(ink, diagram, withRules(graph, new Set(kept))));
}

/** The graph with some of its rules and what they lead to. */
function withRules({ nodes, edges }: FlowGraph, kept: ReadonlySet<string>): FlowGraph {
  const reached = new Set(['caller', 'gate', ...kept]);
  for (const id of reached) for (const { from, to } of edges) if (from === id && from !== 'caller' && from !== 'gate') reached.add(to);
  const left = nodes.filter(({ id }) => reached.has(id));
  const ids = new Set(left.map(({ id }) => id));
  return { nodes: left, edges: edges.filter(({ from, to }) => ids.has(from) && ids.has(to)) };
}

const wordsOf = ({ boxes }: FormDiagram, id: string): FormDiagram['boxes'][string] => boxes[id] ?? { title: '', notes: [] };

function boxSize(ink: Ink, diagram: FormDiagram, { id }: FlowNode): Size {
  const { title, notes } = wordsOf(diagram, id);
  const longest = Math.max(ink.widthOf(title, TITLE), ...notes.map((note) => ink.widthOf(note, NOTE)));
  const width = Math.min(WIDEST, longest + 2 * PADDING + 2);
  return { width, height: linesHeight(ink, diagram, id, width) + 12 };
}

function linesHeight(ink: Ink, diagram: FormDiagram, id: string, width: number): number {
  const { title, notes } = wordsOf(diagram, id);
  const inner = width - 2 * PADDING;
  return ink.linesOf(title, { ...TITLE, width: inner }) * TITLE.leading + notes.reduce((sum, note) => sum + ink.linesOf(note, { ...NOTE, width: inner }) * NOTE.leading, 0);
}

function drawLayout(ink: Ink, { nodes, edges }: FlowLayout, diagram: FormDiagram): void {
  for (const edge of edges) drawWay(ink, edge);
  for (const same of Map.groupBy(edges, ({ to }) => to).values()) wayWords(ink, same, diagram);
  for (const node of nodes) drawBox(ink, node, diagram);
}

function drawBox(ink: Ink, { id, kind, x, y, width, height }: PlacedNode, diagram: FormDiagram): void {
  const { title, notes } = wordsOf(diagram, id);
  ink.doc.save();
  if (kind === 'voicemail' || kind === 'fax' || kind === 'announcement' || kind === 'lost') ink.doc.dash(2.5, { space: 1.8 });
  ink.box(x, y, width, height, kind === 'group' ? 1.1 : 0.7);
  ink.doc.restore();
  const inner = width - 2 * PADDING;
  let at = y + (height - linesHeight(ink, diagram, id, width)) / 2 + 8.6;
  at = ink.paragraph(x + PADDING, at, title, { ...TITLE, width: inner });
  for (const note of notes) at = ink.paragraph(x + PADDING, at + 10.4, note, { ...NOTE, width: inner });
}

const WORD = { face: 'sans', size: 7, leading: 8 } as const;

function drawWay(ink: Ink, { points }: PlacedEdge): void {
  const [first, ...rest] = points;
  const end = points.at(-1);
  if (!first || !end) return;
  ink.doc.lineWidth(0.7).strokeColor(BLACK).moveTo(...first);
  for (const point of rest) ink.doc.lineTo(...point);
  ink.doc.stroke();
  const [x, y] = end;
  ink.doc.fillColor(BLACK).moveTo(x, y).lineTo(x - 4.5, y - 2).lineTo(x - 4.5, y + 2).fill();
}

/** Above the last stretch before a box stands by what its ways come; ways that come by the same are told once. */
function wayWords(ink: Ink, edges: readonly PlacedEdge[], { ways }: FormDiagram): void {
  const [x, y] = edges[0]?.points.at(-1) ?? [0, 0];
  const words = [...new Set(edges.flatMap(({ id }) => ways[id] ?? []))];
  words.forEach((word, index) => ink.text(x - 6, y - 2.5 - (words.length - 1 - index) * WORD.leading, word, { ...WORD, align: 'right' }));
}
