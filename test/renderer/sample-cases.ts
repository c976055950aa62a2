import type { CaseRow, CaseView, Workbench } from '#contract/cases.ts';
import type { NumberHit, NumberView } from '#contract/numbers.ts';
import type { PaperView } from '#contract/papers.ts';
import type { PlanView } from '#contract/plans.ts';
import { emptyCustomer, type CustomerDraft } from '#domain/applicant/customer.ts';
import { customerProblems } from '#domain/applicant/customer-problems.ts';
import { maskIdentityNumber } from '#domain/applicant/mask.ts';
import { announcedCalendar } from '#domain/calendar/work-calendar.ts';
import type { CaseFacts } from '#domain/cases/case-facts.ts';
import { caseTasks, nextTask } from '#domain/cases/task-status.ts';
import { callLimits } from '#domain/routing/call-limits.ts';
import { callerOfRegion } from '#domain/routing/caller-of-phone.ts';
import { formProblems } from '#domain/routing/form-problems.ts';
import { emptyForm, hasStarted, type RoutingForm } from '#domain/routing/routing-form.ts';
import { suggestTestCalls } from '#domain/routing/test-calls/suggest-test-calls.ts';
import { hit, quoteOf, sampleLimits, samplePolicy, sampleRegions } from './sample-reference.ts';

/** The moment at which every sample stands: Monday 2026-11-23, 10:42:07 in Shanghai. */
export const sampleNow = '2026-11-23T02:42:07.000Z';

const at = (offsetMinutes: number): string => new Date(Date.parse(sampleNow) + offsetMinutes * 60_000).toISOString();
const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const sha = 'a3f1'.repeat(16);

export const customer: CustomerDraft = {
  ...emptyCustomer, name: '北京吉盛龑泰冷链物流供应链管理有限公司望京分公司', licenceKind: 'branch', creditCode: '91110105MA7K2W4X1W', phone: '010-5920 6688',
  address: '北京市朝阳区望京东路 8 号院 3 号楼 1206', legalName: '阿卜杜热合曼·买买提江', legalIdNumber: '650102197806124215', legalPhone: '139 0100 2748', handlerName: '陈㛃',
  handlerIdNumber: '110105198502282837', handlerPhone: '186 1177 5102', handlerRelation: 'employee', handlerIdFrom: '2018-06-12', handlerIdTo: '2038-06-12',
  purpose: '客户服务热线', businessScope: '道路货物运输；低温仓储；供应链管理服务；冷藏车租赁；货物进出口。', toldCallerPays: true, consents: true,
};

/** As in mockup 02: credit code, identity number and purpose are wrong. */
export const wrongCustomer: CustomerDraft = { ...customer, creditCode: '91110105MA7K2W4X1V', handlerIdNumber: '110105198502302834', purpose: '贷款咨询' };

export const form: RoutingForm = {
  ...emptyForm,
  destinations: [
    { id: 'd1', number: '010-5920 6688', ownerName: customer.name, ownerKind: 'unit', proof: 'bill', proofMonth: '2026-10', terminal: 'switchboard', capacity: 4 },
    { id: 'd2', number: '186 1177 5102', ownerName: '陈㛃', ownerKind: 'employee', proof: 'letter', proofMonth: '2026-11', ownerIdNumber: '110105198502282837', terminal: 'phone', capacity: 1 },
    { id: 'd3', number: '139 0100 2748', ownerName: '阿卜杜热合曼·买买提江', ownerKind: 'legal-person', proof: 'bill', proofMonth: '2026-10', ownerIdNumber: '650102197806124215', terminal: 'phone', capacity: 1 },
  ],
  groups: [
    { id: 'g1', name: '白天', strategy: 'roundRobin', destinationIds: ['d1', 'd2'], shares: [], onBusy: 'g2', onNoAnswer: 'g2' },
    { id: 'g2', name: '值班', strategy: 'priority', destinationIds: ['d3', 'd2'], shares: [], onBusy: 'voicemail', onNoAnswer: 'voicemail' },
  ],
  rules: [
    { id: 't1', name: '工作日白天', days: 'workdays', weekdays: [], dates: [], from: '09:00', to: '18:00', regions: [], lineKind: 'any', goal: 'g1' },
    { id: 't2', name: '周末', days: 'weekdays', weekdays: [6, 7], dates: [], from: '10:00', to: '16:00', regions: ['province:110000', 'province:120000', 'province:130000'], lineKind: 'any', goal: 'g2' },
  ],
  otherwise: 'voicemail', blackList: [{ kind: 'number', pattern: '01059991234' }], recording: true, recordingNotice: true,
};

