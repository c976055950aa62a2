import { type BoxWords, wayWordsAmong } from '../words/flow-words.ts';
import type { FlowEdge, FlowGraph } from './flow-graph.ts';
import { type FlowLayout, layOutFlow } from './flow-layout.ts';

/** What a way is come by, and on which line above it that stands; empty where another way to the same box says it. */
export type WayLabel = { readonly word: string; readonly line: number };

const LINE = 16;
const WIDEST = 124;

/** The layout for type of 12 pixels on lines of 16, 13 around it. */
export const flowForScreen = (graph: FlowGraph, boxes: (id: string) => BoxWords): FlowLayout => layOutFlow(graph, ({ id }) => {
  const { title, notes } = boxes(id);
  const inner = Math.min(WIDEST, Math.max(30, ...[title, ...notes].map(textWidth)));
  return { width: inner + 26, height: 14 + LINE * [title, ...notes].reduce((lines, text) => lines + Math.ceil(textWidth(text) / inner), 0) };
}, { column: 34, row: 12, way: (edge) => textWidth(wayWordsAmong(graph.edges, edge)) + 12 });

/** Han and full-width signs are as wide as the type, all else about half. */
const textWidth = (text: string): number => [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) > 0x2e7f ? 12.5 : 7), 0);

/** What ways to one box are come by stands one above the other; the same words once. */
export function wayLabel(edges: readonly FlowEdge[], edge: FlowEdge): WayLabel {
  const wordsOf = (one: FlowEdge): string => wayWordsAmong(edges, one);
  const words = [...new Set(edges.filter(({ to }) => to === edge.to).map(wordsOf))].filter((word) => word !== '');
  const own = wordsOf(edge);
  const first = edges.find((one) => one.to === edge.to && wordsOf(one) === own) === edge;
  return { word: first ? own : '', line: words.length - 1 - words.indexOf(own) };
}
