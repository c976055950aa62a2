import type { FormPaper } from '#domain/agreement/form-paper.ts';
import type { PaperSignature } from '#domain/agreement/paper-head.ts';
import type { Flow } from '../sheet/flow.ts';
import { LEFT, column, span } from '../sheet/grid.ts';
import { type SealFace, sealWords } from '../sheet/hall-seal.ts';
import type { Ink } from '../sheet/ink.ts';
import { penStrokes, sealCorners, sealRing, tickBox } from '../sheet/marks.ts';
import { clockOf, timeWords } from '../sheet/wording.ts';

const DECLARATION = { face: 'serif', bold: 'serifBold', size: 10.5, leading: 15, width: span(4) - 16 } as const;

type Place = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** What the declarations and signatures take, from where the form stands before them. */
export function signingHeight({ ink }: Flow, { declarations }: FormPaper): number {
  return 88 + declarations.reduce((sum, text) => sum + ink.linesOf(text, DECLARATION), 0) * DECLARATION.leading;
}

/** Ticked declarations and both signatures over four columns, the place for the company's seal over two. Returns the hall seal's place. */
export function formSigning(flow: Flow, paper: FormPaper, seal: SealFace | undefined): Place {
  const { ink } = flow;
  flow.need(signingHeight(flow, paper));
  flow.y += 8;
  const top = flow.y;
  let y = top + 11;
  for (const text of paper.declarations) {
    tickBox(ink, LEFT, y, paper.signing !== undefined);
    y = ink.paragraph(LEFT + 15, y, text, DECLARATION) + 15;
  }
  companySeal(ink, top + 2, Math.max(124, y + 62 - top));
  ink.rule(LEFT, y - 4, span(4), 1);
  const place = { x: LEFT + 245, y: y - 4, width: 66, height: 66 };
  if (seal) sealRing(ink, place.x + 33, place.y + 33, 32, sealWords(paper.head, '业务受理专用章'));
  const { handler, clerk } = paper.signing ?? {};
  signatureCell(ink, LEFT, y, '经办人签字', handler, handler ? timeWords(handler.at) : '');
  signatureCell(ink, column(2), y, '营业员签字', clerk, `${clerk ? `${clockOf(clerk.at).slice(0, 5)}\u3000` : ''}${paper.head.clerk.name} ${paper.head.clerk.staffNumber}`);
  flow.y = y + 66;
  return place;
}

function companySeal(ink: Ink, y: number, height: number): void {
  sealCorners(ink, column(4), y, span(2), height);
  ink.text(column(4) + 8, y + 15, '客户公章或合同专用章', { face: 'sans', size: 8 });
  ink.text(column(4) + 8, y + height - 8, '盖在此框内（章径40毫米）', { face: 'sans', size: 8 });
}

function signatureCell(ink: Ink, x: number, y: number, label: string, signature: PaperSignature | undefined, below: string): void {
  ink.text(x, y + 8, label, { face: 'sans', size: 8 });
  if (signature) penStrokes(ink, signature.strokes, { x: x + 6, y: y + 13, width: 74, height: 28 });
  ink.rule(x, y + 45, span(2), 0.5);
  ink.text(x, y + 57, below, { face: 'sans', size: 9, tight: true });
}
