import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { CustomerDraft } from '#domain/applicant/customer.ts';
import { wallTime } from '#domain/calendar/shanghai-time.ts';
import { caseTasks } from '#domain/cases/task-status.ts';
import { gradeNumber } from '#domain/number/grade/grade-number.ts';
import type { Grade } from '#domain/number/grade/number-rules.ts';
import { emptyForm, type RoutingForm } from '#domain/routing/routing-form.ts';
import { loadReference } from '../../src-main/reference/load-reference.ts';
import type { LoadedCase } from '../../src-main/services/cases/load-case.ts';
import type { Actor, ConsoleContext, Hall } from '../../src-main/services/console-context.ts';
import { viewDocuments } from '../../src-main/services/documents/view-documents.ts';
import { moneyOf } from '../../src-main/services/payments/money-of.ts';
import { viewPlan } from '../../src-main/services/plans/quote-case.ts';
import { openStore } from '../../src-main/store/open.ts';
import type { ScanRow } from '../../src-main/store/tables/document-rows.ts';
import type { SealedPaper } from '../../src-main/store/tables/paper-rows.ts';
import type { LedgerRow } from '../../src-main/store/tables/payment-rows.ts';
import { insertStaff } from '../../src-main/store/tables/staff-rows.ts';
import { inventedCreditCode, inventedIdentityNumber } from './sample-company.ts';

/** Thursday before the National Day week, ten in the morning; in 2026 that week has two make-up days around it. */
export const thursdayBeforeHoliday = '2026-09-24T02:10:00.000Z';
export const clerk: Actor = { staffNo: '90217', name: '周禾', role: 'clerk' };
export const hall: Hall = {
  code: '990101', name: '示例市人民路营业厅', branchName: '中国联通示例市分公司', city: '示例市', region: '北京', regionCode: '110000', areaCode: '010', serviceLine: '10010', desk: 1,
};

/** One number of each grade. */
export const numbers: Readonly<Record<Grade, string>> = {
  1: '4006888888', 2: '4006123456', 3: '4006038888', 4: '4006012888', 5: '4006001688', 6: '4006392211', 9: '4006037294',
};

export const customer: CustomerDraft = {
  name: '示例市朔方冷链物流有限公司', licenceKind: 'enterprise', creditCode: inventedCreditCode(16), licenceTerm: 'long', licenceUntil: '', phone: '0105555 0000', address: '示例省示例市样本区冷库路88号', foundedOn: '2009-03-18', stockCode: '',
  legalName: '陈𫖯喆', legalIdNumber: inventedIdentityNumber('1975-05-05', 3), legalPhone: '13701000030', handlerName: '王䶮', handlerIdNumber: inventedIdentityNumber('1988-08-18', 1), handlerPhone: '186 1177 5102',
  handlerRelation: 'employee', handlerIdFrom: '2018-06-12', handlerIdTo: '2038-06-12', purpose: '冷链运输客户服务与报修', businessScope: '道路货物运输；冷链仓储', toldCallerPays: true, consents: true,
};

const owner = { ownerName: customer.name, ownerKind: 'unit', proof: 'bill', proofMonth: '2026-08', terminal: 'phone', capacity: 1 } as const;
const over = { shares: [], onBusy: 'over', onNoAnswer: 'over' } as const;
const always = { days: 'weekdays', dates: [], regions: [], lineKind: 'any' } as const;

/** Two groups, office hours and a night rule, somebody who takes over, both lists. */
export const fullForm: RoutingForm = {
  ...emptyForm,
  destinations: [
    { id: 'a', number: '010-5920 6601', ...owner }, { id: 'b', number: '010-5920 6602', ...owner },
    { id: 'c', number: '021-5920 6603', ...owner, ownerName: '示例市朔方仓储有限公司', ownerKind: 'related-unit', proof: 'contract' },
    { id: 'd', number: '13901000007', ...owner, ownerName: '赵小满', ownerKind: 'employee', proof: 'none' },
  ],
  groups: [
    { id: 'day', name: '客服', strategy: 'roundRobin', destinationIds: ['a', 'b', 'c'], ...over }, { id: 'night', name: '值班', strategy: 'priority', destinationIds: ['d', 'a'], ...over },
    { id: 'over', name: '经理', strategy: 'priority', destinationIds: ['d'], shares: [], onBusy: '', onNoAnswer: '' },
  ],
  rules: [
    { id: 'r1', name: '上班', weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '18:00', ...always, goal: 'day' },
    { id: 'r2', name: '夜间', weekdays: [1, 2, 3, 4, 5, 6, 7], from: '22:00', to: '06:00', ...always, goal: 'night' },
  ],
  otherwise: 'voicemail', blackList: [{ kind: 'number', pattern: '01059209001' }, { kind: 'prefix', pattern: '0085' }], whiteList: [{ kind: 'number', pattern: '13900000011' }],
  whiteListKind: 'priority', recording: true, recordingNotice: true,
};

/** One phone, always. */
export const plainForm: RoutingForm = {
  ...emptyForm, destinations: [{ id: 'a', number: '010-5920 6601', ...owner }], groups: [{ id: 'g', name: '客服', strategy: 'roundRobin', destinationIds: ['a'], shares: [], onBusy: '', onNoAnswer: '' }], otherwise: 'g',
};

