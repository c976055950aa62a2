import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { SafeStorage } from 'electron';
import { readRecoveryWrap, readSafeWrap, type RecoveryWrap, writeWrap } from './key-files.ts';
import { formatRecoveryKey, parseRecoveryKey } from './recovery-key.ts';

export type KeyStore = Pick<SafeStorage, 'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync'>
  & Partial<Pick<SafeStorage, 'getSelectedStorageBackend'>>;
type Answer<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** The 32 bytes behind database and vault. `recoveryKey` is to be shown until it is confirmed, then it is null. */
export type DataKey = { readonly kind: 'opened' | 'made'; readonly key: Buffer; readonly recoveryKey: string | null; readonly keyStore: 'system' | 'basic_text' };
export type KeyRefusal =
  | { readonly code: 'needs-recovery'; readonly cause: 'wrap-missing' | 'wrap-damaged' | 'wrap-not-ours' }
  | { readonly code: 'key-store-unavailable' };

type KeyParts = {
  readonly dir: string;
  readonly safeStorage: KeyStore;
  /** A database or a vault is there: then a new key would be the end of it. */
  readonly hasData: boolean;
  /** Only unpackaged: a key store that keeps its own key in plain text. */
  readonly acceptsBasicText: boolean;
};

/**
 * Opens the key of this installation, or makes the first one. A wrap that is missing or does not open asks for the
 * recovery key; a new key is made only where nothing can depend on an old one.
 */
export async function loadOrMakeDataKey({ dir, safeStorage, hasData, acceptsBasicText }: KeyParts): Promise<Answer<DataKey, KeyRefusal>> {
  const keyStore = await stateOf(safeStorage);
  if (keyStore === 'none' || (keyStore === 'basic_text' && !acceptsBasicText)) return no({ code: 'key-store-unavailable' });
  const safe = readSafeWrap(dir);
  const recovery = readRecoveryWrap(dir);
  if (safe.state === 'there') {
    const key = await unwrapSafely(safeStorage, safe.wrap.wrapped);
    if (!key) return no({ code: 'needs-recovery', cause: 'wrap-not-ours' });
    // Nobody has confirmed a recovery key for it: a fresh one takes the place of the one that was shown and lost.
    const isConfirmed = recovery.state === 'there' && recovery.wrap.confirmed;
    return { ok: true, value: { kind: 'opened', key, recoveryKey: isConfirmed ? null : makeRecovery(dir, key), keyStore } };
  }
  if (safe.state === 'damaged') return no({ code: 'needs-recovery', cause: 'wrap-damaged' });
  const isFirst = !hasData && (recovery.state === 'absent' || (recovery.state === 'there' && !recovery.wrap.confirmed));
  if (!isFirst) return no({ code: 'needs-recovery', cause: 'wrap-missing' });
  const key = randomBytes(32);
  await wrapSafely(dir, safeStorage, key);
  return { ok: true, value: { kind: 'made', key, recoveryKey: makeRecovery(dir, key), keyStore } };
}

/** Opens the key by the recovery key and wraps it anew for this system. Nothing is touched when the key is wrong. */
export async function recoverDataKey(dir: string, recoveryKey: string, safeStorage: KeyStore): Promise<Answer<Buffer, { readonly code: 'recovery-key-wrong' | 'recovery-wrap-missing' }>> {
  const recovery = readRecoveryWrap(dir);
  if (recovery.state !== 'there') return no({ code: 'recovery-wrap-missing' });
  const secret = parseRecoveryKey(recoveryKey);
  const key = secret && unwrapByRecovery(secret, recovery.wrap);
  if (!key) return no({ code: 'recovery-key-wrong' });
  await wrapSafely(dir, safeStorage, key);
  if (!recovery.wrap.confirmed) confirmRecoveryKey(dir); // whoever typed it has it
  return { ok: true, value: key };
}

/** The admin has saved the recovery key: it is never shown again. */
export function confirmRecoveryKey(dir: string): void {
  const recovery = readRecoveryWrap(dir);
  if (recovery.state === 'there' && !recovery.wrap.confirmed) writeWrap(dir, 'key.recovery', { ...recovery.wrap, confirmed: true });
}

const no = <E>(error: E): { readonly ok: false; readonly error: E } => ({ ok: false, error });

async function stateOf(safeStorage: KeyStore): Promise<'system' | 'basic_text' | 'none'> {
  if (!(await safeStorage.isAsyncEncryptionAvailable())) return 'none';
  // Only Linux has backends to tell apart; "unknown" is no promise at all.
  const backend = process.platform === 'linux' ? safeStorage.getSelectedStorageBackend?.() : undefined;
  if (backend === 'unknown') return 'none';
  return backend === 'basic_text' ? 'basic_text' : 'system';
}

async function wrapSafely(dir: string, safeStorage: KeyStore, key: Buffer): Promise<void> {
  const wrapped = await safeStorage.encryptStringAsync(key.toString('base64'));
  writeWrap(dir, 'key.safe', { version: 1, wrapped: wrapped.toString('base64') });
}

async function unwrapSafely(safeStorage: KeyStore, wrapped: string): Promise<Buffer | null> {
  try {
    const { result } = await safeStorage.decryptStringAsync(Buffer.from(wrapped, 'base64'));
    const key = Buffer.from(result, 'base64');
    return key.length === 32 ? key : null;
  } catch { return null; } // another user, another PC, or damaged: told to the caller as one thing
}

const purpose = Buffer.from('hall400 data key, recovery wrap 1');
const deriveKey = (secret: Uint8Array, salt: Uint8Array): Uint8Array => new Uint8Array(hkdfSync('sha256', secret, salt, purpose, 32));

function makeRecovery(dir: string, key: Buffer): string {
  const secret = randomBytes(20);
  const salt = randomBytes(16);
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', deriveKey(secret, salt), iv).setAAD(purpose);
  const wrapped = Buffer.concat([cipher.update(key), cipher.final()]);
  const text = (bytes: Buffer): string => bytes.toString('base64');
  writeWrap(dir, 'key.recovery', { version: 1, salt: text(salt), iv: text(iv), tag: text(cipher.getAuthTag()), wrapped: text(wrapped), confirmed: false });
  return formatRecoveryKey(secret);
}

function unwrapByRecovery(secret: Uint8Array, wrap: RecoveryWrap): Buffer | null {
  const bytes = (text: string): Buffer => Buffer.from(text, 'base64');
  try {
    const decipher = createDecipheriv('aes-256-gcm', deriveKey(secret, bytes(wrap.salt)), bytes(wrap.iv), { authTagLength: 16 }).setAAD(purpose).setAuthTag(bytes(wrap.tag));
    return Buffer.concat([decipher.update(bytes(wrap.wrapped)), decipher.final()]);
  } catch { return null; }
}
