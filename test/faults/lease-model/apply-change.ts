import type { NumberChange, NumberRow, RowGuard } from '#domain/lease/lease-row.ts';

/** True when the row is still as the change expects it. */
const fits = (row: NumberRow, guard: RowGuard): boolean =>
  row.st === guard.st && row.leaseEpoch === guard.leaseEpoch && row.device === guard.device && row.caseRef === guard.caseRef;

/** One conditional update of the carrier's store, on a value: null when another was faster. */
export const applyChange = (row: NumberRow, { guard, set }: NumberChange): NumberRow | null => (fits(row, guard) ? { digits: row.digits, ...set } : null);
