import { toInstant, type Instant } from '#domain/calendar/shanghai-time.ts';
import { inTransaction, type Db } from '../store/db.ts';
import { readSetting, writeSetting } from '../store/tables/setting-rows.ts';

/** The carrier's time as far as this PC can know it: holds end by it, whatever the PC's own clock says or is set to. */
export type CarrierClock = {
  readonly now: () => Instant;
  /** The carrier just said what time it is. */
  readonly heard: (serverTime: string) => void;
  /** The carrier did something at that time, so it is no earlier now. */
  readonly noEarlierThan: (at: string) => void;
};

type Known = { readonly aheadMs: number; readonly lastHeard: Instant };

const setting = 'carrier-clock';

// Events are a little older than the answer that brought them; only a carrier that is plainly ahead of us says something new.
const plainlyLaterMs = 1000;

/**
 * The PC's clock with the difference known last, but never slower than `elapsedMs` counts and never before what the carrier said
 * last: a clock set back makes no hold longer, and a PC that slept does not show a hold that is over.
 */
export function openCarrierClock(db: Db, now: () => Instant, elapsedMs: () => number): CarrierClock {
  const stored = readSetting<Known>(db, setting);
  let known = { aheadMs: stored?.aheadMs ?? 0, at: stored === null ? 0 : Date.parse(stored.lastHeard), elapsed: elapsedMs() };
  const current = (): number => Math.max(Date.parse(now()) + known.aheadMs, known.at + (elapsedMs() - known.elapsed));
  const set = (at: number): void => {
    known = { aheadMs: at - Date.parse(now()), at, elapsed: elapsedMs() };
    inTransaction(db, () => writeSetting(db, setting, { aheadMs: known.aheadMs, lastHeard: toInstant(at) } satisfies Known));
  };
  return {
    now: () => toInstant(current()),
    heard: (serverTime) => {
      const at = Date.parse(serverTime);
      if (!Number.isNaN(at)) set(at);
    },
    noEarlierThan: (at) => { if (Date.parse(at) > current() + plainlyLaterMs) set(Date.parse(at)); },
  };
}