/** Five test calls of the form, as they were seen. */
export const sampleTestCalls: RoutingForm['testCalls'] = suggestTestCalls(form, {
  today: '2026-11-23', limits: callLimits(sampleLimits), calendar: announcedCalendar, callers: [{ text: '北京 固话', caller: callerOfRegion('province:110000', 'landline', sampleRegions) }, { text: '天津 手机', caller: callerOfRegion('province:120000', 'mobile', sampleRegions) }],
});

export const heldNumber = (digits = '4006008899', extra: Partial<NumberView> = {}): NumberView => ({
  ...hit(digits), rulesVersion: '1', hold: 'granted', expiresAt: '2026-11-26T10:00:00.000Z', heldAt: at(-40), fallbacks: [], replaced: null, alternatives: [], ...extra,
});

const planOf = (number: NumberHit): PlanView => {
  const { quote, rates } = quoteOf('hall-standard', number.grade);
  return { planId: 'hall-standard', version: '2024-10', catalogueVersion: '2024-10', name: '营业厅标准', billing: 'prepaid', addOnIds: ['recording-monthly'], addOnNames: ['来电录音（月付）'], minimumLi: null, terminals: null, reason: null, allowed: true, refusal: null, quote, rates };
};

const noPaper: PaperView = { status: 'none', current: null, sealedScan: false, byHand: false };
const signedPaper = (kind: 'agreement' | 'form', sealedScan: boolean): PaperView => ({
  status: 'signed', sealedScan, byHand: false,
  current: { paperId: uuid(kind === 'agreement' ? 71 : 72), kind, documentNo: kind === 'agreement' ? 'WJ-A-20261123-0017' : 'WJ-F-20261123-0017', madeAt: at(-20), sha256: sha, contentDigest: sha, state: 'current', printCount: 2, byHand: false },
});

type Stage = {
  readonly customer?: CustomerDraft;
  readonly number?: NumberView | null;
  readonly plan?: boolean;
  readonly approval?: CaseView['approval']['state'];
  readonly agreement?: boolean;
  readonly form?: RoutingForm;
  readonly formSigned?: boolean;
  readonly documents?: 'none' | 'some' | 'all';
  readonly paid?: boolean;
  readonly submitted?: boolean;
  readonly patch?: Partial<CaseView>;
};

const kinds = ['licence', 'handler-id-front', 'handler-id-back', 'authorisation', 'destination-proof', 'sealed-agreement', 'sealed-form'] as const;

