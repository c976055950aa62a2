import { z } from 'zod';
import type { RequestPacket } from '#domain/approval/request-packet.ts';
import { returnReasons } from '#domain/approval/return-reason.ts';
import type { TokenClaims } from '#domain/approval/approval-token.ts';

const staffNo = z.string().min(1).max(20);
const words = z.string().max(300);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const instant = z.iso.datetime({ precision: 3 });
const keyId = z.string().regex(/^[0-9a-f]{16}$/);

/** A request as it comes from another PC, by carrier, file or QR code: nothing of it is believed before it reads. */
export const requestPacketSchema: z.ZodType<RequestPacket> = z.strictObject({
  requestId: z.uuid(), caseId: z.uuid(), caseNo: z.string().min(1).max(60), hallCode: z.string().min(1).max(20), binding: z.string().min(2).max(4000), bindingHash: hash,
  reason: words, purpose: words, legalName: words, handler: words, numbersHeld: z.string().regex(/^\d{1,4}\/\d{1,4}$/), termMonths: z.number().int().min(0).max(120), requestedBy: staffNo, requestedByName: words,
  createdBy: staffNo, lastEditedBy: staffNo, requestedAt: instant, deadline: instant.nullable(),
  scans: z.array(z.strictObject({ documentId: z.uuid(), kind: z.string().min(1).max(40), sha256: hash })).max(60).readonly(),
});

const claims = z.tuple([
  z.literal('approval-token/1'), z.uuid(), z.uuid(), z.string().min(1).max(60), z.string().min(1).max(20), hash, z.enum(['approve', 'return']), z.array(z.enum(returnReasons)).max(6).readonly(), words,
  staffNo, words, staffNo.nullable(), keyId, instant, instant,
]);

/** The signed words of a token, from the line that was signed. */
export const tokenClaimsSchema: z.ZodType<TokenClaims> = claims.transform(
  ([, tokenId, requestId, caseNo, hallCode, bindingHash, decision, reasons, note, decidedBy, decidedByName, onBehalfOf, id, issuedAt, expiresAt]) =>
    ({ tokenId, requestId, caseNo, hallCode, bindingHash, decision, reasons, note, decidedBy, decidedByName, onBehalfOf, keyId: id, issuedAt, expiresAt }));

/** The public half of a supervisor's key as it is carried to other PCs. */
export const signerSchema = z.tuple([z.literal('approval-signer/1'), keyId, staffNo, words, z.string().min(1).max(20), z.base64(), instant]);
