/** Every request the renderer may make, `area/verb`. The preload's allow-list; nothing else crosses. */
export const requestChannels = [
  'setup/state', 'setup/first-start', 'setup/confirm-recovery-key', 'setup/recover',
  'session/state', 'session/sign-in', 'session/sign-out', 'session/lock', 'session/unlock', 'session/touch',
  'staff/list', 'staff/add', 'staff/change-password', 'staff/set-active',
  'reference/read', 'policy/save', 'certificate/state', 'certificate/import',
  'workbench/list',
  'cases/create', 'cases/open', 'cases/save-customer', 'cases/save-form', 'cases/save-place', 'cases/park', 'cases/resume',
  'cases/take-over', 'cases/cancel', 'cases/find', 'cases/events', 'cases/reveal',
  'numbers/search', 'numbers/pool-status', 'numbers/suggest', 'numbers/explain', 'numbers/hold', 'numbers/extend', 'numbers/release', 'numbers/pick-provisional', 'numbers/holds',
  'codes/read', 'rules/read', 'rules/try', 'rules/preview', 'rules/publish',
  'shortlist/read', 'shortlist/add', 'shortlist/drop', 'shortlist/order', 'shortlist/extend', 'customer/show', 'customer/scene',
  'leases/state', 'leases/hall', 'leases/grant', 'leases/close', 'leases/force',
  'plans/list', 'plans/compare', 'plans/import-calls', 'plans/forget-calls', 'plans/choose', 'plans/preview-bills', 'plans/print-comparison',
  'catalogue/read', 'catalogue/price', 'catalogue/fetch',
  'routing/caller', 'routing/import-list', 'routing/earlier-forms', 'routing/copy-form', 'routing/record-real-call',
  'papers/prepare', 'papers/sign', 'papers/open', 'papers/verify', 'papers/by-hand',
  'documents/add', 'documents/view', 'documents/thumbnail', 'documents/judge', 'documents/remove', 'documents/export',
  'payments/take', 'payments/confirm-arrival', 'payments/reverse',
  'till/state', 'till/open', 'till/shift', 'till/count', 'till/explain', 'till/close', 'till/list', 'till/ask-carrier', 'till/export',
  'approval/request', 'approval/queue', 'approval/show', 'approval/decide', 'approval/withdraw', 'approval/take-back', 'approval/similar',
  'approval/export-request', 'approval/import-request', 'approval/sign-token', 'approval/import-token', 'approval/signer', 'approval/trusted', 'approval/trust', 'approval/distrust',
  'approval/delegates', 'approval/delegate', 'approval/end-delegation', 'approval/decide-batch',
  'activation/submit', 'outbox/list', 'outbox/retry', 'outbox/status',
  'print/printers', 'print/submit', 'print/jobs', 'print/choose-printer',
] as const;

/** One of the request channels. */
export type RequestChannel = (typeof requestChannels)[number];

/** Every push from main to the renderer, `area/past-tense`. */
export const eventNames = ['case/changed', 'connection/changed', 'outbox/changed', 'session/changed', 'print/changed', 'pool/changed', 'customer/changed', 'lease/changed', 'approval/changed', 'till/changed', 'catalogue/changed'] as const;

/** One of the pushes. */
export type EventName = (typeof eventNames)[number];
