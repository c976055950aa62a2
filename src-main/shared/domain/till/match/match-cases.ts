import type { Mismatch } from '../match-three-ways.ts';
import type { CaseRecord, MatchedEntry, TillEvidence } from './till-evidence.ts';

/** Each row against what its case and its receipt say of it; then what cases say of which there is no row, and money of cases that are over. */
export function matchCases(evidence: Pick<TillEvidence, 'booked' | 'carriedIn' | 'records' | 'strays' | 'printedLi' | 'owed'>): readonly Mismatch[] {
  const entries = [...evidence.booked, ...evidence.carriedIn];
  return [
    ...entries.flatMap((entry) => ofEntry(entry, evidence)),
    ...evidence.strays.map(({ recordId, caseId, receiptNo, tender, li }): Mismatch => ({ id: `ledger-missing:${recordId}`, code: 'ledger-missing', entryId: null, caseId, receiptNo, tender, li })),
    ...evidence.owed.map(({ caseId, li }): Mismatch => ({ id: `refund-owed:${caseId}:${li}`, code: 'refund-owed', entryId: null, caseId, receiptNo: null, tender: null, li })),
  ];
}

/** What the case recorded for a row: null where it recorded nothing. Two records of one number count both. */
export function recordedLi({ caseId, receiptNo }: Pick<MatchedEntry, 'caseId' | 'receiptNo'>, records: readonly CaseRecord[]): number | null {
  const found = records.filter((record) => record.caseId === caseId && record.receiptNo === receiptNo);
  return found.length === 0 ? null : found.reduce((sum, { li }) => sum + li, 0);
}

function ofEntry(entry: MatchedEntry, { records, printedLi }: Pick<TillEvidence, 'records' | 'printedLi'>): readonly Mismatch[] {
  const { entryId, caseId, receiptNo, tender } = entry;
  const sides = [recordedLi(entry, records), printedLi.get(receiptNo) ?? null];
  if (sides.includes(null)) return [{ id: `case-missing:${entryId}`, code: 'case-missing', entryId, caseId, receiptNo, tender, li: -entry.li }];
  const li = (sides.find((side) => side !== entry.li) ?? entry.li) - entry.li;
  return li === 0 ? [] : [{ id: `case-differs:${entryId}:${li}`, code: 'case-differs', entryId, caseId, receiptNo, tender, li }];
}
