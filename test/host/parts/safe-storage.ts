/**
 * safeStorage by its asynchronous half (the other one is deprecated in Electron 45). It is no keychain: the key lies
 * in a file beside the data, which is why the backend calls itself basic_text.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { host } from '../host.ts';
import { emulated } from '../not-emulated.ts';
import { app } from './app.ts';

const mark = Buffer.from('v10');

function readKey(): Buffer {
  const file = join(app.getPath('userData'), 'host-safe-storage.key');
  if (!existsSync(file)) {
    mkdirSync(app.getPath('userData'), { recursive: true });
    writeFileSync(file, randomBytes(32), { mode: 0o600 });
  }
  return readFileSync(file);
}

function seal(text: string): Buffer {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', readKey(), iv);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([mark, iv, cipher.getAuthTag(), body]);
}

function open(sealed: Uint8Array): string {
  const bytes = Buffer.from(sealed);
  if (!bytes.subarray(0, 3).equals(mark)) throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptStringAsync.');
  const decipher = createDecipheriv('aes-256-gcm', readKey(), bytes.subarray(3, 15));
  decipher.setAuthTag(bytes.subarray(15, 31));
  return Buffer.concat([decipher.update(bytes.subarray(31)), decipher.final()]).toString('utf8');
}

export const safeStorage = emulated('safeStorage', {
  isAsyncEncryptionAvailable: async (): Promise<boolean> => host.state.ready,
  encryptStringAsync: async (text: string): Promise<Buffer> => seal(text),
  decryptStringAsync: async (sealed: Uint8Array) => ({ result: open(sealed), shouldReEncrypt: false }),
  getSelectedStorageBackend: (): string => (host.state.ready ? 'basic_text' : 'unknown'),
});
