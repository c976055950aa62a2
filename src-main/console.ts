import { join } from 'node:path';
import type { EventName } from '#contract/channels.ts';
import type { Event } from '#contract/contract.ts';
import type { Connection } from '#contract/session.ts';
import type { Instant } from '#domain/calendar/shanghai-time.ts';
import { gradeNumber } from '#domain/number/grade/grade-number.ts';
import { segmentOf } from '#domain/number/number.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { lockAfterMs } from '#domain/staff/sign-in-lockout.ts';
import type { HallStandard } from '#domain/tariff/number-conditions.ts';
import type { Printer } from './devices/printer.ts';
import { openPaperOffice } from './documents/paper-office.ts';
import { openWatermark } from './imaging/watermark.ts';
import type { Log } from './log/log.ts';
import { openPool, type Pool } from './pool/open-pool.ts';
import { loadReference, type Reference } from './reference/load-reference.ts';
import type { CarrierLine, ConsoleContext, CustomerWindow, Hall } from './services/console-context.ts';
import { takeTask } from './services/approval/remote/take-task.ts';
import { carrierEtag } from './services/catalogue/carrier-state.ts';
import { keepShippedCatalogue } from './services/catalogue/keep-catalogue.ts';
import { standardInForce } from './services/catalogue/standard-in-force.ts';
import { takeCatalogue } from './services/catalogue/take-catalogue.ts';
import { useStoredCertificate } from './services/hall/certificate.ts';
import { readPolicy } from './services/hall/policy.ts';
import { makeLane } from './services/lane.ts';
import { beginDeviceLife, type DeviceSide } from './services/leases/device-life.ts';
import { keepLeases, type LeaseKeeper } from './services/leases/keep-leases.ts';
import { giveBackUnanswered } from './services/numbers/asked-holds.ts';
import { poolStatus } from './services/numbers/search-numbers.ts';
import { papersStand } from './services/papers/papers-stand.ts';
import { openCallOffice } from './services/plans/calls/call-office.ts';
import { resumePrinting } from './services/print/print-paper.ts';
import { keepShippedRules, rulesInForce, rulesOfVersion, type RulesVersion } from './services/rules/rules-in-force.ts';
import { type CustomerDesk, makeCustomerDesk } from './services/shortlist/customer-desk.ts';
import { makeSession } from './services/session/session.ts';
import { type FirstStart, setUpHall, setUpTraining, type SetUpRefusal } from './services/hall/set-up.ts';
import { type CallService, wireServices } from './services/wiring.ts';
import { openStore, type OpenRefusal } from './store/open.ts';
import { namedFiles } from './store/tables/paper-rows.ts';
import { readSetting } from './store/tables/setting-rows.ts';
import { openSync, type Sync } from './sync/open-sync.ts';
import { openVault } from './vault/vault.ts';

/** What a console is made of. No Electron here: the same console runs in the window's main process and in a plain Node child. */
export type ConsoleParts = {
  readonly mode: 'training' | 'real';
  readonly version: string;
  readonly dataDir: string;
  readonly resourcesDir: string;
  readonly workers: Readonly<Record<'search' | 'paper' | 'calls', string | URL>>;
  readonly key: Uint8Array;
  /** Where the carrier is; training hands in its local server, real use reads it from the set-up. */
  readonly carrier: { readonly baseUrl: string; readonly token: string } | null;
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => Instant;
  readonly newId: () => string;
  readonly random: () => number;
  readonly printer: Printer;
  /** This machine's key and the side file beside it: a database put back from a backup does not bring them. */
  readonly device: DeviceSide;
  /** by-hand: blocks of numbers are asked for and given back only when somebody says so. */
  readonly leases: 'automatic' | 'by-hand';
  readonly log: Log;
  readonly emit: <N extends EventName>(name: N, event: Event<N>) => void;
  readonly saveAs: (fileName: string, bytes: Uint8Array) => Promise<string | null>;
  readonly customerWindow: CustomerWindow;
  readonly passwordCost: number;
};

