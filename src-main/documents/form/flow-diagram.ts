import type { FormPaper, FormRule } from '#domain/agreement/form-paper.ts';
import type { Flow } from '../sheet/flow.ts';
import { BLACK, LEFT, RIGHT } from '../sheet/grid.ts';
import type { Ink } from '../sheet/ink.ts';

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

const NODE_HEIGHT = 34;
const RULE_HEIGHT = 30;
const RULE_STEP = 39;
const RULES = { x: 252, width: 164 } as const;
const LAST = { x: 448, width: RIGHT - 448 } as const;

/** The same rules as a picture, drawn from the same rows: call → lists → first rule that fits → last resort. */
export function flowDiagram(flow: Flow, { rules, lists }: FormPaper): void {
  const normal = rules.filter(({ fallback }) => !fallback);
  const height = Math.max(normal.length * RULE_STEP, NODE_HEIGHT + 22);
  flow.y += 28;
  flow.need(height + 26);
  flow.sectionHead('来话流程图', '与“来话怎么接”同一规则，以文字为准');
  flow.rule(1);
  const top = flow.y + 9;
  drawNodes(flow.ink, top, height, normal, rules.find(({ fallback }) => fallback), lists.length > 0);
  flow.y = top + height;
}

function drawNodes(ink: Ink, top: number, height: number, normal: readonly FormRule[], last: FormRule | undefined, hasLists: boolean): void {
  const middle = top + (height - (RULE_STEP - RULE_HEIGHT)) / 2;
  const call = { x: LEFT, y: middle - NODE_HEIGHT / 2, width: 52, height: NODE_HEIGHT };
  const screen = { ...call, x: LEFT + 76, width: 70 };
  node(ink, call, '来电', '');
  node(ink, screen, '名单', hasLists ? '先查黑白名单' : '没有名单');
  arrow(ink, [[call.x + call.width, middle], [screen.x, middle]]);
  const [split, join] = [RULES.x - 22, RULES.x + RULES.width + 14];
  normal.forEach((rule, i) => {
    const box = { x: RULES.x, y: top + i * RULE_STEP, width: RULES.width, height: RULE_HEIGHT };
    const centre = box.y + RULE_HEIGHT / 2;
    arrow(ink, [[screen.x + screen.width, middle], [split, middle], [split, centre], [box.x, centre]]);
    node(ink, box, `${i + 1}\u3000${rule.diagram.title}`, `${rule.diagram.condition}\u3000${rule.share}`);
    if (last) arrow(ink, [[box.x + box.width, centre], [join, centre], [join, middle], [LAST.x, middle]]);
  });
  if (!last) return;
  node(ink, { ...LAST, y: middle - NODE_HEIGHT / 2, height: NODE_HEIGHT }, `${normal.length + 1}\u3000${last.diagram.title}`, `${last.diagram.condition}\u3000${last.share}`);
}

function node(ink: Ink, { x, y, width, height }: Box, title: string, note: string): void {
  ink.box(x, y, width, height, 0.7);
  const fit = (text: string, face: 'sans' | 'sansBold', size: number): number => Math.min(size, (size * (width - 8)) / Math.max(1, ink.widthOf(text, { face, size })));
  const centre = x + width / 2;
  const first = note === '' ? y + height / 2 + 3.4 : y + height / 2 - 2.2;
  ink.text(centre, first, title, { face: 'sansBold', size: fit(title, 'sansBold', 9), align: 'center' });
  if (note !== '') ink.text(centre, y + height / 2 + 10, note, { face: 'sans', size: fit(note, 'sans', 8), align: 'center' });
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
