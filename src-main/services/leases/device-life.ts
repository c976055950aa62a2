import { assert } from '#domain/assert.ts';
import { beginLife, detectRestore, type LifeMark, nextMark } from '#domain/lease/device-life.ts';
import { freezeBlock } from '#domain/lease/lease-block.ts';
import type { RestoreNotice } from '#domain/lease/keep-lease.ts';
import { type Db, inTransaction } from '../../store/db.ts';
import { moveMark, readLife, saveLife } from '../../store/tables/number/device-rows.ts';
import { listLeases, saveLease } from '../../store/tables/number/lease-rows.ts';
import type { ConsoleContext } from '../console-context.ts';

/** This machine beside its database: the key that its key store really holds, and the side file that a restored database does not bring with it. */
export type DeviceSide = {
  /** Null: there is none, or it is another machine's. */
  readonly keyId: string | null;
  /** Makes this machine's key; answers its id. */
  readonly makeKey: () => Promise<string>;
  readonly readMark: () => LifeMark | null;
  /** On the disk when it returns. */
  readonly writeMark: (mark: LifeMark) => void;
};

/** Begins the life of this database in this program: a restored or copied one freezes its blocks and owes the carrier a notice. Answers the boot's id. */
export async function beginDeviceLife(parts: { readonly db: Db; readonly device: DeviceSide; readonly newId: () => string }): Promise<string> {
  const { db, device } = parts;
  const known = readLife(db);
  const [stored, side] = [known?.mark ?? null, device.readMark()];
  const verdict = detectRestore({ stored, side, deviceKeyId: device.keyId });
  if (verdict === 'ok' && stored !== null) device.writeMark(stored);
  const mark = beginLife({ stored, side }, device.keyId ?? await device.makeKey(), parts.newId());
  const notice: RestoreNotice | null = verdict === 'ok' ? known?.notice ?? null : { noticeId: mark.bootId, why: verdict };
  inTransaction(db, () => {
    saveLife(db, mark, verdict === 'ok' ? (known === null ? 0 : known.floor) : null, notice);
    if (verdict !== 'ok') for (const block of listLeases(db)) saveLease(db, freezeBlock(block, verdict), null);
  });
  device.writeMark(mark);
  return mark.bootId;
}

/** One change of leases: what `change` writes and the next mark are one transaction. After the commit, before anybody is told: `settleMark`. */
export function changeLeases<T>(context: ConsoleContext, change: () => T): T {
  return inTransaction(context.db, () => {
    const value = change();
    const before = readLife(context.db)?.mark;
    assert(before?.bootId === context.bootId, 'changeLeases: this database is not the one that was opened');
    moveMark(context.db, before, nextMark(before));
    return value;
  });
}

/** The side file follows the database. */
export function settleMark(context: ConsoleContext): void {
  assert(!context.db.inTransaction, 'settleMark: the change is not committed');
  const mark = readLife(context.db)?.mark;
  if (mark !== undefined) context.device.writeMark(mark);
}
