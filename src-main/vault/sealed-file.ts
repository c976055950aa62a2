import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const magic = Buffer.from('H4V1');
const nonceBytes = 12;
const tagBytes = 16;
const headBytes = magic.byteLength + nonceBytes;

/** The key of the files: the data key itself never touches a file, so the two uses cannot be played against each other. */
export const fileKeyOf = (dataKey: Uint8Array): Buffer => Buffer.from(hkdfSync('sha256', dataKey, new Uint8Array(0), 'vault', 32));

// The name is authenticated too: a file put in another's place does not open.
const nameOf = (fileId: string): Buffer => Buffer.concat([magic, Buffer.from(fileId)]);

/** Version and nonce, ciphertext, tag. */
export function sealBytes(key: Buffer, fileId: string, bytes: Uint8Array): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes }).setAAD(nameOf(fileId));
  return Buffer.concat([magic, nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

/** The bytes as they were put, or null when a single bit, the length or the name is not what was sealed. */
export function openBytes(key: Buffer, fileId: string, sealed: Buffer): Uint8Array | null {
  if (sealed.byteLength < headBytes + tagBytes || !sealed.subarray(0, magic.byteLength).equals(magic)) return null;
  const nonce = sealed.subarray(magic.byteLength, headBytes);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes }).setAAD(nameOf(fileId)).setAuthTag(sealed.subarray(-tagBytes));
  const bytes = decipher.update(sealed.subarray(headBytes, -tagBytes));
  try {
    decipher.final();
    return bytes;
  } catch {
    return null;
  }
}
