import { checkDestinationPhone } from '../../applicant/destination-phone.ts';
import { checkIdentityNumber } from '../../applicant/identity-number.ts';
import { parsePhone } from '../../applicant/phone.ts';
import type { Destination, RoutingForm } from '../routing-form.ts';
import type { RoutingContext, RoutingPlace, RoutingProblem } from '../routing-problem.ts';

/** Bills count for this many months (platform notice of 2017-09). */
const PROOF_MONTHS = 3;

/** Phones that cannot or may not ring, and proofs that are missing. */
export function destinationProblems(form: RoutingForm, context: RoutingContext): readonly RoutingProblem[] {
  const { destinations } = form;
  if (destinations.length === 0) return [{ code: 'no-destination', severity: 'error', place: { part: 'destinations' } }];
  const limit = context.limits.destinations.value;
  const keys = destinations.map(destinationKey);
  return [
    ...(destinations.length > limit ? [{ code: 'too-many-destinations', severity: 'error', place: { part: 'destinations' }, facts: { count: destinations.length, limit } } as const] : []),
    ...destinations.flatMap((destination, index) => [
      ...numberProblems(destination, keys.indexOf(keys[index] ?? '') < index, context),
      ...ownerProblems(destination),
      ...proofProblems(destination, context.today), ...capacityProblems(destination, context.limits.switchboardCalls.value),
      ...(isUsed(form, destination.id) ? [] : [{ code: 'destination-unused', severity: 'warning', place: at(destination, 'number'), facts: { number: destination.number } } as const]),
    ]),
  ];
}

/** The number as it is compared, with its extension; the text itself when it is no number. */
export function destinationKey({ number }: Pick<Destination, 'number'>): string {
  const parsed = parsePhone(number);
  return parsed.ok ? `${parsed.value.digits}-${parsed.value.extension ?? ''}` : number.trim();
}

function numberProblems(destination: Destination, isRepeated: boolean, context: RoutingContext): readonly RoutingProblem[] {
  const place = at(destination, 'number');
  const parsed = parsePhone(destination.number);
  if (parsed.ok && context.ordered400Number !== '' && parsed.value.digits === context.ordered400Number) {
    return [{ code: 'destination-is-own-number', severity: 'error', place, facts: { digits: parsed.value.digits } }];
  }
  const checked = checkDestinationPhone(destination.number);
  if (!checked.ok) return [{ code: checked.error.code, severity: 'error', place, facts: checked.error.facts }];
  if (isRepeated) return [{ code: 'destination-twice', severity: 'error', place, facts: { number: destination.number } }];
  return checked.value.known ? [] : [{ code: 'destination-unknown-segment', severity: 'warning', place, facts: { number: destination.number } }];
}

function ownerProblems(destination: Destination): readonly RoutingProblem[] {
  const problems: RoutingProblem[] = [];
  if (destination.ownerName.trim() === '') problems.push({ code: 'owner-missing', severity: 'error', place: at(destination, 'ownerName') });
  const identity = destination.ownerIdNumber?.trim() ?? '';
  const place = at(destination, 'ownerIdNumber');
  if (identity === '') {
    if (destination.ownerKind === 'employee') problems.push({ code: 'owner-identity-missing', severity: 'warning', place });
    return problems;
  }
  const checked = checkIdentityNumber(identity, '9999-12-31');
  if (!checked.ok) problems.push({ code: 'owner-identity-wrong', severity: 'error', place, facts: { reason: checked.error.code } });
  return problems;
}

function proofProblems(destination: Destination, today: string | undefined): readonly RoutingProblem[] {
  if (destination.proof === 'none') return [{ code: 'destination-without-proof', severity: 'warning', place: at(destination, 'proof'), facts: { number: destination.number } }];
  if (destination.proof !== 'bill') return [];
  const place = at(destination, 'proofMonth');
  const month = destination.proofMonth.trim();
  if (month === '') return [{ code: 'proof-month-missing', severity: 'warning', place }];
  if (!/^\d{4}-(?:0[1-9]|1[0-2])$/.test(month)) return [{ code: 'proof-month-wrong', severity: 'error', place, facts: { month } }];
  if (today === undefined) return [];
  const age = monthNumber(today) - monthNumber(month);
  if (age < 0) return [{ code: 'proof-month-wrong', severity: 'error', place, facts: { month } }];
  return age > PROOF_MONTHS ? [{ code: 'proof-too-old', severity: 'warning', place, facts: { month, months: age, limit: PROOF_MONTHS } }] : [];
}

function capacityProblems({ id, terminal, capacity }: Destination, limit: number): readonly RoutingProblem[] {
  const place = { part: 'destinations', id, field: 'capacity' } as const;
  if (capacity < 1) return [{ code: 'capacity-zero', severity: 'error', place }];
  if (terminal === 'switchboard') return capacity > limit ? [{ code: 'capacity-over-limit', severity: 'error', place, facts: { capacity, limit } }] : [];
  return capacity > 1 ? [{ code: 'capacity-of-phone', severity: 'warning', place, facts: { capacity } }] : [];
}

const isUsed = (form: RoutingForm, id: string): boolean => form.groups.some((group) => group.destinationIds.includes(id));

const at = ({ id }: Destination, field: keyof Destination): RoutingPlace => ({ part: 'destinations', id, field });

const monthNumber = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
