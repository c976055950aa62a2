import type { DaySheetPaper } from '#domain/agreement/day-sheet-paper.ts';
import { formatYuan } from '#domain/money/money.ts';
import type { Flow } from '../sheet/flow.ts';
import { LEFT, column, span } from '../sheet/grid.ts';
import { type Cell, type TableColumn, openTable, tableHeight } from '../sheet/open-table.ts';

const WIDTH = span(3);
const CASH_X = column(3);

const METHODS: readonly TableColumn[] = [
  { head: '方式', x: LEFT, width: 62, face: 'sansBold' },
  { head: '系统应有', x: LEFT + 60, width: 60, align: 'right' },
  { head: '实点', x: LEFT + 118, width: 60, align: 'right' },
  { head: '差额', x: LEFT + WIDTH - 56, width: 56, align: 'right' },
];

const CASH: readonly TableColumn[] = [
  { head: '面额', x: CASH_X, width: 100 },
  { head: '张数', x: CASH_X + 90, width: 60, align: 'right' },
  { head: '金额', x: CASH_X + WIDTH - 80, width: 80, align: 'right' },
];

/** Ways of paying, expected and counted, beside the notes and coins less the float; both on one page. */
export function countTables(flow: Flow, { methods, cash }: DaySheetPaper): void {
  const { ink } = flow;
  const sum = (pick: (method: (typeof methods)[number]) => number): number => methods.reduce((total, method) => total + pick(method), 0);
  const methodRows: Cell[][] = [
    ...methods.map(({ name, expected, counted, difference }) => [name, formatYuan(expected), formatYuan(counted), differenceCell(difference)]),
    ['合计', { bold: formatYuan(sum((each) => each.expected)) }, { bold: formatYuan(sum((each) => each.counted)) }, differenceCell(sum((each) => each.difference), true)],
  ];
  const cashRows: Cell[][] = [
    ...cash.faces.map(({ face, pieces, amount }) => [face, pieces === null ? '' : String(pieces), formatYuan(amount)]),
    ['减：备用金', '', formatYuan(-cash.float)],
    [{ bold: '现金收款' }, '', { bold: formatYuan(cash.taken) }],
  ];
  const look = { padding: [2.6, 3.2] } as const;
  flow.need(Math.max(tableHeight(ink, METHODS, methodRows, look), tableHeight(ink, CASH, cashRows, look)) + 10);
  const top = flow.y;
  ink.text(LEFT, top, '收款方式', { face: 'sansBold', size: 10.5 });
  ink.text(LEFT + WIDTH, top, '元，不含备用金', { face: 'sans', size: 8, align: 'right' });
  ink.text(CASH_X, top, '现金清点', { face: 'sansBold', size: 10.5 });
  const left = openTable(ink, top + 6.5, METHODS, methodRows, flow.turn, { ...look, area: { x: LEFT, width: WIDTH } });
  const right = openTable(ink, top + 6.5, CASH, cashRows, flow.turn, { ...look, area: { x: CASH_X, width: WIDTH } });
  flow.y = Math.max(left, right) + 16;
}

function differenceCell(amount: number, total = false): Cell {
  if (amount !== 0) return { bold: formatYuan(amount), accent: true };
  return total ? { bold: formatYuan(0) } : formatYuan(0);
}
