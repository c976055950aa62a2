import type { Li } from '../money/money.ts';
import type { PaperHead, PaperNumber, PaperStaff, PaperTime } from './paper-head.ts';

/** Everything printed on a 作废单 or 退款单; `head.documentNumber` is its own number, `head.clerk` who gave the money back. */
export type ReversalPaper = {
  readonly kind: 'reversal';
  readonly head: PaperHead;
  /** 作废 the whole receipt in the shift that took it, 退款 part or all of it later. */
  readonly reversal: 'void' | 'refund';
  /** The receipt that this takes back, and what it was for. */
  readonly original: { readonly receiptNumber: string; readonly receivedAt: PaperTime; readonly tender: string; readonly amount: Li };
  readonly payer: string;
  /** Absent where the case has no number any more. */
  readonly number?: PaperNumber;
  readonly reversedAt: PaperTime;
  /** Why, in words. */
  readonly reason: string;
  /** 原路退回：刷卡撤销，凭证号… */
  readonly wayBack: string;
  readonly amount: Li;
  /** What of the receipt stays with the hall after this; 0 where nothing. */
  readonly left: Li;
  readonly supervisor: PaperStaff;
};