/** A case as main would show it, with statuses from the domain; `stage` says how far it is. */
export function sampleCase(stage: Stage, n = 17): CaseView {
  const draft = stage.customer ?? customer;
  const number = stage.number === undefined ? heldNumber() : stage.number;
  const plan = (stage.plan ?? true) && number ? planOf(number) : null;
  const special = number !== null && number.grade !== 9;
  const approval = stage.approval ?? (special ? 'approved' : 'not-needed');
  const problems = customerProblems(draft, { today: '2026-11-23', policy: samplePolicy });
  const routing = stage.form ?? emptyForm;
  const routingProblems = formProblems(routing, { ordered400Number: number?.digits ?? '', limits: sampleLimits, regions: sampleRegions, calendar: announcedCalendar, today: '2026-11-23' });
  const agreement = stage.agreement ? signedPaper('agreement', stage.documents === 'all') : noPaper;
  const formPaper = stage.formSigned ? signedPaper('form', stage.documents === 'all') : noPaper;
  const documents = documentsOf(stage.documents ?? 'none');
  const dueLi = plan?.quote?.dueNowLi ?? 0;
  const facts: CaseFacts = {
    state: stage.submitted ? 'inProgress' : 'draft', customerStarted: draft.name !== '', customerNamed: draft.name !== '', customerErrors: problems.filter((one) => one.severity === 'error').length,
    number: number && { grade: number.grade, hold: number.hold === 'leased' ? 'granted' : number.hold }, planChosen: plan !== null, planAllowed: plan !== null, approval, agreement: agreement.status, formStarted: hasStarted(routing),
    formErrors: routingProblems.filter((one) => one.severity === 'error').length, form: formPaper.status,
    documentsMissing: documents.needed.filter((one) => one.required && one.status === 'missing').map((one) => one.kind), documentsAdded: documents.rows.length,
    awaitingSeal: documents.needed.filter((one) => one.status === 'awaiting-seal').length, dueLi, receivedLi: stage.paid ? dueLi : 0, waitingLi: 0,
  };
  const tasks = caseTasks(facts);
  const masked = (['legalIdNumber', 'handlerIdNumber'] as const).filter((field) => draft[field] !== '');
  return {
    caseId: uuid(n), caseNo: `WJ-20261123-00${n}`, createdBy: 'BJ40127', owner: 'BJ40127', ownerName: '孙嘉宁', createdAt: at(-90), savedAt: sampleNow, revision: 12, state: facts.state,
    editable: !stage.submitted, training: true, parked: null, place: { task: 'customer', field: null }, tasks, next: nextTask(tasks),
    turn: stage.submitted ? 'carrier' : 'hall', deadline: number?.expiresAt ? { at: '2026-11-23T09:30:00.000Z', kind: 'hold' } : null,
    customer: { ...draft, ...Object.fromEntries(masked.map((field) => [field, maskIdentityNumber(draft[field])])) }, masked, customerProblems: problems, number, plan,
    approval: {
      needed: special, state: approval, approvalId: special ? uuid(61) : null, reason: special ? '客户门店电话尾号 8899，要一致' : '', requestedAt: special ? at(-26) : null, requestedBy: special ? 'BJ40127' : null,
      decidedBy: approval === 'approved' ? 'WJ0008' : null, decidedByName: approval === 'approved' ? '周立群' : null, onBehalfOf: null, decidedAt: approval === 'approved' ? at(-5) : null, returnReasons: [], note: '', bindingHash: special ? sha : null, expiresAt: null,
    },
    agreement, formPaper, form: routing, formProblems: routingProblems, documents, payments: paymentsOf(plan, dueLi, stage.paid ?? false, special), activation: stage.submitted ? activation(special) : null, ...stage.patch,
  };
}

function documentsOf(much: 'none' | 'some' | 'all'): CaseView['documents'] {
  const has = (index: number): boolean => much === 'all' || (much === 'some' && index < 3);
  const rows = kinds.filter((_, index) => has(index)).map((kind, index) => ({
    documentId: uuid(100 + index), kind, width: 2480, height: 1754, addedAt: at(-30 + index), addedBy: 'BJ40127', source: 'camera' as const, sha256: sha,
    verdict: much === 'some' && index === 2 ? 'unjudged' as const : 'matches' as const, note: '',
  }));
  const needed = kinds.map((kind, index) => ({
    kind, required: true, status: has(index) ? (much === 'some' && index === 2 ? 'unjudged' as const : 'matches' as const) : much === 'some' && index >= 5 ? 'awaiting-seal' as const : 'missing' as const,
  }));
  return { needed, rows };
}

function paymentsOf(plan: PlanView | null, dueLi: number, paid: boolean, special: boolean): CaseView['payments'] {
  const quote = plan?.quote;
  return {
    dueLines: quote ? [{ code: 'opening-fee', name: '开户费', li: quote.openingFeeLi }, { code: 'prepayment', name: '号码预存', li: quote.prepayDueLi }].filter((line) => line.li > 0) : [],
    dueLi, receivedLi: paid ? dueLi : 0, waitingLi: 0, clockStartAt: paid ? at(-3) : null, refund: null,
    rows: paid ? [{ paymentId: uuid(81), tender: 'cash', amountLi: dueLi, tenderedLi: dueLi, changeLi: 0, payerName: customer.name, payerNote: '', reference: '', state: 'received', takenAt: at(-3), takenBy: 'BJ40127', arrivedOn: null, receiptNo: 'WJ-R-20261123-0008', receiptPaperId: uuid(73), shiftNo: 'RJ-BJWJ03-03-20261123-01', reversibleLi: dueLi, may: ['void', 'refund'], reversals: [], carrier: 'accepted' }] : [],
    promise: special ? { before: '2026-12-02', after: '2026-12-03', cutOff: '17:30', provisional: false, workingDays: 7 } : { before: '2026-11-26', after: '2026-11-27', cutOff: '17:30', provisional: false, workingDays: 3 },
  };
}