/** A running console: the services behind the door, and the way to end them. */
export type Console = {
  readonly call: CallService;
  readonly isSetUp: () => boolean;
  readonly hall: () => Hall | null;
  readonly firstStart: (request: FirstStart) => Promise<Result<null, SetUpRefusal>>;
  readonly close: () => Promise<void>;
  /** Resolves when everything due was sent, or the line is down; for campaigns and tests. */
  readonly idle: () => Promise<void>;
};

export type ConsoleRefusal = OpenRefusal | { readonly code: 'reference-unusable'; readonly file: string; readonly path: string; readonly problem: string };

/** Opens database, vault, pool, paper office and line, in this order; refuses without changing anything. */
export async function openConsole(parts: ConsoleParts): Promise<Result<Console, ConsoleRefusal>> {
  const reference = loadReference(join(parts.resourcesDir, 'reference'));
  if (!reference.ok) return fail(reference.error as ConsoleRefusal);
  const store = openStore(join(parts.dataDir, 'hall400.db'), parts.key);
  if (!store.ok) return store;
  const db = store.value;
  const fontsDir = join(parts.resourcesDir, 'fonts');
  const vault = await openVault({ dir: join(parts.dataDir, 'vault'), key: parts.key, ids: parts.newId });
  const tables = { db, reference: reference.value, now: parts.now };
  keepShippedRules(tables);
  keepShippedCatalogue(tables);
  const pool = await openMirror(parts, reference.value, rulesInForce(tables), standardInForce({ ...tables, mode: parts.mode }));
  const papers = openPaperOffice({ worker: parts.workers.paper, fontsDir, clauses: reference.value.clauses });
  const calls = openCallOffice(parts.workers.calls);
  let closing = false;
  let sync: Sync | null = null;
  const bootId = await beginDeviceLife({ db, device: parts.device, newId: parts.newId });
  let leases: LeaseKeeper | null = null;
  const context: ConsoleContext = {
    ...parts, db, bootId, leaseChanged: () => leases?.wake(), reference: reference.value, pool, vault, papers, calls, watermark: openWatermark(join(fontsDir, 'NotoSansSC-Bold.ttf')),
    line: lineOver(() => sync, parts.now), closing: () => closing,
  };
  const customer = makeCustomerDesk(context);
  const startLine = (): void => {
    const hall = readSetting<Hall>(db, 'hall');
    const carrier = parts.carrier ?? readSetting<{ readonly baseUrl: string; readonly token: string }>(db, 'carrier');
    if (hall === null || carrier === null || sync !== null) return;
    sync = lineTo(parts, context, customer, hall, carrier, () => leases?.wake());
    sync.start();
  };
  if (parts.mode === 'training') await setUpTraining(context);
  await useStoredCertificate(context);
  await vault.sweep(namedFiles(db), parts.now());
  giveBackUnanswered(context);
  const keeper = keepLeases(context, parts.leases === 'automatic');
  leases = keeper;
  startLine();
  resumePrinting(context);
  void papers.warmUp();
  const session = makeSession(parts.now, () => lockAfterMs(readPolicy(context).lockAfterMinutes));
  return ok({
    call: wireServices(context, session, makeLane(), customer, keeper),
    isSetUp: () => readSetting<Hall>(db, 'hall') !== null,
    hall: () => readSetting<Hall>(db, 'hall'),
    firstStart: async (request) => {
      const done = await setUpHall(context, request);
      if (done.ok) startLine();
      return done;
    },
    idle: async () => {
      await sync?.idle();
      await keeper.idle();
    },
    close: async () => {
      closing = true;
      await Promise.all([keeper.stop(), sync?.stop()]);
      await Promise.all([pool.close(), papers.close(), calls.close()]);
      db.close();
    },
  });
}

