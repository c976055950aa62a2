import type { FormPaper, FormRule } from '#domain/agreement/form-paper.ts';
import type { Flow } from '../sheet/flow.ts';
import { BLACK, BODY, LEFT, RIGHT } from '../sheet/grid.ts';
import type { Ink } from '../sheet/ink.ts';

type Words = { readonly title: string; readonly note: string };
type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
type RuleNode = Words & { readonly height: number; readonly ends: boolean };
type Picture = { readonly nodes: readonly RuleNode[]; readonly last: Words | undefined; readonly hasLists: boolean };

const NODE_HEIGHT = 34;
const RULE_GAP = 9;
const RULES = { x: 236, width: 180 } as const;
const LAST = { x: 448, width: RIGHT - 448 } as const;
const TITLE = { face: 'sansBold', size: 9, leading: 11, align: 'center' } as const;
const NOTE = { face: 'sans', size: 8, leading: 10, align: 'center' } as const;
/** Head, its rule and the air around a picture. */
const AROUND = 26;

/** The same rules as a picture, drawn from the same rows: call → lists → first rule that fits → last resort. */
export function flowDiagram(flow: Flow, { rules, lists }: FormPaper): void {
  const normal = rules.filter(({ fallback }) => !fallback).map((rule, i) => nodeOf(flow.ink, rule, i + 1));
  const fallback = rules.find((rule) => rule.fallback);
  const last = fallback && { title: `${normal.length + 1}\u3000${fallback.diagram.title}`, note: fallback.diagram.condition };
  onPages(normal).forEach((nodes, page) => {
    const height = Math.max(heightOf(nodes), NODE_HEIGHT);
    flow.y += 28;
    flow.need(height + AROUND);
    flow.sectionHead(page === 0 ? '来话流程图' : '来话流程图（续）', '与“来话怎么接”同一规则，以文字为准');
    flow.rule(1);
    draw(flow.ink, flow.y + 9, height, { nodes, last: nodes.every(({ ends }) => ends) ? undefined : last, hasLists: lists.length > 0 });
    flow.y += 9 + height;
  });
}

function nodeOf(ink: Ink, { diagram: { title, condition, ends = false }, share }: FormRule, number: number): RuleNode {
  const words = { title: `${number}\u3000${title}`, note: `${condition}\u3000${share}` };
  return { ...words, ends, height: Math.max(30, 18 + blockHeight(ink, words, RULES.width)) };
}

const heightOf = (nodes: readonly RuleNode[]): number => nodes.reduce((sum, { height }) => sum + height + RULE_GAP, -RULE_GAP);

/** As many rules to a picture as a page holds. */
function onPages(nodes: readonly RuleNode[]): readonly (readonly RuleNode[])[] {
  const pages: RuleNode[][] = [[]];
  for (const node of nodes) {
    const page = pages.at(-1) ?? [];
    if (heightOf([...page, node]) + AROUND > BODY.last - BODY.first) pages.push([node]);
    else page.push(node);
  }
  return pages;
}

function draw(ink: Ink, top: number, height: number, { nodes, last, hasLists }: Picture): void {
  const middle = top + height / 2;
  const call = { x: LEFT, y: middle - NODE_HEIGHT / 2, width: 52, height: NODE_HEIGHT };
  const screen = { ...call, x: LEFT + 76, width: 70 };
  drawNode(ink, call, { title: '来电', note: '' });
  drawNode(ink, screen, { title: '名单', note: hasLists ? '先查黑白名单' : '没有名单' });
  arrow(ink, [[call.x + call.width, middle], [screen.x, middle]]);
  const [split, join] = [RULES.x - 15, RULES.x + RULES.width + 14];
  let y = middle - heightOf(nodes) / 2;
  for (const node of nodes) {
    const centre = y + node.height / 2;
    arrow(ink, [[screen.x + screen.width, middle], [split, middle], [split, centre], [RULES.x, centre]]);
    drawNode(ink, { ...RULES, y, height: node.height }, node);
    if (last && !node.ends) arrow(ink, [[RULES.x + RULES.width, centre], [join, centre], [join, middle], [LAST.x, middle]]);
    y += node.height + RULE_GAP;
  }
  if (last) drawNode(ink, { ...LAST, y: middle - NODE_HEIGHT / 2, height: NODE_HEIGHT }, last);
}

const PADDING = 4;

/** From the first baseline to the last one. */
function blockHeight(ink: Ink, { title, note }: Words, width: number): number {
  const lines = (text: string, style: typeof TITLE | typeof NOTE): number => ink.linesOf(text, { ...style, width: width - 2 * PADDING });
  return (lines(title, TITLE) - 1) * TITLE.leading + (note === '' ? 0 : 12.2 + (lines(note, NOTE) - 1) * NOTE.leading);
}

function drawNode(ink: Ink, { x, y, width, height }: Box, words: Words): void {
  ink.box(x, y, width, height, 0.7);
  const inner = { x: x + PADDING, width: width - 2 * PADDING };
  const first = y + height / 2 - blockHeight(ink, words, width) / 2 + 3.6;
  const titleEnd = ink.paragraph(inner.x, first, words.title, { ...TITLE, width: inner.width });
  if (words.note !== '') ink.paragraph(inner.x, titleEnd + 12.2, words.note, { ...NOTE, width: inner.width });
}

function arrow(ink: Ink, points: readonly (readonly [number, number])[]): void {
  const [first, ...rest] = points;
  const end = points.at(-1);
  if (!first || !end) return;
  ink.doc.lineWidth(0.7).strokeColor(BLACK).moveTo(...first);
  for (const point of rest) ink.doc.lineTo(...point);
  ink.doc.stroke();
  const [x, y] = end;
  ink.doc.fillColor(BLACK).moveTo(x, y).lineTo(x - 4.5, y - 2).lineTo(x - 4.5, y + 2).fill();
}
