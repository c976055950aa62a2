import { z } from 'zod';
import type { TaskName } from '#domain/cases/task.ts';

const caseId = z.uuid();
const paperKind = z.enum(['agreement', 'form']);

/** A pen stroke on the pad: points in units of the pad's width (0…1), time in ms from the first touch, pressure 0…1. */
export const strokeSchema = z.array(z.strictObject({ x: z.number().min(0).max(1), y: z.number().min(0).max(1), t: z.number().int().min(0), p: z.number().min(0).max(1) })).min(1).max(4000).readonly();

export const paperRequests = {
  'papers/prepare': z.strictObject({ caseId, kind: paperKind }),
  'papers/sign': z.strictObject({
    caseId, kind: paperKind, contentDigest: z.string().regex(/^[0-9a-f]{64}$/), readItemIds: z.array(z.string().max(40)).max(40).readonly(), strokes: z.array(strokeSchema).max(200).readonly(),
  }),
  /** Bytes of a sealed paper for the preview; logged. */
  'papers/open': z.strictObject({ paperId: z.uuid() }),
  'papers/verify': z.strictObject({ paperId: z.uuid() }),
  /** A name no font can print: the form is completed by hand on blank lines, with the characters named. */
  'papers/by-hand': z.strictObject({ caseId, kind: paperKind, allow: z.boolean() }),
} as const;

/** One thing to check before signing: the document's own words and values, with the place that changes it. */
export type AnswerItem = { readonly id: string; readonly label: string; readonly value: string; readonly task: TaskName; readonly field: string | null };

/** A prepared paper: the words to check, the items to read out, and the digest that a signature will bind to. */
export type PreparedPaper = {
  readonly kind: 'agreement' | 'form';
  readonly contentDigest: string;
  readonly answers: readonly AnswerItem[];
  readonly readOut: readonly { readonly id: string; readonly text: string }[];
  /** Draft PDF of exactly this content, unsigned and marked 未签. */
  readonly draft: Uint8Array;
};

/** A sealed PDF of the case. */
export type PaperRow = {
  readonly paperId: string;
  readonly kind: 'agreement' | 'form' | 'receipt' | 'reversal' | 'comparison' | 'day-sheet';
  readonly documentNo: string;
  readonly madeAt: string;
  readonly sha256: string;
  readonly contentDigest: string;
  readonly state: 'current' | 'outdated';
  readonly printCount: number;
  readonly byHand: boolean;
};

/** Where the agreement or the form stands. */
export type PaperView = {
  readonly status: 'none' | 'signed' | 'outdated';
  readonly current: PaperRow | null;
  /** The copy with the company's seal has been scanned back in. */
  readonly sealedScan: boolean;
  readonly byHand: boolean;
};

/** What checking a sealed PDF showed, fact by fact; never one green tick. */
export type PaperVerdict = {
  readonly digestOk: boolean;
  readonly signatureOk: boolean;
  readonly coversWholeFile: boolean;
  readonly laterChanges: readonly string[];
  readonly signer: string | null;
  readonly trusted: boolean;
  readonly sameAsRecorded: boolean;
};
