import { createHash } from 'node:crypto';
import type { SealedPaper } from '../../store/tables/paper-rows.ts';
import { insertPaper } from '../../store/tables/paper-rows.ts';
import type { ConsoleContext } from '../console-context.ts';

/** A finished PDF in the vault, not yet named by any row: a crash here leaves a file that the next start sweeps away. */
export type StoredFile = { readonly fileId: string; readonly sha256: string; readonly size: number };

/** Encrypts the bytes into the vault; on disk when this returns. */
export async function storeFile(context: Pick<ConsoleContext, 'vault'>, bytes: Uint8Array): Promise<StoredFile> {
  const { fileId } = await context.vault.put(bytes);
  return { fileId, sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.byteLength };
}

/** Names a stored paper in the transaction of what it belongs to. */
export const namePaper = (context: Pick<ConsoleContext, 'db'>, file: StoredFile, paper: Omit<SealedPaper, keyof StoredFile | 'printCount'>): void =>
  insertPaper(context.db, { ...paper, ...file });
