import type { AgreementPaper, PaperFact } from '#domain/agreement/agreement-paper.ts';
import type { AgreementClauses } from '#domain/agreement/clauses.ts';
import { chineseCapitals } from '#domain/money/chinese-capitals.ts';
import { formatYuan } from '#domain/money/money.ts';
import { fieldList } from '../sheet/fields.ts';
import type { Flow } from '../sheet/flow.ts';
import { ACCENT, LEFT, MEASURE, RIGHT, column, span } from '../sheet/grid.ts';
import type { Ink } from '../sheet/ink.ts';
import { penStrokes, stateBox, tickBox } from '../sheet/marks.ts';
import { dateWords, dueWords, groupedNumber, yuanSign } from '../sheet/wording.ts';

const INNER = LEFT + 14.2;
const INNER_WIDTH = MEASURE - 28.4;
const THIRD = 152.8;
const FACT_WIDTH = 142;
/** With more prices than this the add-ons take a line of their own over the whole width. */
const FEW_NOTES = 2;

/** Title, both parties, what is bought in words and figures, and the caller-cost disclosure. */
export function firstPage(flow: Flow, paper: AgreementPaper, clauses: AgreementClauses): void {
  title(flow.ink, paper);
  flow.y = Math.max(customerBlock(flow.ink, paper), hallBlock(flow.ink, paper)) + 16;
  flow.sectionHead('您购买的内容', '读完本页即知号码、价格、期限和开通日；细则见条款，逐项价目见附件一');
  const boxBottom = summaryBox(flow.ink, flow.y + 2.5, paper);
  flow.y = boxBottom + (hasManyAddOns(paper) ? 10 : 14.5);
  disclosure(flow, paper, clauses);
}

function title(ink: Ink, { head, signedOn }: AgreementPaper): void {
  ink.text(LEFT, 91, '400业务合作协议', { face: 'serifBold', size: 20 });
  ink.text(RIGHT, 84, `协议编号 ${head.documentNumber}`, { face: 'sans', size: 8.5, align: 'right' });
  ink.text(RIGHT, 96, `签订日期 ${dateWords(signedOn)}\u3000地点 ${head.hall.city}`, { face: 'sans', size: 8.5, align: 'right' });
  ink.rule(LEFT, 108, MEASURE, 1);
}

function partyName(ink: Ink, x: number, name: string): number {
  const long = ink.widthOf(name, { face: 'serifBold', size: 12.5, tight: true }) > span(3);
  return ink.paragraph(x, 140, name, { face: 'serifBold', size: long ? 10.5 : 12.5, leading: 14, width: span(3), tight: true });
}

function customerBlock(ink: Ink, { customer }: AgreementPaper): number {
  ink.text(LEFT, 123.5, '甲方（客户）', { face: 'sansBold', size: 8.5 });
  const y = partyName(ink, LEFT, customer.name);
  return fieldList(ink, LEFT, y + 17, [
    { label: '统一社会信用代码', value: customer.creditCode },
    { label: '法定代表人', value: customer.legalPerson },
    { label: '经办人', value: `${customer.handler.name}\u3000身份证 ${customer.handler.identity}` },
    { label: '住所', value: customer.address },
  ], { offset: 73.5, step: 13.4, width: span(3) });
}

function hallBlock(ink: Ink, { head, approval }: AgreementPaper): number {
  ink.text(column(3), 123.5, '乙方（运营企业）', { face: 'sansBold', size: 8.5 });
  const y = partyName(ink, column(3), head.hall.branchName);
  return fieldList(ink, column(3), y + 17, [
    { label: '受理营业厅', value: `${head.hall.name}（${head.hall.code}）` },
    { label: '营业员', value: `${head.clerk.name}\u3000工号 ${head.clerk.staffNumber}` },
    { label: '特殊号码审批', value: approval ? `${approval.approver}\u3000${approval.number}` : '普通号码，不需审批' },
    { label: '服务电话', value: head.hall.serviceLine },
  ], { offset: 63, step: 13.4, width: span(3) });
}

function summaryBox(ink: Ink, top: number, paper: AgreementPaper): number {
  const rule = Math.max(top + 82, numberAndDue(ink, top, paper) + 8);
  ink.rule(INNER, rule, INNER_WIDTH, 0.5);
  const { summary } = paper;
  const many = hasManyAddOns(paper);
  const addOns: readonly (readonly [string, PaperFact])[] = [['附加业务', summary.addOns]];
  const rows: readonly (readonly (readonly [string, PaperFact])[])[] = [
    [['套餐', summary.plan], ['来电资费', summary.rate], ['每月固定费用', summary.monthlyFee]],
    [['月最低消费', summary.monthlyMinimum], ['承诺消费', summary.commitment], ['期限', summary.term]],
    [...(many ? [] : addOns), ['提前终止', summary.earlyExit], ['预存款', summary.prepayment]],
  ];
  const air = many ? 5 : 10;
  let y = rule + 15;
  for (const row of rows) y = Math.max(y + 38 + air, ...row.map(([label, fact], i) => factCell(ink, INNER + THIRD * i, y, label, fact) + air));
  if (many) {
    const { value, notes } = summary.addOns;
    y = factCell(ink, INNER, y, '附加业务', { value, notes: [notes.join('；')] }, INNER_WIDTH) + air;
  }
  ink.rule(INNER, y - 4, INNER_WIDTH, 0.5);
  const bottom = dueToday(ink, y + 13.5, paper);
  ink.box(LEFT, top, MEASURE, bottom - top, 1.2);
  return bottom;
}

