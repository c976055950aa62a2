import type { Failure } from '#contract/failures.ts';
import { closeReport } from '#domain/lease/pick-journal.ts';
import { closeBlock, freezeBlock, type LeaseBlock, renewBlock, takeOffer } from '#domain/lease/lease-block.ts';
import { floorAfter } from '#domain/lease/keep-lease.ts';
import type { ServedLease } from '#domain/lease/served-lease.ts';
import { ok, type Result } from '#domain/result.ts';
import { inTransaction } from '../../store/db.ts';
import { saveFloor, saveGrantKey } from '../../store/tables/number/device-rows.ts';
import { findLease, insertLease, journalOf, listLeases, saveLease, setReportEnd } from '../../store/tables/number/lease-rows.ts';
import type { ConsoleContext } from '../console-context.ts';
import { refuse } from '../refuse.ts';
import { changeLeases, settleMark } from './device-life.ts';
import { lifeOf } from './lease-blocks.ts';
import type { LeaseLineFailure } from './lease-line.ts';

/** Whether the line did its part; false ends the round until it is back. */
export type StepDone = boolean;

/** A block as decided, durable with the next mark. */
function keep(context: ConsoleContext, block: LeaseBlock, reportKey: string | null = null): void {
  changeLeases(context, () => saveLease(context.db, block, reportKey));
  settleMark(context);
}

/** Tells the carrier that this database was restored or copied; its answer says which blocks may be taken again. */
export async function giveNotice(context: ConsoleContext): Promise<StepDone> {
  const { notice } = lifeOf(context);
  if (notice === null) return true;
  const answer = await context.line.leases.noteRestore(notice);
  if (!answer.ok && answer.error.code === 'refused') context.log.warn('restore-notice-refused', { notice: notice.noticeId, code: answer.error.carrierCode });
  if (!answer.ok) return answer.error.code !== 'offline';
  const { floor, notice: now } = lifeOf(context);
  const next = floorAfter(floor, now?.noticeId ?? null, answer.value);
  if (next !== null) inTransaction(context.db, () => saveFloor(context.db, next));
  return true;
}

/** First step of a return, durable alone: no more picks from this block. The report follows when the line is up. */
export function closeHere(context: ConsoleContext, epoch: number): void {
  const block = findLease(context.db, epoch);
  if (block?.state !== 'active') return;
  const closed = closeBlock(block);
  if (closed.ok) keep(context, closed.value, context.newId());
}

/** The carrier's own last word on a block that it does not take back: given up by two people, or none of ours. */
const endsReport: readonly string[] = ['leaseFenced', 'dependencyUnknown'];

/** Sends the closing reports that the carrier has not answered; the same bytes under the same key every time. Any other refusal is no end: the numbers would stay lent. */
export async function sendReports(context: ConsoleContext): Promise<StepDone> {
  for (const block of listLeases(context.db)) {
    if (block.state !== 'closed' || block.reportKey === null || block.reportEnd !== null) continue;
    const answer = await context.line.leases.close(closeReport(block, journalOf(context.db, block.epoch)), block.reportKey);
    if (!answer.ok && answer.error.code === 'offline') return false;
    const code = answer.ok || answer.error.code === 'offline' ? null : answer.error.carrierCode;
    if (code !== null) context.log.warn('lease-report-refused', { epoch: block.epoch, code });
    if (code === null || endsReport.includes(code)) inTransaction(context.db, () => setReportEnd(context.db, block.epoch, answer.ok ? answer.value : 'fenced'));
  }
  return true;
}

/** Brings a block up to what the carrier says of it: frozen, given up by two people, or with more time. */
function follow(context: ConsoleContext, epoch: number, served: ServedLease): void {
  const block = findLease(context.db, epoch);
  if (block === null) return;
  if (served.frozenWhy !== null && block.frozenWhy === null) return keep(context, freezeBlock(block, served.frozenWhy));
  if (served.state === 'forced' || served.state === 'closed') return closeHere(context, epoch);
  const renewed = renewBlock(block, served);
  if (renewed.pickUntilMs !== block.pickUntilMs || renewed.settleUntilMs !== block.settleUntilMs) keep(context, renewed);
}

/** Asks how the carrier sees a block that may still be picked from, with more time where little is left. */
export async function refresh(context: ConsoleContext, epoch: number, wantsTime: boolean): Promise<StepDone> {
  const served = await context.line.leases.read(epoch);
  if (!served.ok) return served.error.code !== 'offline';
  follow(context, epoch, served.value);
  const block = findLease(context.db, epoch);
  if (!wantsTime || block?.state !== 'active' || block.frozenWhy !== null || served.value.state !== 'active') return true;
  const renewed = await context.line.leases.renew(epoch, context.newId());
  if (renewed.ok) follow(context, epoch, renewed.value);
  return renewed.ok || renewed.error.code !== 'offline';
}

/** Asks for a block; the key is on disk before the first byte, so a lost answer is read again and never a second block. */
export async function askForBlock(context: ConsoleContext): Promise<Result<null, Failure>> {
  const life = lifeOf(context);
  if (life.floor === null) return refuse('lease-frozen');
  const key = life.grantKey ?? context.newId();
  if (life.grantKey === null) inTransaction(context.db, () => saveGrantKey(context.db, key));
  const offered = await context.line.leases.grant(context.reference.policy.leases.blockSize, key);
  if (!offered.ok) return refusedBlock(context, offered.error);
  const taken = changeLeases(context, () => {
    saveGrantKey(context.db, null);
    return takeIn(context, offered.value);
  });
  settleMark(context);
  if (!taken.ok && taken.error.code !== 'lease-known') return refuse(taken.error.code === 'lease-frozen' ? 'lease-frozen' : 'lease-not-found');
  if (!taken.ok || taken.value.state === 'active') return ok(null);
  // The answer to an earlier request came too late to be picked from: the block goes back, and another is asked for under a new key.
  if (!(await sendReports(context))) return refuse('carrier-offline');
  return life.grantKey === null ? refuse('lease-not-found') : askForBlock(context);
}

/** The block as the carrier has it: frozen there it is frozen here, over there it is closed here. */
function takeIn(context: ConsoleContext, served: ServedLease): ReturnType<typeof takeOffer> {
  const taken = takeOffer(served, listLeases(context.db), lifeOf(context).floor);
  if (!taken.ok) return taken;
  const block: LeaseBlock = served.frozenWhy === null ? taken.value : freezeBlock({ ...taken.value, state: 'active' }, served.frozenWhy);
  insertLease(context.db, block, context.now());
  if (block.state === 'closed' || block.frozenWhy !== null) saveLease(context.db, block, block.state === 'closed' ? context.newId() : null);
  return ok(block);
}

function refusedBlock(context: ConsoleContext, error: LeaseLineFailure): Result<never, Failure> {
  if (error.code === 'offline') return refuse('carrier-offline');
  inTransaction(context.db, () => saveGrantKey(context.db, null));
  switch (error.carrierCode) {
    case 'leaseFrozen': return refuse('lease-frozen');
    case 'poolShort': return refuse('lease-pool-short');
    default: return refuse('carrier-refused', { reason: error.reason });
  }
}
