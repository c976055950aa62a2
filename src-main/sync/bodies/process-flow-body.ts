import type { RequestPacket } from '#domain/approval/request-packet.ts';
import type { DecideApprovalBody } from '#domain/outbox/intent-bodies.ts';
import { partyRef, relatedParty, type Wire } from './wire-refs.ts';

/** Name of the one process that halls ask for. */
export const approvalProcess = 'specialNumberApproval';

/** What of a packet is neither a person, nor the case, nor a scan. */
export const packetWords = ['hallCode', 'binding', 'bindingHash', 'reason', 'purpose', 'legalName', 'handler', 'numbersHeld', 'termMonths', 'requestedByName', 'requestedAt'] as const;

const words = (name: string, value: string | number): Wire => ({ '@type': typeof value === 'number' ? 'IntegerCharacteristic' : 'StringCharacteristic', name, value });
const person = (role: string, staffNo: string): Wire => relatedParty(role, partyRef('Individual', staffNo));

/** A request as the carrier keeps it: who had a hand in it, what it binds, and the scans filed for it. */
export const processFlowBody = (packet: RequestPacket): Wire => ({
  '@type': 'ProcessFlow', id: packet.requestId, processFlowSpecification: approvalProcess,
  relatedParty: [person('requester', packet.requestedBy), person('creator', packet.createdBy), person('lastEditor', packet.lastEditedBy)],
  relatedEntity: [
    { '@type': 'RelatedEntity', role: 'case', '@referredType': 'Case', id: packet.caseId, name: packet.caseNo },
    ...packet.scans.map((scan) => ({ '@type': 'RelatedEntity', role: 'document', '@referredType': 'Document', id: scan.documentId, name: scan.kind })),
  ],
  characteristic: [
    ...packetWords.map((name) => words(name, packet[name])),
    ...(packet.deadline === null ? [] : [words('deadline', packet.deadline)]),
    { '@type': 'ObjectArrayCharacteristic', name: 'scans', value: packet.scans },
  ],
});

/** The decision: the task is completed, once. */
export const decisionBody = (body: DecideApprovalBody): Wire => ({
  '@type': 'TaskFlow', state: 'completed', relatedParty: [person('approver', body.decidedBy)],
  characteristic: [
    words('decision', body.decision), words('bindingHash', body.bindingHash), { '@type': 'StringArrayCharacteristic', name: 'reasons', value: body.reasons }, words('note', body.note),
    words('decidedByName', body.decidedByName), words('decidedAt', body.decidedAt), ...(body.onBehalfOf === null ? [] : [words('onBehalfOf', body.onBehalfOf)]),
  ],
});

/** Nobody needs to decide it any more. */
export const withdrawnBody: Wire = { '@type': 'ProcessFlow', state: 'cancelled' };
