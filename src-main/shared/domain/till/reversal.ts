/** 作废 the whole payment in the shift that took it; 退款 part or all of it later; 撤回 an announced transfer that will not come. */
export type ReversalKind = 'void' | 'refund' | 'withdraw';

/** Why money goes back, or a promise is taken back. */
export type ReversalReason =
  | 'wrong-amount' | 'wrong-tender' | 'wrong-case' | 'customer-left' | 'activation-rejected' | 'order-cancelled' | 'paid-twice' | 'plan-cheaper' | 'not-coming' | 'other';
