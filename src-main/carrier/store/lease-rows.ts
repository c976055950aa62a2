import type { SeenPick } from '#domain/lease/journal-head.ts';
import type { RestoreAnswer } from '#domain/lease/keep-lease.ts';
import type { LeaseRow } from '#domain/lease/lease-row.ts';
import type { CarrierDatabase } from './open-store.ts';

/** A lease with the hall of its device. */
export type StoredLease = LeaseRow & { readonly hall: string };

type Row = Omit<StoredLease, 'numbers'> & { readonly numbers: string };

const read = (row: Row): StoredLease => ({ ...row, numbers: JSON.parse(row.numbers) as string[] });

/** Rows of `lease`, `lease_seen` and `restore_notice`. */
export function leaseRows(database: CarrierDatabase) {
  const columns = `epoch, hall, device, grant_key AS grantKey, numbers, state, frozen_why AS frozenWhy, pick_until AS pickUntilMs, settle_until AS settleUntilMs,
    renewals, head_seq AS headSeq, head_hash AS headHash`;
  const find = database.prepare<[number], Row>(`SELECT ${columns} FROM lease WHERE epoch = ?`);
  const ofDevice = database.prepare<[string], Row>(`SELECT ${columns} FROM lease WHERE device = ? ORDER BY epoch`);
  const unsettled = database.prepare<[number], Row>(`SELECT ${columns} FROM lease WHERE state = 'active' AND settle_until <= ? ORDER BY epoch`);
  const next = database.prepare<[], { at: number | null }>("SELECT min(settle_until) AS at FROM lease WHERE state = 'active'");
  const last = database.prepare<[], { epoch: number | null }>('SELECT max(epoch) AS epoch FROM lease');
  const insert = database.prepare(`INSERT INTO lease (epoch, hall, device, grant_key, numbers, state, frozen_why, pick_until, settle_until, renewals, head_seq, head_hash)
    VALUES (@epoch, @hall, @device, @grantKey, @numbers, @state, @frozenWhy, @pickUntilMs, @settleUntilMs, @renewals, @headSeq, @headHash)`);
  const update = database.prepare(`UPDATE lease SET state = @state, frozen_why = @frozenWhy, pick_until = @pickUntilMs, settle_until = @settleUntilMs, renewals = @renewals,
    head_seq = @headSeq, head_hash = @headHash WHERE epoch = @epoch`);
  const seen = database.prepare<[number], SeenPick>('SELECT epoch, hash, pick_seq AS pickSeq, digits, prev_hash AS prevHash FROM lease_seen WHERE epoch = ? ORDER BY pick_seq');
  const remember = database.prepare('INSERT INTO lease_seen (epoch, hash, pick_seq, digits, prev_hash) VALUES (@epoch, @hash, @pickSeq, @digits, @prevHash) ON CONFLICT DO NOTHING');
  const notice = database.prepare<[string, string], RestoreAnswer>('SELECT notice_id AS noticeId, epoch_floor AS epochFloor FROM restore_notice WHERE device = ? AND notice_id = ?');
  const answer = database.prepare('INSERT INTO restore_notice (device, notice_id, epoch_floor) VALUES (?, ?, ?)');
  const values = (lease: LeaseRow) => ({ ...lease, numbers: JSON.stringify(lease.numbers) });
  return {
    find: (epoch: number) => { const row = find.get(epoch); return row && read(row); },
    ofDevice: (device: string) => ofDevice.all(device).map(read),
    /** Leases whose settle time is over and that nobody has closed. */
    unsettled: (now: number) => unsettled.all(now).map(read),
    nextSettle: () => next.get()?.at ?? null,
    lastEpoch: () => last.get()?.epoch ?? 0,
    insert: (lease: StoredLease) => insert.run(values(lease)),
    update: (lease: LeaseRow) => update.run(values(lease)),
    seen: (epoch: number) => seen.all(epoch),
    remember: (pick: SeenPick) => remember.run(pick),
    noticeAnswer: (device: string, noticeId: string) => notice.get(device, noticeId),
    keepNoticeAnswer: (device: string, { noticeId, epochFloor }: RestoreAnswer) => answer.run(device, noticeId, epochFloor),
  };
}
