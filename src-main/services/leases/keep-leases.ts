import type { Failure } from '#contract/failures.ts';
import type { LeaseView } from '#contract/leases.ts';
import { ok, type Result } from '#domain/result.ts';
import type { ConsoleContext } from '../console-context.ts';
import { makeLane } from '../lane.ts';
import { refuse } from '../refuse.ts';
import { blocksNow, leasedNow, leaseNow, lifeOf } from './lease-blocks.ts';
import { askForBlock, closeHere, giveNotice, refresh, sendReports, type StepDone } from './lease-steps.ts';
import { leaseMemory, rememberLeases, viewLease } from './view-lease.ts';

/** Keeps this PC in numbers for offline hours: one thing after the other, by itself and by hand. */
export type LeaseKeeper = {
  /** Something may have to be done: the line came up, a number was taken, the carrier told of a block. */
  readonly wake: () => void;
  readonly askNow: () => Promise<Result<LeaseView, Failure>>;
  readonly closeNow: () => Promise<Result<LeaseView, Failure>>;
  readonly idle: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

const everyMs = 10 * 60_000;
const renewWithinMs = 24 * 3_600_000;
/** A block that cannot be picked from must not make the next one asked for at once. */
const askAgainAfterMs = 60_000;

export function keepLeases(context: ConsoleContext, isAutomatic: boolean): LeaseKeeper {
  const lane = makeLane();
  let last = '';
  let planned = false;
  let stopped = false;
  let askedAt = -askAgainAfterMs;
  const mayAsk = (): boolean => {
    const may = isAutomatic && performance.now() - askedAt >= askAgainAfterMs;
    if (may) askedAt = performance.now();
    return may;
  };
  const tell = (): void => {
    if (stopped) return;
    const [view, own] = [viewLease(context), leasedNow(context)];
    const now = JSON.stringify([view, own]);
    if (now === last) return;
    last = now;
    void context.pool.setOwn(own);
    context.emit('lease/changed', view);
  };
  const round = async (): Promise<void> => {
    planned = false;
    if (stopped) return;
    await tend(context, mayAsk).catch((error: unknown) => context.log.error('leases-broke', { error: String((error as Error).message ?? error) }));
    tell();
  };
  const wake = (): void => {
    if (planned || stopped) return;
    planned = true;
    void lane(round);
  };
  const byHand = (work: () => Promise<Result<unknown, Failure>>): Promise<Result<LeaseView, Failure>> => lane(async () => {
    const done = await work();
    tell();
    return done.ok ? ok(viewLease(context)) : done;
  });
  const timer = setInterval(wake, everyMs);
  timer.unref();
  tell();
  return {
    wake,
    askNow: () => byHand(async () => {
      if (!(await knowsLevel(context))) return refuse(context.line.connection().state === 'offline' ? 'carrier-offline' : 'lease-unsupported');
      rememberLeases(context, { paused: false });
      await tend(context, () => false);
      return leasedNow(context).length < context.reference.policy.leases.blockSize ? askForBlock(context) : ok(null);
    }),
    closeNow: () => byHand(async () => {
      const open = blocksNow(context).filter(({ block }) => block.state === 'active');
      if (open.length === 0) return refuse('lease-not-found');
      if (open.every(({ standing }) => standing === 'frozen')) return refuse('lease-frozen');
      rememberLeases(context, { paused: true });
      for (const { block } of open) closeHere(context, block.epoch);
      await sendReports(context);
      return ok(null);
    }),
    idle: () => lane(async () => undefined),
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await lane(async () => undefined);
    },
  };
}

async function knowsLevel(context: ConsoleContext): Promise<boolean> {
  const supported = await context.line.leases.supported();
  if (supported.ok) rememberLeases(context, { supported: supported.value });
  return supported.ok && supported.value;
}

/** One round: what is owed first, then blocks that are over or used up, then a new one when few numbers are left. */
async function tend(context: ConsoleContext, mayAsk: () => boolean): Promise<void> {
  if (context.closing() || context.line.connection().state === 'offline') return;
  if (!(await knowsLevel(context)) || !(await giveNotice(context)) || !(await sendReports(context))) return;
  for (const { block, standing, left } of blocksNow(context)) {
    if (standing === 'over' || (standing === 'active' && left.length === 0)) closeHere(context, block.epoch);
    else if (standing === 'active' && !(await keepUp(context, block.epoch, block.pickUntilMs))) return;
  }
  if (!(await sendReports(context))) return;
  const { enabled, lowWater } = context.reference.policy.leases;
  const isShort = enabled && !leaseMemory(context).paused && lifeOf(context).floor !== null && leasedNow(context).length < lowWater;
  if (isShort && mayAsk()) await askForBlock(context);
}

const keepUp = (context: ConsoleContext, epoch: number, pickUntilMs: number): Promise<StepDone> => refresh(context, epoch, pickUntilMs - leaseNow(context) < renewWithinMs);
