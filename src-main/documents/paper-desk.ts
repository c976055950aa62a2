import { createHash } from 'node:crypto';
import type { Paper } from '#domain/agreement/paper-content.ts';
import { type Result, fail, ok } from '#domain/result.ts';
import { drawAgreement } from './agreement/draw-agreement.ts';
import { drawComparison } from './comparison/draw-comparison.ts';
import { contentDigest } from './content-digest.ts';
import { drawDaySheet } from './day-sheet/draw-day-sheet.ts';
import type { DrawOptions } from './draw-options.ts';
import { missingCharacters, openPaperFonts } from './font/paper-fonts.ts';
import { drawForm } from './form/draw-form.ts';
import type { MissingGlyphs } from './missing-glyphs.ts';
import type { CertificateCard, MadePaper, MakeOptions, OfficeMaterial, PaperOffice, PaperRefusal } from './paper-office.ts';
import { drawReceipt } from './receipt/draw-receipt.ts';
import { drawReversal } from './receipt/draw-reversal.ts';
import { openHallCertificate } from './seal/hall-certificate.ts';
import { type Sealer, openSealer } from './seal/seal-pdf.ts';
import { verifyPdf } from './seal/verify-pdf.ts';
import { warmUpPaper } from './warm-up-paper.ts';

type Held = { readonly sealer: Sealer; readonly card: CertificateCard };
type Draw = (options: DrawOptions) => Promise<Result<Uint8Array, MissingGlyphs>>;

/** The office in this very process: what the worker runs, and what tests may use without one. */
export function openPaperDesk({ fontsDir, clauses }: OfficeMaterial): PaperOffice {
  const fonts = openPaperFonts(fontsDir);
  let held: Held | undefined;
  const make = (paper: Paper, options: MakeOptions, draw: Draw): Promise<Result<MadePaper, PaperRefusal>> => makePaper(paper, options, draw, held);
  const desk: PaperOffice = {
    makeAgreement: (paper, options) => make(paper, options, (draw) => drawAgreement(paper, clauses, fonts, draw)),
    makeForm: (paper, options) => make(paper, options, (draw) => drawForm(paper, fonts, draw)),
    makeReceipt: (paper, options) => make(paper, options, (draw) => drawReceipt(paper, clauses.receiptNotes, fonts, draw)),
    makeReversal: (paper, options) => make(paper, options, (draw) => drawReversal(paper, fonts, draw)),
    makeDaySheet: (paper, options) => make(paper, options, (draw) => drawDaySheet(paper, fonts, draw)),
    makeComparison: (paper, options) => make(paper, options, (draw) => drawComparison(paper, fonts, draw)),
    missingCharacters: async (text) => ok(missingCharacters(fonts, text)),
    useCertificate: async (p12, password) => {
      const opened = openHallCertificate(p12, password);
      if (!opened.ok) return opened;
      const { subject, serial, validFrom, validTo } = opened.value;
      held = { sealer: openSealer(opened.value), card: { subject, serial, validFrom, validTo } };
      return ok(held.card);
    },
    verify: async (pdf, options) => ok(verifyPdf(pdf, options)),
    warmUp: async () => {
      for (let times = 0; times < 3; times++) await desk.makeAgreement(warmUpPaper, { createdAt: new Date(0) });
      return ok(null);
    },
  };
  return desk;
}

async function makePaper(paper: Paper, { createdAt, print, seal }: MakeOptions, draw: Draw, held: Held | undefined): Promise<Result<MadePaper, PaperRefusal>> {
  if (seal && !held) return fail({ code: 'no-certificate' });
  const { sealer, card } = (seal && held) || {};
  if (card && (createdAt < new Date(card.validFrom) || createdAt > new Date(card.validTo))) {
    return fail({ code: 'certificate-not-valid', validFrom: card.validFrom, validTo: card.validTo });
  }
  const face = seal && sealer && { certificateSerial: sealer.serial, signer: sealer.subject, ...seal, at: createdAt };
  const drawn = await draw({ createdAt, ...(print && { print }), ...(face && { seal: face }) });
  if (!drawn.ok) return drawn;
  const pdf = sealer ? sealer.seal(drawn.value) : drawn.value;
  return ok({
    pdf, contentDigest: contentDigest(paper), fileDigest: createHash('sha256').update(pdf).digest('hex'),
    ...(sealer && { sealedBy: { subject: sealer.subject, serial: sealer.serial } }),
  });
}
