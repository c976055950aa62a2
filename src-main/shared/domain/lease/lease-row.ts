import type { NumberDigits } from '../number/number.ts';
import type { FrozenWhy } from './lease-block.ts';

/** A number as the carrier keeps it. Locked: ceased, waiting for its next release. */
export type NumberRow = {
  readonly digits: NumberDigits;
  readonly st: 'pool' | 'leased' | 'held' | 'assigned' | 'locked';
  /** The lease it stands in or came from; null in the pool. */
  readonly leaseEpoch: number | null;
  readonly device: string | null;
  /** Whose it is; on a leased row the case that the closing report names. */
  readonly caseRef: string | null;
};

/** What must still be true when the change is written: one conditional update per row, 0 rows is another's win. */
export type RowGuard = Pick<NumberRow, 'st' | 'leaseEpoch' | 'device' | 'caseRef'>;

/** One conditional update of one number: `UPDATE … SET (set) WHERE digits AND every field of guard`. */
export type NumberChange = { readonly digits: NumberDigits; readonly guard: RowGuard; readonly set: RowGuard };

/** A lease as the carrier keeps it. Times are epoch milliseconds. */
export type LeaseRow = {
  readonly epoch: number;
  readonly device: string;
  /** Idempotency key of the request that made it. */
  readonly grantKey: string;
  readonly numbers: readonly NumberDigits[];
  readonly state: 'active' | 'closed' | 'overdue' | 'forced';
  readonly frozenWhy: FrozenWhy | null;
  readonly pickUntilMs: number;
  readonly settleUntilMs: number;
  readonly renewals: number;
  /** The highest entry of the device's journal that the carrier has seen; 0 and the root before the first. */
  readonly headSeq: number;
  readonly headHash: string;
};

/** Guard of a change to a row as it was read. */
export const guardOf = ({ st, leaseEpoch, device, caseRef }: NumberRow): RowGuard => ({ st, leaseEpoch, device, caseRef });

/** The change that gives a number back to all. */
export const toPool = (row: NumberRow): NumberChange => ({ digits: row.digits, guard: guardOf(row), set: { st: 'pool', leaseEpoch: null, device: null, caseRef: null } });

/** The row is lent under this lease and nobody has claimed it. */
export const isLeasedUnder = (row: NumberRow, { epoch, device }: Pick<LeaseRow, 'epoch' | 'device'>): boolean =>
  row.st === 'leased' && row.leaseEpoch === epoch && row.device === device;
