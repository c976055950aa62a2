import type { FormCoverage, FormPaper } from '#domain/agreement/form-paper.ts';
import { coverageStates, type CoverageState } from '#domain/routing/coverage/coverage.ts';
import type { Flow } from '../sheet/flow.ts';
import { BLACK, LEFT, MEASURE, RIGHT } from '../sheet/grid.ts';
import type { Ink } from '../sheet/ink.ts';
import { tickBox } from '../sheet/marks.ts';
import { openTable, type TableColumn } from '../sheet/open-table.ts';

const LABEL = 46;
const CELL = (MEASURE - LABEL) / 168;
const ROW = 8.2;
const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;

/** Told apart without colour: white, light, dots, strokes, dark; only where nobody answers the cell is black. */
const LOOKS: Readonly<Record<CoverageState, { readonly grey: string | null; readonly word: string }>> = {
  rings: { grey: null, word: '有人接' }, single: { grey: '#E4E4E4', word: '只有一部电话' }, voicemail: { grey: '#B9B9B9', word: '只能留言' }, refused: { grey: 'strokes', word: '不接（阻截）' },
  announcement: { grey: '#6A6A6A', word: '只有提示音' }, nobody: { grey: '#000000', word: '接不通' }, notOpen: { grey: 'cross', word: '不开放' },
};

const HOLES: readonly TableColumn[] = [
  { head: '序', x: LEFT, width: 14, face: 'sansBold' }, { head: '谁', x: LEFT + 18, width: 108 }, { head: '什么时候', x: LEFT + 132, width: 150 }, { head: '为什么', x: LEFT + 288, width: RIGHT - LEFT - 288 - 62 }, { head: '客户同意', x: RIGHT - 50, width: 50 },
];

/** Who is answered at which hour, on one page: the upper half of a cell are landlines, the lower half mobiles. */
export function coveragePage(flow: Flow, { coverage }: FormPaper): void {
  flow.newPage();
  flow.partTitle('接听覆盖图', `平常一周；每格上半是固话、下半是手机；区号表 ${coverage.version}`);
  flow.rule(1);
  flow.y += 4;
  const { ink } = flow;
  weekHead(ink, flow.y);
  flow.y += 12;
  for (const { name, landline, mobile } of coverage.rows) {
    gridRow(ink, flow.y, name, { landline, mobile, cell: CELL });
    flow.y += ROW;
  }
  daysLines(ink, flow.y - coverage.rows.length * ROW, coverage.rows.length * ROW);
  flow.rule(0.6);
  if (coverage.days.length > 0) specialDayRows(flow, coverage);
  legend(ink, flow.y + 14);
  flow.y += 30;
  holes(flow, coverage);
}

function weekHead(ink: Ink, y: number): void {
  WEEKDAYS.forEach((word, day) => ink.text(LEFT + LABEL + (day + 0.5) * 24 * CELL, y + 8, word, { face: 'sansBold', size: 7, align: 'center' }));
}

/** Between days a stronger line; noon is marked. */
function daysLines(ink: Ink, y: number, height: number): void {
  for (let day = 0; day <= 7; day += 1) {
    const x = LEFT + LABEL + day * 24 * CELL;
    ink.doc.lineWidth(0.6).strokeColor(BLACK).moveTo(x, y).lineTo(x, y + height).stroke();
    if (day < 7) ink.doc.lineWidth(0.25).strokeColor('#777777').moveTo(x + 12 * CELL, y).lineTo(x + 12 * CELL, y + height).stroke();
  }
}

type Row = { readonly landline: string; readonly mobile: string; readonly cell: number };

