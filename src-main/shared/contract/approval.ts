import { z } from 'zod';
import type { CaseState } from '#domain/cases/case-state.ts';
import { returnReasons, type ReturnReason } from '#domain/approval/return-reason.ts';
import type { RoutingForm } from '#domain/routing/routing-form.ts';
import type { IntentFailure, IntentKind, IntentState } from '#domain/outbox/intent.ts';
import type { CaseView } from './cases.ts';
import type { DocumentKind, DocumentRow } from './documents.ts';
import type { RealCall } from './routing.ts';

const caseId = z.uuid();
const approvalId = z.uuid();
const tokenText = z.string().trim().min(20).max(20_000);
/** A request as a file brings the marked copies along; as QR codes it is a few hundred characters. */
const requestText = z.string().trim().min(20).max(6_000_000);

export const approvalRequests = {
  'approval/request': z.strictObject({ caseId, reason: z.string().trim().min(1).max(300) }),
  'approval/withdraw': z.strictObject({ caseId }),
  'approval/queue': z.undefined(),
  'approval/show': z.strictObject({ approvalId }),
  /** The supervisor signs in beside the clerk with own number and password, or decides in their own session. */
  'approval/decide': z.strictObject({
    approvalId, decision: z.enum(['approve', 'return']), reasons: z.array(z.enum(returnReasons)).max(6).readonly(), note: z.string().max(300),
    bindingHash: z.string().regex(/^[0-9a-f]{64}$/),
    supervisor: z.strictObject({ staffNo: z.string().trim().min(1).max(20), password: z.string().min(1).max(200) }).nullable(),
  }),
  /** Within ten seconds of the decision, by who decided, while nothing was built on it. */
  'approval/take-back': z.strictObject({ approvalId }),
  /** The five past decisions that are most alike. */
  'approval/similar': z.strictObject({ approvalId }),
  /** Offline: the request as text for a QR code or a file, to be carried to the supervisor's PC. */
  'approval/export-request': z.strictObject({ caseId, asFile: z.boolean() }),
  'approval/import-request': z.strictObject({ text: requestText }),
  /** On the supervisor's PC: signs the decision with the supervisor's own key; the password opens it. */
  'approval/sign-token': z.strictObject({ request: requestText, decision: z.enum(['approve', 'return']), reasons: z.array(z.enum(returnReasons)).max(6).readonly(), note: z.string().max(300), password: z.string().min(1).max(200), asFile: z.boolean() }),
  'approval/import-token': z.strictObject({ text: tokenText }),
  /** The public half of the signed-in supervisor's key, to be trusted on other PCs. With the password it is made (or made anew) when there is none that opens. */
  'approval/signer': z.strictObject({ password: z.string().min(1).max(200).nullable() }),
  'approval/trusted': z.undefined(),
  'approval/trust': z.strictObject({ text: tokenText }),
  'approval/distrust': z.strictObject({ keyId: z.string().regex(/^[0-9a-f]{16}$/) }),
  'approval/delegates': z.undefined(),
  /** A supervisor lets another supervisor's desk decide for them for some days; never one's own cases. */
  'approval/delegate': z.strictObject({ toStaffNo: z.string().trim().min(1).max(20), until: z.iso.date(), reason: z.string().trim().min(1).max(200) }),
  'approval/end-delegation': z.strictObject({ delegationId: z.uuid() }),
  /** At most twenty requests of one grade and one plan; each is decided and recorded by itself. */
  'approval/decide-batch': z.strictObject({ items: z.array(z.strictObject({ approvalId, bindingHash: z.string().regex(/^[0-9a-f]{64}$/) })).min(1).max(20).readonly(), decision: z.enum(['approve', 'return']), reasons: z.array(z.enum(returnReasons)).max(6).readonly(), note: z.string().max(300) }),
  'activation/submit': z.strictObject({ caseId }),
  'outbox/list': z.undefined(),
  'outbox/status': z.undefined(),
  'outbox/retry': z.strictObject({ seq: z.number().int().positive() }),
} as const;

/** Where the approval of a special number stands for a case. */
export type ApprovalView = {
  readonly needed: boolean;
  readonly state: 'not-needed' | 'none' | 'requested' | 'approved' | 'returned' | 'void';
  readonly approvalId: string | null;
  readonly reason: string;
  readonly requestedAt: string | null;
  readonly requestedBy: string | null;
  readonly decidedBy: string | null;
  /** The decider's name, also of one who is no staff of this PC. */
  readonly decidedByName: string | null;
  /** Staff number of the supervisor in whose name it was decided (受某某委托). */
  readonly onBehalfOf: string | null;
  readonly decidedAt: string | null;
  readonly returnReasons: readonly ReturnReason[];
  readonly note: string;
  readonly bindingHash: string | null;
  readonly expiresAt: string | null;
};