const openMirror = (parts: ConsoleParts, { segments }: Reference, { rules, grades }: RulesVersion, standard: HallStandard): Promise<Pool> =>
  openPool({
    workerUrl: parts.workers.search, dir: join(parts.dataDir, 'pool'), heads: segments.filter((segment) => segment.orderable).map((segment) => segment.head),
    rules, gradeTable: grades, standard, now: () => Date.parse(parts.now()),
  });

function lineTo(parts: ConsoleParts, context: ConsoleContext, customer: CustomerDesk, hall: Hall, carrier: { readonly baseUrl: string; readonly token: string }, tendLeases: () => void): Sync {
  const { reference, pool, db, vault, log } = context;
  const loaded = <T>(result: Result<T, unknown>): T | null => {
    parts.emit('pool/changed', poolStatus(context));
    return result.ok ? result.value : null;
  };
  return openSync({
    db, vault, log, fetch: parts.fetch, ...carrier, hallCode: hall.code, clock: { now: parts.now }, random: parts.random, ids: parts.newId,
    onEvent: (name, event) => {
      parts.emit(name, event);
      if (name === 'connection/changed') tendLeases();
      if (name === 'case/changed') void customer.refresh((event as Event<'case/changed'>).caseId);
    },
    gradeOf: (digits, rulesVersion) => {
      const { rules, version } = rulesOfVersion(context, rulesVersion);
      const { grade, ruleId } = gradeNumber(digits, rules);
      return { grade, ruleId: grade === 9 ? null : ruleId, rulesVersion: String(version) };
    },
    papersStand: (caseId) => papersStand(context, caseId),
    // Numbers of segments that this console does not sell are no part of its mirror.
    applyPool: async (changes, cursor) => void loaded(await pool.apply(changes.filter((change) => segmentOf(change.digits, reference.segments)?.orderable === true), cursor)),
    loadSnapshot: async (bytes) => loaded(await pool.loadSnapshot(bytes))?.cursor ?? null,
    poolCursor: pool.status().cursor, onTask: (task) => takeTask(context, task), onLease: tendLeases,
    catalogueEtag: () => carrierEtag(db), onCatalogue: (news) => takeCatalogue(context, news),
  });
}

/** The services' line: offline until the hall is set up, then the sync's. */
function lineOver(sync: () => Sync | null, now: () => Instant): CarrierLine {
  const never: Connection = { state: 'offline', since: now(), lastSyncAt: null, waiting: 0, parked: 0, aheadMs: 0 };
  const offline = async () => fail({ code: 'offline' } as const);
  return {
    hold: (request, kind) => sync()?.client.hold(request, kind) ?? offline(),
    upgrade: (request) => sync()?.client.upgrade(request) ?? offline(),
    extend: (reservationId, key) => sync()?.client.extend(reservationId, key) ?? offline(),
    release: (reservationId, key) => sync()?.client.release(reservationId, key) ?? offline(),
    fetchScan: (documentId) => sync()?.client.scan(documentId) ?? offline(),
    askCatalogue: async () => sync()?.askCatalogue() ?? 'offline',
    moneyHeld: (correlatorIds) => sync()?.client.moneyHeld(correlatorIds) ?? offline(),
    leases: {
      supported: () => sync()?.client.leases.supported() ?? offline(), grant: (size, key) => sync()?.client.leases.grant(size, key) ?? offline(),
      renew: (epoch, key) => sync()?.client.leases.renew(epoch, key) ?? offline(), read: (epoch) => sync()?.client.leases.read(epoch) ?? offline(),
      ofHall: () => sync()?.client.leases.ofHall() ?? offline(),
      close: (report, key) => sync()?.client.leases.close(report, key) ?? offline(), force: (order, key) => sync()?.client.leases.force(order, key) ?? offline(),
      noteRestore: (notice) => sync()?.client.leases.noteRestore(notice) ?? offline(),
    },
    connection: () => sync()?.connection() ?? never,
    carrierNow: () => sync()?.carrierNow() ?? now(),
    wake: () => sync()?.wake(),
  };
}
