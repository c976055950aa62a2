import { z } from 'zod';
import type { ReversalKind, ReversalReason } from '#domain/till/reversal.ts';
import { tenderKinds, type TenderKind } from '#domain/till/tender.ts';

const caseId = z.uuid();
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const li = z.number().int().positive();

/** A supervisor who signs in beside the clerk with own number and password; never the one who acts. */
export const besideSchema = z.strictObject({ staffNo: z.string().trim().min(1).max(20), password: z.string().min(1).max(200) });

export const paymentRequests = {
  'payments/take': z.strictObject({
    caseId, tender: z.enum(tenderKinds), amountLi: li, tenderedLi: z.number().int().min(0).nullable(),
    reference: z.string().trim().max(60), payerName: z.string().trim().max(100), /** Why somebody else pays; needed when the payer is not the customer. */ payerNote: z.string().trim().max(200),
  }),
  'payments/confirm-arrival': z.strictObject({ paymentId: z.uuid(), arrivedOn: day, reference: z.string().trim().min(1).max(60) }),
  /** void: the whole payment, in the shift that took it. refund: part or all, later. withdraw: an announced transfer that will not come (no money, nobody beside). */
  'payments/reverse': z.strictObject({
    paymentId: z.uuid(), kind: z.enum(['void', 'refund', 'withdraw']), amountLi: li,
    reason: z.enum(['wrong-amount', 'wrong-tender', 'wrong-case', 'customer-left', 'activation-rejected', 'order-cancelled', 'paid-twice', 'plan-cheaper', 'not-coming', 'other']),
    note: z.string().trim().max(200), reference: z.string().trim().max(60), supervisor: besideSchema.nullable(),
  }),
} as const;

/** A void, refund or withdrawal: a row of its own beside the payment. */
export type ReversalRow = {
  readonly reversalId: string; readonly kind: ReversalKind; readonly amountLi: number; readonly reason: ReversalReason; readonly note: string; readonly reference: string;
  readonly at: string; readonly by: string; readonly authorisedBy: string | null; readonly receiptNo: string | null; readonly paperId: string | null;
};

/** One ledger row. Rows are never changed; an arrival and a reversal are rows of their own beside it. */
export type PaymentRow = {
  readonly paymentId: string;
  readonly tender: TenderKind;
  readonly amountLi: number;
  readonly tenderedLi: number | null;
  readonly changeLi: number;
  readonly payerName: string;
  readonly payerNote: string;
  readonly reference: string;
  /** 待到账 until someone confirms the arrival of a transfer or collection; `reversed`: nothing of it is left. */
  readonly state: 'received' | 'awaited' | 'reversed';
  readonly takenAt: string;
  readonly takenBy: string;
  readonly arrivedOn: string | null;
  readonly receiptNo: string | null;
  readonly receiptPaperId: string | null;
  readonly shiftNo: string | null;
  /** What may still be given back, in 厘. */
  readonly reversibleLi: number;
  /** Which reversals the rules allow now. */
  readonly may: readonly ReversalKind[];
  readonly reversals: readonly ReversalRow[];
  /** What the carrier has of it. */
  readonly carrier: 'not-sent' | 'waiting' | 'accepted' | 'parked';
};

/** What is due, what came in, and what the promise would be. */
export type PaymentsView = {
  readonly dueLines: readonly { readonly code: string; readonly name: string; readonly li: number }[];
  readonly dueLi: number;
  /** Received less what was given back. */
  readonly receivedLi: number;
  readonly waitingLi: number;
  readonly rows: readonly PaymentRow[];
  /** Money that should go back today, and why: the order was rejected or withdrawn, or more is held than due. */
  readonly refund: { readonly li: number; readonly why: 'activation-rejected' | 'order-cancelled' | 'plan-cheaper' } | null;
  /** When the amount due was first fully in; starts the activation clock. */
  readonly clockStartAt: string | null;
  /** The due date if paid before today's cut-off, and after it. */
  readonly promise: { readonly before: string; readonly after: string; readonly cutOff: string; readonly provisional: boolean; readonly workingDays: number } | null;
};