function gridRow(ink: Ink, y: number, name: string, { landline, mobile, cell }: Row, left = LEFT + LABEL): void {
  ink.text(left - LABEL, y + ROW - 2, name, { face: 'sans', size: 6.5, tight: true });
  [landline, mobile].forEach((states, half) => {
    for (const { from, to, state } of runsOf(states)) fill(ink, { x: left + from * cell, y: y + (half * (ROW - 0.8)) / 2, width: (to - from) * cell, height: (ROW - 0.8) / 2 }, state);
  });
  ink.doc.lineWidth(0.2).strokeColor('#999999').moveTo(left, y + ROW - 0.4).lineTo(left + landline.length * cell, y + ROW - 0.4).stroke();
}

/** Neighbours of one state are one stroke of the pen. */
function runsOf(states: string): readonly { readonly from: number; readonly to: number; readonly state: CoverageState }[] {
  const runs: { from: number; to: number; state: CoverageState }[] = [];
  [...states].forEach((digit, at) => {
    const state = coverageStates[Number(digit)] ?? 'nobody';
    const last = runs.at(-1);
    if (last?.state === state) last.to = at + 1;
    else runs.push({ from: at, to: at + 1, state });
  });
  return runs;
}

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

function fill(ink: Ink, { x, y, width, height }: Box, state: CoverageState): void {
  const { grey } = LOOKS[state];
  if (grey === null) return;
  if (grey !== 'strokes' && grey !== 'cross') {
    ink.doc.rect(x, y, width, height).fill(grey);
    return;
  }
  ink.doc.save().rect(x, y, width, height).clip().lineWidth(0.3).strokeColor('#555555');
  const step = grey === 'cross' ? 6 : 2.4;
  for (let at = x - height; at < x + width; at += step) {
    ink.doc.moveTo(at, y + height).lineTo(at + height, y);
    if (grey === 'cross') ink.doc.moveTo(at, y).lineTo(at + height, y + height);
  }
  ink.doc.stroke().restore();
}

/** Days that differ from their weekday, two to a line. */
function specialDayRows(flow: Flow, { days }: FormCoverage): void {
  const { ink } = flow;
  flow.y += 12;
  ink.text(LEFT, flow.y, '节假日、调休和指定日期（各地区里最差的）', { face: 'sansBold', size: 8 });
  flow.y += 5;
  const half = MEASURE / 2;
  const label = 104;
  days.forEach(({ name, landline, mobile }, index) => {
    const left = LEFT + (index % 2) * half;
    ink.text(left, flow.y + ROW - 1.5, name, { face: 'sans', size: 6.5 });
    gridRow(ink, flow.y, '', { landline, mobile, cell: (half - label - 10) / 24 }, left + label);
    ink.box(left + label, flow.y, half - label - 10, ROW - 0.8, 0.3);
    if (index % 2 === 1 || index === days.length - 1) flow.y += ROW + 1.5;
  });
}

function legend(ink: Ink, y: number): void {
  let x = LEFT;
  for (const state of coverageStates) {
    fill(ink, { x, y: y - 7, width: 16, height: 8 }, state);
    ink.box(x, y - 7, 16, 8, 0.4);
    x += 20 + ink.text(x + 20, y, LOOKS[state].word, { face: 'sans', size: 8 }) + 12;
  }
}

function holes(flow: Flow, { holes: found }: FormCoverage): void {
  flow.need(60);
  flow.sectionHead('没人接的时段', found.length === 0 ? '' : '勾选的由客户同意；其余请在签字前补好');
  if (found.length === 0) {
    flow.rule(1);
    flow.ink.text(LEFT, flow.y + 13.5, '没有：开放地区的来电，任何时间都有人接或可以留言', { face: 'sans', size: 9 });
    flow.y += 20;
    flow.rule(1);
    return;
  }
  const rows = found.map(({ who, when, why, accepted }, index) => [String(index + 1), who, when, why, (x: number, y: number): void => tickBox(flow.ink, x, y, accepted)]);
  flow.y = openTable(flow.ink, flow.y, HOLES, rows, flow.turn, { size: 8.5, leading: 12, padding: [3, 3.5] });
}
