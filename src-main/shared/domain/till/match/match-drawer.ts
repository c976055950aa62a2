import type { Mismatch } from '../match-three-ways.ts';
import { expectedByTender } from '../shift-totals.ts';
import { tenderKinds } from '../tender.ts';
import type { TillEvidence } from './till-evidence.ts';

/** Slips that say something else than their row, and what is left of a method's difference when they are taken off. */
export function matchDrawer({ booked, counted, slips }: Pick<TillEvidence, 'booked' | 'counted' | 'slips'>): readonly Mismatch[] {
  const differing = booked.flatMap((entry): readonly Mismatch[] => {
    const li = (slips.find(({ entryId }) => entryId === entry.entryId)?.li ?? entry.li) - entry.li;
    return li === 0 ? [] : [{ id: `slip-differs:${entry.entryId}:${li}`, code: 'slip-differs', entryId: entry.entryId, caseId: entry.caseId, receiptNo: entry.receiptNo, tender: entry.tender, li }];
  });
  const expected = expectedByTender(booked);
  const unexplained = tenderKinds.flatMap((tender): readonly Mismatch[] => {
    const bySlip = differing.reduce((sum, slip) => (slip.tender === tender ? sum + slip.li : sum), 0);
    const li = counted[tender] - expected[tender] - bySlip;
    return li === 0 ? [] : [{ id: `count-differs:${tender}:${li}`, code: 'count-differs', entryId: null, caseId: null, receiptNo: null, tender, li }];
  });
  return [...differing, ...unexplained];
}
