import { BLACK, LEFT, MEASURE, PAGE, RIGHT } from '../sheet/grid.ts';
import type { Ink } from '../sheet/ink.ts';
import { type Frame, codeInFours, header, pageQr, qrText, trainingMark } from '../sheet/page-frame.ts';

/** Height of one half of the sheet: two stand on an A4 page. */
const HALF = PAGE.height / 2;

/** Which of the two halves: the customer's is solid black, the hall's outlined. */
export type HalfMark = { readonly word: string; readonly note: string; readonly filled: boolean };

/** Both halves of a page: 客户联 above, 存根联 below the cut line, drawn by one function from the same values. */
export function bothHalves<T>(ink: Ink, frame: Frame, stubNote: string, half: (top: number, mark: HalfMark) => T): T {
  ink.newPage();
  if (frame.head.training) for (const top of [0, HALF]) trainingMark(ink, { x: PAGE.width / 2, y: top + HALF / 2, size: 120 });
  const first = half(0, { word: '客户联', note: '交客户', filled: true });
  cutLine(ink);
  half(HALF, { word: '存根联', note: stubNote, filled: false });
  return first;
}

function cutLine(ink: Ink): void {
  ink.doc.save().lineWidth(0.6).dash(4, { space: 4 }).moveTo(0, HALF).lineTo(PAGE.width, HALF).stroke().restore();
  ink.text(14, HALF - 5, '沿此线裁开', { face: 'sans', size: 7.5 });
}

/** Header, title, which half it is, and the number at the right. */
export function halfHead(ink: Ink, top: number, frame: Frame, { word, note, filled }: HalfMark): void {
  const { head, title, numberLabel } = frame;
  header(ink, frame, top + 36, `${head.template.id} ${head.template.version}`);
  ink.rule(LEFT, top + 43, MEASURE, 0.6);
  const x = LEFT + Math.max(105.6, ink.text(LEFT, top + 68, title, { face: 'serifBold', size: 18 }) + 15.6);
  if (filled) ink.doc.rect(x - 0.5, top + 52.5, 51, 20).fillColor(BLACK).fill();
  else ink.box(x, top + 53, 50, 19, 1);
  const style = { face: 'sansBold', size: 12, align: 'center' } as const;
  if (filled) ink.whiteText(x + 25, top + 67, word, style);
  else ink.text(x + 25, top + 67, word, style);
  ink.text(x + 58, top + 67, note, { face: 'sans', size: 8 });
  ink.text(RIGHT, top + 57, numberLabel, { face: 'sans', size: 8, align: 'right' });
  ink.text(RIGHT, top + 69.5, head.documentNumber, { face: 'sansBold', size: 10.5, align: 'right', tight: true });
  ink.rule(LEFT, top + 79, MEASURE, 1);
}

/** QR, numbers and code, and which print it is; `refers` names the other paper that it belongs to. */
export function halfFoot(ink: Ink, top: number, frame: Frame, refers: string): void {
  ink.rule(LEFT, top + 360, MEASURE, 0.6);
  pageQr(ink, LEFT, top + 365.5, 36, qrText(frame, 1, 1));
  const small = { face: 'sans', size: 8, tight: true } as const;
  const left = LEFT + 46;
  ink.text(left, top + 374, frame.foot.subject, small);
  ink.text(left, top + 386, refers, small);
  ink.text(left, top + 398, `内容码 ${codeInFours(frame.contentCode)}`, small);
  const { count } = frame.print;
  ink.text(RIGHT, top + 374, count > 1 ? `副本，第${count}次打印` : '正本，第1次打印', { face: 'sansBold', size: 9, align: 'right' });
  ink.text(RIGHT, top + 386, '重打必标“副本”和次数', { ...small, align: 'right' });
  ink.text(RIGHT, top + 398, `查询 ${frame.head.hall.serviceLine}`, { ...small, align: 'right' });
}
