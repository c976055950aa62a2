import { X509Certificate, createHash, verify } from 'node:crypto';
import { commonName } from './hall-certificate.ts';
import { type SignedMessage, readMessage } from './signed-message.ts';

/** Separate facts about one signature: none of them alone says that a paper is good. */
export type SignatureFacts = {
  readonly signer: string;
  readonly serial: string;
  /** The digest in the signature is that of the bytes it covers. */
  readonly digestOk: boolean;
  /** The signature was made by the certificate's key over that digest. */
  readonly signatureOk: boolean;
  /** The signature's own bytes are exactly what signing writes: nothing hides in or behind them. */
  readonly encodingOk: boolean;
  /** Each certificate inside is signed by the next or by a trusted root. */
  readonly chain: 'trusted' | 'unknown' | 'broken';
  readonly inValidity: boolean;
  /** False where bytes follow the signed revision: see `laterChanges`. */
  readonly coversWholeFile: boolean;
  readonly laterChanges: readonly LaterChange[];
};

/** An object that a later revision added or replaced; anything `other` changes what is seen. */
export type LaterChange = { readonly object: number; readonly sort: 'signature' | 'signature-field' | 'other' };

/** All signatures of a file in order, and whether it was changed since the first: any doubt is `changed`. */
export type PdfVerdict = {
  readonly verdict: 'untouched' | 'signed-again' | 'changed' | 'unsigned';
  readonly signatures: readonly SignatureFacts[];
};

export type VerifyOptions = { readonly roots: readonly Uint8Array[]; readonly at: Date };

/** Checks a file against its own signatures; a certificate from outside `roots` is told as unknown, not as a change. */
export function verifyPdf(pdf: Uint8Array, options: VerifyOptions): PdfVerdict {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.length);
  const text = bytes.toString('latin1');
  const ranges = [...text.matchAll(/\/ByteRange \[(\d+) (\d+) (\d+) (\d+)\]/g)].map((match) => match.slice(1).map(Number) as unknown as ByteRange);
  const read = ranges.map((range) => factsOf(bytes, text, range, options));
  const signatures = read.filter((facts) => facts !== undefined);
  if (ranges.length === 0) return { verdict: /\/Type \/Sig\b|ETSI\.CAdES/.test(text) ? 'changed' : 'unsigned', signatures };
  const sound = read.every((facts) => facts !== undefined && facts.digestOk && facts.signatureOk && facts.encodingOk && facts.chain !== 'broken');
  const last = signatures.at(-1);
  if (!sound || !last?.coversWholeFile) return { verdict: 'changed', signatures };
  const onlySigned = signatures.every(({ laterChanges }) => laterChanges.every(({ sort }) => sort !== 'other'));
  if (!onlySigned) return { verdict: 'changed', signatures };
  return { verdict: signatures.length > 1 ? 'signed-again' : 'untouched', signatures };
}

type ByteRange = readonly [start: number, before: number, after: number, rest: number];

function factsOf(bytes: Buffer, text: string, range: ByteRange, options: VerifyOptions): SignatureFacts | undefined {
  const [start, before, after, rest] = range;
  const hole = text.slice(before, after);
  if (start !== 0 || after + rest > bytes.length || !/^<[0-9a-f]+>$/.test(hole)) return undefined;
  const message = tryRead(Buffer.from(hole.slice(1, -1), 'hex'));
  if (!message) return undefined;
  try {
    return describe(bytes, text, range, message, options);
  } catch {
    return undefined; // a certificate that cannot be parsed: the signature is not whole
  }
}

function describe(bytes: Buffer, text: string, [, before, after, rest]: ByteRange, { message, padded }: ReadHole, { roots, at }: VerifyOptions): SignatureFacts {
  const signer = new X509Certificate(message.signer);
  const digest = createHash('sha256').update(bytes.subarray(0, before)).update(bytes.subarray(after, after + rest)).digest();
  const end = after + rest;
  return {
    signer: commonName(signer.subject),
    serial: signer.serialNumber,
    digestOk: digest.equals(message.digest),
    signatureOk: verify('sha256', message.attributes, signer.publicKey, message.signature),
    encodingOk: message.exact && padded,
    chain: chainOf(signer, message.certificates, roots),
    inValidity: at >= new Date(signer.validFrom) && at <= new Date(signer.validTo),
    coversWholeFile: end === bytes.length,
    laterChanges: changesIn(text.slice(end)),
  };
}

type ReadHole = { readonly message: SignedMessage; readonly padded: boolean };

// What follows the message up to the end of its place has to be zero.
function tryRead(hole: Buffer): ReadHole | undefined {
  try {
    const message = readMessage(hole);
    const length = 2 + ((hole[1] ?? 0) & 0x80 ? (hole[1] ?? 0) & 0x7f : 0) + declaredLength(hole);
    return { message, padded: hole.subarray(length).every((byte) => byte === 0) };
  } catch {
    return undefined; // malformed DER
  }
}

function declaredLength(hole: Buffer): number {
  const first = hole[1] ?? 0;
  return first & 0x80 ? hole.readUIntBE(2, first & 0x7f) : first;
}

function chainOf(signer: X509Certificate, embedded: readonly Buffer[], roots: readonly Uint8Array[]): SignatureFacts['chain'] {
  const trusted = roots.map((root) => new X509Certificate(root));
  const others = embedded.map((der) => new X509Certificate(der)).filter((certificate) => !certificate.raw.equals(signer.raw));
  const issued = (child: X509Certificate, parent: X509Certificate): boolean => child.checkIssued(parent) && child.verify(parent.publicKey);
  let current = signer;
  for (let left = others; ;) {
    const root = trusted.find((candidate) => candidate.fingerprint256 === current.fingerprint256 || issued(current, candidate));
    if (root) return left.length === 0 ? 'trusted' : 'broken';
    const parent = left.find((candidate) => issued(current, candidate));
    if (!parent) return left.length === 0 ? 'unknown' : 'broken';
    left = left.filter((candidate) => candidate !== parent);
    current = parent;
  }
}

function changesIn(tail: string): LaterChange[] {
  const objects = [...tail.matchAll(/(\d+) 0 obj\s*([\s\S]*?)endobj/g)].map((match): LaterChange => {
    const body = match[2] ?? '';
    const sort = /\/FT\s*\/Sig\b/.test(body) ? 'signature-field' : /\/Type\s*\/Sig\b/.test(body) ? 'signature' : 'other';
    return { object: Number(match[1]), sort };
  });
  return objects.length > 0 || tail.trim() === '' ? objects : [{ object: 0, sort: 'other' }];
}
