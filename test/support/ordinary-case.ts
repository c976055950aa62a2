import type { CaseView } from '#contract/cases.ts';
import type { DocumentKind } from '#contract/documents.ts';
import type { CustomerDraft } from '#domain/applicant/customer.ts';
import { sampleCustomer, sampleForm, samplePhoto, sampleStrokes } from './sample-company.ts';
import { openShift } from './open-shift.ts';
import type { Caller } from './test-console.ts';
import { plainSearch } from './plain-search.ts';
import { printerName, until } from './until.ts';

/** What a case is made of, and how its number is chosen. */
export type CasePlan = {
  readonly customer: CustomerDraft;
  readonly planId: string;
  /** A number picked without the carrier; absent: one is held from the pool. */
  readonly offlinePick?: readonly string[];
  /** Which of the free numbers to take: cases beside each other do not race for one. */
  readonly pickAt: number;
  readonly photoSeed: number;
};

/** One thing the clerk does. `isDone` reads it off the case, so that a case goes on from wherever it was left. */
export type CaseStep = {
  readonly name: string;
  readonly isDone: (view: CaseView, plan: CasePlan) => boolean;
  readonly run: (call: Caller, view: CaseView, plan: CasePlan) => Promise<CaseView>;
};

export const ordinaryPlan = (sequence: number): CasePlan => ({ customer: sampleCustomer(sequence), planId: 'minimum-50', pickAt: sequence * 7, photoSeed: sequence });

const fields = (Object.keys(sampleCustomer(1)) as (keyof CustomerDraft)[]).filter((field) => field !== 'licenceUntil');
const guarded: readonly (keyof CustomerDraft)[] = ['legalIdNumber', 'handlerIdNumber'];

const customerStep = (field: keyof CustomerDraft): CaseStep => ({
  name: `customer ${field}`,
  // Guarded fields come masked: that something is there is all the view tells.
  isDone: (view, { customer }) => (guarded.includes(field) ? view.customer[field] !== '' : view.customer[field] === customer[field]),
  run: (call, { caseId }, { customer }) => call('cases/save-customer', { caseId, patch: { [field]: customer[field] } }),
});

const holdStep: CaseStep = {
  name: 'hold number',
  isDone: (view) => view.number !== null && view.number.hold !== 'lost' && view.number.hold !== 'expired',
  run: async (call, { caseId }, { pickAt, offlinePick }) => {
    if (offlinePick !== undefined) return call('numbers/pick-provisional', { caseId, ranked: [...offlinePick] });
    await until('the mirror of the pool', async () => (await call('numbers/pool-status', undefined)).loaded);
    for (let at = pickAt; ; at += 1) {
      const { hits } = await call('numbers/search', plainSearch('', [9], at));
      const held = await call('numbers/hold', { caseId, digits: hits[0]?.digits ?? '' });
      if (held.outcome === 'granted') return held.view;
    }
  },
};

const planStep: CaseStep = {
  name: 'choose plan', isDone: (view, { planId }) => view.plan?.planId === planId,
  run: (call, { caseId }, { planId }) => call('plans/choose', { caseId, planId, addOnIds: [], minimumLi: null, terminals: null, reason: '客户指定' }),
};

const addStep = (kind: DocumentKind): CaseStep => ({
  name: `add ${kind}`, isDone: (view) => view.documents.rows.some((row) => row.kind === kind),
  run: async (call, { caseId }, { photoSeed }) => (await call('documents/add', { caseId, kind, bytes: await samplePhoto(photoSeed + kind.length), source: 'camera' })).view,
});

const judgeStep = (kind: DocumentKind): CaseStep => ({
  name: `judge ${kind}`, isDone: (view) => view.documents.rows.some((row) => row.kind === kind && row.verdict === 'matches'),
  run: (call, view) => call('documents/judge', { documentId: view.documents.rows.find((row) => row.kind === kind)?.documentId ?? '', verdict: 'matches', note: '' }),
});

const signStep = (kind: 'agreement' | 'form'): CaseStep => ({
  name: `sign ${kind}`, isDone: (view) => (kind === 'agreement' ? view.agreement : view.formPaper).status === 'signed',
  run: (call, { caseId }) => signPaper(call, caseId, kind),
});

const formStep: CaseStep = {
  name: 'save form', isDone: (view) => view.form.destinations.length > 0,
  run: (call, { caseId }, { customer }) => call('cases/save-form', { caseId, form: sampleForm(customer) }),
};

const printStep = (kind: 'agreement' | 'form'): CaseStep => ({
  name: `print ${kind}`, isDone: (view) => ((kind === 'agreement' ? view.agreement : view.formPaper).current?.printCount ?? 0) > 0,
  run: async (call, view) => {
    const paperId = (kind === 'agreement' ? view.agreement : view.formPaper).current?.paperId ?? '';
    await call('print/submit', { paperId, printer: printerName, copies: 2, reason: '' });
    return call('cases/open', { caseId: view.caseId });
  },
});

const payStep: CaseStep = {
  name: 'pay cash', isDone: (view) => view.payments.receivedLi >= view.payments.dueLi,
  run: async (call, { caseId, payments }, { customer }) => {
    const amountLi = payments.dueLi - payments.receivedLi;
    await openShift(call);
    return call('payments/take', { caseId, tender: 'cash', amountLi, tenderedLi: amountLi, reference: '', payerName: customer.name, payerNote: '' });
  },
};

const submitStep: CaseStep = { name: 'submit', isDone: (view) => view.state !== 'draft', run: (call, { caseId }) => call('activation/submit', { caseId }) };

const scans: readonly DocumentKind[] = ['licence', 'handler-id-front', 'handler-id-back', 'authorisation', 'destination-proof'];
const sealed: readonly DocumentKind[] = ['sealed-agreement', 'sealed-form'];
const scanned = (kind: DocumentKind): readonly CaseStep[] => [addStep(kind), judgeStep(kind)];

/** An ordinary case after it was created, in the order in which a clerk works. The kill campaign walks the same list. */
export const ordinarySteps: readonly CaseStep[] = [
  ...fields.map(customerStep), holdStep, planStep, ...scans.flatMap(scanned), signStep('agreement'), formStep, signStep('form'), printStep('agreement'), printStep('form'),
  ...sealed.flatMap(scanned), payStep, submitStep,
];

/** Reads a paper out item by item, as prepared, and signs it. */
export async function signPaper(call: Caller, caseId: string, kind: 'agreement' | 'form'): Promise<CaseView> {
  const prepared = await call('papers/prepare', { caseId, kind });
  return call('papers/sign', { caseId, kind, contentDigest: prepared.contentDigest, readItemIds: prepared.readOut.map((item) => item.id), strokes: sampleStrokes });
}

/** Does the steps that are not done yet, up to (not with) the named one; answers the case as it stands then. */
export async function driveCase(call: Caller, start: CaseView, plan: CasePlan, before?: string): Promise<CaseView> {
  let view = start;
  for (const step of ordinarySteps) {
    if (step.name === before) return view;
    if (!step.isDone(view, plan)) view = await step.run(call, view, plan);
  }
  return view;
}

/** A case up to (not with) the named step. */
export async function caseBefore(call: Caller, step: string, plan: CasePlan): Promise<CaseView> {
  return driveCase(call, await call('cases/create', undefined), plan, step);
}

/** A whole ordinary case up to its submission. */
export async function driveOrdinaryCase(call: Caller, plan: CasePlan = ordinaryPlan(1)): Promise<CaseView> {
  return driveCase(call, await call('cases/create', undefined), plan);
}
