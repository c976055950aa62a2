import type { Instant } from '#domain/calendar/shanghai-time.ts';
import { inTransaction, type Db } from '../store/db.ts';
import { dueHeads, findIntent, markSending, nextDueAt, reviveSending, wakeAll, type OutboxEntry } from '../store/tables/outbox-rows.ts';
import type { Delivery } from './delivery/delivery.ts';
import type { Settled } from './delivery/settle.ts';
import type { Line } from './line.ts';
import type { SyncLog } from './sync-log.ts';

/** Empties the outbox: in each case one after the other, cases beside each other. */
export type Drain = {
  readonly start: () => void;
  readonly wake: () => void;
  /** Resolves when nothing is being sent and nothing more can be: no head is due, or the line is down. */
  readonly idle: () => Promise<void>;
  /** Call after the requests were cut off: what was being sent waits again, under the same key. */
  readonly stop: () => Promise<void>;
};

export type DrainOptions = {
  readonly db: Db;
  readonly line: Line;
  readonly now: () => Instant;
  readonly deliver: (entry: OutboxEntry) => Promise<Delivery>;
  readonly settle: (entry: OutboxEntry, delivery: Delivery) => Settled;
  readonly onSettled: (entry: OutboxEntry, settled: Settled) => void;
  readonly log: SyncLog;
};

const lanes = 4;
const longestSleepMs = 60_000;

export function createDrain(options: DrainOptions): Drain {
  const { db, line, now, log } = options;
  let running = false;
  let timer: NodeJS.Timeout | undefined;
  const active = new Set<Promise<void>>();
  const idlers = new Set<() => void>();

  const pump = (): void => {
    clearTimeout(timer);
    if (running && line.state() === 'up') {
      for (const entry of dueHeads(db, now(), lanes - active.size)) launch(entry);
      sleepUntilDue();
    }
    if (isIdle()) releaseIdlers();
  };
  const launch = (entry: OutboxEntry): void => {
    inTransaction(db, () => markSending(db, entry.seq, '[]'));
    const run = sendOne(options, findIntent(db, entry.seq) ?? entry, () => running).catch((error: unknown) => {
      // A bug of ours must not become a loop: the row stays `sending` until the next start.
      log.error('send-broke', { seq: entry.seq, kind: entry.kind, error: String((error as Error).message ?? error) });
    }).then(() => {
      active.delete(run);
      pump();
    });
    active.add(run);
  };
  const sleepUntilDue = (): void => {
    const at = nextDueAt(db);
    if (at === null || active.size >= lanes) return;
    timer = setTimeout(pump, Math.min(Math.max(Date.parse(at) - Date.parse(now()), 20), longestSleepMs));
    timer.unref();
  };
  const isIdle = (): boolean => active.size === 0 && (!running || line.state() === 'down' || (line.state() === 'up' && dueHeads(db, now(), 1).length === 0));
  const releaseIdlers = (): void => {
    const released = Array.from(idlers);
    idlers.clear();
    for (const release of released) release();
  };

  line.onChange(() => {
    if (!running) return;
    if (line.state() === 'up') inTransaction(db, () => wakeAll(db, now()));
    pump();
  });
  return {
    start: () => {
      running = true;
      const revived = inTransaction(db, () => reviveSending(db));
      if (revived > 0) log.info('sending-revived', { count: revived });
      pump();
    },
    wake: pump,
    idle: () => new Promise((resolve) => {
      idlers.add(resolve);
      pump();
    }),
    stop: async () => {
      running = false;
      clearTimeout(timer);
      await Promise.all(active);
      releaseIdlers();
    },
  };
}

async function sendOne({ deliver, settle, onSettled, line, log }: DrainOptions, entry: OutboxEntry, running: () => boolean): Promise<void> {
  const delivery = await deliver(entry);
  const settled = settle(entry, delivery);
  const unanswered = delivery.kind === 'outcome' && delivery.outcome.kind === 'no-answer';
  if (unanswered && running()) line.reportDown('no-answer');
  if (settled.kind !== 'sent') log.info('send-ended', { seq: entry.seq, kind: entry.kind, settled: settled.kind, code: 'failure' in settled ? settled.failure.code : '' });
  onSettled(entry, settled);
}