export type PaperContext = { readonly context: ConsoleContext; readonly at: (now: string) => ConsoleContext; readonly close: () => void };

/** What composing a paper needs of a console: the shipped tables, a clock that stands, and the staff. */
export function openPaperContext(mode: 'training' | 'real' = 'training'): PaperContext {
  const dir = mkdtempSync(join(tmpdir(), 'papers-'));
  const store = openStore(join(dir, 'test.db'), new Uint8Array(32).fill(5));
  const reference = loadReference(resolve('resources/reference'));
  if (!store.ok || !reference.ok) throw new Error('openPaperContext: no store or no tables');
  insertStaff(store.value, { staffNo: '90105', name: '林朔', role: 'supervisor', password: '-' }, thursdayBeforeHoliday);
  const at = (now: string): ConsoleContext => ({ mode, db: store.value, reference: reference.value, now: () => now }) as unknown as ConsoleContext;
  return { context: at(thursdayBeforeHoliday), at, close: () => { store.value.close(); rmSync(dir, { recursive: true, force: true }); } };
}

export type CaseParts = {
  readonly digits?: string; readonly planId?: string; readonly addOnIds?: readonly string[]; readonly minimumLi?: number | null; readonly terminals?: number | null; readonly hold?: 'granted' | 'provisional';
  readonly fallbacks?: readonly string[]; readonly customer?: CustomerDraft; readonly form?: RoutingForm; readonly payments?: readonly LedgerRow[]; readonly approved?: boolean; readonly scans?: readonly ScanRow[];
};

/** A case as `loadCase` hands it out: number held, plan quoted, a special number approved unless told otherwise. */
export function loadedCase(context: ConsoleContext, parts: CaseParts = {}): LoadedCase {
  const { digits = numbers[9], planId = 'hall-standard', addOnIds = [], minimumLi = null, terminals = null, hold = 'granted', fallbacks = [], form = plainForm, payments = [], approved = true, scans = [] } = parts;
  const { grade, ruleId } = gradeNumber(digits, context.reference.numberRules);
  const special = grade !== 9;
  const row: LoadedCase['row'] = {
    caseId: 'c1', caseNo: '99010101-20260924-0017', state: 'draft', createdBy: clerk.staffNo, owner: clerk.staffNo, createdAt: context.now(), editedBy: clerk.staffNo, editedAt: context.now(), revision: 5,
    parkedAt: null, parkedNote: '', place: { task: 'agreement', field: null }, customer: parts.customer ?? customer, form, plan: { planId, version: '2024-10', addOnIds, minimumLi, catalogueVersion: '2024-10', chosenOn: wallTime(context.now()).date, terminals, reason: null }, byHand: [],
  };
  const pick = { pickId: 1, caseId: 'c1', digits, grade, ruleId, rulesVersion: '1', hold, reservationId: null, expiresAt: null, heldAt: context.now(), fallbacks, ranked: [digits, ...fallbacks] };
  const plan = viewPlan(context, hall, row.plan, { digits, grade, rulesVersion: '1' });
  const facts: LoadedCase['facts'] = {
    state: 'draft', customerStarted: true, customerNamed: true, customerErrors: 0, number: { grade, hold }, planChosen: true, planAllowed: true, approval: special ? 'approved' : 'not-needed', agreement: 'none',
    formStarted: true, formErrors: 0, form: 'none', documentsMissing: [], documentsAdded: scans.length, awaitingSeal: 0, ...moneyOf(plan, payments),
  };
  return {
    row, hall, pick, plan, customerProblems: [], formProblems: [], agreement: { documentNo: 'XY-99010101-20260924-0017-01' } as SealedPaper, formPaper: null, basis: { agreement: '', form: '' }, scans,
    documents: viewDocuments(row, scans, { agreement: null, form: null, sealedScanRequired: true }), payments, order: null, facts, tasks: caseTasks(facts),
    approval: {
      needed: special, state: special ? (approved ? 'approved' : 'requested') : 'not-needed', approvalId: special ? '0f9d1c1e-0000-4000-8000-00000000ab12' : null, reason: '', requestedAt: null, requestedBy: null,
      decidedBy: special && approved ? '90105' : null, decidedByName: null, onBehalfOf: null, decidedAt: null, returnReasons: [], note: '', bindingHash: null, expiresAt: null,
    },
  };
}

/** A payment that is in, unless `arrivedOn` says null. */
export const paid = (paymentId: string, amountLi: number, rest: Partial<LedgerRow> = {}): LedgerRow => ({
  paymentId, caseId: 'c1', tender: 'cash', amountLi, tenderedLi: amountLi, changeLi: 0, payerName: customer.name, payerNote: '', reference: '', takenAt: thursdayBeforeHoliday, takenBy: clerk.staffNo,
  shiftId: null, shiftNo: null, reversals: [],
  arrivedOn: '2026-09-24', arrivalReference: null, confirmedAt: null, confirmedBy: null, receiptNo: null, receiptPaperId: null, ...rest,
});
