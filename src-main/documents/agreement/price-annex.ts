import type { AgreementPaper, TermCost } from '#domain/agreement/agreement-paper.ts';
import { chineseCapitals } from '#domain/money/chinese-capitals.ts';
import { formatYuan } from '#domain/money/money.ts';
import type { Flow } from '../sheet/flow.ts';
import { BODY, LEFT, MEASURE, RIGHT } from '../sheet/grid.ts';
import { type Cell, type TableColumn, type TableLook, openTable, tableHeight } from '../sheet/open-table.ts';
import { amountCell } from '../sheet/wording.ts';

const COLUMNS: readonly TableColumn[] = [
  { head: '序', x: LEFT, width: 16 },
  { head: '项目', x: 79.2, width: 74, face: 'sansBold' },
  { head: '算法', x: 154.6, width: 148 },
  { head: '何时收', x: 307.3, width: 78 },
  { head: '今日应付（元）', x: 385, width: 60.1, align: 'right' },
  { head: '规则编号', x: 457.4, width: RIGHT - 457.4, size: 8.5, tight: true },
];

/** A long annex is set closer: it should end on the page where the clauses end. */
const DENSE: TableLook = { leading: 12, padding: [3, 3.5] };
const TOTAL_HEIGHT = 22;
const TERM_GAP = 21;
const NOTE = { face: 'sans', size: 8, leading: 12, width: MEASURE } as const;

/** 附件一: each price with its calculation, moment, amount due today and rule ids; their total; the fixed cost over the term. */
export function priceAnnex(flow: Flow, { prices, dueToday }: AgreementPaper): void {
  const { ink } = flow;
  const rows = prices.lines.map((line, i) => [
    String(i + 1), line.item, line.calculation, line.when, amountCell(line.dueToday), line.ruleIds.join('\n'),
  ]);
  const term = prices.overTerm ? termTable(prices.overTerm) : undefined;
  const note = noteWords(prices.catalogueVersion);
  const noteHeight = 15 + ink.linesOf(note, NOTE) * NOTE.leading;
  const height = (look: TableLook): number =>
    36.5 + tableHeight(ink, COLUMNS, rows, look) + TOTAL_HEIGHT + (term ? TERM_GAP + 8.5 + tableHeight(ink, term.columns, term.rows, look) : 0) + noteHeight;
  const look = flow.y + height({}) > BODY.last ? DENSE : {};
  flow.y += 24;
  flow.need(160);
  flow.partTitle('附件一\u3000价目明细', `报价、本附件和账单出自同一套计费规则\u3000价格${prices.taxIncluded ? '含税' : '不含税'}`);
  flow.y = openTable(ink, flow.y + 2, COLUMNS, rows, flow.turn, { ...look, keep: TOTAL_HEIGHT + (term ? 0 : noteHeight) });
  totalRow(flow, dueToday.total);
  if (term) {
    flow.y += TERM_GAP;
    flow.need(8.5 + tableHeight(ink, term.columns, term.rows, look) + noteHeight);
    flow.sectionHead(term.title, term.note);
    flow.y = openTable(ink, flow.y + 2, term.columns, term.rows, flow.turn, { ...look, keep: noteHeight });
  }
  flow.y = ink.paragraph(LEFT, flow.y + 15, note, NOTE);
}

const noteWords = (version: string): string =>
  `规则编号对应营业厅公布的资费目录（${version}），签署时的规则原文随电子协议一并存档。号码等级、最低消费和预存数额为营业厅配置值，签署时已锁定，以后修改规则不影响本协议。`;

function totalRow(flow: Flow, total: number): void {
  const { ink, y } = flow;
  ink.text(79.2, y + 14.5, '合计', { face: 'sansBold', size: 10 });
  ink.text(154.6, y + 14.5, chineseCapitals(total), { face: 'sansBold', size: 9 });
  ink.text(445.1, y + 14.8, formatYuan(total), { face: 'sansBold', size: 12, align: 'right' });
  flow.y += TOTAL_HEIGHT;
  flow.rule(1);
}

type TermTable = { readonly title: string; readonly note: string; readonly columns: readonly TableColumn[]; readonly rows: readonly (readonly Cell[])[] };

function termTable({ title, note, moments, rows, total }: TermCost): TermTable {
  const first = 150;
  const step = (MEASURE - first) / (moments.length + 1);
  const columns: TableColumn[] = [
    { head: '', x: LEFT, width: first },
    ...[...moments, '合计（元）'].map((head, i): TableColumn => ({ head, x: LEFT + first + step * i, width: step, align: 'right' })),
  ];
  const cells = rows.map(({ item, amounts, sum }) => [item, ...amounts.map(amountCell), formatYuan(sum)]);
  const sums = ['合计', ...total.amounts.map((amount) => formatYuan(amount)), formatYuan(total.sum)].map((bold) => ({ bold }));
  return { title, note, columns, rows: [...cells, sums] };
}
