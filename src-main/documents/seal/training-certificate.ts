import { type KeyObject, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import forge from 'node-forge';
import { TAG, empty, node, octets, oid, sequence, setOf, smallInteger } from './der.ts';

/** A made-up authority and the hall's certificate under it: proves that nothing was changed, and nothing beyond training. */
export type TrainingCertificate = { readonly p12: Uint8Array; readonly authority: Uint8Array };

const OID = {
  sha256Rsa: '1.2.840.113549.1.1.11', commonName: '2.5.4.3', organisation: '2.5.4.10', country: '2.5.4.6',
  basicConstraints: '2.5.29.19', keyUsage: '2.5.29.15', subjectKey: '2.5.29.14',
} as const;

const YEARS = 5;

/** RSA 2048 pair of certificates marked 训练, the leaf in a PKCS#12 under the password; serial numbers come from `random`. */
export function makeTrainingCertificate({ hallName, password, now, random = randomBytes }: {
  readonly hallName: string; readonly password: string; readonly now: Date; readonly random?: (size: number) => Uint8Array;
}): TrainingCertificate {
  const [ca, leaf] = [generateKeyPairSync('rsa', { modulusLength: 2048 }), generateKeyPairSync('rsa', { modulusLength: 2048 })];
  const until = new Date(now);
  until.setUTCFullYear(until.getUTCFullYear() + YEARS);
  const issuer = distinguishedName('训练证书机构（仅供训练）');
  const common = { issuer, from: now, until, signer: ca.privateKey } as const;
  const authority = certificate({ ...common, serial: random(8), subject: issuer, publicKey: ca.publicKey, isAuthority: true });
  const own = certificate({ ...common, serial: random(8), subject: distinguishedName(`训练 ${hallName}`), publicKey: leaf.publicKey, isAuthority: false });
  return { p12: container(leaf.privateKey, [own, authority], password), authority: new Uint8Array(authority) };
}

type CertificateFields = {
  readonly serial: Uint8Array; readonly subject: Buffer; readonly issuer: Buffer; readonly from: Date; readonly until: Date;
  readonly publicKey: KeyObject; readonly signer: KeyObject; readonly isAuthority: boolean;
};

function certificate({ serial, subject, issuer, from, until, publicKey, signer, isAuthority }: CertificateFields): Buffer {
  const algorithm = sequence(oid(OID.sha256Rsa), empty());
  const spki = publicKey.export({ format: 'der', type: 'spki' });
  const positive = Buffer.concat([Buffer.from([0x40 | ((serial[0] ?? 0) & 0x3f)]), serial.subarray(1)]);
  const toBeSigned = sequence(
    node(TAG.context0, smallInteger(2)), node(TAG.integer, positive), algorithm, issuer,
    sequence(time(from), time(until)), subject, spki, node(TAG.context3, sequence(...extensions(isAuthority, positive))),
  );
  return sequence(toBeSigned, algorithm, bits(sign('sha256', toBeSigned, signer), 0));
}

function extensions(isAuthority: boolean, keyId: Buffer): Buffer[] {
  const critical = node(TAG.boolean, Buffer.from([0xff]));
  const constraints = isAuthority ? sequence(critical) : sequence();
  // keyCertSign (bit 5) for the authority, digitalSignature and nonRepudiation (bits 0, 1) for the hall.
  const usage = isAuthority ? bits(Buffer.from([0b00000100]), 2) : bits(Buffer.from([0b11000000]), 6);
  return [
    sequence(oid(OID.basicConstraints), critical, octets(constraints)),
    sequence(oid(OID.keyUsage), critical, octets(usage)),
    sequence(oid(OID.subjectKey), octets(octets(keyId))),
  ];
}

const bits = (content: Buffer, unused: number): Buffer => node(TAG.bits, Buffer.from([unused]), content);

function distinguishedName(name: string): Buffer {
  const part = (type: string, value: Buffer): Buffer => setOf(sequence(oid(type), value));
  return sequence(
    part(OID.country, node(0x13, Buffer.from('CN'))),
    part(OID.organisation, node(TAG.text, Buffer.from('训练', 'utf8'))),
    part(OID.commonName, node(TAG.text, Buffer.from(name, 'utf8'))),
  );
}

// UTCTime up to 2049, as X.509 asks.
function time(at: Date): Buffer {
  const compact = at.toISOString().replaceAll(/[-:T]/g, '').slice(0, 14);
  return at.getUTCFullYear() < 2050 ? node(TAG.utcTime, Buffer.from(`${compact.slice(2)}Z`)) : node(TAG.time, Buffer.from(`${compact}Z`));
}

function container(key: KeyObject, chain: readonly Buffer[], password: string): Uint8Array {
  const forgeKey = forge.pki.privateKeyFromPem(String(key.export({ format: 'pem', type: 'pkcs8' })));
  const certificates = chain.map((der) => forge.pki.certificateFromAsn1(forge.asn1.fromDer(forge.util.createBuffer(der.toString('binary')))));
  const asn1 = forge.pkcs12.toPkcs12Asn1(forgeKey, certificates, password, { algorithm: 'aes256', count: 20_000 });
  return new Uint8Array(Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'binary'));
}
