import type { Connection } from '#contract/session.ts';
import type { Instant } from '#domain/calendar/shanghai-time.ts';
import type { Db } from '../store/db.ts';
import { countOutbox } from '../store/tables/outbox-rows.ts';
import type { Line } from './line.ts';

/** The state of the line as the top bar shows it, told whenever the word changes. */
export type ConnectionWatch = {
  readonly current: () => Connection;
  readonly synced: () => void;
  /** The carrier answers but does not do what is asked: null clears it for this part. */
  readonly failing: (part: 'feed' | 'outbox', failure: string | null) => void;
  readonly refresh: () => void;
};

export function watchConnection(db: Db, line: Line, now: () => Instant, aheadMs: () => number, onChange: (connection: Connection) => void): ConnectionWatch {
  const failures = new Map<'feed' | 'outbox', string>();
  let state: Connection['state'] = 'offline';
  let since = now();
  let lastSyncAt: Instant | null = null;
  const current = (): Connection => ({ state, since, lastSyncAt, aheadMs: aheadMs(), ...countOutbox(db) });
  const refresh = (): void => {
    const next = line.state() !== 'up' ? 'offline' : failures.size > 0 ? 'sync-failing' : 'online';
    if (next === state) return;
    [state, since] = [next, now()];
    onChange(current());
  };
  return {
    current,
    synced: () => { lastSyncAt = now(); },
    failing: (part, failure) => {
      if (failure === null) failures.delete(part);
      else failures.set(part, failure);
      refresh();
    },
    refresh,
  };
}
