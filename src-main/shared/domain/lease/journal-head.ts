import { entryHash, journalRoot, type PickClaim, type PickJournal, type Sha256Hex } from './pick-journal.ts';
import type { LeaseRow } from './lease-row.ts';

/** What the carrier remembers of one journal entry that a claim or a report showed. */
export type SeenPick = Pick<PickClaim, 'epoch' | 'pickSeq' | 'digits' | 'prevHash'> & { readonly hash: string };

/** How a shown entry fits the journal seen so far: in any order, repeated or with gaps it still fits; a second past does not. */
export type EntryStanding = { readonly standing: 'new' | 'known' | 'forked'; readonly seen: SeenPick; readonly lease: Pick<LeaseRow, 'headSeq' | 'headHash' | 'frozenWhy'> };

/** Judges an entry by the device's own lease against what was seen: the same place with other content, a broken chain or a number picked twice is a fork and freezes. */
export function judgeEntry(lease: LeaseRow, seen: readonly SeenPick[], claim: PickClaim, sha256hex: Sha256Hex): EntryStanding {
  const hash = entryHash(claim, sha256hex);
  const { epoch, pickSeq, digits, prevHash } = claim;
  const entry: SeenPick = { epoch, pickSeq, digits, prevHash, hash };
  const head = { headSeq: lease.headSeq, headHash: lease.headHash, frozenWhy: lease.frozenWhy };
  const at = seen.find((each) => each.pickSeq === pickSeq && each.hash === hash);
  if (at) return { standing: 'known', seen: at, lease: head };
  if (forks(seen, entry)) return { standing: 'forked', seen: entry, lease: { ...head, frozenWhy: lease.frozenWhy ?? 'journal-forked' } };
  return { standing: 'new', seen: entry, lease: pickSeq > lease.headSeq ? { ...head, headSeq: pickSeq, headHash: hash } : head };
}

/** True when a closing report tells all that was seen and is one unbroken chain; anything less is a regression or a fork. */
export function reportHolds(epoch: number, seen: readonly SeenPick[], journal: PickJournal, sha256hex: Sha256Hex): boolean {
  let before = journalRoot(epoch);
  const numbers = new Set<string>();
  for (const [index, entry] of journal.entries()) {
    if (entry.epoch !== epoch || entry.pickSeq !== index + 1 || entry.prevHash !== before || entryHash(entry, sha256hex) !== entry.hash || numbers.has(entry.digits)) return false;
    before = entry.hash;
    numbers.add(entry.digits);
  }
  return seen.every(({ pickSeq, hash }) => journal[pickSeq - 1]?.hash === hash);
}

const forks = (seen: readonly SeenPick[], entry: SeenPick): boolean =>
  (entry.pickSeq === 1) !== (entry.prevHash === journalRoot(entry.epoch)) ||
  seen.some((each) => each.pickSeq === entry.pickSeq || each.digits === entry.digits
    || (each.pickSeq === entry.pickSeq - 1 && each.hash !== entry.prevHash) || (each.pickSeq === entry.pickSeq + 1 && each.prevHash !== entry.hash));
