import type { ReversalPaper } from '#domain/agreement/reversal-paper.ts';
import { type Result, ok } from '#domain/result.ts';
import { contentCode } from '../content-digest.ts';
import type { DrawOptions } from '../draw-options.ts';
import type { PaperFonts } from '../font/paper-fonts.ts';
import { type MissingGlyphs, checkGlyphs } from '../missing-glyphs.ts';
import { addSignatureFields } from '../seal/signature-fields.ts';
import { Ink } from '../sheet/ink.ts';
import { type Frame, caseFoot } from '../sheet/page-frame.ts';
import { bothHalves } from './half-frame.ts';
import { reversalHalf } from './reversal-half.ts';

const TITLES = { void: '作废单', refund: '退款单' } as const;

/** Sets the 作废单 or 退款单 in the receipt's format: the customer's half and the hall's, both from the same values. */
export async function drawReversal(paper: ReversalPaper, fonts: PaperFonts, options: DrawOptions): Promise<Result<Uint8Array, MissingGlyphs>> {
  const checked = checkGlyphs(fonts, paper, options.seal);
  if (!checked.ok) return checked;
  const { head, reversal } = paper;
  const title = TITLES[reversal];
  const ink = new Ink(fonts, { title: `${title} ${head.documentNumber}`, author: head.hall.branchName, createdAt: options.createdAt });
  const frame: Frame = {
    head, print: options.print ?? { count: 1 }, title, numberLabel: '单号', foot: caseFoot(head), use: '', provisional: false, contentCode: contentCode(paper),
  };
  const place = bothHalves(ink, frame, '营业厅留存，与原收据存根放在一起', (top, mark) => reversalHalf(ink, top, paper, frame, mark));
  if (options.seal) addSignatureFields(ink.doc, options.seal, place);
  return ok(await ink.bytes());
}
