import type { FormPaper } from '#domain/agreement/form-paper.ts';
import { type Result, ok } from '#domain/result.ts';
import { contentCode } from '../content-digest.ts';
import type { DrawOptions } from '../draw-options.ts';
import type { PaperFonts } from '../font/paper-fonts.ts';
import { type MissingGlyphs, checkGlyphs } from '../missing-glyphs.ts';
import { addSignatureFields } from '../seal/signature-fields.ts';
import { Flow } from '../sheet/flow.ts';
import { Ink } from '../sheet/ink.ts';
import { caseFoot, framePages } from '../sheet/page-frame.ts';
import { coveragePage } from './coverage-page.ts';
import { flowDiagram } from './flow-diagram.ts';
import { formFirstPage } from './form-first-page.ts';
import { formSecondPage } from './form-second-page.ts';
import { formSigning } from './form-signing.ts';
import { routingRows } from './routing-rows.ts';

/** Sets the 400业务受理单; with a seal's face the file carries both signature fields and waits for the sealer. */
export async function drawForm(paper: FormPaper, fonts: PaperFonts, options: DrawOptions): Promise<Result<Uint8Array, MissingGlyphs>> {
  const checked = checkGlyphs(fonts, paper, options.seal);
  if (!checked.ok) return checked;
  const { head } = paper;
  const ink = new Ink(fonts, { title: `400业务受理单 ${head.documentNumber}`, author: head.hall.branchName, createdAt: options.createdAt });
  const flow = new Flow(ink, head.training);
  formFirstPage(flow, paper);
  routingRows(flow, paper);
  flowDiagram(flow, paper);
  formSecondPage(flow, paper);
  const place = formSigning(flow, paper, options.seal);
  coveragePage(flow, paper);
  if (options.seal) addSignatureFields(ink.doc, options.seal, place);
  framePages(ink, {
    head, print: options.print ?? { count: 1 }, title: '400业务受理单', numberLabel: '单据编号', foot: caseFoot(head), use: '本单为《400业务合作协议》的组成部分',
    provisional: paper.number.provisional || paper.due.expected, contentCode: contentCode(paper),
  });
  return ok(await ink.bytes());
}
