import type { AgreementPaper } from '#domain/agreement/agreement-paper.ts';
import type { AgreementClauses } from '#domain/agreement/clauses.ts';
import { type Result, ok } from '#domain/result.ts';
import { contentCode } from '../content-digest.ts';
import type { DrawOptions } from '../draw-options.ts';
import type { PaperFonts } from '../font/paper-fonts.ts';
import { type MissingGlyphs, checkGlyphs } from '../missing-glyphs.ts';
import { addSignatureFields } from '../seal/signature-fields.ts';
import { Flow } from '../sheet/flow.ts';
import { Ink } from '../sheet/ink.ts';
import { caseFoot, framePages } from '../sheet/page-frame.ts';
import { clausePages } from './clause-pages.ts';
import { firstPage } from './first-page.ts';
import { priceAnnex } from './price-annex.ts';
import { signingPage } from './signing-page.ts';

/** Sets the 400业务合作协议; with a seal's face the file carries both signature fields and waits for `sealPdf`. */
export async function drawAgreement(paper: AgreementPaper, clauses: AgreementClauses, fonts: PaperFonts, options: DrawOptions): Promise<Result<Uint8Array, MissingGlyphs>> {
  const checked = checkGlyphs(fonts, paper, clauses, options.seal);
  if (!checked.ok) return checked;
  const { head } = paper;
  const ink = new Ink(fonts, { title: `400业务合作协议 ${head.documentNumber}`, author: head.hall.branchName, createdAt: options.createdAt });
  const flow = new Flow(ink, head.training);
  firstPage(flow, paper, clauses);
  clausePages(flow, clauses);
  priceAnnex(flow, paper);
  const place = signingPage(flow, paper, options.seal);
  if (options.seal) addSignatureFields(ink.doc, options.seal, place);
  framePages(ink, {
    head, print: options.print ?? { count: 1 }, title: '400业务合作协议', numberLabel: '协议编号', foot: caseFoot(head), use: '核对本页：扫码，或致电营业厅报内容码',
    provisional: paper.number.provisional !== undefined || paper.due.expected, contentCode: contentCode(paper),
  });
  return ok(await ink.bytes());
}
