import type { AgreementClauses } from '#domain/agreement/clauses.ts';
import type { ReceiptPaper } from '#domain/agreement/receipt-paper.ts';
import { type Result, ok } from '#domain/result.ts';
import { contentCode } from '../content-digest.ts';
import type { DrawOptions } from '../draw-options.ts';
import type { PaperFonts } from '../font/paper-fonts.ts';
import { type MissingGlyphs, checkGlyphs } from '../missing-glyphs.ts';
import { addSignatureFields } from '../seal/signature-fields.ts';
import { PAGE } from '../sheet/grid.ts';
import { Ink } from '../sheet/ink.ts';
import { type Frame, trainingMark } from '../sheet/page-frame.ts';
import { receiptHalf } from './receipt-half.ts';

const HALF = PAGE.height / 2;

/** Sets the 预存款收据: 客户联 above, 存根联 below the cut line, both from the same values. */
export async function drawReceipt(paper: ReceiptPaper, notes: AgreementClauses['receiptNotes'], fonts: PaperFonts, options: DrawOptions): Promise<Result<Uint8Array, MissingGlyphs>> {
  const checked = checkGlyphs(fonts, paper, notes, options.seal);
  if (!checked.ok) return checked;
  const { head } = paper;
  const ink = new Ink(fonts, { title: `预存款收据 ${head.documentNumber}`, author: head.hall.branchName, createdAt: options.createdAt });
  const frame: Frame = {
    head, print: options.print ?? { count: 1 }, title: '预存款收据', numberLabel: '收据号', use: '',
    provisional: paper.number.provisional, contentCode: contentCode(paper),
  };
  ink.newPage();
  if (head.training) for (const top of [0, HALF]) trainingMark(ink, { x: PAGE.width / 2, y: top + HALF / 2, size: 120 });
  const place = receiptHalf(ink, 0, paper, notes, frame, { word: '客户联', note: '交客户', filled: true });
  cutLine(ink);
  receiptHalf(ink, HALF, paper, notes, frame, { word: '存根联', note: '营业厅留存，日结时与抽屉核对', filled: false });
  if (options.seal) addSignatureFields(ink.doc, options.seal, place);
  return ok(await ink.bytes());
}

function cutLine(ink: Ink): void {
  ink.doc.save().lineWidth(0.6).dash(4, { space: 4 }).moveTo(0, HALF).lineTo(PAGE.width, HALF).stroke().restore();
  ink.text(14, HALF - 5, '沿此线裁开', { face: 'sans', size: 7.5 });
}
