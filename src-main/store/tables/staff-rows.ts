import type { Role } from '#domain/staff/role.ts';
import { type Db, sql } from '../db.ts';

/** A member of staff as stored; `password` is the scrypt string, never shown. */
export type StaffRow = {
  readonly staffNo: string; readonly name: string; readonly role: Role; readonly password: string; readonly active: boolean;
  readonly failed: number; readonly blockedUntil: string | null;
};

type Raw = { staff_no: string; name: string; role: Role; password: string; active: number; failed: number; blocked_until: string | null };
const toRow = (raw: Raw): StaffRow => ({
  staffNo: raw.staff_no, name: raw.name, role: raw.role, password: raw.password, active: raw.active === 1, failed: raw.failed, blockedUntil: raw.blocked_until,
});

export const findStaff = (db: Db, staffNo: string): StaffRow | null => {
  const raw = sql<Raw>(db, 'SELECT * FROM staff WHERE staff_no = ?').get(staffNo);
  return raw ? toRow(raw) : null;
};

export const listStaff = (db: Db): readonly StaffRow[] => sql<Raw>(db, 'SELECT * FROM staff ORDER BY staff_no').all().map(toRow);

export const insertStaff = (db: Db, row: Pick<StaffRow, 'staffNo' | 'name' | 'role' | 'password'>, createdAt: string): void =>
  void sql(db, 'INSERT INTO staff(staff_no, name, role, password, created_at) VALUES (?, ?, ?, ?, ?)').run(row.staffNo, row.name, row.role, row.password, createdAt);

export const setStaffPassword = (db: Db, staffNo: string, password: string): void =>
  void sql(db, 'UPDATE staff SET password = ?, failed = 0, blocked_until = NULL WHERE staff_no = ?').run(password, staffNo);

export const setStaffActive = (db: Db, staffNo: string, active: boolean): void =>
  void sql(db, 'UPDATE staff SET active = ? WHERE staff_no = ?').run(active ? 1 : 0, staffNo);

export const setSignInTries = (db: Db, staffNo: string, failed: number, blockedUntil: string | null): void =>
  void sql(db, 'UPDATE staff SET failed = ?, blocked_until = ? WHERE staff_no = ?').run(failed, blockedUntil, staffNo);
