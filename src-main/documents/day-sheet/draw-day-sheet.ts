import type { DaySheetPaper } from '#domain/agreement/day-sheet-paper.ts';
import { type Result, ok } from '#domain/result.ts';
import { contentCode } from '../content-digest.ts';
import type { DrawOptions } from '../draw-options.ts';
import type { PaperFonts } from '../font/paper-fonts.ts';
import { type MissingGlyphs, checkGlyphs } from '../missing-glyphs.ts';
import { addSignatureFields } from '../seal/signature-fields.ts';
import { Flow } from '../sheet/flow.ts';
import { Ink } from '../sheet/ink.ts';
import { framePages } from '../sheet/page-frame.ts';
import { closing } from './closing.ts';
import { countTables } from './count-tables.ts';
import { handledTable } from './handled-table.ts';
import { sheetHead } from './sheet-head.ts';
import { threeWayTable } from './three-way-table.ts';

/** Sets the 日结单, over as many pages as the shift has receipts for; with a seal's face it carries both signature fields. */
export async function drawDaySheet(paper: DaySheetPaper, fonts: PaperFonts, options: DrawOptions): Promise<Result<Uint8Array, MissingGlyphs>> {
  const checked = checkGlyphs(fonts, paper, options.seal);
  if (!checked.ok) return checked;
  const { head, desk, rows } = paper;
  const ink = new Ink(fonts, { title: `日结单 ${head.documentNumber}`, author: head.hall.branchName, createdAt: options.createdAt });
  const flow = new Flow(ink, head.training);
  sheetHead(flow, paper);
  threeWayTable(flow, paper);
  countTables(flow, paper);
  handledTable(flow, paper);
  const place = closing(flow, paper, options.seal);
  if (options.seal) addSignatureFields(ink.doc, options.seal, place);
  const receipts = rows.filter(({ receipt }) => receipt !== '').length;
  framePages(ink, {
    head, print: options.print ?? { count: 1 }, title: '日结单', numberLabel: '日结编号', use: '日结后更正另立新单，不改本单', provisional: false, contentCode: contentCode(paper),
    foot: { subject: `收据和凭单 ${receipts} 张，见三方核对`, by: `台席${String(desk).padStart(2, '0')}\u3000营业员 ${head.clerk.staffNumber}` },
  });
  return ok(await ink.bytes());
}
