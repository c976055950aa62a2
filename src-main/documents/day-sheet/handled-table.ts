import type { DaySheetPaper } from '#domain/agreement/day-sheet-paper.ts';
import type { Flow } from '../sheet/flow.ts';
import { LEFT, RIGHT } from '../sheet/grid.ts';
import { type Cell, type TableColumn, openTable, tableHeight } from '../sheet/open-table.ts';
import { amountCell } from '../sheet/wording.ts';

const HANDLED: readonly TableColumn[] = [
  { head: '收据或受理单', x: LEFT, width: 62, face: 'sansBold', tight: true },
  { head: '差额（元）', x: 126, width: 54, align: 'right' },
  { head: '原因', x: 190, width: 118 },
  { head: '处理', x: 316, width: 136 },
  { head: '班长确认', x: 460, width: RIGHT - 460, tight: true },
];

const LATE: readonly TableColumn[] = [
  { head: '到账', x: LEFT, width: 52, tight: true },
  { head: '收据', x: 118, width: 30, tight: true },
  { head: '受理单', x: 152, width: 46, face: 'sansBold', tight: true },
  { head: '客户', x: 202, width: 106, tight: true },
  { head: '方式', x: 314, width: 36 },
  { head: '金额（元）', x: 352, width: 58, align: 'right' },
  { head: '补入哪一班', x: 416, width: RIGHT - 416, tight: true },
];

const LOOK = { size: 8.5, leading: 12, padding: [3, 3.5] } as const;

/** Each difference with its reason, what was done and who confirmed it; then what came in for shifts that are closed. */
export function handledTable(flow: Flow, { handled, carriedIn }: DaySheetPaper): void {
  const rows = handled.map(({ subject, amount, cause, action, confirmed }): Cell[] => [subject, amount === null ? amountCell(amount) : { bold: amountCell(amount), accent: true }, cause, action, confirmed]);
  table(flow, '差异处理', '没有处理意见的差异，不能结账', HANDLED, rows, '没有差异。');
  if (carriedIn.length === 0) return;
  table(flow, '补入以前班次', '本班到账，记在当时那一班；不计入本班合计', LATE, carriedIn.map(({ time, receipt, caseNumber, customer, tender, amount, shift }): Cell[] => [time, receipt, caseNumber, customer, tender, amountCell(amount), shift]), '');
}

function table(flow: Flow, title: string, note: string, columns: readonly TableColumn[], rows: readonly (readonly Cell[])[], none: string): void {
  const { ink } = flow;
  flow.need(rows.length === 0 ? 30 : 8 + tableHeight(ink, columns, rows.slice(0, 1), LOOK));
  flow.sectionHead(title, note);
  if (rows.length === 0) {
    flow.rule(1);
    ink.text(LEFT, flow.y + 14, none, { face: 'sans', size: 9 });
    flow.y += 30;
  } else flow.y = openTable(ink, flow.y, columns, rows, flow.turn, LOOK) + 15;
}
