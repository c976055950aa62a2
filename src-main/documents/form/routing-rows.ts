import type { FormPaper, FormRule } from '#domain/agreement/form-paper.ts';
import type { Flow } from '../sheet/flow.ts';
import { BODY, LEFT, MEASURE, RIGHT } from '../sheet/grid.ts';
import type { Ink, ParagraphStyle } from '../sheet/ink.ts';

const TEXT_X = 85;
const SHARE_X = 423;
const TEXT_WIDTH = SHARE_X - TEXT_X - 12;

/** How calls are answered, rule by rule in sentences: when and from where, who rings, how the strategy behaves, the expected share. */
export function routingRows(flow: Flow, { rules, shares }: FormPaper): void {
  flow.y += 26;
  flow.need(120);
  flow.sectionHead('来话怎么接', `自上而下，先符合的先用；${shares.basis}`);
  head(flow);
  rules.forEach((rule, i) => {
    const height = rowHeight(flow.ink, rule);
    if (flow.y + height > BODY.last) {
      flow.rule(1);
      flow.newPage();
      flow.y -= 14;
      head(flow);
    } else if (i > 0) flow.rule(0.35);
    setRow(flow.ink, flow.y, i + 1, rule);
    flow.y += height;
  });
  flow.rule(1);
  flow.y = flow.ink.paragraph(LEFT, flow.y + 14, packed(flow.ink, `各部电话：${shares.totals}`.split('\u3000'), TOTALS), TOTALS);
}

function head(flow: Flow): void {
  const style = { face: 'sansBold', size: 8 } as const;
  flow.rule(1);
  flow.ink.text(LEFT, flow.y + 11.6, '序', style);
  flow.ink.text(TEXT_X, flow.y + 11.6, '什么时候、哪里来的电话 → 接到哪里', style);
  flow.ink.text(SHARE_X, flow.y + 11.6, '预计占比', style);
  flow.y += 17.5;
  flow.rule(0.6);
}

const WHEN = { face: 'sansBold', size: 9.5, leading: 13, width: TEXT_WIDTH } as const;
const WHO = { face: 'serif', size: 10.5, leading: 14, width: TEXT_WIDTH } as const;
const BEHAVIOUR = { face: 'sans', size: 8.5, leading: 12, width: TEXT_WIDTH } as const;
const TOTALS = { face: 'sans', size: 9, leading: 13, width: MEASURE } as const;
const SHARE = { face: 'sans', size: 9, leading: 13, width: RIGHT - SHARE_X } as const;

/** As many items to a line as it holds; an item is not split while a line can hold it. */
function packed(ink: Ink, items: readonly string[], style: ParagraphStyle): string {
  const lines: string[] = [];
  for (const item of items) {
    const last = lines.at(-1);
    const joined = `${last}\u3000${item}`;
    if (last !== undefined && ink.widthOf(joined, style) <= style.width) lines[lines.length - 1] = joined;
    else lines.push(item);
  }
  return lines.join('\n');
}

function rowHeight(ink: Ink, rule: FormRule): number {
  const text = ink.linesOf(rule.when, WHEN) * 13 + ink.linesOf(rule.who, WHO) * 14 + (rule.behaviour === '' ? 0 : ink.linesOf(rule.behaviour, BEHAVIOUR) * 13);
  const share = 13 + ink.linesOf(packed(ink, rule.sharePerDestination, SHARE), SHARE) * 13;
  return Math.max(text, share) + 10.5;
}

function setRow(ink: Ink, y: number, number: number, rule: FormRule): void {
  ink.text(LEFT, y + 13.5, String(number), { face: 'sansBold', size: 9.5 });
  let at = ink.paragraph(TEXT_X, y + 13.5, rule.when, WHEN);
  at = ink.paragraph(TEXT_X, at + 14, rule.who, WHO);
  if (rule.behaviour !== '') ink.paragraph(TEXT_X, at + 14, rule.behaviour, BEHAVIOUR);
  ink.text(SHARE_X, y + 13.5, rule.share, { face: 'sans', size: 9 });
  ink.paragraph(SHARE_X, y + 27, packed(ink, rule.sharePerDestination, SHARE), SHARE);
}
