import { assert } from '#domain/assert.ts';
import type { LifeMark } from '#domain/lease/device-life.ts';
import type { RestoreNotice } from '#domain/lease/keep-lease.ts';
import type { EpochFloor } from '#domain/lease/lease-block.ts';
import { type Db, sql } from '../../db.ts';

/** What this database knows of its own life: the mark, which blocks it may trust, the notice it owes the carrier, and the highest time it has seen. */
export type DeviceLife = {
  readonly mark: LifeMark; readonly floor: EpochFloor; readonly notice: RestoreNotice | null; readonly highestMs: number;
  /** Key of a request for a block whose answer is not on disk; it is asked again under the same key. */
  readonly grantKey: string | null;
};

type Raw = {
  device_key_id: string; incarnation: number; boot_id: string; previous_boot_id: string | null; epoch_floor: number | null; notice_id: string | null;
  notice_why: RestoreNotice['why'] | null; highest_ms: number; grant_key: string | null;
};

/** Null in a database that has not begun a life: before the first start of a console that knows leases. */
export const readLife = (db: Db): DeviceLife | null => {
  const raw = sql<Raw>(db, 'SELECT * FROM device_life WHERE id = 1').get();
  if (!raw) return null;
  return {
    mark: { deviceKeyId: raw.device_key_id, incarnation: raw.incarnation, bootId: raw.boot_id, previousBootId: raw.previous_boot_id },
    floor: raw.epoch_floor, notice: raw.notice_id === null || raw.notice_why === null ? null : { noticeId: raw.notice_id, why: raw.notice_why }, highestMs: raw.highest_ms, grantKey: raw.grant_key,
  };
};

/** Begins a life: a floor of null waits for the carrier's answer to the notice. */
export const saveLife = (db: Db, { deviceKeyId, incarnation, bootId, previousBootId }: LifeMark, floor: EpochFloor, notice: RestoreNotice | null): void =>
  void sql(db, `INSERT INTO device_life(id, device_key_id, incarnation, boot_id, previous_boot_id, epoch_floor, notice_id, notice_why) VALUES (1, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT(id) DO UPDATE SET device_key_id = excluded.device_key_id, incarnation = excluded.incarnation, boot_id = excluded.boot_id,
      previous_boot_id = excluded.previous_boot_id, epoch_floor = excluded.epoch_floor, notice_id = excluded.notice_id, notice_why = excluded.notice_why`).run(
    deviceKeyId, incarnation, bootId, previousBootId, floor, notice?.noticeId ?? null, notice?.why ?? null);

/** The mark after one change of leases; a database that was exchanged under the running program does not have the mark before. */
export function moveMark(db: Db, before: LifeMark, after: LifeMark): void {
  const { changes } = sql(db, 'UPDATE device_life SET incarnation = ? WHERE id = 1 AND incarnation = ? AND boot_id = ?').run(after.incarnation, before.incarnation, before.bootId);
  assert(changes === 1, 'moveMark: this database is not the one that was opened');
}

/** The carrier's answer to the notice. */
export const saveFloor = (db: Db, floor: number): void => void sql(db, 'UPDATE device_life SET epoch_floor = ?, notice_id = NULL, notice_why = NULL WHERE id = 1').run(floor);

/** Time never runs backwards. */
export const raiseHighest = (db: Db, ms: number): void => void sql(db, 'UPDATE device_life SET highest_ms = max(highest_ms, ?) WHERE id = 1').run(ms);

export const saveGrantKey = (db: Db, key: string | null): void => void sql(db, 'UPDATE device_life SET grant_key = ? WHERE id = 1').run(key);
