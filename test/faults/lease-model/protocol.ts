import { closeReport } from '#domain/lease/pick-journal.ts';
import { decideClaim } from '#domain/lease/claim-pick.ts';
import { detectRestore } from '#domain/lease/device-life.ts';
import { decideOverdue } from '#domain/lease/end-lease.ts';
import { closeBlock, takeOffer } from '#domain/lease/lease-block.ts';
import { guardOf, isLeasedUnder, toPool, type LeaseRow, type NumberChange, type NumberRow } from '#domain/lease/lease-row.ts';
import { mayPick } from '#domain/lease/may-pick.ts';
import { ok } from '#domain/result.ts';

/** The decisions of the product that search and campaign drive; a mutant replaces one. */
export type Protocol = {
  readonly mayPick: typeof mayPick;
  readonly takeOffer: typeof takeOffer;
  readonly closeBlock: typeof closeBlock;
  readonly closeReport: typeof closeReport;
  readonly detectRestore: typeof detectRestore;
  readonly decideClaim: typeof decideClaim;
  /** What the carrier does when its clock says that a lease should be settled. */
  readonly settle: (lease: LeaseRow, rows: readonly NumberRow[], nowMs: number) => { readonly lease: LeaseRow; readonly changes: readonly NumberChange[] } | null;
};

/** The product's own functions. */
export const product: Protocol = {
  mayPick, takeOffer, closeBlock, closeReport, detectRestore, decideClaim,
  settle: (lease, _rows, nowMs) => {
    const overdue = decideOverdue(lease, nowMs);
    return overdue && { lease: overdue, changes: [] };
  },
};

/** The four mutants of the protocol's proof. */
export const protocolMutants: Readonly<Record<'reclaim-at-expiry' | 'claim-without-epoch' | 'report-while-picking' | 'unconditional-claim', Protocol>> = {
  'reclaim-at-expiry': {
    ...product,
    settle: (lease, rows, nowMs) => {
      const overdue = decideOverdue(lease, nowMs);
      return overdue && { lease: overdue, changes: rows.filter((row) => isLeasedUnder(row, lease)).map(toPool) };
    },
  },
  'claim-without-epoch': {
    ...product,
    decideClaim: (row, device, claim) => {
      const decided = decideClaim({ ...row, leaseEpoch: claim.epoch }, device, claim);
      return decided.ok && decided.value.outcome === 'held' ? ok({ outcome: 'held', change: { ...decided.value.change, guard: guardOf(row) } }) : decided;
    },
  },
  'report-while-picking': { ...product, closeBlock: (block) => ok(block), closeReport: ({ epoch }, journal) => ({ epoch, journal }) },
  'unconditional-claim': {
    ...product,
    decideClaim: (row, device, { digits, epoch, caseRef }) => ok({ outcome: 'held', change: { digits, guard: guardOf(row), set: { st: 'held', leaseEpoch: epoch, device, caseRef } } }),
  },
};

/** Mutants of the guard against restored and copied databases. */
export const restoreMutants: Readonly<Record<'restore-unseen' | 'offer-from-before-restore' | 'frozen-block-closed', Protocol>> = {
  'restore-unseen': { ...product, detectRestore: () => 'ok' },
  'offer-from-before-restore': { ...product, takeOffer: (offer, known, floor) => takeOffer(offer, known, floor === null ? null : 0) },
  'frozen-block-closed': { ...product, closeBlock: (block) => ok({ ...block, state: 'closed' }) },
};
