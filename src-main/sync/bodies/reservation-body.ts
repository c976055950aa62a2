import { counterParties, ref, type Parties, type Wire } from './wire-refs.ts';

/** A hold of one number for a case. */
export type HoldFacts = Parties & { readonly reservationId: string; readonly digits: string; readonly caseId: string; readonly caseNo: string };

/** browse: a look around, a quarter of an hour; case: the number of the case, three days. */
export type HoldKind = 'browse' | 'case';

const ofKind = (kind: HoldKind): readonly Wire[] => [{ '@type': 'StringCharacteristic', name: 'holdKind', value: kind }];

const forCase = (facts: Omit<HoldFacts, 'digits'>): Wire => ({
  relatedParty: counterParties(facts),
  relatedEntity: [{ '@type': 'RelatedEntity', role: 'case', '@referredType': 'Case', id: facts.caseId, name: facts.caseNo }],
});

/** The counter's call and the outbox build the same bytes, so a lost answer is asked for again under the same key. */
export const holdBody = (facts: HoldFacts, kind: HoldKind = 'case'): Wire => ({
  '@type': 'ResourceReservation', id: facts.reservationId,
  reservationCharacteristic: ofKind(kind),
  reservationItem: [{
    '@type': 'ResourceReservationItem', id: '1', resource: { '@type': 'ResourceRef', '@referredType': 'TollFreeNumber', id: facts.digits, value: facts.digits },
  }],
  ...forCase(facts),
});

/** A browse hold becomes the hold of its case; the number is free at no moment in between. */
export const upgradeBody = (facts: HoldFacts): Wire => ({ '@type': 'ResourceReservation', reservationCharacteristic: ofKind('case'), ...forCase(facts) });

// The carrier cuts a later end to what it allows, and one fixed end keeps the bytes of a repeat the same.
export const extendBody: Wire = { '@type': 'ResourceReservation', reservationPeriod: { endDateTime: '2099-12-31T23:59:59+08:00' } };

export const releaseBody = (reservationId: string, taskId: string): Wire => ({
  '@type': 'CancelResourceReservation', id: taskId, cancellationReason: 'customerChoseAnother', resourceReservation: ref('ResourceReservationRef', reservationId),
});
