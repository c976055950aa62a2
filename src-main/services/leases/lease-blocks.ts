import type { Failure } from '#contract/failures.ts';
import { assert } from '#domain/assert.ts';
import { effectiveNow } from '#domain/lease/effective-now.ts';
import { blockStanding } from '#domain/lease/lease-block.ts';
import { leftOf } from '#domain/lease/may-pick.ts';
import type { PickJournal } from '#domain/lease/pick-journal.ts';
import { gradeNumber } from '#domain/number/grade/grade-number.ts';
import { isSpecial } from '#domain/number/grade/number-rules.ts';
import { ok, type Result } from '#domain/result.ts';
import { type DeviceLife, readLife } from '../../store/tables/number/device-rows.ts';
import { journalOf, type LeaseRow, listLeases } from '../../store/tables/number/lease-rows.ts';
import type { ConsoleContext } from '../console-context.ts';
import { refuse } from '../refuse.ts';
import { rulesInForce } from '../rules/rules-in-force.ts';

type Reads = Pick<ConsoleContext, 'db' | 'line' | 'reference'>;

/** A block with its journal and what it is good for now; `left`: what may be picked, which this hall's own table still has as ordinary. */
export type BlockNow = { readonly block: LeaseRow; readonly journal: PickJournal; readonly standing: ReturnType<typeof blockStanding>; readonly left: readonly string[] };

/** The life of this database; asking before it began is a bug. */
export function lifeOf(context: Pick<ConsoleContext, 'db'>): DeviceLife {
  const life = readLife(context.db);
  assert(life !== null, 'lifeOf: no life has begun');
  return life;
}

/**
 * Time for leases: never before anything that this database or the carrier has ever said. The PC's clock counts with its known
 * difference from the carrier's, so a wrong one neither uses a block up nor stretches it.
 */
export function leaseNow(context: Reads): number {
  const carrierMs = Date.parse(context.line.carrierNow());
  return effectiveNow({ wallMs: carrierMs, lastServerMs: carrierMs, monotonicElapsedMs: 0, highestPersistedMs: lifeOf(context).highestMs });
}

/** Every block of this database as it stands now, oldest first. */
export function blocksNow(context: Reads): readonly BlockNow[] {
  const now = leaseNow(context);
  const { rules } = rulesInForce(context);
  return listLeases(context.db).map((block) => {
    const journal = journalOf(context.db, block.epoch);
    const standing = blockStanding(block, now);
    return { block, journal, standing, left: standing === 'active' ? leftOf(block, journal).filter((digits) => !isSpecial(gradeNumber(digits, rules).grade)) : [] };
  });
}

const pickable = (context: Reads): readonly BlockNow[] => (lifeOf(context).floor === null ? [] : blocksNow(context).filter(({ standing }) => standing === 'active'));

/** The numbers that this PC may promise now without asking anybody. */
export const leasedNow = (context: Reads): readonly string[] => pickable(context).flatMap(({ left }) => left);

/** Whether a pick of this number is kept whatever the line does. */
export const isLeased = (context: Reads, digits: string): boolean => leasedNow(context).includes(digits);

/** Whether the number is lent to this PC: nobody else can take it, and the carrier holds it for nobody. */
export const isLent = (context: Reads, digits: string): boolean => pickable(context).some(({ block, journal }) => leftOf(block, journal).includes(digits));

/** A number lent as ordinary that the hall's own table has made special since: it is promised to nobody before it went back with its block. */
export function checkLent(context: Reads, digits: string): Result<null, Failure> {
  return isLent(context, digits) && !isLeased(context, digits) ? refuse('lent-number-special', { number: digits }) : ok(null);
}
