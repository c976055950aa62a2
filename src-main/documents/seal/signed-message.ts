import { createHash, sign, type KeyObject, type X509Certificate } from 'node:crypto';
import { assert } from '#domain/assert.ts';
import { type DerNode, TAG, childAt, childrenOf, empty, node, octets, oid, readNode, sequence, setOf, smallInteger } from './der.ts';

// CMS and CAdES names (RFC 5652, RFC 5035, ETSI EN 319 122).
const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
  rsa: '1.2.840.113549.1.1.1',
  ecdsaSha256: '1.2.840.10045.4.3.2',
} as const;

export const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/** PAdES B-B signature of a digest: detached CMS with content type, message digest and signing certificate; the time stands in the PDF. */
export function signMessage(digest: Buffer, key: KeyObject, chain: readonly X509Certificate[]): Buffer {
  const [signer] = chain;
  assert(signer, 'signMessage: no certificate');
  const attributes = signedAttributes(digest, signer.raw);
  return encodeMessage(chain.map(({ raw }) => raw), attributes, key.asymmetricKeyType === 'ec', sign('sha256', attributes, key));
}

/** The parts of a message that this module can read; `exact` says that it re-encodes to the very same bytes. */
export type SignedMessage = {
  readonly certificates: readonly Buffer[];
  readonly signer: Buffer;
  readonly digest: Buffer;
  readonly attributes: Buffer;
  readonly signature: Buffer;
  readonly exact: boolean;
};

/** Reads a message made here; throws on anything malformed. */
export function readMessage(bytes: Buffer): SignedMessage {
  const outer = readNode(bytes);
  const signedData = childrenOf(childAt(childAt(outer, 1), 0));
  const certificatesNode = signedData.find(({ tag }) => tag === TAG.context0);
  const signerInfos = signedData.at(-1);
  assert(certificatesNode && signerInfos, 'readMessage: no certificates or signers');
  const certificates = childrenOf(certificatesNode).map(({ raw }) => raw);
  const info = childrenOf(childAt(signerInfos, 0));
  const attributesNode = info.find(({ tag }) => tag === TAG.context0);
  const signatureNode = info.find(({ tag }) => tag === TAG.octets);
  const issuerAndSerial = info[1];
  assert(attributesNode && signatureNode && issuerAndSerial, 'readMessage: signer without attributes or signature');
  const signer = certificates.find((certificate) => issuerAndSerialOf(certificate).equals(issuerAndSerial.raw));
  assert(signer, 'readMessage: the signer\'s certificate is not among the certificates');
  const attributes = Buffer.from(attributesNode.raw);
  attributes[0] = TAG.set;
  const digest = digestAttribute(attributesNode);
  const ecdsa = info.some((member) => member.raw.includes(oid(OID.ecdsaSha256)));
  const again = encodeMessage([signer, ...certificates.filter((c) => c !== signer)], signedAttributes(digest, signer), ecdsa, signatureNode.body);
  return { certificates, signer, digest, attributes, signature: signatureNode.body, exact: again.equals(outer.raw) };
}

function signedAttributes(digest: Buffer, signer: Buffer): Buffer {
  const attribute = (name: string, value: Buffer): Buffer => sequence(oid(name), setOf(value));
  const [issuer, serial] = childrenOf(readNode(issuerAndSerialOf(signer)));
  assert(issuer && serial, 'signedAttributes: certificate without issuer');
  const reference = sequence(octets(sha256(signer)), sequence(sequence(node(TAG.context4, issuer.raw)), serial.raw));
  return setOf(
    attribute(OID.contentType, oid(OID.data)),
    attribute(OID.messageDigest, octets(digest)),
    attribute(OID.signingCertificateV2, sequence(sequence(reference))),
  );
}

function encodeMessage(certificates: readonly Buffer[], attributes: Buffer, ecdsa: boolean, signature: Buffer): Buffer {
  const digestAlgorithm = sequence(oid(OID.sha256), empty());
  const implicit = Buffer.from(attributes);
  implicit[0] = TAG.context0;
  const [signer] = certificates;
  assert(signer, 'encodeMessage: no certificate');
  const algorithm = ecdsa ? sequence(oid(OID.ecdsaSha256)) : sequence(oid(OID.rsa), empty());
  const info = sequence(smallInteger(1), issuerAndSerialOf(signer), digestAlgorithm, implicit, algorithm, octets(signature));
  const signedData = sequence(
    smallInteger(1), setOf(digestAlgorithm), sequence(oid(OID.data)), node(TAG.context0, ...certificates), setOf(info),
  );
  return sequence(oid(OID.signedData), node(TAG.context0, signedData));
}

function issuerAndSerialOf(certificate: Buffer): Buffer {
  const fields = childrenOf(childAt(readNode(certificate), 0));
  const first = fields[0]?.tag === TAG.context0 ? 1 : 0;
  const [serial, issuer] = [fields[first], fields[first + 2]];
  assert(serial && issuer, 'issuerAndSerialOf: not a certificate');
  return sequence(issuer.raw, serial.raw);
}

function digestAttribute(attributes: DerNode): Buffer {
  const wanted = oid(OID.messageDigest);
  const found = childrenOf(attributes).find((attribute) => childAt(attribute, 0).raw.equals(wanted));
  assert(found, 'readMessage: no message digest');
  return childAt(childAt(found, 1), 0).body;
}
