import type { Mismatch } from '../match-three-ways.ts';
import { expectedByTender } from '../shift-totals.ts';
import { tenderKinds } from '../tender.ts';
import type { TillEvidence } from './till-evidence.ts';

/** A float that is not what was left, slips that say something else than their row, and what is left of a method's difference when they are taken off. */
export function matchDrawer({ booked, counted, slips, float }: Pick<TillEvidence, 'booked' | 'counted' | 'slips' | 'float'>): readonly Mismatch[] {
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
  return [...matchFloat(float), ...differing, ...unexplained];
}

/** Cash that was taken from the drawer, or put in, between two shifts. */
function matchFloat({ openedLi, leftLi }: TillEvidence['float']): readonly Mismatch[] {
  const li = leftLi === null ? 0 : openedLi - leftLi;
  return li === 0 ? [] : [{ id: `float-differs:${li}`, code: 'float-differs', entryId: null, caseId: null, receiptNo: null, tender: 'cash', li }];
}
