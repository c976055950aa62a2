import type { AgreementClauses } from '#domain/agreement/clauses.ts';
import type { ReceiptPaper } from '#domain/agreement/receipt-paper.ts';
import { chineseCapitals } from '#domain/money/chinese-capitals.ts';
import { formatYuan } from '#domain/money/money.ts';
import { fieldList } from '../sheet/fields.ts';
import { LEFT, MEASURE, RIGHT } from '../sheet/grid.ts';
import { sealWords } from '../sheet/hall-seal.ts';
import type { Ink } from '../sheet/ink.ts';
import { penStrokes, sealRing, stateBox } from '../sheet/marks.ts';
import type { Frame } from '../sheet/page-frame.ts';
import { dateWords, groupedNumber, weekdayWord, yuanSign } from '../sheet/wording.ts';
import { type HalfMark, halfFoot, halfHead } from './half-frame.ts';

type Place = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** One half of the sheet, `top` from the page's top. Returns the place of its seal. */
export function receiptHalf(ink: Ink, top: number, paper: ReceiptPaper, notes: AgreementClauses['receiptNotes'], frame: Frame, mark: HalfMark): Place {
  halfHead(ink, top, frame, mark);
  const table = Math.max(top + 139, facts(ink, top, paper) + 10);
  const y = lines(ink, table, paper, table - top - 139);
  ink.text(LEFT, y + 15, '大写', { face: 'sans', size: 8 });
  ink.text(LEFT, y + 33, chineseCapitals(paper.total), { face: 'serifBold', size: 13.5 });
  ink.text(RIGHT, y + 15, '合计', { face: 'sans', size: 8, align: 'right' });
  ink.text(RIGHT, y + 36, yuanSign(paper.total), { face: 'sansBold', size: 21, align: 'right' });
  ink.rule(LEFT, y + 45, MEASURE, 1);
  const place = closing(ink, y + 45, paper, notes);
  halfFoot(ink, top, frame, `协议编号 ${paper.agreementNumber}`);
  return place;
}

const LABEL = 48;
const NARROW = 222;
const WIDE = MEASURE - LABEL;

type Long = { readonly label: string; readonly value: string };

/** Payer, time and tender beside number and due day; what is too long for its column runs on below over the whole width. Returns the last baseline. */
function facts(ink: Ink, top: number, { payer, receivedAt, tender, number, due, lines: rows }: ReceiptPaper): number {
  numberAndDue(ink, top, number, due);
  const [day = '', clock = ''] = receivedAt.split('T');
  const payerStyle = (size: number) => ({ face: 'sansBold', size, tight: true, leading: 10, width: NARROW }) as const;
  const tenderStyle = { face: 'sans', size: 9.5, tight: true } as const;
  const isShortPayer = ink.linesOf(payer, payerStyle(8)) <= 2;
  const isShortTender = ink.widthOf(tender, tenderStyle) <= NARROW;
  let [y, step] = [top + 96, 16];
  if (isShortPayer) {
    ink.text(LEFT, y, '交款单位', { face: 'sans', size: 8 });
    const size = Math.max(8, Math.min(10.5, (10.5 * 220) / ink.widthOf(payer, payerStyle(10.5))));
    const payerEnd = ink.paragraph(LEFT + LABEL, y, payer, payerStyle(size));
    step = payerEnd > y ? 13 : 16;
    y = payerEnd + step;
  }
  fieldList(ink, LEFT, y, [{ label: '收款时间', value: `${dateWords(day)} ${clock.slice(0, 5)}` }], { offset: LABEL, step, width: 270 });
  y += step;
  if (isShortTender) {
    ink.text(LEFT, y, '收款方式', { face: 'sans', size: 8 });
    ink.text(LEFT + LABEL, y, tender, tenderStyle);
  }
  const long: readonly Long[] = [...(isShortPayer ? [] : [{ label: '交款单位', value: payer }]), ...(isShortTender ? [] : [{ label: '收款方式', value: tender }])];
  return long.length === 0 ? y : longFacts(ink, Math.max(isShortTender ? y + step : y, top + 132), long, top + ENDS - NEEDS - Math.min(72, rows.length * LEAST_STEP));
}

