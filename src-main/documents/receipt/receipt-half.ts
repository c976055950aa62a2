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

// Returns the last baseline.
function facts(ink: Ink, top: number, { payer, receivedAt, tender, number, due }: ReceiptPaper): number {
  const [day = '', clock = ''] = receivedAt.split('T');
  ink.text(LEFT, top + 96, '交款单位', { face: 'sans', size: 8 });
  const size = Math.max(8, Math.min(10.5, (10.5 * 220) / ink.widthOf(payer, { face: 'sansBold', size: 10.5, tight: true })));
  const payerEnd = ink.paragraph(LEFT + 48, top + 96, payer, { face: 'sansBold', size, tight: true, leading: 10, width: 222 });
  const step = payerEnd > top + 96 ? 13 : 16;
  fieldList(ink, LEFT, payerEnd + step, [{ label: '收款时间', value: `${dateWords(day)} ${clock.slice(0, 5)}` }], { offset: 48, step, width: 270 });
  ink.text(339, top + 96, '400号码', { face: 'sans', size: 8 });
  const width = ink.text(386, top + 97, groupedNumber(number.digits), { face: 'sansBold', size: number.provisional ? 16 : 17, tight: true });
  if (number.provisional) stateBox(ink, 386 + width + 3, top + 95, '待确认', 7.5);
  ink.text(339, top + 118, due.expected || number.provisional ? '预计开通' : '最迟开通', { face: 'sans', size: 8 });
  ink.text(386, top + 118, `${dateWords(due.date)}（${weekdayWord(due.date)}）`, { face: 'sans', size: 9.5 });
  return tenderLine(ink, payerEnd + 2 * step, top + 132, tender);
}

/** A long reference runs on below the due date over the whole width. */
function tenderLine(ink: Ink, first: number, belowDue: number, tender: string): number {
  const style = { face: 'sans', size: 9.5, tight: true } as const;
  const isShort = ink.widthOf(tender, style) <= 222;
  const y = isShort ? first : Math.max(first, belowDue);
  ink.text(LEFT, y, '收款方式', { face: 'sans', size: 8 });
  if (isShort) ink.text(LEFT + 48, y, tender, style);
  return isShort ? y : ink.paragraph(LEFT + 48, y, tender, { ...style, size: 9, leading: 11.5, width: MEASURE - 48 });
}

function lines(ink: Ink, top: number, { lines: rows }: ReceiptPaper, lower: number): number {
  ink.rule(LEFT, top, MEASURE, 1);
  const head = { face: 'sansBold', size: 8 } as const;
  ink.text(LEFT, top + 11.6, '项目', head);
  ink.text(161, top + 11.6, '说明', head);
  ink.text(RIGHT, top + 11.6, '金额（元）', { ...head, align: 'right' });
  ink.rule(LEFT, top + 17.5, MEASURE, 0.6);
  // Three lines stand at ease; more share the same place, closer and without rules.
  const step = rows.length > 3 ? (72 - lower) / rows.length : 19;
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
