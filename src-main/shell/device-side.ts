import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KeyStore } from './data-key.ts';
import { writeWhole } from './key-files.ts';

/** The mark of the database's life as it stands in the side file; the services know what it means. */
type Mark = { readonly deviceKeyId: string; readonly incarnation: number; readonly bootId: string; readonly previousBootId: string | null };

/** This machine beside its database: a key that only its own key store opens, and the side file. */
export type MachineSide = {
  /** Null: there is no key, or it is another machine's. */
  readonly keyId: string | null;
  readonly makeKey: () => Promise<string>;
  readonly readMark: () => Mark | null;
  readonly writeMark: (mark: Mark) => void;
};

const [keyFile, markFile] = ['device.key', 'device.mark'] as const;

/** Looks for this machine's key; a folder that was copied to another machine has one that does not open there. */
export async function openMachineSide(dir: string, safeStorage: KeyStore): Promise<MachineSide> {
  return {
    keyId: await findKey(join(dir, keyFile), safeStorage),
    makeKey: async () => {
      const secret = randomBytes(32).toString('base64');
      writeWhole(dir, keyFile, (await safeStorage.encryptStringAsync(secret)).toString('base64'));
      return idOf(secret);
    },
    readMark: () => readMark(join(dir, markFile)),
    writeMark: (mark) => writeWhole(dir, markFile, JSON.stringify(mark)),
  };
}

const idOf = (secret: string): string => createHash('sha256').update('device key').update(secret).digest('hex').slice(0, 32);

async function findKey(file: string, safeStorage: KeyStore): Promise<string | null> {
  if (!existsSync(file)) return null;
  try {
    const { result } = await safeStorage.decryptStringAsync(Buffer.from(readFileSync(file, 'utf8'), 'base64'));
    return idOf(result);
  } catch { return null; } // another machine, another user, or damaged: told to the caller as one thing
}

function readMark(file: string): Mark | null {
  try {
    const mark = JSON.parse(readFileSync(file, 'utf8')) as Partial<Mark>;
    const { deviceKeyId, incarnation, bootId, previousBootId = null } = mark;
    return typeof deviceKeyId === 'string' && Number.isInteger(incarnation) && typeof bootId === 'string' ? { deviceKeyId, incarnation: incarnation as number, bootId, previousBootId } : null;
  } catch { return null; } // a side file that does not read says no more than none
}
