import type { CaseState } from '../cases/case-state.ts';
import type { Li } from '../money/money.ts';

/** Money that should go back the same day, and why. */
export type RefundOwed = { readonly li: Li; readonly why: 'activation-rejected' | 'order-cancelled' | 'plan-cheaper' };

/**
 * All that is held of a case that is over without a service; what is held above the amount due while the hall still has the case.
 * `dueLi` null: nothing is quoted at the moment (the number was lost), so nobody can say that it is too much.
 */
export function refundOwed({ state, wasRefused, dueLi, heldLi }: {
  readonly state: CaseState; /** The carrier rejected or failed the order before the case was closed. */ readonly wasRefused: boolean; readonly dueLi: Li | null; readonly heldLi: Li;
}): RefundOwed | null {
  if (heldLi <= 0) return null;
  if (state === 'rejected' || state === 'failed') return { li: heldLi, why: 'activation-rejected' };
  if (state === 'cancelled') return { li: heldLi, why: wasRefused ? 'activation-rejected' : 'order-cancelled' };
  return state === 'draft' && dueLi !== null && heldLi > dueLi ? { li: heldLi - dueLi, why: 'plan-cheaper' } : null;
}
