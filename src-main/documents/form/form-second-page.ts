import type { FormFeature, FormPaper } from '#domain/agreement/form-paper.ts';
import { formatYuan } from '#domain/money/money.ts';
import type { Flow } from '../sheet/flow.ts';
import { LEFT, RIGHT, column, span } from '../sheet/grid.ts';
import type { Ink } from '../sheet/ink.ts';
import { penStrokes, tickBox } from '../sheet/marks.ts';
import { type TableColumn, openTable } from '../sheet/open-table.ts';
import { signingHeight } from './form-signing.ts';

const LISTS: readonly TableColumn[] = [
  { head: '名单', x: LEFT, width: 56, face: 'sansBold' },
  { head: '种类', x: column(0) + 62, width: 52 },
  { head: '内容', x: 183, width: 108, tight: true },
  { head: '生效时间', x: 299, width: 100 },
  { head: '处理', x: 407, width: RIGHT - 407 },
];

const TEST_CALLS: readonly TableColumn[] = [
  { head: '次', x: LEFT, width: 14 },
  { head: '来电', x: 79, width: 102, tight: true },
  { head: '时间', x: 185, width: 94 },
  { head: '当时占线', x: 283, width: 42 },
  { head: '结果', x: 329, width: 120 },
  { head: '依据', x: 453, width: 38 },
  { head: '签认', x: 493, width: RIGHT - 493 },
];

const DENSE = { padding: [3, 3.5] } as const;

/** Black and white lists, features with their charges, and the simulated calls that the customer saw. */
export function formSecondPage(flow: Flow, paper: FormPaper): void {
  lists(flow, paper);
  features(flow, paper);
  testCalls(flow, paper);
}

function lists(flow: Flow, { lists: entries, listsNote }: FormPaper): void {
  flow.y += 22;
  flow.need(50);
  flow.sectionHead('黑白名单与阻截', listsNote);
  const rows = entries.length > 0
    ? entries.map(({ list, sort, content, window, handling }) => [list, sort, content, window, handling])
    : [['无', '', '没有设置名单', '', '']];
  flow.y = openTable(flow.ink, flow.y, LISTS, rows, flow.turn, DENSE);
}

function features(flow: Flow, { features: all, featureCharge }: FormPaper): void {
  const rows = Math.ceil(all.length / 3);
  flow.y += 22;
  flow.need(rows * 15 + 44);
  flow.sectionHead('功能', '价格单位为元；“含”表示套餐内不另收');
  flow.rule(1);
  all.forEach((feature, i) => {
    const third = Math.floor(i / rows);
    // The last third ends at the margin, the others leave air before the next tick box.
    setFeature(flow.ink, { x: column(2 * third), width: third === 2 ? span(2) : span(2) - 9.5 }, flow.y + 14 + 15 * (i % rows), feature);
  });
  flow.y += rows * 15 + 7;
  flow.rule(0.5);
  flow.ink.text(LEFT, flow.y + 13, '今日收取功能费', { face: 'sans', size: 9 });
  const words = featureCharge.amount === 0 ? '无' : `${featureCharge.text} ＝ ${formatYuan(featureCharge.amount)}`;
  flow.ink.text(RIGHT, flow.y + 13, words, { face: 'sansBold', size: 9.5, align: 'right' });
  flow.y += 13;
}

/** The least air between a feature and its charge, in points. */
const GAP = 5;

function setFeature(ink: Ink, { x, width: whole }: { readonly x: number; readonly width: number }, y: number, { name, on, charge }: FormFeature): void {
  tickBox(ink, x, y, on);
  const start = x + 14 + ink.text(x + 14, y, name, { face: on ? 'sansBold' : 'sans', size: 9 });
  if (charge === '') return;
  // A charge of two parts in a narrow column is set smaller: it never runs into the name.
  const size = [9, 8.5, 8, 7.5].find((each) => ink.widthOf(charge, { face: 'sans', size: each }) <= x + whole - start - GAP) ?? 7;
  const width = ink.text(x + whole, y, charge, { face: 'sans', size, align: 'right' });
  const end = x + whole - width;
  if (end - start < 12) return;
  ink.doc.save().lineWidth(0.7).lineCap('round').dash(0.01, { space: 2.6 }).moveTo(start + 4, y - 0.5).lineTo(end - 4, y - 0.5).stroke().restore();
}

function testCalls(flow: Flow, paper: FormPaper): void {
  const { testCalls: calls, signing } = paper;
  flow.y += 22;
  // Without calls the section is short and turns the page with the signatures: they never stand on a page of their own.
  flow.need(calls.length > 0 ? 60 : 27 + signingHeight(flow, paper));
  flow.sectionHead('试呼', calls.length > 0 ? '经办人当面看过结果；开通后按此验收' : '');
  if (calls.length === 0) return noTestCalls(flow);
  const rows = calls.map(({ caller, at, busy, result, basis }, i) => {
    const initials = signing?.initials[i];
    const draw = (x: number, y: number): void => {
      if (initials) penStrokes(flow.ink, initials, { x: x + 4, y: y - 9, width: 30, height: 11 });
    };
    return [String(i + 1), caller, at, busy, result, basis, draw];
  });
  flow.y = openTable(flow.ink, flow.y, TEST_CALLS, rows, flow.turn, { ...DENSE, size: 8.5, leading: 12 });
}

function noTestCalls(flow: Flow): void {
  flow.rule(1);
  flow.ink.text(LEFT, flow.y + 13.5, '没有试呼；开通后按“来话怎么接”验收', { face: 'sans', size: 9 });
  flow.y += 20;
  flow.rule(1);
}
