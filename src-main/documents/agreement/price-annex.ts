import type { AgreementPaper, TermCost } from '#domain/agreement/agreement-paper.ts';
import { chineseCapitals } from '#domain/money/chinese-capitals.ts';
import { formatYuan } from '#domain/money/money.ts';
import type { Flow } from '../sheet/flow.ts';
import { LEFT, MEASURE, RIGHT } from '../sheet/grid.ts';
import { type TableColumn, openTable } from '../sheet/open-table.ts';
import { amountCell } from '../sheet/wording.ts';

const COLUMNS: readonly TableColumn[] = [
  { head: '序', x: LEFT, width: 16 },
  { head: '项目', x: 79.2, width: 74, face: 'sansBold' },
  { head: '算法', x: 154.6, width: 148 },
  { head: '何时收', x: 307.3, width: 78 },
  { head: '今日应付（元）', x: 385, width: 60.1, align: 'right' },
  { head: '规则编号', x: 457.4, width: RIGHT - 457.4, size: 8.5, tight: true },
];

/** 附件一: each price with its calculation, moment, amount due today and rule ids; their total; the fixed cost over the term. */
export function priceAnnex(flow: Flow, { prices, dueToday }: AgreementPaper): void {
  flow.y += 24;
  flow.need(160);
  flow.partTitle('附件一\u3000价目明细', `报价、本附件和账单出自同一套计费规则\u3000价格${prices.taxIncluded ? '含税' : '不含税'}`);
  const rows = prices.lines.map((line, i) => [
    String(i + 1), line.item, line.calculation, line.when, amountCell(line.dueToday), line.ruleIds.join('\n'),
  ]);
  flow.y = openTable(flow.ink, flow.y + 2, COLUMNS, rows, flow.turn);
  totalRow(flow, dueToday.total);
  if (prices.overTerm) termCost(flow, prices.overTerm);
  flow.y += 18;
  flow.need(24);
  flow.y = flow.ink.paragraph(LEFT, flow.y,
    `规则编号对应营业厅公布的资费目录（${prices.catalogueVersion}），签署时的规则原文随电子协议一并存档。号码等级、最低消费和预存数额为营业厅配置值，签署时已锁定，以后修改规则不影响本协议。`,
    { face: 'sans', size: 8, leading: 12, width: MEASURE });
}

function totalRow(flow: Flow, total: number): void {
  flow.need(26);
  const { ink, y } = flow;
  ink.text(79.2, y + 14.5, '合计', { face: 'sansBold', size: 10 });
  ink.text(154.6, y + 14.5, chineseCapitals(total), { face: 'sansBold', size: 9 });
  ink.text(445.1, y + 14.8, formatYuan(total), { face: 'sansBold', size: 12, align: 'right' });
  flow.y += 22;
  flow.rule(1);
}

function termCost(flow: Flow, { title, note, moments, rows, total }: TermCost): void {
  flow.y += 28;
  flow.need(40 + rows.length * 22);
  flow.sectionHead(title, note);
  const last = moments.length;
  const first = 150;
  const step = (MEASURE - first) / (last + 1);
  const columns: TableColumn[] = [
    { head: '', x: LEFT, width: first },
    ...[...moments, '合计（元）'].map((head, i): TableColumn => ({ head, x: LEFT + first + step * i, width: step, align: 'right' })),
  ];
  const cells = rows.map(({ item, amounts, sum }) => [item, ...amounts.map(amountCell), formatWhole(sum)]);
  const sums = ['合计', ...total.amounts.map(formatWhole), formatWhole(total.sum)].map((bold) => ({ bold }));
  flow.y = openTable(flow.ink, flow.y + 2, columns, [...cells, sums], flow.turn);
}

const formatWhole = (amount: number): string => formatYuan(amount);
