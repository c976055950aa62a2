import { X509Certificate, createPrivateKey } from 'node:crypto';
import forge from 'node-forge';
import { type Result, fail, ok } from '#domain/result.ts';

/** An opened certificate as plain bytes: goes to the paper worker once; `chain` starts with the signer's own certificate. */
export type HallCertificate = {
  readonly key: Uint8Array;
  readonly chain: readonly Uint8Array[];
  readonly subject: string;
  readonly serial: string;
  readonly validFrom: string;
  readonly validTo: string;
};

export type CertificateRefusal = { readonly code: 'not-a-certificate-file' | 'wrong-password' | 'no-private-key' | 'no-matching-certificate' };

/** Opens a PKCS#12 file (RSA or EC, AES or the older ciphers); the password is used once and kept nowhere. */
export function openHallCertificate(p12: Uint8Array, password: string): Result<HallCertificate, CertificateRefusal> {
  const container = readContainer(p12);
  if (!container) return fail({ code: 'not-a-certificate-file' });
  const opened = unlock(container, password);
  if (!opened) return fail({ code: 'wrong-password' });
  const keyDer = privateKeyOf(opened);
  if (!keyDer) return fail({ code: 'no-private-key' });
  const key = createPrivateKey({ key: keyDer, format: 'der', type: 'pkcs8' });
  const certificates = bagsOf(opened, 'certBag').map((bag) => new X509Certificate(toDer(bag.cert ? forge.pki.certificateToAsn1(bag.cert) : bag.asn1)));
  const own = certificates.find((certificate) => certificate.checkPrivateKey(key));
  if (!own) return fail({ code: 'no-matching-certificate' });
  return ok({
    key: keyDer,
    // A root that everybody has to hold anyway is left out; the chain up to it travels with each signature.
    chain: [own, ...certificates.filter((certificate) => certificate !== own && certificate.subject !== certificate.issuer)].map(({ raw }) => new Uint8Array(raw)),
    subject: commonName(own.subject),
    serial: own.serialNumber,
    validFrom: new Date(own.validFrom).toISOString(),
    validTo: new Date(own.validTo).toISOString(),
  });
}

/** The CN of a subject as Node prints it, or the whole subject. */
export const commonName = (subject: string): string => /^CN=(.*)$/m.exec(subject)?.[1] ?? subject;

const toDer = (asn1: forge.asn1.Asn1): Buffer => Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'binary');

function readContainer(p12: Uint8Array): forge.asn1.Asn1 | undefined {
  try {
    return forge.asn1.fromDer(forge.util.createBuffer(Buffer.from(p12).toString('binary')));
  } catch {
    return undefined; // forge throws on anything that is no DER
  }
}

function unlock(container: forge.asn1.Asn1, password: string): forge.pkcs12.Pkcs12Pfx | undefined {
  try {
    return forge.pkcs12.pkcs12FromAsn1(container, false, password);
  } catch {
    return undefined; // the container's own check failed
  }
}

function bagsOf(opened: forge.pkcs12.Pkcs12Pfx, name: string): forge.pkcs12.Bag[] {
  const bagType = forge.pki.oids[name] ?? '';
  return opened.getBags({ bagType })[bagType] ?? [];
}

function privateKeyOf(opened: forge.pkcs12.Pkcs12Pfx): Buffer | undefined {
  const bag = bagsOf(opened, 'pkcs8ShroudedKeyBag')[0] ?? bagsOf(opened, 'keyBag')[0];
  if (!bag) return undefined;
  return toDer(bag.key ? forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(bag.key)) : bag.asn1);
}
