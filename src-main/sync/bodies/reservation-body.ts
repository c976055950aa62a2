import { counterParties, ref, type Parties, type Wire } from './wire-refs.ts';

/** A case hold of one number. */
export type HoldFacts = Parties & { readonly reservationId: string; readonly digits: string; readonly caseId: string; readonly caseNo: string };

/** The counter's call and the outbox build the same bytes, so a lost answer is asked for again under the same key. */
export const holdBody = (facts: HoldFacts): Wire => ({
  '@type': 'ResourceReservation', id: facts.reservationId,
  reservationCharacteristic: [{ '@type': 'StringCharacteristic', name: 'holdKind', value: 'case' }],
  reservationItem: [{
    '@type': 'ResourceReservationItem', id: '1', resource: { '@type': 'ResourceRef', '@referredType': 'TollFreeNumber', id: facts.digits, value: facts.digits },
  }],
  relatedParty: counterParties(facts),
  relatedEntity: [{ '@type': 'RelatedEntity', role: 'case', '@referredType': 'Case', id: facts.caseId, name: facts.caseNo }],
});

// The carrier cuts a later end to what it allows, and one fixed end keeps the bytes of a repeat the same.
export const extendBody: Wire = { '@type': 'ResourceReservation', reservationPeriod: { endDateTime: '2099-12-31T23:59:59+08:00' } };

export const releaseBody = (reservationId: string, taskId: string): Wire => ({
  '@type': 'CancelResourceReservation', id: taskId, cancellationReason: 'customerChoseAnother', resourceReservation: ref('ResourceReservationRef', reservationId),
});
