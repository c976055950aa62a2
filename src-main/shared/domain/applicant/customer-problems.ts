import { daysBetween, isPlainDate } from '../calendar/plain-date.ts';
import { checkCreditCode } from './credit-code.ts';
import type { CustomerContext, CustomerDraft, CustomerPolicy, CustomerProblem } from './customer.ts';
import { normaliseCode } from './normalise-code.ts';
import { handlerProblems, legalPersonProblems } from './person-problems.ts';
import { contactPhoneProblems } from './contact-phone.ts';
import { purposeProblems } from './purpose.ts';
import { oddInCompanyName, unprintable } from './written-name.ts';

/** Every reason why the customer task cannot end yet, and what to look at, in the order of the fields on the screen. */
export function customerProblems(draft: CustomerDraft, context: CustomerContext): readonly CustomerProblem[] {
  return [
    ...nameProblems(draft, context.policy),
    ...creditCodeProblems(draft, context),
    ...licenceProblems(draft, context),
    ...contactPhoneProblems('phone', draft.phone, 'error'),
    ...(draft.address.trim() === '' ? [missing('address')] : unprintableIn('address', draft.address)),
    ...foundedProblems(draft, context),
    ...stockCodeProblems(draft),
    ...legalPersonProblems(draft, context),
    ...handlerProblems(draft, context),
    ...purposeProblems(draft.purpose, draft.businessScope, context.policy),
    ...unprintableIn('purpose', draft.purpose),
    ...blacklistProblems(draft, context),
    ...(draft.toldCallerPays ? [] : [{ field: 'toldCallerPays', code: 'caller-pays-not-told', severity: 'error' } as const]),
    ...(draft.consents ? [] : [{ field: 'consents', code: 'consent-missing', severity: 'error' } as const]),
  ];
}

function nameProblems({ name }: CustomerDraft, policy: CustomerPolicy): readonly CustomerProblem[] {
  if (name.trim() === '') return [missing('name')];
  const broken = unprintableIn('name', name);
  if (broken.length > 0) return broken;
  if (isPersonName(name.trim(), policy)) return [{ field: 'name', code: 'applicant-individual', facts: { name: name.trim() }, severity: 'error' }];
  const odd = oddInCompanyName(name);
  return odd === null ? [] : [{ field: 'name', ...odd, severity: 'warning' }];
}

/** Two to four Chinese characters, or parts joined by `·`, that do not end like an organisation. */
function isPersonName(name: string, policy: CustomerPolicy): boolean {
  const shape = /^\p{Script=Han}{2,4}$/u.test(name) || /^\p{Script=Han}{1,8}(?:·\p{Script=Han}{1,8})+$/u.test(name);
  return shape && !policy.organisationEnds.some((end) => name.endsWith(end));
}

/** Kinds of the credit code (positions 1–2) that each licence carries; society and institution are registered elsewhere. */
const CODE_KINDS: Readonly<Record<CustomerDraft['licenceKind'], RegExp>> = {
  enterprise: /^9[13]/, branch: /^9[13]/, institution: /^(?:1|A)/, society: /^(?:5|8)/, other: /^./,
};

function creditCodeProblems(draft: CustomerDraft, context: CustomerContext): readonly CustomerProblem[] {
  const checked = checkCreditCode(draft.creditCode);
  if (!checked.ok) {
    const empty = checked.error.code === 'credit-code-missing';
    return [empty ? missing('creditCode') : { field: 'creditCode', ...checked.error, severity: 'error' }];
  }
  const problems: CustomerProblem[] = checked.value.warnings.map((warning) => ({ field: 'creditCode', ...warning, severity: 'warning' }));
  if (!CODE_KINDS[draft.licenceKind].test(checked.value.kind)) {
    problems.push({ field: 'licenceKind', code: 'licence-kind-differs', facts: { kind: checked.value.kind, licenceKind: draft.licenceKind }, severity: 'warning' });
  }
  const cap = context.policy.numbersPerOrganisation;
  if (context.numbersHeld !== undefined && context.numbersHeld >= cap) {
    problems.push({ field: 'creditCode', code: 'number-cap-reached', facts: { held: context.numbersHeld, cap }, severity: 'error' });
  }
  return problems;
}

function licenceProblems({ licenceTerm, licenceUntil }: CustomerDraft, { today, policy }: CustomerContext): readonly CustomerProblem[] {
  if (licenceTerm !== 'until') return [];
  if (licenceUntil.trim() === '') return [missing('licenceUntil')];
  if (!isPlainDate(licenceUntil)) return [{ field: 'licenceUntil', code: 'licence-until-date', facts: { date: licenceUntil }, severity: 'error' }];
  const days = daysBetween(today, licenceUntil);
  if (days < 0) return [{ field: 'licenceUntil', code: 'licence-expired', facts: { date: licenceUntil, days: -days }, severity: 'error' }];
  return days < policy.warnDays ? [{ field: 'licenceUntil', code: 'licence-expiring', facts: { date: licenceUntil, days }, severity: 'warning' }] : [];
}

function foundedProblems({ foundedOn }: CustomerDraft, { today }: CustomerContext): readonly CustomerProblem[] {
  if (foundedOn.trim() === '') return [];
  if (!isPlainDate(foundedOn)) return [{ field: 'foundedOn', code: 'founded-date', facts: { date: foundedOn }, severity: 'error' }];
  return foundedOn > today ? [{ field: 'foundedOn', code: 'founded-in-future', facts: { date: foundedOn }, severity: 'error' }] : [];
}

function stockCodeProblems({ stockCode }: CustomerDraft): readonly CustomerProblem[] {
  if (stockCode.trim() === '' || /^\d{6}$/.test(stockCode)) return [];
  return [{ field: 'stockCode', code: 'stock-code', facts: { length: stockCode.length }, severity: 'error' }];
}

function blacklistProblems(draft: CustomerDraft, { blacklist }: CustomerContext): readonly CustomerProblem[] {
  if (blacklist === undefined) return [];
  const fields = ['name', 'creditCode', 'legalIdNumber', 'handlerIdNumber'] as const;
  return fields
    .filter((field) => blacklist.has(field === 'name' ? draft.name.trim() : normaliseCode(draft[field])))
    .map((field) => ({ field, code: 'blacklisted', severity: 'error' }));
}

function unprintableIn(field: 'name' | 'address' | 'purpose', text: string): readonly CustomerProblem[] {
  const problem = unprintable(text);
  return problem === null ? [] : [{ field, ...problem, severity: 'error' }];
}

const missing = (field: keyof CustomerDraft): CustomerProblem => ({ field, code: 'missing', severity: 'error' });
