import { isDeepStrictEqual } from 'node:util';
import type { CaseView } from '#contract/cases.ts';
import { ordinaryPlan, ordinarySteps } from '../../support/ordinary-case.ts';

/** What the clerk's steps leave in a case. What the carrier says by itself (states, due dates it moved) is left out. */
const facets = {
  customer: (view: CaseView) => view.customer,
  number: (view: CaseView) => view.number?.digits ?? null,
  plan: (view: CaseView) => [view.plan?.planId, view.plan?.addOnIds, view.plan?.minimumLi],
  form: (view: CaseView) => view.form,
  documents: (view: CaseView) => view.documents.rows,
  agreement: (view: CaseView) => [view.agreement.current?.paperId, view.agreement.current?.sha256],
  formPaper: (view: CaseView) => [view.formPaper.current?.paperId, view.formPaper.current?.sha256],
  prints: (view: CaseView) => [view.agreement.current?.printCount ?? 0, view.formPaper.current?.printCount ?? 0],
  payments: (view: CaseView) => view.payments.rows,
  submitted: (view: CaseView) => view.activation?.submittedAt ?? null,
} as const;
type Facet = keyof typeof facets;

const facetOf = (step: string): Facet => {
  const named: Readonly<Record<string, Facet>> = {
    'hold number': 'number', 'choose plan': 'plan', 'save form': 'form', 'sign agreement': 'agreement', 'sign form': 'formPaper', 'pay cash': 'payments', submit: 'submitted',
  };
  if (named[step] !== undefined) return named[step];
  return step.startsWith('customer ') ? 'customer' : step.startsWith('print ') ? 'prints' : 'documents';
};

const changed = (before: CaseView, after: CaseView): readonly Facet[] =>
  (Object.keys(facets) as Facet[]).filter((facet) => !isDeepStrictEqual(facets[facet](before), facets[facet](after)));

/**
 * Holds what is read back after a kill against what was acknowledged last: everything must be there, and of the step
 * that was under way either all or nothing. Answers what is wrong, in words.
 */
export function compareCase(acknowledged: CaseView, underWay: string | null, now: CaseView, sequence: number): readonly string[] {
  const differing = changed(acknowledged, now);
  const own = underWay === null ? null : facetOf(underWay);
  const lost = differing.filter((facet) => facet !== own).map((facet) => `${acknowledged.caseNo}: acknowledged ${facet} is not what is read back (${underWay ?? 'no step'} under way)`);
  const problems = now.revision < acknowledged.revision ? [...lost, `${acknowledged.caseNo}: revision went back from ${acknowledged.revision} to ${now.revision}`] : lost;
  if (own === null || !differing.includes(own)) return problems;
  const step = ordinarySteps.find(({ name }) => name === underWay);
  const whole = step?.isDone(now, ordinaryPlan(sequence)) ?? false;
  return whole && onlyAdded(own, underWay ?? '', acknowledged, now) ? problems : [...problems, `${acknowledged.caseNo}: half of the step «${underWay}» is there`];
}

/** The step's own facet may only gain what the step is about. */
function onlyAdded(facet: Facet, step: string, before: CaseView, after: CaseView): boolean {
  if (facet === 'customer') {
    const field = step.slice('customer '.length);
    return (Object.keys(after.customer) as (keyof CaseView['customer'])[]).every((key) => key === field || after.customer[key] === before.customer[key]);
  }
  if (facet === 'documents' && step.startsWith('add '))
    return after.documents.rows.length === before.documents.rows.length + 1 && before.documents.rows.every((row) => after.documents.rows.some((one) => isDeepStrictEqual(one, row)));
  if (facet === 'payments') return after.payments.rows.length === before.payments.rows.length + 1;
  return true;
}
