import type { ComparisonPaper } from '#domain/agreement/comparison-paper.ts';
import { formatYuan } from '#domain/money/money.ts';
import type { Flow } from '../sheet/flow.ts';
import { BLACK, LEFT, RIGHT } from '../sheet/grid.ts';
import type { Ink } from '../sheet/ink.ts';
import { type ShownLine, niceStep, shownLine, spread, topOf } from './chart-scale.ts';

/** Dashes tell the lines apart where numbers are far: the first plan's is solid and heavy. */
const DASHES = [[], [7, 2.5], [3, 2], [1, 1.8], [8, 2, 1.2, 2], [4, 1.5, 1, 1.5, 1, 1.5], [10, 3], [2, 3], [6, 1.5, 2, 1.5]] as const;
const PLOT = { left: LEFT + 34, right: RIGHT - 94 } as const;

type Scale = { readonly x: (minutes: number) => number; readonly y: (month: number) => number; readonly top: number; readonly bottom: number };

/** Cost a month over minutes a month, one line a plan, with the customer's point and the points where the cheapest plan changes. */
export function costChart(flow: Flow, { plans, chart }: ComparisonPaper, height: number): void {
  const { ink } = flow;
  const end = flow.y + height;
  flow.sectionHead('每月花费随分钟数变化', '线上的数字是上表的序号；空心圆是您现在的用量，实心点是换套餐的地方');
  const [top, bottom] = [flow.y + 14, end - 28];
  const { top: most, step } = topOf(chart);
  const scale: Scale = {
    x: (minutes) => PLOT.left + ((PLOT.right - PLOT.left) * minutes) / chart.limitMinutes,
    y: (month) => bottom - ((bottom - top) * month) / most, top, bottom,
  };
  axes(ink, scale, { most, step, limit: chart.limitMinutes });
  const shown = chart.lines.map((line) => shownLine(line, chart.limitMinutes, most));
  for (const line of shown) drawLine(ink, scale, line);
  labels(ink, scale, shown, (plan) => plans[plan]?.name ?? '');
  for (const { minutes, month } of chart.switchMinutes) if (minutes <= chart.limitMinutes && month <= most) dot(ink, scale.x(minutes), scale.y(month), 2.4, true);
  customerPoint(ink, scale, chart.customer);
  flow.y = end;
}

function axes(ink: Ink, { x, y, bottom }: Scale, { most, step, limit }: { readonly most: number; readonly step: number; readonly limit: number }): void {
  const small = { face: 'sans', size: 7.5, align: 'right', tight: true } as const;
  for (let month = 0; month <= most; month += step) {
    ink.rule(PLOT.left, y(month), PLOT.right - PLOT.left, month === 0 ? 0.8 : 0.25);
    ink.text(PLOT.left - 4, y(month) + 2.6, formatYuan(month).replace(/\.00$/, ''), small);
  }
  ink.text(PLOT.left - 4, y(most) - 8, '元／月', { ...small, size: 7.5 });
  const every = niceStep(limit / 6);
  for (let minutes = 0; minutes <= limit; minutes += every) {
    ink.doc.lineWidth(0.5).moveTo(x(minutes), bottom).lineTo(x(minutes), bottom + 3).stroke();
    ink.text(x(minutes), bottom + 11.5, minutes.toLocaleString('en-US'), { ...small, align: 'center' });
  }
  ink.text(PLOT.right + 18, bottom + 11.5, '分钟／月', { ...small, align: 'left' });
}

function drawLine(ink: Ink, { x, y }: Scale, { plan, points }: ShownLine): void {
  const [first, ...rest] = points;
  if (!first) return;
  const { doc } = ink;
  doc.save().lineWidth(plan === 0 ? 1.9 : 1).strokeColor(BLACK).lineJoin('round');
  const dashes = DASHES[plan] ?? [];
  if (dashes.length > 0) doc.dash(dashes as unknown as number, {});
  doc.moveTo(x(first.minutes), y(first.month));
  for (const point of rest) doc.lineTo(x(point.minutes), y(point.month));
  doc.stroke().restore();
}

/** Name and number at the right end; a line that leaves over the top has its number there. */
function labels(ink: Ink, { x, y, top, bottom }: Scale, shown: readonly ShownLine[], nameOf: (plan: number) => string): void {
  const ending = (overTop: boolean, at: (line: ShownLine) => number) =>
    shown.filter((line) => line.overTop === overTop && line.points.length > 0).map((line) => ({ line, at: at(line) })).toSorted((a, b) => a.at - b.at);
  const right = ending(false, ({ points }) => y(points.at(-1)?.month ?? 0));
  spread(right.map(({ at }) => at), 10, bottom).forEach((at, i) => {
    const { line, at: end } = right[i] ?? {};
    if (!line || end === undefined) return;
    ink.doc.lineWidth(0.4).strokeColor(BLACK).moveTo(PLOT.right, end).lineTo(PLOT.right + 6, at).stroke();
    numberMark(ink, PLOT.right + 11, at, line.plan);
    const name = nameOf(line.plan);
    ink.text(PLOT.right + 18, at + 2.8, name, { face: line.plan === 0 ? 'sansBold' : 'sans', size: Math.min(8, (8 * 76) / ink.widthOf(name, { face: 'sansBold', size: 8 })) });
  });
  const over = ending(true, ({ points }) => x(points.at(-1)?.minutes ?? 0));
  spread(over.map(({ at }) => at), 11, PLOT.right).forEach((at, i) => {
    const { line, at: end } = over[i] ?? {};
    if (!line || end === undefined) return;
    ink.doc.lineWidth(0.4).strokeColor(BLACK).moveTo(end, top).lineTo(at, top - 4).stroke();
    numberMark(ink, at, top - 8.5, line.plan);
  });
}

function numberMark(ink: Ink, x: number, y: number, plan: number): void {
  ink.doc.lineWidth(0.5).strokeColor(BLACK).circle(x, y, 4.4).stroke();
  ink.text(x, y + 2.5, String(plan + 1), { face: 'sansBold', size: 6.8, align: 'center', tight: true });
}

function dot(ink: Ink, x: number, y: number, radius: number, filled: boolean): void {
  ink.doc.save().lineWidth(1.5).strokeColor(BLACK).fillColor(filled ? BLACK : '#FFFFFF').circle(x, y, radius).fillAndStroke().restore();
}

function customerPoint(ink: Ink, { x, y, bottom }: Scale, { minutes, month }: { readonly minutes: number; readonly month: number }): void {
  const [px, py] = [x(minutes), y(month)];
  ink.doc.save().lineWidth(0.6).strokeColor(BLACK).dash(1.2, { space: 1.8 }).moveTo(px, py).lineTo(px, bottom).stroke().restore();
  dot(ink, px, py, 3.4, false);
  const words = `您 ${minutes.toLocaleString('en-US')}分钟 ${formatYuan(month)}元`;
  const style = { face: 'sansBold', size: 8.5 } as const;
  const width = ink.widthOf(words, style);
  const isRight = px + 8 + width <= PLOT.right;
  const left = isRight ? px + 8 : px - 8 - width;
  const baseline = py + 17 <= bottom ? py + 13 : py - 6;
  ink.doc.save().opacity(0.88).fillColor('#FFFFFF').rect(left - 2, baseline - 8.5, width + 4, 11.5).fill().restore();
  ink.text(left, baseline, words, style);
}
