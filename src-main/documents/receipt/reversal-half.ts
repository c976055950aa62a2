import type { ReversalPaper } from '#domain/agreement/reversal-paper.ts';
import { chineseCapitals } from '#domain/money/chinese-capitals.ts';
import { formatYuan } from '#domain/money/money.ts';
import { fieldList } from '../sheet/fields.ts';
import { LEFT, MEASURE, RIGHT } from '../sheet/grid.ts';
import { sealWords } from '../sheet/hall-seal.ts';
import type { Ink } from '../sheet/ink.ts';
import { sealRing } from '../sheet/marks.ts';
import type { Frame } from '../sheet/page-frame.ts';
import { dateWords, groupedNumber, yuanSign } from '../sheet/wording.ts';
import { type HalfMark, halfFoot, halfHead } from './half-frame.ts';

type Place = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

const WORDS = {
  void: { payer: '交款单位', at: '作废时间', amount: '作废金额', customer: '客户签字', note: '原收据已收回并作废，不再有效。' },
  refund: { payer: '收款单位', at: '退款时间', amount: '退款金额', customer: '收款人签字', note: '原收据以余下金额为限继续有效。' },
} as const;

/** One half of the sheet, `top` from the page's top. Returns the place of its seal. */
export function reversalHalf(ink: Ink, top: number, paper: ReversalPaper, frame: Frame, mark: HalfMark): Place {
  halfHead(ink, top, frame, mark);
  const table = Math.max(top + 124, facts(ink, top, paper) + 9);
  const y = money(ink, table, paper);
  const words = WORDS[paper.reversal];
  ink.text(LEFT, y + 13, '大写', { face: 'sans', size: 8 });
  ink.text(LEFT, y + 30, chineseCapitals(paper.amount), { face: 'serifBold', size: 13, tight: true });
  ink.text(RIGHT, y + 13, words.amount, { face: 'sans', size: 8, align: 'right' });
  ink.text(RIGHT, y + 33, yuanSign(paper.amount), { face: 'sansBold', size: 20, align: 'right' });
  ink.rule(LEFT, y + 40, MEASURE, 1);
  reasons(ink, y + 40, paper);
  const place = signatures(ink, top, paper);
  halfFoot(ink, top, frame, `原收据 ${paper.original.receiptNumber}`);
  return place;
}

// Returns the last baseline.
function facts(ink: Ink, top: number, { reversal, payer, reversedAt, number, original }: ReversalPaper): number {
  const words = WORDS[reversal];
  const [day = '', clock = ''] = reversedAt.split('T');
  ink.text(LEFT, top + 95, words.payer, { face: 'sans', size: 8 });
  const style = (points: number) => ({ face: 'sansBold', size: points, tight: true, leading: points < 8 ? 8.5 : 10, width: 222 }) as const;
  const size = [10.5, 9.5, 9, 8, 7, 6.5].find((each) => ink.linesOf(payer, style(each)) <= (each > 8 ? 1 : 3)) ?? 6.5;
  const payerEnd = ink.paragraph(LEFT + 48, top + 95, payer, style(size));
  const last = fieldList(ink, LEFT, payerEnd + 15, [{ label: words.at, value: `${dateWords(day)} ${clock.slice(0, 5)}` }], { offset: 48, step: 0, width: 270 });
  ink.text(339, top + 95, '400号码', { face: 'sans', size: 8 });
  if (number) ink.text(RIGHT, top + 96.5, groupedNumber(number), { face: 'sansBold', size: 16, tight: true, align: 'right' });
  else ink.text(RIGHT, top + 95, '未占号', { face: 'sans', size: 9.5, align: 'right' });
  ink.text(339, top + 112, '原收据', { face: 'sans', size: 8 });
  ink.text(RIGHT, top + 112, original.receiptNumber, { face: 'sans', size: 9, tight: true, align: 'right' });
  return last;
}

function money(ink: Ink, top: number, { reversal, original, amount, left }: ReversalPaper): number {
  ink.rule(LEFT, top, MEASURE, 1);
  const head = { face: 'sansBold', size: 8 } as const;
  ink.text(LEFT, top + 11, '项目', head);
  ink.text(161, top + 11, '说明', head);
  ink.text(RIGHT, top + 11, '金额（元）', { ...head, align: 'right' });
  ink.rule(LEFT, top + 16, MEASURE, 0.6);
  const [day = '', clock = ''] = original.receivedAt.split('T');
  const rows = [
    ['原收金额', `${dateWords(day)} ${clock.slice(0, 5)}收，${original.tender}`, original.amount],
    [WORDS[reversal].amount, '本单', amount],
    ['余下金额', left === 0 ? '没有余下' : '仍由营业厅代收', left],
  ] as const;
  rows.forEach(([item, note, value], i) => {
    const y = top + 16 + 16 * i;
    if (i > 0) ink.rule(LEFT, y, MEASURE, 0.35);
    ink.text(LEFT, y + 11.4, item, { face: 'sansBold', size: 9 });
    const size = Math.min(9, (9 * 315) / ink.widthOf(note, { face: 'sans', size: 9 }));
    ink.text(161, y + 11.4, note, { face: 'sans', size });
    ink.text(RIGHT, y + 11.4, formatYuan(value), { face: i === 1 ? 'sansBold' : 'sans', size: 9.5, align: 'right' });
  });
  ink.rule(LEFT, top + 64, MEASURE, 1);
  return top + 64;
}

/** Reason and way back; a reason that fills its field is set smaller, never cut. */
function reasons(ink: Ink, top: number, { reversal, reason, wayBack, left }: ReversalPaper): void {
  const width = MEASURE - 48;
  const style = (size: number) => ({ face: 'sans', size, leading: size * 1.32, width, tight: true }) as const;
  const size = [9.5, 8.5, 8, 7.5].find((each) => ink.linesOf(reason, style(each)) * each * 1.32 <= 40) ?? 7.5;
  ink.text(LEFT, top + 14, '原因', { face: 'sans', size: 8 });
  const y = ink.paragraph(LEFT + 48, top + 14, reason, style(size)) + 14;
  ink.text(LEFT, y, '退回方式', { face: 'sans', size: 8 });
  const last = ink.paragraph(LEFT + 48, y, wayBack, style(Math.min(size, 9)));
  if (reversal === 'void' || left > 0) ink.text(LEFT + 48, last + 12.5, WORDS[reversal].note, { face: 'serif', size: 9 });
}

function signatures(ink: Ink, top: number, { head, reversal, supervisor }: ReversalPaper): Place {
  sealRing(ink, RIGHT - 36, top + 320, 35, sealWords(head, '收款专用章'));
  const cells = [
    [LEFT, 150, WORDS[reversal].customer, ''],
    [LEFT + 164, 104, '经办营业员', `${head.clerk.name}\u3000${head.clerk.staffNumber}`],
    [LEFT + 282, 104, '班长授权', `${supervisor.name}\u3000${supervisor.staffNumber}`],
  ] as const;
  for (const [x, width, label, name] of cells) {
    ink.text(x, top + 323, label, { face: 'sans', size: 8 });
    ink.rule(x, top + 341, width, 0.5);
    ink.text(x, top + 352, name === '' ? '日期' : name, { face: 'sans', size: name === '' ? 8 : 9, tight: true });
  }
  return { x: RIGHT - 71, y: top + 285, width: 71, height: 71 };
}
