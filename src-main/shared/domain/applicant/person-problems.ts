import { ageOn, daysBetween, isPlainDate } from '../calendar/plain-date.ts';
import { contactPhoneProblems } from './contact-phone.ts';
import { LONG_TERM, type CustomerContext, type CustomerDraft, type CustomerProblem } from './customer.ts';
import { checkIdentityNumber } from './identity-number.ts';
import { normaliseCode } from './normalise-code.ts';
import { oddInPersonName, unprintable } from './written-name.ts';

/** The legal person or person in charge (法定代表人, 负责人). */
export function legalPersonProblems(draft: CustomerDraft, { today }: CustomerContext): readonly CustomerProblem[] {
  return [
    ...personNameProblems('legalName', draft.legalName),
    ...identityProblems('legalIdNumber', draft.legalIdNumber, today),
    ...contactPhoneProblems('legalPhone', draft.legalPhone, 'warning'),
  ];
}

/** The handler (经办人): who stands at the counter, with a card that is valid today. */
export function handlerProblems(draft: CustomerDraft, context: CustomerContext): readonly CustomerProblem[] {
  return [
    ...personNameProblems('handlerName', draft.handlerName),
    ...identityProblems('handlerIdNumber', draft.handlerIdNumber, context.today),
    ...ageProblems(draft.handlerIdNumber, context),
    ...relationProblems(draft),
    ...contactPhoneProblems('handlerPhone', draft.handlerPhone, 'error'),
    ...periodProblems(draft, context),
  ];
}

function personNameProblems(field: 'legalName' | 'handlerName', name: string): readonly CustomerProblem[] {
  if (name.trim() === '') return [{ field, code: 'missing', severity: 'error' }];
  const broken = unprintable(name);
  if (broken !== null) return [{ field, ...broken, severity: 'error' }];
  const odd = oddInPersonName(name);
  return odd === null ? [] : [{ field, ...odd, severity: 'warning' }];
}

function identityProblems(field: 'legalIdNumber' | 'handlerIdNumber', text: string, today: string): readonly CustomerProblem[] {
  const checked = checkIdentityNumber(text, today);
  if (checked.ok) return [];
  if (checked.error.code === 'identity-number-missing') return [{ field, code: 'missing', severity: 'error' }];
  return [{ field, ...checked.error, severity: 'error' }];
}

function ageProblems(text: string, { today, policy }: CustomerContext): readonly CustomerProblem[] {
  const checked = checkIdentityNumber(text, today);
  if (!checked.ok) return [];
  const age = ageOn(checked.value.birthDate, today);
  if (age < policy.minHandlerAge) return [{ field: 'handlerIdNumber', code: 'handler-too-young', facts: { age, minimum: policy.minHandlerAge }, severity: 'error' }];
  return age > policy.maxHandlerAge ? [{ field: 'handlerIdNumber', code: 'handler-too-old', facts: { age, maximum: policy.maxHandlerAge }, severity: 'error' }] : [];
}

function relationProblems(draft: CustomerDraft): readonly CustomerProblem[] {
  const sameName = draft.handlerName.trim() === draft.legalName.trim();
  const sameNumber = normaliseCode(draft.handlerIdNumber) === normaliseCode(draft.legalIdNumber);
  if (draft.handlerRelation !== 'legal-person') {
    const samePerson = sameName && sameNumber && draft.handlerIdNumber.trim() !== '';
    return samePerson ? [{ field: 'handlerRelation', code: 'handler-is-legal-person', severity: 'warning' }] : [];
  }
  const problems: CustomerProblem[] = [];
  if (!sameName && draft.handlerName.trim() !== '') problems.push({ field: 'handlerName', code: 'legal-person-name-differs', severity: 'error' });
  if (!sameNumber && draft.handlerIdNumber.trim() !== '') problems.push({ field: 'handlerIdNumber', code: 'legal-person-identity-differs', severity: 'error' });
  return problems;
}

function periodProblems({ handlerIdFrom: from, handlerIdTo: to }: CustomerDraft, { today, policy }: CustomerContext): readonly CustomerProblem[] {
  const long = to.trim() === LONG_TERM;
  const shape = [...dateProblems('handlerIdFrom', from), ...(long ? [] : dateProblems('handlerIdTo', to))];
  if (shape.length > 0) return shape;
  if (from > today) return [{ field: 'handlerIdFrom', code: 'identity-not-yet-valid', facts: { date: from }, severity: 'error' }];
  if (long) return [];
  if (to <= from) return [{ field: 'handlerIdTo', code: 'identity-period-reversed', facts: { from, to }, severity: 'error' }];
  const days = daysBetween(today, to);
  if (days < 0) return [{ field: 'handlerIdTo', code: 'identity-expired', facts: { date: to, days: -days }, severity: 'error' }];
  const problems: CustomerProblem[] = [];
  if (days < policy.warnDays) problems.push({ field: 'handlerIdTo', code: 'identity-expiring', facts: { date: to, days }, severity: 'warning' });
  if (!isUsualPeriod(from, to)) problems.push({ field: 'handlerIdTo', code: 'identity-period-unusual', facts: { from, to }, severity: 'warning' });
  return problems;
}

function dateProblems(field: 'handlerIdFrom' | 'handlerIdTo', date: string): readonly CustomerProblem[] {
  if (date.trim() === '') return [{ field, code: 'missing', severity: 'error' }];
  return isPlainDate(date) ? [] : [{ field, code: 'identity-period-date', facts: { date }, severity: 'error' }];
}

/** Cards run 5, 10 or 20 years to the day; 29 February has no twin in common years. */
function isUsualPeriod(from: string, to: string): boolean {
  const day = from.slice(5);
  const sameDay = to.slice(5) === day || (day === '02-29' && ['02-28', '03-01'].includes(to.slice(5)));
  return sameDay && [5, 10, 20].includes(Number(to.slice(0, 4)) - Number(from.slice(0, 4)));
}
