import type { Request } from '#contract/contract.ts';
import { trainingPassword } from '../../src-main/services/hall/set-up.ts';
import { sampleCustomer, sampleForm, sampleStrokes } from './sample-company.ts';
import { plainSearch } from './plain-search.ts';
import type { ServiceChannel } from './test-console.ts';

const nowhere = '00000000-0000-4000-8000-000000000000';
const caseId = nowhere;
const documentId = nowhere;
const paperId = nowhere;
const hash = '0'.repeat(64);
const carried = `H4R1.${'A'.repeat(20)}`;

/** Sound in form, and grading nothing: a table without a grade is refused. */
const ruleDraft: Request<'rules/try'>['draft'] = {
  rules: [{ id: 'AABB', name: '连对', grade: 6, enabled: false, anchor: 'tail', kind: 'shape', shape: 'AABB', digits: '0123456789' }], downgrades: [], heads: [],
  grades: ([1, 2, 3, 4, 5, 6, 6] as const).map((grade) => ({ grade, name: '级', hallMinimumLi: 0, floorLi: 0, prepayLi: 0, releaseMonths: 0, termMonths: 0, transferable: true, cancellable: true })),
};

/** A well-formed request for each channel that concerns nothing that exists. */
export const sampleRequests = (staffNo: string): { readonly [C in ServiceChannel]: Request<C> } => ({
  'session/state': undefined, 'session/sign-in': { staffNo, password: trainingPassword }, 'session/sign-out': undefined, 'session/lock': undefined,
  'session/unlock': { password: trainingPassword }, 'session/touch': undefined,
  'staff/list': undefined, 'staff/add': { staffNo: 'WJ0900', name: '某', role: 'clerk', password: 'short' }, 'staff/change-password': { staffNo, password: 'short' },
  'staff/set-active': { staffNo: 'NOBODY', active: false },
  'reference/read': undefined, 'policy/save': { lockAfterMinutes: 5, sealedScanRequired: true, numbersPerOrganisation: 5, holdsPerClerk: 20, holdsPerHall: 100, holdsPerCustomer: 3, defaultPrinter: null },
  'certificate/state': undefined, 'certificate/import': { p12: new Uint8Array(8), password: '' },
  'workbench/list': { filter: 'all' }, 'cases/create': undefined, 'cases/open': { caseId }, 'cases/save-customer': { caseId, patch: { name: 'x' } },
  'cases/save-form': { caseId, form: structuredClone(sampleForm(sampleCustomer())) as Request<'cases/save-form'>['form'] }, 'cases/save-place': { caseId, task: 'plan', field: null },
  'cases/park': { caseId, note: '' }, 'cases/resume': { caseId }, 'cases/take-over': { caseId }, 'cases/cancel': { caseId, reason: 'x' }, 'cases/find': { text: 'x' },
  'cases/events': { caseId }, 'cases/reveal': { caseId, field: 'legalIdNumber' },
  'numbers/search': plainSearch(''), 'numbers/pool-status': undefined, 'numbers/hold': { caseId, digits: '4006000000' }, 'numbers/extend': { caseId },
  'numbers/release': { caseId }, 'numbers/pick-provisional': { caseId, ranked: ['4006000000'] },
  'numbers/suggest': { caseId }, 'numbers/explain': { digits: '4006000000' }, 'numbers/holds': undefined, 'shortlist/read': { caseId }, 'shortlist/add': { caseId, digits: '4006000000' }, 'shortlist/drop': { caseId, digits: '4006000000' },
  'shortlist/order': { caseId, ranked: [] }, 'shortlist/extend': { caseId }, 'customer/show': { caseId: null, lit: null }, 'customer/scene': undefined,
  'rules/read': undefined, 'rules/try': { draft: ruleDraft, digits: '4006000000' }, 'rules/preview': { draft: ruleDraft }, 'rules/publish': { draft: ruleDraft, basedOn: 999, note: 'x', confirmed: false },
  'catalogue/read': undefined, 'catalogue/price': { planId: 'all-answer', monthlyFeeLi: 80_000, note: 'x', baseVersion: 'none' }, 'catalogue/fetch': undefined,
  'codes/read': { image: new Uint8Array(4) }, 'leases/state': undefined, 'leases/hall': undefined, 'leases/grant': undefined, 'leases/close': undefined, 'leases/force': { epoch: 1, reason: '电脑报废了', destroyed: false, second: { staffNo: 'NOBODY', password: 'x' } },
  'plans/list': { caseId }, 'plans/compare': { caseId, usage: null }, 'plans/import-calls': { caseId, fileName: 'x.csv', bytes: new Uint8Array(4) }, 'plans/forget-calls': { caseId },
  'routing/caller': { text: '02223450000' }, 'routing/import-list': { caseId, fileName: 'x.csv', bytes: new Uint8Array(4) },
  'routing/earlier-forms': { caseId, text: '' }, 'routing/copy-form': { caseId, fromCaseId: nowhere }, 'routing/record-real-call': { caseId, testCallId: 'c1', as: 'agreed', note: '' },
  'plans/preview-bills': { caseId, exitOn: null }, 'plans/print-comparison': { caseId }, 'plans/choose': { caseId, planId: 'minimum-50', addOnIds: [], minimumLi: null, terminals: null, reason: '客户指定' },
  'papers/prepare': { caseId, kind: 'form' }, 'papers/sign': { caseId, kind: 'form', contentDigest: hash, readItemIds: [], strokes: sampleStrokes }, 'papers/open': { paperId },
  'papers/verify': { paperId }, 'papers/by-hand': { caseId, kind: 'form', allow: true },
  'documents/add': { caseId, kind: 'other', bytes: new Uint8Array(4), source: 'file' }, 'documents/view': { documentId }, 'documents/thumbnail': { documentId },
  'documents/judge': { documentId, verdict: 'matches', note: '' }, 'documents/remove': { documentId, reason: 'x' }, 'documents/export': { documentId },
  'payments/take': { caseId, tender: 'cash', amountLi: 10, tenderedLi: 10, reference: '', payerName: 'x', payerNote: '' },
  'payments/reverse': { paymentId: nowhere, kind: 'void', amountLi: 10, reason: 'wrong-amount', note: '', reference: '', supervisor: { staffNo: 'NOBODY', password: 'x' } },
  'payments/confirm-arrival': { paymentId: nowhere, arrivedOn: '2026-11-24', reference: 'x' },
  'till/state': undefined, 'till/open': { floatLi: 5 }, 'till/shift': { shiftId: nowhere }, 'till/list': { from: null, to: null }, 'till/ask-carrier': { shiftId: nowhere }, 'till/export': { shiftId: nowhere },
  'till/count': { shiftId: nowhere, cash: { pieces: {}, looseLi: 0 }, others: { pos: 0, wechat: 0, alipay: 0, transfer: 0, collection: 0 }, slips: [] },
  'till/explain': { shiftId: nowhere, mismatchIds: ['x'], action: 'explained', note: 'x', supervisor: null }, 'till/close': { shiftId: nowhere, note: '', depositLi: 0, depositBag: '', supervisor: null },
  'approval/request': { caseId, reason: 'x' }, 'approval/queue': undefined, 'approval/show': { approvalId: nowhere },
  'approval/decide': { approvalId: nowhere, decision: 'approve', reasons: [], note: '', bindingHash: hash, supervisor: null }, 'approval/withdraw': { caseId },
  'approval/take-back': { approvalId: nowhere }, 'approval/similar': { approvalId: nowhere }, 'approval/export-request': { caseId, asFile: false }, 'approval/import-request': { text: carried },
  'approval/sign-token': { request: carried, decision: 'approve', reasons: [], note: '', password: trainingPassword, asFile: false }, 'approval/import-token': { text: carried },
  'approval/signer': { password: null }, 'approval/trusted': undefined, 'approval/trust': { text: carried }, 'approval/distrust': { keyId: '0'.repeat(16) },
  'approval/delegates': undefined, 'approval/delegate': { toStaffNo: 'NOBODY', until: '2026-12-01', reason: 'x' }, 'approval/end-delegation': { delegationId: nowhere },
  'approval/decide-batch': { items: [{ approvalId: nowhere, bindingHash: hash }], decision: 'approve', reasons: [], note: '' },
  'activation/submit': { caseId }, 'outbox/list': undefined, 'outbox/retry': { seq: 1 }, 'outbox/status': undefined,
  'print/printers': undefined, 'print/submit': { paperId, printer: 'desk', copies: 1, reason: '' }, 'print/jobs': { caseId: null }, 'print/choose-printer': { name: 'desk' },
});
