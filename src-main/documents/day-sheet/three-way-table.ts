import type { DaySheetColumn, DaySheetPaper, DaySheetRow } from '#domain/agreement/day-sheet-paper.ts';
import { formatYuan } from '#domain/money/money.ts';
import type { Flow } from '../sheet/flow.ts';
import { LEFT, RIGHT } from '../sheet/grid.ts';
import type { Ink } from '../sheet/ink.ts';
import { tickBox } from '../sheet/marks.ts';
import { type Cell, type TableColumn, type TableLook, openTable } from '../sheet/open-table.ts';
import { amountCell } from '../sheet/wording.ts';

const SIDES: readonly DaySheetColumn[] = ['drawer', 'cases', 'carrier'];
const REMARK = 461;
const RIGHT_EDGES = { drawer: 351, cases: 402, carrier: 453 } as const;
const AMOUNT_WIDTH = 50;

const COLUMNS: readonly TableColumn[] = [
  { head: '时间', x: LEFT, width: 28, tight: true },
  { head: '收据', x: 90, width: 26, tight: true },
  { head: '受理单', x: 117, width: 46, face: 'sansBold', tight: true },
  { head: '客户', x: 165, width: 99, tight: true },
  { head: '方式', x: 267, width: 35 },
  ...([['drawer', '抽屉'], ['cases', '受理单'], ['carrier', '运营商']] as const).map(([side, head]): TableColumn => ({ head, x: RIGHT_EDGES[side] - AMOUNT_WIDTH, width: AMOUNT_WIDTH, align: 'right' })),
  { head: '核对', x: REMARK, width: RIGHT - REMARK },
];

const TOTAL_HEIGHT = 20;

/** One row a receipt in three columns, ticked where they agree; what differs stands in accent with its words. Total below. */
export function threeWayTable(flow: Flow, paper: DaySheetPaper): void {
  const { ink } = flow;
  const look: TableLook = { size: 8.5, leading: 12, padding: [3, 3.5], keep: TOTAL_HEIGHT };
  flow.sectionHead('三方核对', '元；每行三数相同打勾，不同的写明差在哪里');
  flow.y = openTable(ink, flow.y, COLUMNS, paper.rows.length === 0 ? [['', '', '', '本班没有收付款']] : paper.rows.map((row) => cells(ink, row)), flow.turn, look);
  ink.text(LEFT, flow.y + 13.5, '合计', { face: 'sansBold', size: 9 });
  for (const side of SIDES) {
    const sum = paper.rows.reduce((total, { amounts }) => total + (amounts[side] ?? 0), 0);
    const size = Math.min(9, (9 * (AMOUNT_WIDTH - 3)) / ink.widthOf(formatYuan(sum), { face: 'sansBold', size: 9 }));
    ink.text(RIGHT_EDGES[side], flow.y + 13.5, formatYuan(sum), { face: 'sansBold', size, align: 'right' });
  }
  flow.y += TOTAL_HEIGHT;
  flow.rule(1);
  flow.y += 16;
}

function cells(ink: Ink, { time, receipt, caseNumber, customer, tender, amounts, odd, remark }: DaySheetRow): readonly Cell[] {
  const tick = (x: number, y: number): void => tickBox(ink, x, y, true);
  return [
    time, receipt, caseNumber, customer, tender,
    ...SIDES.map((side): Cell => (odd.includes(side) ? { bold: amountCell(amounts[side]), accent: true } : amountCell(amounts[side]))),
    remark === '' ? tick : { bold: remark, accent: true },
  ];
}
