import { createHash } from 'node:crypto';
import type { Failure } from '#contract/failures.ts';
import { assert } from '#domain/assert.ts';
import { mayPick, type PickRefusal } from '#domain/lease/may-pick.ts';
import { appendPick } from '#domain/lease/pick-journal.ts';
import { ok, type Result } from '#domain/result.ts';
import { findCase } from '../../store/tables/case-rows.ts';
import { raiseHighest } from '../../store/tables/number/device-rows.ts';
import { countUnsynced, insertPickEntry } from '../../store/tables/number/lease-rows.ts';
import { currentPick } from '../../store/tables/number/pick-rows.ts';
import { intend } from '../append-intent.ts';
import { type Edit, record } from '../cases/edit-case.ts';
import { partyId } from '../cases/party-id.ts';
import type { ConsoleContext } from '../console-context.ts';
import { giveBack, keepPick } from '../numbers/keep-pick.ts';
import { refuse } from '../refuse.ts';
import { changeLeases, settleMark } from './device-life.ts';
import { blocksNow, leaseNow, lifeOf } from './lease-blocks.ts';

const sha256hex = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

const refusals = {
  'lease-frozen': 'lease-frozen', 'lease-closed': 'lease-not-found', 'lease-over': 'lease-not-found', 'not-in-lease': 'not-in-lease', 'already-picked': 'not-in-lease', 'pick-limit': 'lease-pick-limit',
} as const satisfies Record<PickRefusal['code'], Failure['code']>;

/**
 * Gives a number of this PC's block to a case: journal entry, claim and pick in the caller's transaction. The caller asks
 * `afterLeasePick` after the commit and before it answers.
 */
export function pickFromLease(context: ConsoleContext, edit: Edit, digits: string): Result<null, Failure> {
  const row = findCase(context.db, edit.caseId);
  assert(row !== null, 'pickFromLease: the case vanished');
  const found = blocksNow(context).findLast(({ standing, left }) => standing === 'active' && left.includes(digits));
  if (!found) return refuse('not-in-lease');
  const { block, journal } = found;
  const atMs = leaseNow(context);
  const allowed = mayPick({
    block, journal, digits, effectiveNowMs: atMs, floor: lifeOf(context).floor, unsynced: countUnsynced(context.db), unsyncedLimit: context.reference.policy.leases.unsyncedLimit,
  });
  if (!allowed.ok) return refuse(refusals[allowed.error.code]);
  const entry = appendPick({ epoch: allowed.value, digits, caseRef: edit.caseId, atMs }, journal, sha256hex);
  const reservationId = context.newId();
  changeLeases(context, () => {
    insertPickEntry(context.db, entry);
    raiseHighest(context.db, atMs);
    giveBack(context, edit, currentPick(context.db, edit.caseId));
    keepPick(context, edit, { digits, hold: 'leased', reservationId, expiresAt: null, fallbacks: [] });
    const { epoch, pickSeq, prevHash, hash } = entry;
    intend(context, edit, { kind: 'claim-number', body: {
      reservationId, digits, caseNo: row.caseNo, customerId: partyId(row.caseId, 'customer'), customerName: row.customer.name, staffNo: edit.by, epoch, pickSeq, atMs, prevHash, hash,
    } }, digits);
    record(context, edit, 'number-leased', { number: digits, epoch });
  });
  return ok(null);
}

/** The side file follows, then everybody hears of it. */
export function afterLeasePick(context: ConsoleContext): void {
  settleMark(context);
  context.leaseChanged();
}
