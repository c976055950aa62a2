import type { CustomerDraft } from '#domain/applicant/customer.ts';
import { maskIdentityNumber, maskPhone } from '#domain/applicant/mask.ts';
import { normaliseCode } from '#domain/applicant/normalise-code.ts';
import { formatPhone, parsePhone } from '#domain/applicant/phone.ts';

/** The identity number as paper shows it, read as the check reads it (full width, small x). */
export const identityOnPaper = (typed: string): string => maskIdentityNumber(normaliseCode(typed));

/** A contact's number: a mobile is private and masked 3 + 4, a landline is printed in full. */
export function contactOnPaper(typed: string): string {
  if (typed.trim() === '') return '未登记';
  const parsed = parsePhone(typed);
  if (!parsed.ok) return maskPhone(typed);
  return parsed.value.kind === 'mobile' ? maskPhone(parsed.value.digits) : formatPhone(parsed.value);
}

/** The credit code as it is compared everywhere. */
export const creditCodeOnPaper = ({ creditCode }: Pick<CustomerDraft, 'creditCode'>): string => normaliseCode(creditCode);

/** As whom the handler signs, with the ground. */
export const handlerPosition = ({ handlerRelation }: Pick<CustomerDraft, 'handlerRelation'>): string =>
  ({ 'legal-person': '法定代表人', employee: '员工（凭授权书）', agent: '代办人（凭授权书）' })[handlerRelation];
