/**
 * Every way a request can fail, as a kebab-case fact. `text/` holds one sentence for each that says what happened,
 * whether the work is safe, and what to do; a code without a sentence does not compile.
 */
export const failureCodes = [
  // the door
  'internal', 'bad-request', 'forbidden-sender', 'not-signed-in', 'session-locked', 'not-allowed', 'not-set-up', 'read-only',
  // staff
  'wrong-sign-in', 'sign-in-blocked', 'staff-inactive', 'password-weak', 'staff-number-taken', 'staff-unknown', 'second-person-needed', 'own-account',
  // set-up
  'already-set-up', 'recovery-key-wrong', 'certificate-unreadable', 'certificate-password-wrong', 'certificate-expired', 'certificate-missing',
  // cases
  'case-not-found', 'case-not-editable', 'case-parked', 'case-of-another', 'case-already-submitted', 'not-parked', 'cannot-cancel',
  // numbers
  'query-not-understood', 'pool-not-loaded', 'customer-not-named', 'number-not-orderable', 'number-taken', 'number-not-free', 'hold-not-found',
  'hold-limit', 'number-limit', 'carrier-offline', 'carrier-refused', 'already-holding', 'approval-pending', 'fallback-not-ordinary',
  'shortlist-full', 'clerk-hold-limit', 'hall-hold-limit', 'customer-hold-limit', 'not-in-lease', 'lease-unsupported', 'lease-frozen', 'lease-not-found', 'lease-not-settled', 'lease-pick-limit', 'lease-pool-short', 'lent-number-special',
  // rule tables
  'rules-outdated', 'rules-unsound',
  // plans
  'plan-unknown', 'plan-not-allowed', 'number-not-chosen', 'minimum-out-of-range', 'add-on-not-allowed', 'terminals-needed', 'dearer-plan-reason', 'plan-not-chosen', 'calls-unreadable', 'calls-columns', 'calls-too-many', 'calls-none', 'catalogue-outdated', 'plan-not-hall-priced', 'catalogue-unreadable',
  // papers
  'task-not-open', 'content-changed', 'not-read-out', 'signature-empty', 'missing-glyph', 'paper-not-found', 'paper-damaged', 'routing-errors', 'approval-needed', 'paper-office-stopped', 'wording-changed',
  // documents
  'file-too-large', 'file-not-an-image', 'image-damaged', 'document-not-found', 'too-many-documents', 'document-unreadable', 'export-cancelled',
  // money
  'nothing-due', 'over-payment', 'under-payment', 'reference-needed', 'payment-not-found', 'already-arrived', 'arrival-in-future', 'agreement-not-signed', 'payer-note-needed', 'shift-not-open', 'shift-of-another', 'shift-too-old', 'shift-already-open', 'shifts-used-up', 'shift-not-found', 'shift-closed', 'shift-not-counted', 'mismatch-unexplained', 'mismatch-not-found', 'deposit-over-cash', 'reversal-over', 'reversal-not-open', 'void-not-same-shift', 'note-needed', 'supervisor-needed', 'receipts-used-up',
  // approval
  'approval-not-needed', 'approval-not-found', 'approval-already-requested', 'approval-already-decided', 'own-case', 'last-editor', 'not-supervisor', 'documents-before-approval', 'reason-needed',
  'take-back-too-late', 'token-unreadable', 'token-forged', 'token-unknown-signer', 'token-for-another', 'other-hall', 'token-used', 'token-signed-before', 'token-expired', 'no-signing-key', 'already-trusted', 'signer-unreadable', 'signer-forged', 'signer-not-found', 'delegate-unfit', 'delegation-not-found', 'batch-mixed',
  // activation, outbox, print
  'not-activated-yet', 'test-call-not-found', 'caller-unreadable', 'list-unreadable', 'list-too-long', 'list-none', 'tasks-open', 'intent-not-found', 'intent-not-parked', 'printer-unreachable', 'no-printer', 'disk-full',
] as const;

/** One of the failure codes. */
export type FailureCode = (typeof failureCodes)[number];

/** A failure as it crosses the door. `facts` fill the sentence and carry no identity data; `reference` is read out to support. */
export type Failure = {
  readonly code: FailureCode;
  readonly facts?: Readonly<Record<string, string | number>>;
  readonly reference?: string;
};