/** One row of the supervisor's queue, least time left first. */
export type ApprovalQueueRow = {
  readonly approvalId: string;
  readonly caseId: string;
  readonly caseNo: string;
  readonly company: string;
  readonly number: string;
  readonly grade: number;
  readonly requestedBy: string;
  readonly requestedByName: string;
  readonly requestedAt: string;
  readonly holdExpiresAt: string | null;
  /** here: a case of this PC; remote: the carrier's task of another PC's case; carried: brought as a file or QR code. */
  readonly origin: 'here' | 'remote' | 'carried';
  readonly planId: string;
  /** own-case / last-editor: stays in the queue, greyed, with the reason. */
  readonly mayNot: 'own-case' | 'last-editor' | 'not-supervisor' | null;
};

/** One scan that is decided on. `attached`: it can be looked at here; else only its SHA-256 came along. */
export type ApprovalScan = { readonly documentId: string; readonly kind: DocumentKind; readonly verdict: DocumentRow['verdict']; readonly note: string; readonly attached: boolean };

/** Everything the supervisor decides on, beside the scans. */
export type ApprovalDetail = {
  readonly row: ApprovalQueueRow;
  readonly reason: string;
  readonly bindingHash: string;
  /** Null for a case of another PC. */
  readonly case: CaseView | null;
  readonly scans: readonly ApprovalScan[];
  readonly lines: readonly { readonly label: string; readonly value: string; readonly check: 'ok' | 'warning' | 'error' | null; readonly checkText: string }[];
  readonly lastEditedBy: string;
  readonly createdBy: string;
};

/** The order as the carrier sees it, and the promise given. */
export type ActivationView = {
  readonly orderId: string | null;
  readonly submittedAt: string;
  readonly state: CaseState;
  readonly dueDate: string;
  readonly provisional: boolean;
  readonly workingDays: number;
  /** Ten-day strip: which days count. */
  readonly strip: readonly { readonly day: string; readonly works: boolean; readonly counts: number | null }[];
  readonly history: readonly { readonly at: string; readonly code: string; readonly note: string }[];
  readonly carrierNote: string | null;
  readonly activatedAt: string | null;
  /** The form's signed test calls that were made as real calls since. */
  readonly realCalls: readonly RealCall[];
  /** Whether the number rings as the signed form says, by the carrier's own product; null: not asked yet. `parts` null: the product says no routing. */
  readonly carrierRouting: { readonly checkedAt: string; readonly parts: readonly (keyof RoutingForm)[] | null } | null;
};

/** One row of the outbox screen. */
export type OutboxRow = {
  readonly seq: number;
  readonly caseId: string;
  readonly caseNo: string;
  readonly company: string;
  readonly number: string | null;
  readonly kind: IntentKind;
  readonly state: IntentState;
  readonly attempts: number;
  readonly createdAt: string;
  readonly nextAttemptAt: string;
  readonly sentAt: string | null;
  readonly failure: IntentFailure | null;
};

/** A request or token ready to be carried: the text of the QR codes (one or more parts), or the file that was saved. */
export type CarriedText = { readonly text: string; readonly parts: readonly string[]; readonly fileName: string | null };

/** A supervisor's signing key as other PCs know it. */
export type TrustedSigner = { readonly keyId: string; readonly staffNo: string; readonly name: string; readonly hallCode: string; readonly addedAt: string; readonly addedBy: string; readonly endedAt: string | null };

/** A past decision that is like this one. */
export type SimilarDecision = {
  readonly approvalId: string; readonly number: string; readonly grade: number; readonly company: string; readonly planName: string; readonly reason: string;
  readonly outcome: 'approved' | 'returned'; readonly decidedBy: string; readonly decidedAt: string; readonly returnReasons: readonly ReturnReason[];
};

export type Delegation = { readonly delegationId: string; readonly from: string; readonly to: string; readonly fromDay: string; readonly until: string; readonly reason: string; readonly endedAt: string | null };

/** What became of each request of a batch. */
export type BatchOutcome = readonly { readonly approvalId: string; readonly number: string; readonly done: boolean; readonly why: string | null }[];
