/**
 * Mark of a database's life. It stands in the database and, as a copy, in a side file next to the device key. Every start of the program and every
 * change of leases (block taken in, pick, renewal, close, freeze) raises `incarnation` by one in the same transaction; the side file follows after the
 * commit and before anybody is told of the change. So the database is equal to its side file or, after a crash between the two, one ahead; a database
 * that is behind has been put back from a backup. A start that finds `ok` first writes the stored mark to the side file, then begins its own life.
 */
export type LifeMark = {
  readonly deviceKeyId: string;
  readonly incarnation: number;
  /** Drawn at each start of the program. */
  readonly bootId: string;
  /** The boot before; null in a first life. */
  readonly previousBootId: string | null;
};

/** What was found at start: both marks, and the key that this machine's key store really holds. */
export type FoundMarks = { readonly stored: LifeMark | null; readonly side: LifeMark | null; readonly deviceKeyId: string | null };

/** Whether this database is the one that last spoke for this device. */
export type LifeVerdict = 'ok' | 'restored' | 'copied';

/** Restored: older than (or a stranger to) its side file. Copied: here is not the device whose key it names. A first start has neither mark nor key. */
export function detectRestore({ stored, side, deviceKeyId }: FoundMarks): LifeVerdict {
  if (deviceKeyId === null) return stored === null && side === null ? 'ok' : 'copied';
  if ((stored ?? side ?? { deviceKeyId }).deviceKeyId !== deviceKeyId || (side ?? { deviceKeyId }).deviceKeyId !== deviceKeyId) return 'copied';
  if (stored === null || side === null) return 'restored';
  if (stored.incarnation === side.incarnation) return stored.bootId === side.bootId ? 'ok' : 'restored';
  const crashedBeforeSideFile = stored.incarnation === side.incarnation + 1 && (stored.bootId === side.bootId || stored.previousBootId === side.bootId);
  return crashedBeforeSideFile ? 'ok' : 'restored';
}

/** The mark of the life that starts now, above both marks; on any verdict but ok all blocks are frozen and the floor becomes null in the same transaction. */
export function beginLife({ stored, side }: Omit<FoundMarks, 'deviceKeyId'>, deviceKeyId: string, bootId: string): LifeMark {
  const incarnation = Math.max(stored?.incarnation ?? 0, side?.incarnation ?? 0) + 1;
  return { deviceKeyId, incarnation, bootId, previousBootId: side?.bootId ?? stored?.bootId ?? null };
}

/** The mark after one change of leases; written with `WHERE incarnation = before`, so a database exchanged under a running program shows at once. */
export const nextMark = (mark: LifeMark): LifeMark => ({ ...mark, incarnation: mark.incarnation + 1 });
