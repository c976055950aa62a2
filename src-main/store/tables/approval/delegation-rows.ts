import type { Delegated } from '#domain/approval/delegation.ts';
import { type Db, sql } from '../../db.ts';

/** A delegation as stored. */
export type DelegationRow = Delegated & { readonly reason: string; readonly madeAt: string };

/** All delegations, the newest first; ended ones stay. */
export const listDelegations = (db: Db): readonly DelegationRow[] =>
  sql<DelegationRow>(db, `SELECT delegation_id AS delegationId, from_no AS "from", to_no AS "to", from_day AS fromDay, until, reason, made_at AS madeAt, ended_at AS endedAt
    FROM delegations ORDER BY made_at DESC, delegation_id`).all();

export const insertDelegation = (db: Db, row: Omit<DelegationRow, 'endedAt'>): void =>
  void sql(db, 'INSERT INTO delegations(delegation_id, from_no, to_no, from_day, until, reason, made_at) VALUES (?, ?, ?, ?, ?, ?, ?)').run(
    row.delegationId, row.from, row.to, row.fromDay, row.until, row.reason, row.madeAt);

/** Ends it; only who gave it can. */
export const endDelegation = (db: Db, delegationId: string, from: string, at: string): boolean =>
  sql(db, 'UPDATE delegations SET ended_at = ? WHERE delegation_id = ? AND from_no = ? AND ended_at IS NULL').run(at, delegationId, from).changes === 1;
