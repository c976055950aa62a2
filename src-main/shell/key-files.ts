import { closeSync, copyFileSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** The key wrapped by the system's key store (safeStorage). */
export type SafeWrap = { readonly version: 1; readonly wrapped: string };

/** The key wrapped by the recovery key; `confirmed` once the admin has said that it was saved. */
export type RecoveryWrap = {
  readonly version: 1; readonly salt: string; readonly iv: string; readonly tag: string; readonly wrapped: string; readonly confirmed: boolean;
};
type Name = 'key.safe' | 'key.recovery';

/** What lies in a key file; `damaged` when it is there and is not what we wrote. */
export type KeyFile<T> = { readonly state: 'there'; readonly wrap: T } | { readonly state: 'absent' } | { readonly state: 'damaged' };

export const readSafeWrap = (folder: string): KeyFile<SafeWrap> => read(folder, 'key.safe', ['wrapped']);
export const readRecoveryWrap = (folder: string): KeyFile<RecoveryWrap> => read(folder, 'key.recovery', ['salt', 'iv', 'tag', 'wrapped']);

function read<T>(folder: string, name: Name, texts: readonly string[]): KeyFile<T> {
  const file = join(folder, name);
  if (!existsSync(file)) return { state: 'absent' };
  try {
    const found = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    const isWhole = found['version'] === 1 && texts.every((text) => typeof found[text] === 'string');
    return isWhole ? { state: 'there', wrap: found as T } : { state: 'damaged' };
  } catch { return { state: 'damaged' }; }
}

/** A wrap of another system is kept beside the new one. */
export function writeWrap(folder: string, name: Name, wrap: SafeWrap | RecoveryWrap): void {
  const file = join(folder, name);
  if (name === 'key.safe' && existsSync(file)) copyFileSync(file, `${file}.before`);
  writeWhole(folder, name, `${JSON.stringify(wrap)}\n`);
}

/** Whole or not at all, and on the disk when it returns. */
export function writeWhole(folder: string, name: string, text: string): void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, name);
  const fresh = `${file}.new`;
  const handle = openSync(fresh, 'w', 0o600);
  try { writeSync(handle, text); fsyncSync(handle); } finally { closeSync(handle); }
  renameSync(fresh, file);
  syncFolder(folder);
}

function syncFolder(folder: string): void {
  if (process.platform === 'win32') return; // Windows has no handle on a folder to sync
  const handle = openSync(folder, 'r');
  try { fsyncSync(handle); } finally { closeSync(handle); }
}
