import type { CaseState } from '../cases/case-state.ts';
import type { Facts } from '../facts.ts';
import type { Li } from '../money/money.ts';
import { fail, ok, type Result } from '../result.ts';
import { hasSlip, type PaymentState, type TenderKind } from './tender.ts';

/** 作废 the whole payment in the shift that took it; 退款 part or all of it later; 撤回 an announced transfer that will not come. */
export type ReversalKind = 'void' | 'refund' | 'withdraw';

/** Why money goes back, or a promise is taken back. */
export type ReversalReason =
  | 'wrong-amount' | 'wrong-tender' | 'wrong-case' | 'customer-left' | 'activation-rejected' | 'order-cancelled' | 'paid-twice' | 'plan-cheaper' | 'not-coming' | 'other';

/** The reasons that make sense for each kind, in the order of the screen; only what never arrived can be «not coming». */
export const reversalReasons: Readonly<Record<ReversalKind, readonly ReversalReason[]>> = {
  void: ['wrong-amount', 'wrong-tender', 'wrong-case', 'paid-twice', 'customer-left', 'order-cancelled', 'plan-cheaper', 'activation-rejected', 'other'],
  refund: ['activation-rejected', 'order-cancelled', 'plan-cheaper', 'paid-twice', 'customer-left', 'wrong-amount', 'wrong-tender', 'wrong-case', 'other'],
  withdraw: ['not-coming', 'wrong-amount', 'wrong-tender', 'wrong-case', 'customer-left', 'order-cancelled', 'paid-twice', 'plan-cheaper', 'activation-rejected', 'other'],
};

/** A payment as its reversal sees it. Shifts are ids: the one that wrote it down, and the one that is open now. */
export type Reversible = {
  readonly state: PaymentState; readonly tender: TenderKind; readonly amountLi: Li;
  /** Voided, refunded or withdrawn before. */
  readonly reversedLi: Li;
  readonly caseState: CaseState; readonly takenInShift: string | null; readonly openShift: string | null;
};

/** What the clerk wants. */
export type ReversalClaim = { readonly kind: ReversalKind; readonly amountLi: Li; readonly reason: ReversalReason; readonly note: string; readonly reference: string };

/** Why it is not done. */
export type ReversalRefusal = {
  readonly code: 'case-with-carrier' | 'nothing-arrived' | 'already-arrived' | 'more-than-left' | 'amount-not-whole' | 'not-same-shift' | 'reason-of-another-kind' | 'note-missing' | 'reference-missing';
  readonly facts: Facts;
};

/** What may still be given back of a payment, or withdrawn of a promise. */
export const reversibleLi = ({ amountLi, reversedLi }: Pick<Reversible, 'amountLi' | 'reversedLi'>): Li => amountLi - reversedLi;

/** Money of an order that is with the carrier stays until the order has ended without a service. */
const open: readonly CaseState[] = ['draft', 'cancelled', 'rejected', 'failed'];

/** Which reversals the rules allow now: a promise is withdrawn, arrived money voided as a whole in the shift that took it or refunded. */
export function allowedReversals(payment: Reversible): readonly ReversalKind[] {
  if (!open.includes(payment.caseState) || reversibleLi(payment) <= 0) return [];
  if (payment.state === 'awaited') return ['withdraw'];
  return isSameShift(payment) && payment.reversedLi === 0 ? ['void', 'refund'] : ['refund'];
}

/** Decides one reversal: the kind must fit the payment, never more than what is left, a reason with what proves it. */
export function mayReverse(payment: Reversible, claim: ReversalClaim): Result<null, ReversalRefusal> {
  if (!open.includes(payment.caseState)) return fail({ code: 'case-with-carrier', facts: { state: payment.caseState } });
  const leftLi = reversibleLi(payment);
  if (!Number.isSafeInteger(claim.amountLi) || claim.amountLi <= 0 || claim.amountLi % 10 !== 0) return fail({ code: 'amount-not-whole', facts: { amountLi: claim.amountLi } });
  if (claim.amountLi > leftLi) return fail({ code: 'more-than-left', facts: { leftLi, overLi: claim.amountLi - leftLi } });
  const fits = claimFits(payment, claim);
  if (!fits.ok) return fits;
  if (!reversalReasons[claim.kind].includes(claim.reason)) return fail({ code: 'reason-of-another-kind', facts: { reason: claim.reason } });
  if (claim.reason === 'other' && claim.note.trim() === '') return fail({ code: 'note-missing', facts: {} });
  return needsReference(claim.kind, payment.tender) && claim.reference.trim() === '' ? fail({ code: 'reference-missing', facts: { tender: payment.tender } }) : ok(null);
}

function claimFits(payment: Reversible, { kind, amountLi }: ReversalClaim): Result<null, ReversalRefusal> {
  if (kind === 'withdraw' && payment.state === 'received') return fail({ code: 'already-arrived', facts: {} });
  if (kind !== 'withdraw' && payment.state === 'awaited') return fail({ code: 'nothing-arrived', facts: {} });
  if (kind === 'void' && !isSameShift(payment)) return fail({ code: 'not-same-shift', facts: {} });
  return kind !== 'refund' && amountLi !== payment.amountLi ? fail({ code: 'amount-not-whole', facts: { amountLi } }) : ok(null);
}

/** Money that goes back by the same tender (原路退回) leaves a number; so does a void at the terminal or in the app. Cash leaves the drawer. */
export const needsReference = (kind: ReversalKind, tender: TenderKind): boolean => (kind === 'refund' ? tender !== 'cash' : kind === 'void' && hasSlip(tender));

const isSameShift = ({ takenInShift, openShift }: Reversible): boolean => openShift !== null && openShift === takenInShift;
