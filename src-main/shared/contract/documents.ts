import { z } from 'zod';

const caseId = z.uuid();
const documentId = z.uuid();

/** 营业执照 · 经办人身份证正反面 · 法人身份证正反面 · 授权书 · 落地号码证明 · 盖章协议 · 盖章受理单 · 其他. */
export const documentKinds = ['licence', 'handler-id-front', 'handler-id-back', 'legal-id-front', 'legal-id-back', 'authorisation', 'destination-proof', 'sealed-agreement', 'sealed-form', 'other'] as const;

/** Kind of a scanned document. */
export type DocumentKind = (typeof documentKinds)[number];

export const documentRequests = {
  'documents/add': z.strictObject({ caseId, kind: z.enum(documentKinds), bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.byteLength <= 30_000_000), source: z.enum(['camera', 'file']) }),
  /** Full size, watermarked for its purpose; each view is logged. */
  'documents/view': z.strictObject({ documentId }),
  'documents/thumbnail': z.strictObject({ documentId }),
  /** The clerk's verdict: legible and matched with what was typed, or why not. */
  'documents/judge': z.strictObject({ documentId, verdict: z.enum(['matches', 'illegible', 'differs', 'expired']), note: z.string().max(200) }),
  'documents/remove': z.strictObject({ documentId, reason: z.string().min(1).max(200) }),
  /** Saves a watermarked copy through the system's save dialog. */
  'documents/export': z.strictObject({ documentId }),
} as const;

/** One scanned page. */
export type DocumentRow = {
  readonly documentId: string;
  readonly kind: DocumentKind;
  readonly width: number;
  readonly height: number;
  readonly addedAt: string;
  readonly addedBy: string;
  readonly source: 'camera' | 'file';
  readonly sha256: string;
  readonly verdict: 'unjudged' | 'matches' | 'illegible' | 'differs' | 'expired';
  readonly note: string;
};

/** The checklist of a case: what is needed, what is there, what is wrong. */
export type DocumentsView = {
  readonly needed: readonly { readonly kind: DocumentKind; readonly required: boolean; readonly status: 'missing' | 'unjudged' | 'matches' | 'illegible' | 'differs' | 'expired' | 'awaiting-seal' }[];
  readonly rows: readonly DocumentRow[];
};
