import type { CustomerProblem } from './customer.ts';
import { parsePhone } from './phone.ts';

/** A number at which a person of the customer can be called: mobile or landline. `required` says how an empty field weighs. */
export function contactPhoneProblems(
  field: 'phone' | 'legalPhone' | 'handlerPhone', text: string, required: CustomerProblem['severity'],
): readonly CustomerProblem[] {
  const parsed = parsePhone(text);
  if (!parsed.ok) {
    if (parsed.error.code === 'phone-missing') return [{ field, code: 'missing', severity: required }];
    return [{ field, ...parsed.error, severity: 'error' }];
  }
  const { kind, known } = parsed.value;
  if (kind !== 'mobile' && kind !== 'landline') return [{ field, code: 'phone-not-for-contact', facts: { kind }, severity: 'error' }];
  return known ? [] : [{ field, code: 'phone-unknown-segment', severity: 'warning' }];
}
