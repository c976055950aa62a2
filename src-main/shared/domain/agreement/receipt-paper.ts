import type { Li } from '../money/money.ts';
import type { PaperDue, PaperHead, PaperNumber, PaperStaff, PaperTime } from './paper-head.ts';
import type { PenStrokes } from './pen-stroke.ts';

/** Everything printed on a 预存款收据; `head.documentNumber` is the receipt number. */
export type ReceiptPaper = {
  readonly kind: 'receipt';
  readonly head: PaperHead;
  readonly agreementNumber: string;
  readonly payer: string;
  readonly receivedAt: PaperTime;
  /** Tender in words, e.g. 对公转账，9月22日到账，流水号…. */
  readonly tender: string;
  readonly number: { readonly digits: PaperNumber; readonly provisional: boolean };
  /** Null: the case ended without a service, what arrives is owed back. */
  readonly due: PaperDue | null;
  readonly lines: readonly { readonly item: string; readonly note: string; readonly amount: Li }[];
  readonly total: Li;
  readonly cashier: PaperStaff & { readonly strokes: PenStrokes };
  readonly checker?: PaperStaff;
};
