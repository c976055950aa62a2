import type { Events } from '#contract/events.ts';
import type { Connection } from '#contract/session.ts';
import type { Instant } from '#domain/calendar/shanghai-time.ts';
import type { CatalogueOutcome } from '#domain/tariff/carrier-catalogue.ts';
import type { Db } from '../store/db.ts';
import { countOutbox } from '../store/tables/outbox-rows.ts';
import type { Vault } from '../vault/vault.ts';
import type { GradeOf, PapersStand } from './apply-hold.ts';
import { readTasks, type TaskOptions } from './approvals/read-tasks.ts';
import { carrierClient, type CarrierClient } from './carrier/carrier-client.ts';
import { carrierHttp } from './carrier/carrier-http.ts';
import { type CatalogueOptions, watchCatalogue } from './catalogue/watch-catalogue.ts';
import { openCarrierClock } from './carrier-clock.ts';
import { watchConnection } from './connection.ts';
import { deliver } from './delivery/deliver.ts';
import { settle } from './delivery/settle.ts';
import { createDrain } from './drain.ts';
import type { PoolChange } from './feed/apply-page.ts';
import { checkRouting } from './feed/check-routing.ts';
import { followFeed } from './feed/follow-feed.ts';
import { openLine } from './line.ts';
import type { SyncLog } from './sync-log.ts';

type PushName = 'connection/changed' | 'outbox/changed' | 'case/changed';

export type SyncOptions = {
  readonly db: Db;
  readonly vault: Pick<Vault, 'get'>;
  readonly fetch: typeof globalThis.fetch;
  readonly baseUrl: string;
  readonly token: string;
  readonly hallCode: string;
  readonly clock: { readonly now: () => Instant };
  /** In [0, 1): spreads repeats. */
  readonly random: () => number;
  /** A new UUID. */
  readonly ids: () => string;
  readonly log: SyncLog;
  readonly gradeOf: GradeOf;
  readonly papersStand: PapersStand;
  /** Also called when nothing changed: the mirror is as young as the last page. */
  readonly applyPool: (changes: readonly PoolChange[], cursor: number) => void | Promise<void>;
  /** Takes a snapshot of the pool into the mirror; answers its cursor, or null when it is damaged. */
  readonly loadSnapshot: (bytes: Uint8Array, etag: string | null) => Promise<number | null>;
  /** Where the mirror stands in the feed when sync starts; absent or null: it has nothing yet. */
  readonly poolCursor?: number | null;
  /** A block lent to this hall changed at the carrier. */
  readonly onLease: () => void;
  /** An approval task of the hall as the carrier's book has it now. */
  readonly onTask: TaskOptions['onTask'];
  readonly catalogueEtag: CatalogueOptions['catalogueEtag'];
  readonly onCatalogue: CatalogueOptions['onCatalogue'];
  readonly onEvent: <N extends PushName>(name: N, payload: Events[N]) => void;
  /** Longest wait between probes, and the feed's long poll; shorter in tests only. */
  readonly probeCapMs?: number;
  readonly feedWaitSeconds?: number;
};

export type Sync = {
  readonly client: CarrierClient;
  readonly carrierNow: () => Instant;
  /** Asks the carrier for its catalogue now. */
  readonly askCatalogue: () => Promise<CatalogueOutcome>;
  /** Something was appended or a person wants it tried now. */
  readonly wake: () => void;
  readonly connection: () => Connection;
  readonly start: () => void;
  readonly stop: () => Promise<void>;
  readonly idle: () => Promise<void>;
};

// The PC's clock may be set or the PC sleep while the line stays up.
const clockRefreshMs = 5 * 60_000;