function numberAndDue(ink: Ink, top: number, number: ReceiptPaper['number'], due: ReceiptPaper['due']): void {
  ink.text(339, top + 96, '400号码', { face: 'sans', size: 8 });
  const width = ink.text(386, top + 97, groupedNumber(number.digits), { face: 'sansBold', size: number.provisional ? 16 : 17, tight: true });
  if (number.provisional) stateBox(ink, 386 + width + 3, top + 95, '待确认', 7.5);
  if (due === null) {
    ink.text(339, top + 118, '开通', { face: 'sans', size: 8 });
    ink.text(386, top + 118, '没有办成，款项应退', { face: 'sans', size: 9.5 });
    return;
  }
  ink.text(339, top + 118, due.expected || number.provisional ? '预计开通' : '最迟开通', { face: 'sans', size: 8 });
  ink.text(386, top + 118, `${dateWords(due.date)}（${weekdayWord(due.date)}）`, { face: 'sans', size: 9.5 });
}

/** Where the half's text ends, what table head, sum, notes and seal take, and the least height of a line of money. */
const [ENDS, NEEDS, LEAST_STEP] = [360, 154, 13] as const;

/** Set smaller, down to what can still be read, until it ends above `last`. */
function longFacts(ink: Ink, first: number, long: readonly Long[], last: number): number {
  const style = (size: number) => ({ face: 'sans', size, leading: size * 1.28, width: WIDE, tight: true }) as const;
  const bottom = (size: number): number => first + long.reduce((sum, { value }) => sum + ink.linesOf(value, style(size)), 0) * size * 1.28 + (long.length - 1) * 2 - size;
  const size = [9, 8, 7.5, 7, 6.5].find((each) => bottom(each) <= last) ?? 6.5;
  let y = first;
  let end = first;
  for (const { label, value } of long) {
    ink.text(LEFT, y, label, { face: 'sans', size: 8 });
    end = ink.paragraph(LEFT + LABEL, y, value, style(size));
    y = end + size * 1.28 + 2;
  }
  return end;
}

function lines(ink: Ink, top: number, { lines: rows }: ReceiptPaper, lower: number): number {
  ink.rule(LEFT, top, MEASURE, 1);
  const head = { face: 'sansBold', size: 8 } as const;
  ink.text(LEFT, top + 11.6, '项目', head);
  ink.text(161, top + 11.6, '说明', head);
  ink.text(RIGHT, top + 11.6, '金额（元）', { ...head, align: 'right' });
  ink.rule(LEFT, top + 17.5, MEASURE, 0.6);
  // Three lines stand at ease; more, or lines below a long explanation, share the same place, closer and without rules.
  const step = Math.min(19, (72 - lower) / rows.length);
  const size = Math.min(9, step * 0.8);
  rows.forEach(({ item, note, amount }, i) => {
    const y = top + 17.5 + step * i;
    if (i > 0 && rows.length <= 4) ink.rule(LEFT, y, MEASURE, 0.35);
    ink.text(LEFT, y + step / 2 + 3.4, item, { face: 'sansBold', size });
    ink.text(161, y + step / 2 + 3.4, note, { face: 'sans', size });
    ink.text(RIGHT, y + step / 2 + 3.4, formatYuan(amount), { face: 'sans', size: Math.min(9.5, step * 0.8), align: 'right' });
  });
  const bottom = top + 17.5 + step * rows.length;
  ink.rule(LEFT, bottom, MEASURE, 1);
  return bottom;
}

function closing(ink: Ink, top: number, { head, cashier, checker }: ReceiptPaper, notes: AgreementClauses['receiptNotes']): Place {
  sealRing(ink, RIGHT - 38.5, top + 43, 38, sealWords(head, '收款专用章'));
  ink.paragraph(LEFT, top + 16, notes.disclosure, { face: 'serif', bold: 'serifBold', size: 10, leading: 14, width: 280 });
  ink.paragraph(LEFT, top + 33.5, notes.invoice, { face: 'sans', size: 8.5, leading: 12.5, width: 276 });
  const staff = [['收款人', 20, cashier], ...(checker ? [['复核', 55, checker] as const] : [])] as const;
  for (const [label, y, { name, staffNumber }] of staff) {
    ink.text(357, top + y, label, { face: 'sans', size: 8.5 });
    ink.text(357, top + y + 14.5, `${name}\u3000${staffNumber}`, { face: 'sans', size: 9, tight: true });
  }
  penStrokes(ink, cashier.strokes, { x: 388, y: top + 3, width: 60, height: 20 });
  return { x: RIGHT - 77, y: top + 4.5, width: 77, height: 77 };
}
