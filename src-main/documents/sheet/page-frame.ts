import { encode } from 'uqr';
import type { PaperHead, PaperPrint, SheetHead } from '#domain/agreement/paper-head.ts';
import { ACCENT, BLACK, LEFT, MEASURE, PAGE, RIGHT } from './grid.ts';
import type { Ink } from './ink.ts';

/** What the frame of a page needs beside the head. */
export type Frame = {
  readonly head: SheetHead;
  readonly print: PaperPrint;
  readonly title: string;
  /** 协议编号, 单据编号. */
  readonly numberLabel: string;
  readonly foot: PageFoot;
  /** One line of use at the foot's right. */
  readonly use: string;
  readonly provisional: boolean;
  /** First 12 hex digits of the content digest, capitals. */
  readonly contentCode: string;
};

/** What the foot says of the paper's subject and of who handled it. */
export type PageFoot = { readonly subject: string; readonly by: string };

/** The foot of a paper of a case. */
export const caseFoot = ({ caseNumber, handlerName, clerk }: PaperHead): PageFoot =>
  ({ subject: `受理编号 ${caseNumber}`, by: `经办人 ${handlerName}\u3000营业员 ${clerk.staffNumber}` });

/** 训练 in outline across the page, under everything else: nothing printed is hidden and a copy keeps it. */
export function trainingMark(ink: Ink, { x, y, size }: { readonly x: number; readonly y: number; readonly size: number }): void {
  const angle = -0.5;
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  ink.doc.save().opacity(0.32).lineWidth(0.6).strokeColor(ACCENT);
  ink.showAt([cos, sin, sin, -cos, x - cos * size - sin * size * 0.35, y - sin * size + cos * size * 0.35], '训练', { face: 'sansBold', size }, true);
  ink.doc.restore();
}

/** Words of the one state slot in their order: 训练, 手写补填, 待确认, 副本. */
function stateWords({ head, print, provisional }: Pick<Frame, 'head' | 'print' | 'provisional'>): readonly string[] {
  return [
    ...(head.training ? ['训练 不具效力'] : []),
    ...(head.completedByHand ? ['手写补填'] : []),
    ...(provisional ? ['待确认'] : []),
    ...(print.count > 1 ? [`副本 第${print.count}次`] : []),
  ];
}

/** The outlined state mark at the header's fixed place, two words a row so that none is set small; nothing where there is no state. */
function stateMark(ink: Ink, words: readonly string[], y: number): void {
  if (words.length === 0) return;
  const style = { face: 'sansBold', size: 8.5 } as const;
  const rows = Array.from({ length: Math.ceil(words.length / 2) }, (_, row) => words.slice(row * 2, row * 2 + 2).join('\u2003'));
  const top = y - 10.5 - (rows.length - 1) * 11;
  ink.box(237, top, Math.max(...rows.map((row) => ink.widthOf(row, style))) + 12, 14 + (rows.length - 1) * 11, 1, ACCENT);
  rows.forEach((row, i) => ink.text(243, top + 10.1 + i * 11, row, { ...style, accent: true }));
}

/** Hall at the left, state in its slot, document and version at the right; `y` is the header's baseline. */
export function header(ink: Ink, frame: Frame, y: number, right: string): void {
  const { hall } = frame.head;
  const mark = ink.text(LEFT, y, '中国联通', { face: 'sansBold', size: 9 });
  ink.text(LEFT + mark + 6, y, `${hall.name}\u3000${hall.code}`, { face: 'sans', size: 8, tight: true });
  stateMark(ink, stateWords(frame), y);
  ink.text(RIGHT, y, right, { face: 'sans', size: 8, align: 'right' });
}

/** QR of the page in capitals only: alphanumeric mode keeps it coarse enough for fax and copy. */
export function pageQr(ink: Ink, x: number, y: number, size: number, text: string): void {
  const { data } = encode(text, { ecc: 'M', border: 0 });
  const step = size / data.length;
  ink.doc.fillColor(BLACK);
  data.forEach((row, r) => {
    for (let c = 0; c < row.length; c++) {
      const start = c;
      while (c < row.length && row[c]) c++;
      if (c > start) ink.doc.rect(x + start * step, y + r * step, (c - start) * step, step);
    }
  });
  ink.doc.fill();
}

/** H400:<document>:<form version>:<page>/<pages>:<12 hex> */
export function qrText({ head, contentCode }: Frame, page: number, pages: number): string {
  const version = /\d+/.exec(head.template.version)?.[0] ?? '0';
  return `H400:${head.documentNumber}:${version}:${page}/${pages}:${contentCode}`.toUpperCase();
}

/** 内容码 in fours, so that it can be read out over the phone. */
export const codeInFours = (code: string): string => code.match(/.{1,4}/g)?.join(' ') ?? code;

/** Header and footer of every page, once the number of pages is known. */
export function framePages(ink: Ink, frame: Frame): void {
  const { head } = frame;
  const { start, count } = ink.doc.bufferedPageRange();
  for (let page = 0; page < count; page++) {
    ink.doc.switchToPage(start + page);
    header(ink, frame, 41, `${frame.title}\u3000${head.template.id} ${head.template.version}`);
    ink.rule(LEFT, 48, MEASURE, 1);
    ink.rule(LEFT, 766, MEASURE, 0.6);
    pageQr(ink, LEFT, 772, 42, qrText(frame, page + 1, count));
    const left = LEFT + 52;
    const small = { face: 'sans', size: 8, tight: true } as const;
    ink.text(left, 781, frame.foot.subject, small);
    ink.text(left, 793.5, `${frame.numberLabel} ${head.documentNumber}`, small);
    ink.text(left, 806, `内容码 ${codeInFours(frame.contentCode)}`, small);
    ink.text(RIGHT, 781, `第 ${page + 1} 页／共 ${count} 页`, { face: 'sansBold', size: 9, align: 'right', tight: true });
    ink.text(RIGHT, 793.5, frame.foot.by, { ...small, align: 'right' });
    ink.text(RIGHT, 806, frame.use, { ...small, align: 'right' });
  }
}

/** Centre of a page, for its training mark. */
export const PAGE_CENTRE = { x: PAGE.width / 2, y: PAGE.height / 2, size: 190 } as const;