/** The line to the carrier: outbox out, feed in. One of these a database, and one database a program. */
export function openSync(options: SyncOptions): Sync {
  const { db, vault, hallCode, log, random, onEvent } = options;
  const now = (): Instant => options.clock.now();
  const http = carrierHttp(options);
  const stopped = new AbortController();
  const client = carrierClient(http, hallCode, stopped.signal);
  const carrierClock = openCarrierClock(db, now, () => performance.now());
  let heardAt = 0;
  const catalogue = watchCatalogue({ http, signal: stopped.signal, log, catalogueEtag: options.catalogueEtag, onCatalogue: options.onCatalogue });
  const askTime = async (): Promise<boolean> => {
    const answer = await client.capability();
    if (stopped.signal.aborted || !answer.ok) return answer.ok;
    carrierClock.heard(answer.value.serverTime);
    heardAt = performance.now();
    catalogue.heard(answer.value.catalogueVersion);
    return true;
  };
  const line = openLine({ random, capMs: options.probeCapMs ?? 15_000, probe: askTime });
  const watch = watchConnection(db, line, now, () => Date.parse(carrierClock.now()) - Date.parse(now()), (connection) => onEvent('connection/changed', connection));
  line.onChange(watch.refresh);
  line.onChange(() => line.state() === 'up' && catalogue.look());
  const exchange = { db, http, vault, hallCode, signal: stopped.signal };
  const changed = (cause: Events['case/changed']['cause'], caseIds: readonly string[]): void => caseIds.forEach((caseId) => onEvent('case/changed', { caseId, cause }));
  const read = (): Promise<boolean> => readTasks({ db, http, now, signal: stopped.signal, onTask: options.onTask });
  const drain = createDrain({
    db, line, now, log,
    deliver: (entry) => deliver(exchange, entry),
    settle: (entry, delivery) => settle({ db, gradeOf: options.gradeOf, papersStand: options.papersStand, ids: options.ids, random, now: now() }, entry, delivery),
    onSettled: (entry, settled) => {
      if (settled.kind === 'sent') watch.synced();
      if (settled.kind !== 'retry') watch.failing('outbox', null);
      else if (settled.counts) watch.failing('outbox', settled.failure.code);
      onEvent('outbox/changed', countOutbox(db));
      if (settled.kind !== 'retry') changed('outbox', [entry.caseId]);
      if (entry.kind === 'decide-approval' && settled.kind !== 'retry') void read().catch((error: unknown) => log.error('tasks-broke', { error: String((error as Error).message ?? error) }));
    },
  });
  const feed = (mirror: { at: number | null }): Promise<void> => followFeed({
    db, client, http, hallCode, line, now, random, log, signal: stopped.signal, waitSeconds: options.feedWaitSeconds ?? 25,
    mirrorAt: () => mirror.at,
    applyPool: async (changes, cursor) => {
      await options.applyPool(changes, cursor);
      mirror.at = Math.max(mirror.at ?? 0, cursor);
    },
    refreshPool: async () => {
      const at = await takeSnapshot(client, options.loadSnapshot);
      if (at !== null) mirror.at = at;
      return at;
    },
    onTime: carrierClock.noEarlierThan,
    onLease: options.onLease,
    onCases: (caseIds) => changed('carrier', caseIds),
    readTasks: read,
    checkRouting: () => checkRouting({ db, http, now, signal: stopped.signal, onCases: (caseIds) => changed('carrier', caseIds) }),
    onHealth: (failure) => {
      if (failure === null && line.state() === 'up') watch.synced();
      if (failure === null && performance.now() - heardAt > clockRefreshMs) void askTime();
      watch.failing('feed', failure);
    },
  });
  let following = Promise.resolve();
  return {
    client,
    carrierNow: carrierClock.now,
    askCatalogue: catalogue.ask,
    wake: () => {
      // Without a line nothing is settled that would tell how much waits now.
      onEvent('outbox/changed', countOutbox(db));
      line.probeNow();
      drain.wake();
    },
    connection: watch.current,
    start: () => {
      drain.start();
      following = feed({ at: options.poolCursor ?? null });
      line.probeNow();
    },
    stop: async () => {
      stopped.abort();
      await Promise.all([drain.stop(), following, catalogue.idle()]);
      line.close();
    },
    idle: async () => void (await Promise.all([drain.idle(), catalogue.idle()])),
  };
}

async function takeSnapshot(client: CarrierClient, load: SyncOptions['loadSnapshot']): Promise<number | null> {
  const snapshot = await client.snapshot();
  return snapshot.ok && snapshot.value.bytes !== null ? load(snapshot.value.bytes, snapshot.value.etag) : null;
}
