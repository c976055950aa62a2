import { isDeepStrictEqual } from 'node:util';
import type { CaseView } from '#contract/cases.ts';
import type { CaseTask, Facet } from './campaign-step.ts';
import type { CaseStanding, Standing } from './standing.ts';
import { planOf, stepsOf } from './steps-of-case.ts';

const decided: readonly string[] = ['requested', 'approved', 'returned'];

/** What the desk's steps leave in a case. What the carrier says by itself (states, due dates it moved, how long a hold lasts) is left out. */
const facets = {
  customer: ({ view }: CaseStanding) => view.customer,
  number: ({ view }: CaseStanding) => view.number?.digits ?? null,
  list: ({ list }: CaseStanding) => list,
  approval: ({ view: { approval } }: CaseStanding) => (decided.includes(approval.state) ? [approval.approvalId, approval.state, approval.decidedBy] : null),
  plan: ({ view: { plan } }: CaseStanding) => [plan?.planId, plan?.catalogueVersion, plan?.addOnIds, plan?.minimumLi, plan?.terminals, plan?.reason, plan?.quote],
  form: ({ view }: CaseStanding) => view.form,
  documents: ({ view }: CaseStanding) => view.documents.rows,
  agreement: ({ view }: CaseStanding) => [view.agreement.current?.paperId, view.agreement.current?.sha256],
  formPaper: ({ view }: CaseStanding) => [view.formPaper.current?.paperId, view.formPaper.current?.sha256],
  prints: ({ view }: CaseStanding) => [view.agreement.current?.printCount ?? 0, view.formPaper.current?.printCount ?? 0],
  // What follows from the carrier and from the state of the case has its own check: `turnedBack`.
  payments: ({ view }: CaseStanding) => view.payments.rows.map((row) => ({ ...row, carrier: undefined, may: undefined })),
  submitted: ({ view }: CaseStanding) => view.activation?.submittedAt ?? null,
} as const satisfies Partial<Record<Facet, (standing: CaseStanding) => unknown>>;
type CaseFacet = keyof typeof facets;

const changed = (before: CaseStanding, after: CaseStanding): readonly CaseFacet[] =>
  (Object.keys(facets) as CaseFacet[]).filter((facet) => !isDeepStrictEqual(facets[facet](before), facets[facet](after)));

/**
 * Holds what is read back after a kill against what was acknowledged last: everything must be there, and of the step
 * that was under way either all or nothing. Answers what is wrong, in words.
 */
export function compareCase(acknowledged: Standing, underWay: string | null, now: Standing, task: CaseTask): readonly string[] {
  const { caseNo, revision } = acknowledged.view;
  const differing = changed(acknowledged, now);
  const step = stepsOf(task).find(({ name }) => name === underWay);
  const own = differing.find((facet) => facet === step?.facet);
  const lost = differing.filter((facet) => facet !== own).map((facet) => `${caseNo}: acknowledged ${facet} is not what is read back (${underWay ?? 'no step'} under way)`);
  const back = now.view.revision < revision ? [`${caseNo}: revision went back from ${revision} to ${now.view.revision}`] : [];
  const problems = [...lost, ...lostHolds(acknowledged, step?.facet ?? null, now), ...turnedBack(acknowledged, now), ...back];
  if (step === undefined || own === undefined) return problems;
  const whole = step.isDone(now, planOf(task), true) && onlyAdded(own, step.name, acknowledged, now);
  return whole ? problems : [...problems, `${caseNo}: half of the step «${step.name}» is there`];
}

/** A browse hold may go where its number was becoming the case's, or the case was handed over. */
function lostHolds(acknowledged: Standing, underWay: Facet | null, now: Standing): readonly string[] {
  if (underWay === 'number' || underWay === 'submitted') return [];
  return acknowledged.held.filter((digits) => now.list.includes(digits) && !now.held.includes(digits)).map((digits) => `${now.view.caseNo}: the acknowledged hold of ${digits} on the shortlist is gone`);
}

const onTheWay = ['not-sent', 'waiting', 'accepted', 'parked'] as const;

/** The carrier never knows less of a payment than it did, and what may be given back of it changes with the case's state only. */
function turnedBack(acknowledged: Standing, now: Standing): readonly string[] {
  const sameState = acknowledged.view.state === now.view.state;
  return acknowledged.view.payments.rows.flatMap((row) => {
    const found = now.view.payments.rows.find(({ paymentId }) => paymentId === row.paymentId);
    if (found === undefined) return [];
    const less = onTheWay.indexOf(found.carrier) < onTheWay.indexOf(row.carrier) || (row.carrier === 'accepted' && found.carrier !== 'accepted');
    return [
      ...(less ? [`${now.view.caseNo}: the carrier had ${row.receiptNo ?? row.paymentId} as ${row.carrier}, now as ${found.carrier}`] : []),
      ...(sameState && !isDeepStrictEqual(found.may, row.may) ? [`${now.view.caseNo}: ${row.receiptNo ?? row.paymentId} could be given back as ${row.may.join()}, now as ${found.may.join()}`] : []),
    ];
  });
}

/** The step's own facet may only gain what the step is about. */
function onlyAdded(facet: CaseFacet, step: string, before: Standing, after: Standing): boolean {
  if (facet === 'customer') {
    const field = step.slice('customer '.length);
    return (Object.keys(after.view.customer) as (keyof CaseView['customer'])[]).every((key) => key === field || after.view.customer[key] === before.view.customer[key]);
  }
  if (facet === 'documents' && step.startsWith('add '))
    return after.view.documents.rows.length === before.view.documents.rows.length + 1 && before.view.documents.rows.every((row) => after.view.documents.rows.some((one) => isDeepStrictEqual(one, row)));
  if (facet === 'payments') return after.view.payments.rows.length === before.view.payments.rows.length + 1;
  if (facet === 'list') return listMoved(step, before.list, after.list);
  return true;
}

function listMoved(step: string, before: readonly string[], after: readonly string[]): boolean {
  if (step.startsWith('list ')) return after.length === before.length + 1 && before.every((digits, at) => after[at] === digits);
  if (step.startsWith('drop ')) return after.join() === before.filter((_, at) => at !== 1).join();
  return after.toSorted().join() === before.toSorted().join();
}
