import type { LeaseView } from '#contract/leases.ts';
import { toInstant } from '#domain/calendar/shanghai-time.ts';
import { countClaimed } from '../../store/tables/number/lease-rows.ts';
import { readSetting, writeSetting } from '../../store/tables/setting-rows.ts';
import type { ConsoleContext } from '../console-context.ts';
import { type BlockNow, blocksNow, lifeOf } from './lease-blocks.ts';

/** What outlasts a restart beside the blocks themselves: whether the carrier lends at all, and whether somebody closed them by hand. */
export type LeaseMemory = { readonly supported: boolean; readonly paused: boolean };

const setting = 'leases';
export const leaseMemory = (context: Pick<ConsoleContext, 'db'>): LeaseMemory => ({ supported: false, paused: false, ...readSetting<Partial<LeaseMemory>>(context.db, setting) });
export function rememberLeases(context: Pick<ConsoleContext, 'db'>, change: Partial<LeaseMemory>): void {
  const before = leaseMemory(context);
  const after = { ...before, ...change };
  if (after.supported !== before.supported || after.paused !== before.paused) writeSetting(context.db, setting, after);
}

const stateOf = ({ block, standing }: BlockNow): LeaseView['state'] => standing === 'closed' && block.reportEnd !== null ? 'none' : standing;

/** The blocks of this PC as one: counts of all that may be picked from, else the newest one's. */
export function viewLease(context: ConsoleContext): LeaseView {
  const { supported } = leaseMemory(context);
  const { floor, notice } = lifeOf(context);
  const blocks = blocksNow(context);
  const active = blocks.filter(({ standing }) => standing === 'active');
  const newest = active.at(-1) ?? blocks.at(-1);
  const shown = active.length > 0 ? active : newest === undefined ? [] : [newest];
  const sum = (count: (one: BlockNow) => number): number => shown.reduce((total, one) => total + count(one), 0);
  const [pickUntil, settleUntil] = [Math.max(0, ...shown.map(({ block }) => block.pickUntilMs)), Math.max(0, ...shown.map(({ block }) => block.settleUntilMs))];
  const owed = floor === null;
  return {
    supported, state: owed ? 'frozen' : newest === undefined ? 'none' : stateOf(newest), epoch: newest?.block.epoch ?? null,
    granted: sum(({ block }) => block.numbers.length), left: owed || active.length === 0 ? 0 : sum(({ left }) => left.length), picked: sum(({ journal }) => journal.length),
    claimed: sum(({ block }) => countClaimed(context.db, block.epoch)),
    pickUntil: pickUntil === 0 ? null : toInstant(pickUntil), settleUntil: settleUntil === 0 ? null : toInstant(settleUntil),
    frozenWhy: owed ? notice?.why ?? 'restored' : newest?.block.frozenWhy ?? null,
  };
}
