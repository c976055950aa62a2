import { fail, ok, type Result } from '../result.ts';
import type { NumberDigits } from '../number/number.ts';
import { chooseBlock, type LeaseCandidate } from './choose-block.ts';
import type { LeaseRow, NumberChange } from './lease-row.ts';
import { journalRoot } from './pick-journal.ts';

/** The carrier's terms for leases. */
export type LeaseTerms = {
  readonly smallestBlock: number;
  readonly largestBlock: number;
  /** Parts in a hundred of all unsold ordinary numbers that may be lent at once. */
  readonly lentPercent: number;
  readonly pickMs: number;
  /** From the end of picking to the latest closing report. */
  readonly settleMs: number;
  readonly renewals: number;
  /** From the latest report to the first moment two people may force. */
  readonly quarantineMs: number;
};

/** Terms where the carrier states no others: block 20–200, a tenth of the spare numbers, 72 h to pick, 7 days to settle, 7 more in quarantine. */
export const LEASE_TERMS: LeaseTerms = {
  smallestBlock: 20, largestBlock: 200, lentPercent: 10, pickMs: 72 * 3_600_000, settleMs: 7 * 86_400_000, renewals: 10, quarantineMs: 7 * 86_400_000,
};

/** What a grant is decided on, read in its transaction. */
export type GrantQuestion = {
  readonly device: string;
  readonly key: string;
  readonly asked: number;
  readonly nowMs: number;
  readonly terms: LeaseTerms;
  /** All leases of this device, ended ones too. */
  readonly leases: readonly LeaseRow[];
  /** Next value of the one epoch counter of all devices. */
  readonly nextEpoch: number;
  /** Ordinary numbers in the pool, and ordinary numbers lent to all devices and to this one (rows `leased`). */
  readonly counts: { readonly pool: number; readonly leased: number; readonly leasedHere: number };
  /** Rows in the pool, ordinary only, at least as many as may be granted; more make a better spread. */
  readonly candidates: readonly LeaseCandidate[];
};

/** The lease and its numbers; partial: fewer than asked. A replay changes nothing and tells the lease as it is now. */
export type Granted = { readonly outcome: 'granted' | 'partial' | 'replay'; readonly lease: LeaseRow; readonly changes: readonly NumberChange[] };

/** Why no block is lent. */
export type GrantRefusal = { readonly code: 'lease-frozen' | 'pool-short' };

/** Lends a block, idempotent by key. While a forked journal of the device is not settled by force, it gets none. */
export function decideGrant(question: GrantQuestion): Result<Granted, GrantRefusal> {
  const { device, key, leases, nowMs, terms, nextEpoch, candidates } = question;
  const known = leases.find(({ grantKey }) => grantKey === key);
  if (known) return ok({ outcome: 'replay', lease: known, changes: [] });
  if (leases.some(({ frozenWhy, state }) => frozenWhy === 'journal-forked' && state !== 'forced')) return fail({ code: 'lease-frozen' });
  const size = Math.min(question.asked, grantRoom(question));
  if (size < terms.smallestBlock) return fail({ code: 'pool-short' });
  const numbers = chooseBlock(candidates, size);
  if (numbers.length < terms.smallestBlock) return fail({ code: 'pool-short' });
  const pickUntilMs = nowMs + terms.pickMs;
  const lease: LeaseRow = {
    epoch: nextEpoch, device, grantKey: key, numbers, state: 'active', frozenWhy: null, pickUntilMs, settleUntilMs: pickUntilMs + terms.settleMs, renewals: 0, headSeq: 0, headHash: journalRoot(nextEpoch),
  };
  return ok({ outcome: numbers.length < question.asked ? 'partial' : 'granted', lease, changes: numbers.map((digits) => lend(digits, lease)) });
}

/** How many numbers this device may still get: the largest block, and the share of all unsold numbers that may be lent. */
export function grantRoom({ terms, counts }: Pick<GrantQuestion, 'terms' | 'counts'>): number {
  const lendable = Math.floor(((counts.pool + counts.leased) * terms.lentPercent) / 100) - counts.leased;
  return Math.max(0, Math.min(terms.largestBlock - counts.leasedHere, lendable, counts.pool));
}

const lend = (digits: NumberDigits, { epoch, device }: LeaseRow): NumberChange => ({
  digits, guard: { st: 'pool', leaseEpoch: null, device: null, caseRef: null }, set: { st: 'leased', leaseEpoch: epoch, device, caseRef: null },
});
