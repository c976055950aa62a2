/** Everything that is written into a case's history; each kind has its words in `text/`. */
export const caseEventKinds = [
  'case-created', 'customer-saved', 'form-saved', 'form-copied', 'real-call-made', 'routing-checked', 'field-revealed', 'case-parked', 'case-resumed', 'case-taken-over', 'case-cancelled', 'case-submitted',
  'number-held', 'number-picked-offline', 'number-released', 'number-lost', 'number-replaced', 'number-leased', 'lease-claimed', 'shortlist-changed', 'hold-extended', 'hold-expired', 'plan-chosen',
  'approval-requested', 'approval-withdrawn', 'approval-granted', 'approval-returned', 'approval-taken-back', 'approval-carried', 'approval-token-used', 'agreement-signed', 'form-signed', 'by-hand-allowed', 'print-requested',
  'document-added', 'document-judged', 'document-removed', 'document-viewed', 'document-exported', 'payment-received', 'payment-awaited', 'payment-arrived', 'payment-voided', 'payment-refunded', 'payment-withdrawn', 'usage-kept', 'calls-imported', 'comparison-made',
  'outbox-retried', 'state-changed',
] as const;

/** One kind of event. */
export type CaseEventKind = (typeof caseEventKinds)[number];
