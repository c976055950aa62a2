import { z } from 'zod';
import type { CaseState } from '#domain/cases/case-state.ts';
import { returnReasons, type ReturnReason } from '#domain/approval/return-reason.ts';
import type { IntentFailure, IntentKind, IntentState } from '#domain/outbox/intent.ts';
import type { CaseView } from './cases.ts';

const caseId = z.uuid();
const approvalId = z.uuid();

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
  /** own-case / last-editor: stays in the queue, greyed, with the reason. */
  readonly mayNot: 'own-case' | 'last-editor' | 'not-supervisor' | null;
};

/** Everything the supervisor decides on, beside the scans. */
export type ApprovalDetail = {
  readonly row: ApprovalQueueRow;
  readonly reason: string;
  readonly bindingHash: string;
  readonly case: CaseView;
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
