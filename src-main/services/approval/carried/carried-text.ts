import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { requestPacketSchema, signerSchema, tokenClaimsSchema } from '#contract/carried-approval.ts';
import { tokenLine, type TokenClaims } from '#domain/approval/approval-token.ts';
import { joinParts, splitParts } from '#domain/approval/carried-parts.ts';
import type { RequestPacket } from '#domain/approval/request-packet.ts';

/** A scan that came with a request file. */
export type CarriedScan = { readonly documentId: string; readonly bytes: Uint8Array };

/** A signed text: the line that was signed, and the signature over its bytes. */
export type SignedLine = { readonly line: string; readonly signature: Uint8Array };

/** A public key as its owner exported it. */
export type CarriedSigner = { readonly keyId: string; readonly staffNo: string; readonly name: string; readonly hallCode: string; readonly publicKey: string; readonly madeAt: string };

const heads = { request: 'H4R1', scan: 'H4S1', token: 'H4T1', signer: 'H4K1' } as const;
const largestPacketBytes = 64 * 1024;

/** The request as letters and digits that any scanner types. */
export const writeRequest = (packet: RequestPacket): string => `${heads.request}.${deflateRawSync(JSON.stringify(packet), { level: 9 }).toString('base64url')}`;

/** One line of a request file that brings a scan along. */
export const writeScan = ({ documentId, bytes }: CarriedScan): string => `${heads.scan}.${documentId}.${Buffer.from(bytes).toString('base64url')}`;

/** Reads a request from QR codes or a file; a scan that is not the one the packet names is left out. Null: unreadable. */
export function readRequest(text: string): { readonly packet: RequestPacket; readonly scans: readonly CarriedScan[] } | null {
  const lines = text.trim().split(/\s+/);
  const words = wordsOf(lines.filter((line) => !line.startsWith(`${heads.scan}.`)).join('\n'), heads.request, 1);
  const read = words === null ? null : requestPacketSchema.safeParse(jsonOf(inflated(words[0] as Buffer)));
  if (!read?.success) return null;
  const packet = read.data;
  const scans = lines.filter((line) => line.startsWith(`${heads.scan}.`)).flatMap((line) => {
    const [, documentId = '', content = ''] = line.split('.');
    const bytes = Buffer.from(content, 'base64url');
    const named = packet.scans.find((scan) => scan.documentId === documentId);
    return named !== undefined && createHash('sha256').update(bytes).digest('hex') === named.sha256 ? [{ documentId, bytes: new Uint8Array(bytes) }] : [];
  });
  return { packet, scans };
}

export const writeToken = ({ line, signature }: SignedLine): string => signed(heads.token, line, signature);

/** Reads a token; null where a single letter is not as it would be written. */
export function readToken(text: string): (SignedLine & { readonly claims: TokenClaims }) | null {
  const read = readSigned(text, heads.token);
  const claims = read === null ? null : tokenClaimsSchema.safeParse(jsonOf(Buffer.from(read.line)));
  if (read === null || !claims?.success || tokenLine(claims.data) !== read.line) return null;
  return { ...read, claims: claims.data };
}

const signerLine = (signer: CarriedSigner): string => JSON.stringify(['approval-signer/1', signer.keyId, signer.staffNo, signer.name, signer.hallCode, signer.publicKey, signer.madeAt]);

/** The words of a public key, to be signed by its own private half. */
export const lineOfSigner = signerLine;

export const writeSigner = ({ line, signature }: SignedLine): string => signed(heads.signer, line, signature);

export function readSigner(text: string): (SignedLine & { readonly signer: CarriedSigner }) | null {
  const read = readSigned(text, heads.signer);
  const words = read === null ? null : signerSchema.safeParse(jsonOf(Buffer.from(read.line)));
  if (read === null || !words?.success) return null;
  const [, keyId, staffNo, name, hallCode, publicKey, madeAt] = words.data;
  const signer = { keyId, staffNo, name, hallCode, publicKey, madeAt };
  return signerLine(signer) === read.line ? { ...read, signer } : null;
}

/** The codes that carry a text. */
export const partsOf = (text: string): readonly string[] => splitParts(text, createHash('sha256').update(text).digest('hex').slice(0, 8));

const signed = (head: string, line: string, signature: Uint8Array): string => `${head}.${Buffer.from(line).toString('base64url')}.${Buffer.from(signature).toString('base64url')}`;

function readSigned(text: string, head: string): SignedLine | null {
  const words = wordsOf(text, head, 2);
  if (words === null) return null;
  const [line, signature] = words as readonly [Buffer, Buffer];
  const read = { line: line.toString('utf8'), signature: new Uint8Array(signature) };
  // Bytes that are no UTF-8 are replaced silently by the decoder: written again they would differ.
  return Buffer.from(read.line).equals(line) ? read : null;
}

/** The dotted words after the head; null unless each is exactly how its bytes are written. */
function wordsOf(text: string, head: string, count: number): readonly Buffer[] | null {
  const joined = joinParts(text);
  const [first, ...rest] = joined.ok ? joined.value.split('.') : [];
  if (first !== head || rest.length !== count) return null;
  const words = rest.map((word) => Buffer.from(word, 'base64url'));
  return words.every((word, at) => word.length > 0 && word.toString('base64url') === rest[at]) ? words : null;
}

function inflated(bytes: Buffer): Buffer {
  try {
    return inflateRawSync(bytes, { maxOutputLength: largestPacketBytes });
  } catch {
    return Buffer.alloc(0);
  }
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}
