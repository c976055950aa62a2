import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { assert } from '#domain/assert.ts';
import type { Instant } from '#domain/calendar/shanghai-time.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { fileKeyOf, openBytes, sealBytes } from './sealed-file.ts';
import { syncFolder, writeDurably } from './write-durably.ts';

/** Why a file of the vault cannot be had. */
export type VaultFailure = { readonly code: 'vault-file-missing' | 'vault-file-damaged' };

/** Scans, signatures and sealed papers: each encrypted under a name that says nothing. Files are never changed. */
export type Vault = {
  /** On the disk, encrypted, before it returns. */
  readonly put: (bytes: Uint8Array) => Promise<{ readonly fileId: string }>;
  readonly get: (fileId: string) => Promise<Result<Uint8Array, VaultFailure>>;
  readonly remove: (fileId: string) => Promise<void>;
  /** Removes what no row names and was last written before `olderThan`; answers how many files went. */
  readonly sweep: (named: ReadonlySet<string>, olderThan: Instant) => Promise<number>;
};

/** `key` is the 32-byte data key; `ids` gives 128 random bits as 32 hex digits, hyphens allowed (a UUID of version 4 will do). */
export type VaultOptions = { readonly dir: string; readonly key: Uint8Array; readonly ids: () => string };

const suffix = '.sealed';
const fileIdShape = /^[0-9a-f]{32}$/;

/** Opens the folder of sealed files, making it when it is not there. */
export async function openVault({ dir, key, ids }: VaultOptions): Promise<Vault> {
  assert(key.byteLength === 32, 'openVault: key is not 32 bytes');
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const fileKey = fileKeyOf(key);
  const pathOf = (fileId: string): string => {
    assert(fileIdShape.test(fileId), 'vault: not a file id');
    return join(dir, fileId + suffix);
  };
  return {
    put: async (bytes) => {
      const fileId = ids().replaceAll('-', '').toLowerCase();
      await writeDurably(pathOf(fileId), sealBytes(fileKey, fileId, bytes));
      return { fileId };
    },
    get: async (fileId) => {
      const sealed = await readIfThere(pathOf(fileId));
      if (sealed === null) return fail({ code: 'vault-file-missing' });
      const bytes = openBytes(fileKey, fileId, sealed);
      return bytes === null ? fail({ code: 'vault-file-damaged' }) : ok(bytes);
    },
    remove: async (fileId) => {
      await rm(pathOf(fileId), { force: true });
      await syncFolder(dir);
    },
    sweep: (named, olderThan) => sweepFolder(dir, named, Date.parse(olderThan)),
  };
}

async function readIfThere(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as { readonly code?: string }).code === 'ENOENT') return null;
    throw error;
  }
}

async function sweepFolder(dir: string, named: ReadonlySet<string>, olderThanMs: number): Promise<number> {
  let removed = 0;
  for (const name of await readdir(dir)) {
    const fileId = name.split('.', 1)[0] ?? '';
    const finished = name === fileId + suffix;
    if (!fileIdShape.test(fileId) || (finished && named.has(fileId))) continue;
    const { mtimeMs } = await stat(join(dir, name));
    if (mtimeMs >= olderThanMs) continue;
    await rm(join(dir, name), { force: true });
    removed += 1;
  }
  if (removed > 0) await syncFolder(dir);
  return removed;
}
