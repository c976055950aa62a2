/** What the hall wants the carrier to do; one row of the outbox each, appended in the transaction of the change itself. */
export const intentKinds = [
  'hold-number', 'claim-number', 'release-number', 'register-customer', 'file-document', 'file-agreement', 'record-payment', 'record-refund', 'place-order', 'cancel-order',
  'request-approval', 'decide-approval', 'withdraw-approval',
] as const;

/** Kind of an intent. */
export type IntentKind = (typeof intentKinds)[number];

/**
 * waiting → sending → sent, or → parked (a person must look). At start `sending` becomes `waiting` again: the key is the
 * same, so the carrier answers a repeat with what it answered first.
 */
export type IntentState = 'waiting' | 'sending' | 'sent' | 'parked' | 'superseded';

/** One row of the outbox. `key` is the Idempotency-Key and never changes; `seq` is the order of sending in a case. */
export type Intent = {
  readonly seq: number;
  readonly key: string;
  readonly caseId: string;
  readonly kind: IntentKind;
  readonly subject: string;
  readonly state: IntentState;
  readonly attempts: number;
  readonly nextAttemptAt: string;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly sentAt: string | null;
  readonly failure: IntentFailure | null;
};

/** Why the last try did not end well; `code` is the carrier's or `offline`. */
export type IntentFailure = { readonly code: string; readonly reason: string; readonly at: string };
