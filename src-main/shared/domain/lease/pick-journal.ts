import { assert } from '../assert.ts';
import type { NumberDigits } from '../number/number.ts';
import type { LeaseBlock } from './lease-block.ts';

/** SHA-256 of a text's UTF-8 bytes in lower-case hex, handed in because the domain has no crypto. */
export type Sha256Hex = (text: string) => string;

/** One number given to a case while offline; each entry holds the hash of the one before, so a lost or forked past shows. */
export type PickEntry = {
  readonly epoch: number;
  /** 1, 2, 3… inside the epoch. */
  readonly pickSeq: number;
  readonly digits: NumberDigits;
  readonly caseRef: string;
  readonly atMs: number;
  readonly prevHash: string;
  readonly hash: string;
};

/** The picks of one epoch in order. */
export type PickJournal = readonly PickEntry[];

/** What a journal entry says, without its own hash: this travels with the claim. */
export type PickClaim = Omit<PickEntry, 'hash'>;

/** The hash before the first entry of an epoch. */
export const journalRoot = (epoch: number): string => `epoch-${epoch}`;

/** The hash of an entry: over every field and the hash before it. */
export const entryHash = (entry: PickClaim, sha256hex: Sha256Hex): string =>
  sha256hex(JSON.stringify([entry.epoch, entry.pickSeq, entry.digits, entry.caseRef, entry.atMs, entry.prevHash]));

/** The hash that the next entry of this epoch refers to. */
export const headHash = (epoch: number, journal: PickJournal): string => journal.at(-1)?.hash ?? journalRoot(epoch);

/** The entry that gives the number to the case; the caller has asked `mayPick` in the same transaction. */
export function appendPick(pick: { readonly epoch: number; readonly digits: NumberDigits; readonly caseRef: string; readonly atMs: number }, journal: PickJournal, sha256hex: Sha256Hex): PickEntry {
  const { epoch, digits, caseRef, atMs } = pick;
  const claim = { epoch, pickSeq: journal.length + 1, digits, caseRef, atMs, prevHash: headHash(epoch, journal) };
  return { ...claim, hash: entryHash(claim, sha256hex) };
}

/** The device's last word on an epoch: every pick ever made under it. */
export type CloseReport = { readonly epoch: number; readonly journal: PickJournal };

/** What is sent after the block was durably closed, and sent again with the same bytes until answered. Of a block that still picks it is a bug. */
export function closeReport(block: LeaseBlock, journal: PickJournal): CloseReport {
  assert(block.state === 'closed', 'closeReport: the block is not durably closed');
  assert(journal.every(({ epoch }) => epoch === block.epoch), 'closeReport: journal of another epoch');
  return { epoch: block.epoch, journal };
}
