import type { AgreementPaper } from '#domain/agreement/agreement-paper.ts';
import type { FormPaper } from '#domain/agreement/form-paper.ts';
import type { PaperSignature } from '#domain/agreement/paper-head.ts';
import type { PenStrokes } from '#domain/agreement/pen-stroke.ts';
import type { Instant } from '#domain/calendar/shanghai-time.ts';
import { paperTime } from './wording/days.ts';

/** Strokes as the pad sends them: x and y in widths of the pad, t in ms, p pressure. */
export type Pen = readonly (readonly { readonly x: number; readonly y: number; readonly t: number; readonly p: number }[])[];

const strokesOf = (pen: Pen): PenStrokes => pen.filter((stroke) => stroke.length > 0).map((stroke) => stroke.map(({ x, y, p }) => ({ x, y, pressure: p })));

/** The clerk signs with the name and number printed beside the line, no pen. */
const clerkAt = (at: string): PaperSignature => ({ strokes: [], at });

/** The agreement with the handler's signature, also as initials under the disclosure; every item was read out by then. */
export function signedAgreement(paper: AgreementPaper, pen: Pen, signedAt: Instant): AgreementPaper {
  const at = paperTime(signedAt);
  const handler = { strokes: strokesOf(pen), at };
  return { ...paper, signing: { disclosure: handler, readAt: paper.readOut.map(() => at), handler, clerk: clerkAt(at) } };
}

/** The form with the handler's signature, also as initials beside each test call. */
export function signedForm(paper: FormPaper, pen: Pen, signedAt: Instant): FormPaper {
  const at = paperTime(signedAt);
  const strokes = strokesOf(pen);
  return { ...paper, signing: { initials: paper.testCalls.map(() => strokes), handler: { strokes, at }, clerk: clerkAt(at) } };
}
