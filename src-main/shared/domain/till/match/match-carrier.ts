import type { Mismatch, MismatchCode } from '../match-three-ways.ts';
import { ownerIsHere } from './match-sequence.ts';
import type { Handed, MatchedEntry, TillEvidence } from './till-evidence.ts';

/** Each row against what the carrier has taken under its number; then what the carrier has of this desk that no row knows. */
export function matchCarrier({ booked, carriedIn, days }: Pick<TillEvidence, 'booked' | 'carriedIn' | 'days'>): readonly Mismatch[] {
  return [
    ...[...booked, ...carriedIn].flatMap(ofEntry),
    ...days.flatMap((day) => day.unknown.filter(({ sequence }) => ownerIsHere(day, sequence)).map(({ sequence, li }): Mismatch => ({
      id: `carrier-unknown:${day.numberAt(sequence)}:${li}`, code: 'carrier-unknown', entryId: null, caseId: null, receiptNo: day.numberAt(sequence), tender: null, li,
    }))),
  ];
}

const codes: Readonly<Record<Handed, MismatchCode>> = { never: 'carrier-missing', waiting: 'carrier-waiting', parked: 'carrier-parked', sent: 'carrier-missing' };

function ofEntry({ entryId, caseId, receiptNo, tender, li, handed, heldLi }: MatchedEntry): readonly Mismatch[] {
  const named = { entryId, caseId, receiptNo, tender };
  if (heldLi !== null) return heldLi === li ? [] : [{ id: `carrier-differs:${entryId}:${heldLi - li}`, code: 'carrier-differs', ...named, li: heldLi - li }];
  const code = codes[handed];
  return [{ id: `${code}:${entryId}`, code, ...named, li: -li }];
}
