import { createCipheriv, createDecipheriv, createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, randomBytes, sign, verify } from 'node:crypto';
import { deriveKey } from '../../session/password.ts';

/** A key pair at rest: the public half as base64 SPKI, the private half sealed under the password. */
export type SealedKey = { readonly staffNo: string; readonly keyId: string; readonly sealed: string };

/** The first 16 hex digits of the SHA-256 of the public half. */
export const keyIdOf = (publicKey: string): string => createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex').slice(0, 16);

/** Makes a supervisor's own Ed25519 key; the private half exists outside the seal only while it signs. */
export async function makeSigningKey(staffNo: string, password: string, cost: number): Promise<SealedKey & { readonly publicKey: string; readonly privateKey: KeyObject }> {
  const pair = generateKeyPairSync('ed25519');
  const publicKey = pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  const keyId = keyIdOf(publicKey);
  const [salt, nonce] = [randomBytes(16), randomBytes(12)];
  const cipher = createCipheriv('aes-256-gcm', await deriveKey(password, salt, cost), nonce).setAAD(nameOf(staffNo, keyId));
  const box = Buffer.concat([cipher.update(pair.privateKey.export({ type: 'pkcs8', format: 'der' })), cipher.final(), cipher.getAuthTag()]);
  return { staffNo, keyId, publicKey, privateKey: pair.privateKey, sealed: [cost, salt.toString('base64'), nonce.toString('base64'), box.toString('base64')].join('$') };
}

/** Opens the private half; null with another password than the one it was made under. */
export async function openSigningKey({ staffNo, keyId, sealed }: SealedKey, password: string): Promise<KeyObject | null> {
  const [cost = '', ...rest] = sealed.split('$');
  const [salt, nonce, box] = rest.map((part) => Buffer.from(part, 'base64')) as [Buffer, Buffer, Buffer];
  const decipher = createDecipheriv('aes-256-gcm', await deriveKey(password, salt, Number(cost)), nonce).setAAD(nameOf(staffNo, keyId)).setAuthTag(box.subarray(-16));
  try {
    const der = Buffer.concat([decipher.update(box.subarray(0, -16)), decipher.final()]);
    return createPrivateKey({ key: der, type: 'pkcs8', format: 'der' });
  } catch {
    return null;
  }
}

export const signLine = (line: string, key: KeyObject): Uint8Array => new Uint8Array(sign(null, Buffer.from(line), key));

/** Whether the signature is that of the key's owner over exactly this line; a key that is no Ed25519 key vouches for nothing. */
export function signatureHolds(line: string, signature: Uint8Array, publicKey: string): boolean {
  const key = publicKeyOf(publicKey);
  return key !== null && signature.byteLength === 64 && verify(null, Buffer.from(line), key, signature);
}

/** The key, when these bytes are one. */
function publicKeyOf(publicKey: string): KeyObject | null {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), type: 'spki', format: 'der' });
    return key.asymmetricKeyType === 'ed25519' ? key : null;
  } catch {
    return null;
  }
}

const nameOf = (staffNo: string, keyId: string): Buffer => Buffer.from(`approval-key ${staffNo} ${keyId}`);
