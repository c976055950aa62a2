import { z } from 'zod';

const caseId = z.uuid();
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const paymentRequests = {
  'payments/take': z.strictObject({
    caseId, tender: z.enum(['cash', 'pos', 'transfer', 'collection']), amountLi: z.number().int().positive(), tenderedLi: z.number().int().min(0).nullable(),
    reference: z.string().trim().max(60), payerName: z.string().trim().max(100),
  }),
  'payments/confirm-arrival': z.strictObject({ paymentId: z.uuid(), arrivedOn: day, reference: z.string().trim().min(1).max(60) }),
} as const;

/** One ledger row. Rows are never changed; an arrival is a row of its own beside it. */
export type PaymentRow = {
  readonly paymentId: string;
  readonly tender: 'cash' | 'pos' | 'transfer' | 'collection';
  readonly amountLi: number;
  readonly tenderedLi: number | null;
  readonly changeLi: number;
  readonly payerName: string;
  readonly reference: string;
  /** 待到账 until someone confirms the arrival of a transfer or collection. */
  readonly state: 'received' | 'awaited';
  readonly takenAt: string;
  readonly takenBy: string;
  readonly arrivedOn: string | null;
  readonly receiptNo: string | null;
  readonly receiptPaperId: string | null;
};

/** What is due, what came in, and what the promise would be. */
export type PaymentsView = {
  readonly dueLines: readonly { readonly code: string; readonly name: string; readonly li: number }[];
  readonly dueLi: number;
  readonly receivedLi: number;
  readonly waitingLi: number;
  readonly rows: readonly PaymentRow[];
  /** When the amount due was first fully in; starts the activation clock. */
  readonly clockStartAt: string | null;
  /** The due date if paid before today's cut-off, and after it. */
  readonly promise: { readonly before: string; readonly after: string; readonly cutOff: string; readonly provisional: boolean; readonly workingDays: number } | null;
};
