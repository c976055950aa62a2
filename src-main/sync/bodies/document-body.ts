import type { FileDocumentBody } from '#domain/outbox/intent-bodies.ts';
import type { Wire } from './wire-refs.ts';

/** RFC 9530 value of a SHA-256 given in hex. */
export const contentDigest = (sha256Hex: string): string => `sha-256=:${Buffer.from(sha256Hex, 'hex').toString('base64')}:`;

export const documentBody = (body: FileDocumentBody, caseId: string): Wire => ({
  '@type': 'Document', id: body.documentId, name: body.name, documentType: body.documentType,
  attachment: [{ '@type': 'Attachment', id: '1', mimeType: body.mime, size: { amount: body.size, units: 'byte' }, contentDigest: contentDigest(body.sha256) }],
  relatedEntity: [{ '@type': 'RelatedEntity', role: 'case', '@referredType': 'Case', id: caseId }],
});
