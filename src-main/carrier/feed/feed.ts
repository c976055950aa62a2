import type { CarrierStore } from '../store/carrier-store.ts';
import type { Body } from '../store/resource-rows.ts';
import { wireTime } from '../tmf/served.ts';

/** Events of each hall in commit order, under cursors without holes. */
export type Feed = {
  /** Must be called inside the transaction of the change it tells of. */
  readonly append: (halls: readonly string[], eventType: string, event: Body, cause: string | undefined) => void;
  readonly head: (hall: string) => number;
  /** Undefined: the feed does not have that cursor (any more). */
  readonly page: (hall: string, after: number, limit: number) => { readonly cursor: number; readonly events: readonly Body[] } | undefined;
  /** Resolves when the hall has an event after the cursor, or when the time is over or the caller is gone. */
  readonly wait: (hall: string, after: number, ms: number, gone: AbortSignal) => Promise<void>;
  readonly close: () => void;
};

/** The feed over its rows. */
export function createFeed(store: CarrierStore, now: () => number, newId: () => string): Feed {
  const sleepers = new Set<() => void>();
  const wakeAll = (): void => sleepers.forEach((wake) => wake());
  const stop = store.onCommit(wakeAll);
  let closed = false;
  return {
    append(halls, eventType, event, cause) {
      const at = now();
      for (const hall of halls) {
        const cursor = store.events.next(hall);
        const body = {
          '@type': eventType, eventType, eventId: newId(), eventTime: wireTime(at), timeOccurred: wireTime(at), domain: 'hall400',
          feedCursor: cursor, ...(cause === undefined ? {} : { correlationId: cause }), event,
        };
        store.events.insert(hall, cursor, JSON.stringify(body), at);
      }
    },
    head: (hall) => store.events.head(hall),
    page(hall, after, limit) {
      const oldest = store.events.oldest(hall);
      if (after > store.events.head(hall) || (oldest !== null && after < oldest - 1)) return undefined;
      const rows = store.events.page(hall, after, limit);
      return { cursor: rows.at(-1)?.cursor ?? after, events: rows.map((row) => JSON.parse(row.body) as Body) };
    },
    wait: (hall, after, ms, gone) => new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        sleepers.delete(check);
        gone.removeEventListener('abort', done);
        resolve();
      };
      const check = (): void => { if (closed || store.events.head(hall) > after) done(); };
      const timer = setTimeout(done, ms);
      sleepers.add(check);
      gone.addEventListener('abort', done);
      if (gone.aborted) done();
      else check();
    }),
    close() {
      closed = true;
      stop();
      wakeAll();
    },
  };
}