// Returns the last baseline.
function numberAndDue(ink: Ink, top: number, { number, due }: AgreementPaper): number {
  const right = INNER + THIRD * 2;
  ink.text(INNER, top + 19.5, '400号码', { face: 'sans', size: 8 });
  const width = ink.text(INNER - 1, top + 51, groupedNumber(number.digits), { face: 'sansBold', size: 33, tight: true });
  const small = { face: 'sans', size: 8.5 } as const;
  let last = top + 68;
  if (number.provisional) {
    stateBox(ink, INNER + width + 12, top + 47, '待确认', 12.5);
    const fallbacks = number.provisional.fallbacks.map((digits, i) => `${'①②③④⑤⑥⑦⑧⑨'.charAt(i)}${groupedNumber(digits)}`).join('\u3000');
    const words = `${number.special ? `特殊号码${number.grade}级；` : ''}${fallbacks === '' ? '没有备选；不成，全额退款（见6.3）' : `备选 ${fallbacks}；都不成，全额退款（见6.3）`}`;
    last = ink.paragraph(INNER, top + 68, words, { face: 'sansBold', size: 8.5, leading: 11, width: right - INNER - 8 });
  } else {
    const rules = number.rules.length > 0 ? `\u3000规则 ${number.rules.join('、')}` : '';
    ink.text(INNER, top + 68, number.special ? `特殊号码\u3000${number.grade}级${rules}` : '普通号码', small);
  }
  ink.text(right, top + 19.5, due.expected || number.provisional ? '预计开通（联网确认后为准）' : '最迟开通', { face: 'sans', size: 8 });
  ink.text(right, top + 39, dateWords(due.date), { face: 'sansBold', size: 15, tight: true });
  ink.text(right, top + 53.5, dueWords(due), small);
  return Math.max(last, ink.paragraph(right, top + 65, due.reason, { face: 'sans', size: 7.5, leading: 9.5, width: RIGHT - right - 6 }));
}

const hasManyAddOns = ({ summary }: AgreementPaper): boolean => summary.addOns.notes.length > FEW_NOTES;

function factCell(ink: Ink, x: number, y: number, label: string, fact: PaperFact, width = FACT_WIDTH): number {
  ink.text(x, y, label, { face: 'sans', size: 8 });
  let at = ink.paragraph(x, y + 15, fact.value, { face: 'sansBold', size: 11, leading: 14, width }) + 12;
  for (const note of fact.notes) at = ink.paragraph(x, at, note, { face: 'sans', size: 8, leading: 11, width }) + 11;
  return at;
}

function dueToday(ink: Ink, y: number, { dueToday: { total, parts } }: AgreementPaper): number {
  const x = LEFT + 159;
  ink.text(INNER, y, '今日应付', { face: 'sans', size: 8 });
  ink.text(INNER - 1, y + 24.5, yuanSign(total), { face: 'sansBold', size: 22, tight: true });
  ink.text(x, y, '大写', { face: 'sans', size: 8 });
  const capitals = ink.paragraph(x, y + 16.5, chineseCapitals(total), { face: 'serifBold', size: 13, leading: 16, width: RIGHT - x - 14 });
  const words = parts.length > 0 ? parts.map(({ label, amount }) => `${label} ${formatYuan(amount)}`).join(' ＋ ') : '今日没有应付的费用';
  return ink.paragraph(x, capitals + 15, words, { face: 'sans', size: 8.5, leading: 11.5, width: RIGHT - x - 14 }) + 17;
}

function disclosure(flow: Flow, { signing }: AgreementPaper, { disclosure: words }: AgreementClauses): void {
  const { ink } = flow;
  const style = { face: 'serif', bold: 'serifBold', size: 11.5, leading: 18, width: INNER_WIDTH, justify: true } as const;
  const lines = words.lines.reduce((sum, line) => sum + ink.linesOf(line, style), 0);
  const height = 83 + lines * 18;
  flow.need(height);
  const top = flow.y;
  ink.box(LEFT + 0.6, top, MEASURE - 1.2, height, 2.5, ACCENT);
  ink.text(INNER, top + 29, words.title, { face: 'sansBold', size: 18, accent: true });
  let y = top + 52;
  for (const line of words.lines) y = ink.paragraph(INNER, y, line, style) + 18;
  const bottom = top + height - 16;
  tickBox(ink, INNER, bottom, signing !== undefined);
  ink.text(INNER + 15.5, bottom, words.tick, { face: 'sansBold', size: 9.5 });
  ink.text(LEFT + 322, bottom, '经办人', { face: 'sans', size: 8.5 });
  ink.rule(LEFT + 351, bottom + 4.5, 107, 0.5);
  if (signing) penStrokes(ink, signing.disclosure.strokes, { x: LEFT + 358, y: bottom - 20, width: 94, height: 23 });
  flow.y = top + height;
}
