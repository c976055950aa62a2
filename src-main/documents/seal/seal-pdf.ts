import { X509Certificate, createPrivateKey, createHash } from 'node:crypto';
import { assert } from '#domain/assert.ts';
import type { HallCertificate } from './hall-certificate.ts';
import { signMessage } from './signed-message.ts';

const OPEN_RANGE = '/ByteRange [0 /********** /********** /**********]';

/** Signs with one opened certificate; the key object is made once. */
export type Sealer = { readonly serial: string; readonly subject: string; readonly seal: (pdf: Uint8Array) => Uint8Array };

/** Prepares signing: the key is parsed here and never leaves the closure. */
export function openSealer(certificate: HallCertificate): Sealer {
  const key = createPrivateKey({ key: Buffer.from(certificate.key), format: 'der', type: 'pkcs8' });
  const chain = certificate.chain.map((der) => new X509Certificate(der));
  return {
    serial: certificate.serial,
    subject: certificate.subject,
    seal: (pdf) => fillPlaceholder(Buffer.from(pdf), (digest) => signMessage(digest, key, chain)),
  };
}

/** Fills the file's one open placeholder: the signature covers each byte but its own. */
function fillPlaceholder(pdf: Buffer, sign: (digest: Buffer) => Buffer): Uint8Array {
  const rangeAt = pdf.lastIndexOf(OPEN_RANGE, undefined, 'latin1');
  assert(rangeAt >= 0, 'sealPdf: no open placeholder');
  const start = pdf.indexOf('<', pdf.indexOf('/Contents ', rangeAt));
  const end = pdf.indexOf('>', start) + 1;
  const range = `/ByteRange [0 ${start} ${end} ${pdf.length - end}]`;
  assert(start > 0 && end > start && range.length <= OPEN_RANGE.length, 'sealPdf: placeholder is damaged');
  pdf.write(range.padEnd(OPEN_RANGE.length, ' '), rangeAt, 'latin1');
  const digest = createHash('sha256').update(pdf.subarray(0, start)).update(pdf.subarray(end)).digest();
  const signature = sign(digest).toString('hex');
  assert(signature.length <= end - start - 2, 'sealPdf: signature is larger than its place');
  pdf.write(signature.padEnd(end - start - 2, '0'), start + 1, 'latin1');
  return new Uint8Array(pdf.buffer, pdf.byteOffset, pdf.length);
}
