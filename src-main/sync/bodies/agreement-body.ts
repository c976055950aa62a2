import type { FileAgreementBody } from '#domain/outbox/intent-bodies.ts';
import { caseNumber, partyRef, ref, type Wire } from './wire-refs.ts';
import { wireMonthsLater, wireTime } from './wire-time.ts';

/** The agreement with both signatures given, citing the sealed papers; party ids are the carrier's. */
export const agreementBody = (body: FileAgreementBody, hallCode: string): Wire => ({
  '@type': 'Agreement', id: body.agreementId, name: '400业务协议', agreementType: 'tollFreeService',
  externalIdentifier: [caseNumber(hallCode, body.caseNo)],
  // An ordinary number without a bound plan has no term: the agreement runs until someone ends it.
  agreementPeriod: { startDateTime: wireTime(body.signedAt), ...(body.termMonths === 0 ? {} : { endDateTime: wireMonthsLater(body.signedAt, body.termMonths) }) },
  engagedParty: [partyRef('Organization', body.customerId, body.customerName)],
  agreementItem: [{ '@type': 'ProductAgreementItem', id: '1', productOffering: [ref('ProductOfferingRef', body.planId)] }],
  agreementAuthorization: [signature(body.handlerId, body.signedAt), signature(body.staffNo, body.signedAt)],
  relatedDocument: body.paperDocumentIds.map((id) => ({ '@type': 'RelatedDocumentRefOrValue', role: 'signedContract', document: ref('DocumentRef', id) })),
});

const signature = (personId: string, signedAt: string): Wire => ({
  '@type': 'AgreementAuthorization', state: 'approved', date: wireTime(signedAt), signatureRepresentation: 'digital', party: partyRef('Individual', personId),
});
