import type { CaseView } from '#contract/cases.ts';
import type { DocumentKind } from '#contract/documents.ts';
import type { PaperView } from '#contract/papers.ts';
import type { TaskName } from '#domain/cases/task.ts';
import { formatNumber } from '#domain/number/number.ts';
import { licenceTerm, handlerRelation } from '../../text/customer.ts';
import { documentsText } from '../../text/documents.ts';
import { momentWords } from '../../text/formats.ts';

/** One typed value to hold against the page; `field` is where it is changed, `identity` marks a masked number. */
export type CompareLine = {
  readonly label: string;
  readonly value: string;
  readonly task: TaskName;
  readonly field: string | null;
  readonly identity?: 'legalIdNumber' | 'handlerIdNumber';
};

const { compareLabels: labels, to } = documentsText;

/** What was typed and must be found on a page of this kind. */
export function compareLines(view: CaseView, kind: DocumentKind): readonly CompareLine[] {
  const { customer } = view;
  const typed = (label: string, field: keyof CaseView['customer'], value = String(customer[field])): CompareLine => ({ label, value, task: 'customer', field });
  const number: CompareLine = { label: labels.number, value: view.number ? formatNumber(view.number.digits) : '', task: 'number', field: null };
  switch (kind) {
    case 'licence': return [typed(labels.name, 'name'), typed(labels.creditCode, 'creditCode'), typed(labels.legalName, 'legalName'), typed(labels.term, 'licenceTerm', termOf(view)), typed(labels.address, 'address')];
    case 'handler-id-front': return [typed(labels.handlerName, 'handlerName'), { ...typed(labels.idNumber, 'handlerIdNumber'), identity: 'handlerIdNumber' }];
    case 'handler-id-back': return [typed(labels.period, 'handlerIdTo', [customer.handlerIdFrom, customer.handlerIdTo].filter((day) => day !== '').join(` ${to} `))];
    case 'legal-id-front': return [typed(labels.legalName, 'legalName'), { ...typed(labels.idNumber, 'legalIdNumber'), identity: 'legalIdNumber' }];
    case 'authorisation': return [typed(labels.name, 'name'), typed(labels.handlerName, 'handlerName'), { ...typed(labels.idNumber, 'handlerIdNumber'), identity: 'handlerIdNumber' }, number, typed(labels.relation, 'handlerRelation', handlerRelation[customer.handlerRelation])];
    case 'destination-proof': return view.form.destinations.map((one) => ({ label: one.number || labels.destination, value: `${one.ownerName}，${documentsText.proof[one.proof]}${one.proofMonth ? ` ${one.proofMonth}` : ''}`, task: 'form', field: null }));
    case 'sealed-agreement': return paperLines(view.agreement, 'agreement');
    case 'sealed-form': return paperLines(view.formPaper, 'form');
    default: return [];
  }
}

function termOf({ customer }: CaseView): string {
  return customer.licenceTerm === 'until' ? customer.licenceUntil : licenceTerm[customer.licenceTerm];
}

function paperLines({ current }: PaperView, task: 'agreement' | 'form'): readonly CompareLine[] {
  if (!current) return [];
  return [
    { label: labels.documentNo, value: current.documentNo, task, field: null }, { label: labels.signedAt, value: momentWords(current.madeAt), task, field: null },
    { label: labels.digest, value: current.contentDigest.slice(0, 12).toUpperCase(), task, field: null },
  ];
}
