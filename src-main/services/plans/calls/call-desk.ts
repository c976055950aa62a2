import { type CallsRefusal, mostCalls, type ReadCalls, readCalls } from '#domain/calls/read-calls.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { type ReadList, readListTable } from '#domain/routing/read-list-table.ts';
import type { TermBill } from '#domain/tariff/bill.ts';
import { rateTerm, type TermInput } from '#domain/tariff/bill/rate-term.ts';
import { type CompareInput, type Comparison, comparePlans } from '#domain/tariff/compare/compare-plans.ts';
import { readTable } from '../../../files/read-table.ts';
import type { TableLimits, TableRefusal } from '../../../files/table.ts';
import { packCalls, unpackCalls } from './pack-calls.ts';

/** A list that was taken: packed for the case, and what the clerk is told of it. */
export type TakenCalls = Omit<ReadCalls, 'calls'> & { readonly packed: Uint8Array; readonly taken: number };

/** A title above the names and rows without a call may be a few more. */
const limits: TableLimits = { rows: mostCalls + 500, columns: 60, unpackedBytes: 80_000_000 };

/** What is done with calls outside the main thread. */
export const callDesk = {
  /** Reads the bytes of a CSV or XLSX; `answeredArea` stands in where the list does not say which phone answered. */
  readCallList: (bytes: Uint8Array, answeredArea: string | null): Result<TakenCalls, TableRefusal | CallsRefusal> => {
    const table = readTable(bytes, limits);
    if (!table.ok) return table;
    const read = readCalls(table.value, answeredArea);
    if (!read.ok) return fail(read.error);
    const { calls, ...told } = read.value;
    return ok({ ...told, packed: packCalls(calls), taken: calls.length });
  },
  /** Reads the bytes of a CSV or XLSX of callers for a black or white list. */
  readCallerList: (bytes: Uint8Array, most: number): Result<ReadList, TableRefusal | { readonly code: 'list-too-long' | 'list-none' }> => {
    const table = readTable(bytes, { rows: 2 * most + 500, columns: 60, unpackedBytes: 80_000_000 });
    return table.ok ? readListTable(table.value, most) : table;
  },
  /** Plans side by side by a packed list. */
  compareByCalls: (packed: Uint8Array, input: Omit<CompareInput, 'usage'>): Comparison => comparePlans({ ...input, usage: { kind: 'calls', calls: unpackCalls(packed) } }),
  /** Every bill of a service by a packed list whose months repeat. */
  rateByCalls: (packed: Uint8Array, input: Omit<TermInput, 'usage'>): TermBill => rateTerm({ ...input, usage: { kind: 'repeated-calls', calls: unpackCalls(packed) } }),
} as const;

export type CallDesk = typeof callDesk;