function activation(special: boolean): CaseView['activation'] {
  const days = ['23', '24', '25', '26', '27', '28', '29', '30'].map((day) => `2026-11-${day}`).concat('2026-12-01', '2026-12-02');
  let counted = 0;
  const strip = days.map((day, index) => {
    const works = day !== '2026-11-28' && day !== '2026-11-29';
    return { day, works, counts: works && index > 0 ? (counted += 1) : null };
  });
  return {
    orderId: 'PO-20261123-88017', submittedAt: at(-2), state: 'inProgress', dueDate: special ? '2026-12-02' : '2026-11-26', provisional: false, workingDays: special ? 7 : 3, strip, carrierNote: null, activatedAt: null, realCalls: [], carrierRouting: null,
    history: [{ at: at(-2), code: 'submitted', note: '' }, { at: at(-1), code: 'acknowledged', note: '' }, { at: sampleNow, code: 'inProgress', note: '' }],
  };
}

const row = (n: number, company: string, number: string | null, situation: CaseRow['situation'], code: string | null, task: CaseRow['task'], deadline: string | null, extra: Partial<CaseRow> = {}): CaseRow => ({
  caseId: uuid(n), caseNo: `WJ-202611${n < 15 ? 20 : 23}-00${String(n).padStart(2, '0')}`, company, number, provisional: false, replaced: null, situation, reason: code ? { code, facts: { count: 2 } } : null, task,
  deadline: deadline ? { at: deadline, kind: situation === 'carrier' ? 'due' : 'hold' } : null, ownerName: '孙嘉宁', own: true, editedAt: at(-n), ...extra,
});

/** The workbench of mockup 01. */
export const sampleRows: readonly CaseRow[] = [
  row(9, '北京朝阳望和口腔门诊部有限公司', '4006666699', 'returned', 'carrier-pending', 'activation', '2026-11-22T09:30:00.000Z'),
  row(31, '华岳恒工程机械租赁（北京）股份有限公司第三分公司', '4006886699', 'mine', 'partly-paid', 'prepayment', at(52)),
  row(17, customer.name, '4006008899', 'mine', 'fields-to-mend', 'customer', '2026-11-23T09:30:00.000Z'),
  row(12, '北京廿一世纪锦程职业技能培训学校有限公司', '4006660808', 'approval', 'waits-for-supervisor', 'number', '2026-11-23T09:30:00.000Z'),
  row(4, '北京云上埌农业科技发展有限公司', '4006181188', 'mine', 'number-provisional', 'number', '2026-11-23T10:00:00.000Z', { provisional: true, replaced: { digits: '4006181189', rank: 1 } }),
  row(26, '天津滨海新区阿合买提·艾力国际货运代理有限公司', '4006200088', 'customer', 'awaiting-seal', 'documents', '2026-11-24T09:30:00.000Z'),
  row(15, '北京新辰颒信息咨询服务有限责任公司', '4006125566', 'parked', null, 'agreement', '2026-11-25T09:30:00.000Z', { reason: { code: 'parked', facts: { note: '客户去取公章' } } }),
  row(40, '河北廊坊固安县鑫磊石材加工厂', '4006312255', 'mine', 'waits-for-signature', 'form', '2026-11-25T09:30:00.000Z'),
  row(3, '北京未来方舟少儿编程教育科技有限公司', '4006803322', 'mine', null, 'plan', '2026-11-26T03:00:00.000Z', { own: false, ownerName: '何雨桐' }),
  row(18, '北京众诚安泰消防设施检测技术有限公司', '4006601122', 'carrier', 'carrier-at-work', 'activation', '2026-11-26T15:59:59.000Z'),
];

const count = (test: (one: CaseRow) => boolean): number => sampleRows.filter(test).length;

export const sampleBench = (filter: keyof Workbench['counts']): Workbench => ({
  rows: sampleRows.filter((one) => filter === 'all' || filter === one.situation || (filter === 'due' && one.deadline?.at.startsWith('2026-11-23') === true)),
  counts: {
    all: sampleRows.length, mine: count((one) => one.situation === 'mine'), returned: 1, approval: 1, due: count((one) => one.deadline?.at.startsWith('2026-11-23') === true), customer: 1, parked: 1, carrier: 1, done: 0,
  },
  today: { created: 6, signed: 3, activated: 2, receivedLi: 12_360_000 },
  dueByDay: [{ day: '2026-11-22', count: 1, overdue: true }, { day: '2026-11-23', count: 4, overdue: false }, { day: '2026-11-24', count: 1, overdue: false }, { day: '2026-11-25', count: 2, overdue: false }, { day: '2026-11-30', count: 6, overdue: false }],
  cutOff: '17:30',
});
