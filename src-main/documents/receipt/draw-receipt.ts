import type { AgreementClauses } from '#domain/agreement/clauses.ts';
import type { ReceiptPaper } from '#domain/agreement/receipt-paper.ts';
import { type Result, ok } from '#domain/result.ts';
import { contentCode } from '../content-digest.ts';
import type { DrawOptions } from '../draw-options.ts';
import type { PaperFonts } from '../font/paper-fonts.ts';
import { type MissingGlyphs, checkGlyphs } from '../missing-glyphs.ts';
import { addSignatureFields } from '../seal/signature-fields.ts';
import { Ink } from '../sheet/ink.ts';
import { type Frame, caseFoot } from '../sheet/page-frame.ts';
import { bothHalves } from './half-frame.ts';
import { receiptHalf } from './receipt-half.ts';

/** Sets the 预存款收据: 客户联 above, 存根联 below the cut line, both from the same values. */
export async function drawReceipt(paper: ReceiptPaper, notes: AgreementClauses['receiptNotes'], fonts: PaperFonts, options: DrawOptions): Promise<Result<Uint8Array, MissingGlyphs>> {
  const checked = checkGlyphs(fonts, paper, notes, options.seal);
  if (!checked.ok) return checked;
  const { head } = paper;
  const ink = new Ink(fonts, { title: `预存款收据 ${head.documentNumber}`, author: head.hall.branchName, createdAt: options.createdAt });
  const frame: Frame = {
    head, print: options.print ?? { count: 1 }, title: '预存款收据', numberLabel: '收据号', foot: caseFoot(head), use: '',
    provisional: paper.number.provisional, contentCode: contentCode(paper),
  };
  const place = bothHalves(ink, frame, '营业厅留存，日结时与抽屉核对', (top, mark) => receiptHalf(ink, top, paper, notes, frame, mark));
  if (options.seal) addSignatureFields(ink.doc, options.seal, place);
  return ok(await ink.bytes());
}
