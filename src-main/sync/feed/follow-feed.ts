import { setTimeout as sleep } from 'node:timers/promises';
import { backoffMs } from '#domain/outbox/classify.ts';
import type { Instant } from '#domain/calendar/shanghai-time.ts';
import type { Db } from '../../store/db.ts';
import { feedCursor } from '../../store/tables/order-rows.ts';
import { relistTasks } from '../approvals/read-tasks.ts';
import type { CallFailure, CarrierClient } from '../carrier/carrier-client.ts';
import type { CarrierHttp } from '../carrier/carrier-http.ts';
import type { Line } from '../line.ts';
import type { SyncLog } from '../sync-log.ts';
import { applyPage, eventsOf, poolChanges, type PoolChange } from './apply-page.ts';
import { relist } from './relist.ts';

export type FeedOptions = {
  readonly db: Db;
  readonly client: CarrierClient;
  readonly http: CarrierHttp;
  readonly hallCode: string;
  readonly line: Line;
  readonly now: () => Instant;
  readonly random: () => number;
  readonly signal: AbortSignal;
  readonly waitSeconds: number;
  /** Where the mirror of the pool stands; null when there is none. */
  readonly mirrorAt: () => number | null;
  readonly applyPool: (changes: readonly PoolChange[], cursor: number) => void | Promise<void>;
  /** Takes the newest snapshot of the pool; answers its place in the feed. */
  readonly refreshPool: () => Promise<number | null>;
  /** The carrier's time of the newest event. */
  readonly onTime: (at: Instant) => void;
  /** A block changed at the carrier. */
  readonly onLease: () => void;
  readonly onCases: (caseIds: readonly string[]) => void;
  /** Reads the approval tasks that events told of; false when the carrier did not answer. */
  readonly readTasks: () => Promise<boolean>;
  /** Compares the carrier's set-up of numbers that began to ring with their forms; false when the carrier did not answer. */
  readonly checkRouting: () => Promise<boolean>;
  readonly onHealth: (failure: string | null) => void;
  readonly log: SyncLog;
};

/** Follows the hall's feed until the signal; every turn asks from the cursor on disk, never from one in memory. */
export async function followFeed(options: FeedOptions): Promise<void> {
  const { line, signal, random, onHealth, log } = options;
  let failures = 0;
  let caughtUp = false;
  while (!signal.aborted) {
    await line.whenUp(signal);
    if (signal.aborted) return;
    const turn: Turn = await takeTurn(options, caughtUp).catch((error: unknown): Turn => {
      log.error('feed-broke', { error: String((error as Error).message ?? error) });
      return { failure: 'feed-broke' };
    });
    if (signal.aborted) return;
    onHealth(turn.failure === 'offline' ? null : turn.failure);
    caughtUp = turn.failure === null;
    failures = turn.failure === null ? 0 : failures + 1;
    if (turn.failure === 'offline') line.reportDown('feed');
    else if (turn.failure !== null) await sleep(backoffMs(failures, random()), undefined, { signal, ref: false }).catch(() => undefined);
  }
}

type Turn = { readonly failure: string | null };

async function takeTurn(options: FeedOptions, caughtUp: boolean): Promise<Turn> {
  const { db, client, signal, now } = options;
  const topic = `hall-${options.hallCode}`;
  const after = feedCursor(db, topic);
  const mirrorAt = options.mirrorAt();
  // A mirror that is missing or behind what was applied would miss changes; a hall that never followed starts at the snapshot.
  if (mirrorAt === null || mirrorAt < after) {
    const at = await options.refreshPool();
    if (at === null) return { failure: 'pool-snapshot' };
    if (after === 0) return restart(options, topic, at);
  }
  const page = await client.events(after, caughtUp ? options.waitSeconds : 0, signal);
  if (!page.ok) return page.error.code === 'cursor-expired' ? relistAll(options, topic) : { failure: failureName(page.error) };
  const events = eventsOf(page.value);
  const newest = events.at(-1)?.at ?? null;
  if (newest !== null) options.onTime(newest);
  // The mirror first: if the program dies in between, the same changes come again and do no harm.
  await options.applyPool(poolChanges(events, options.mirrorAt() ?? 0), page.value.cursor);
  options.onCases(applyPage(db, topic, events, page.value.cursor, now()));
  if (events.some(({ news }) => news.kind === 'lease')) options.onLease();
  return { failure: (await options.readTasks()) && (await options.checkRouting()) ? null : 'offline' };
}

/** The feed lost our place: the snapshot's cursor is taken before the listing, so nothing falls between the two. */
async function relistAll(options: FeedOptions, topic: string): Promise<Turn> {
  options.log.warn('feed-cursor-expired');
  const at = await options.refreshPool();
  return at === null ? { failure: 'pool-snapshot' } : restart(options, topic, at);
}

async function restart(options: FeedOptions, topic: string, at: number): Promise<Turn> {
  const changed = (await relistTasks(options)) ? await relist(options) : null;
  if (changed === null) return { failure: 'offline' };
  applyPage(options.db, topic, [], at, options.now());
  options.onCases(changed);
  return { failure: (await options.readTasks()) && (await options.checkRouting()) ? null : 'offline' };
}

const failureName = (error: CallFailure | { readonly code: 'cursor-expired' }): string => (error.code === 'refused' ? error.carrierCode : error.code);
