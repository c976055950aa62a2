import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Answer, Reply, Request } from '#contract/contract.ts';
import type { Failure } from '#contract/failures.ts';
import { type Instant, toInstant } from '#domain/calendar/shanghai-time.ts';
import { fail, ok } from '#domain/result.ts';
import type { MadePaper, PaperOffice } from '../../../src-main/documents/paper-office.ts';
import { loadReference } from '../../../src-main/reference/load-reference.ts';
import type { Actor, CarrierLine, ConsoleContext } from '../../../src-main/services/console-context.ts';
import { setUpTraining, trainingPassword } from '../../../src-main/services/hall/set-up.ts';
import { makeLane } from '../../../src-main/services/lane.ts';
import { beginDeviceLife } from '../../../src-main/services/leases/device-life.ts';
import { keepShippedRules } from '../../../src-main/services/rules/rules-in-force.ts';
import { makeSession } from '../../../src-main/services/session/session.ts';
import { makeCustomerDesk } from '../../../src-main/services/shortlist/customer-desk.ts';
import { wireServices } from '../../../src-main/services/wiring.ts';
import type { Db } from '../../../src-main/store/db.ts';
import { openStore } from '../../../src-main/store/open.ts';
import { findStaff, insertStaff } from '../../../src-main/store/tables/staff-rows.ts';
import { openVault } from '../../../src-main/vault/vault.ts';
import { openTestSide } from '../../support/device-side.ts';
import { sampleCustomer, sampleStrokes } from '../../support/sample-company.ts';
import type { ServiceChannel } from '../../support/test-console.ts';
import type { FakeCarrier } from './fake-carrier.ts';

const root = resolve(import.meta.dirname, '..', '..', '..');
const key = new Uint8Array(32).fill(7);
const loaded = loadReference(join(root, 'resources', 'reference'));
if (!loaded.ok) throw new Error(`till campaign: ${JSON.stringify(loaded.error)}`);
const reference = loaded.value;

/** Staff beside the training staff: a second supervisor, for the first one's own shift. */
export const secondSupervisor = 'WJ0009';
export const password = trainingPassword;

/** A thrown fault that stands for the process dying between two statements. */
export class Struck extends Error {}

export type Saved = { readonly fileName: string; readonly bytes: Uint8Array };

/** A hall in this process: the real encrypted database, vault, services and roles. Papers are small real bytes at once; the carrier is `carrier`. */
export type TillHall = {
  readonly db: () => Db;
  readonly now: () => Instant;
  readonly advance: (ms: number) => void;
  /** Whoever sits at the desk. */
  readonly sit: (staffNo: string) => void;
  readonly ask: <C extends ServiceChannel>(channel: C, request: Request<C>) => Promise<Answer<C>>;
  readonly call: <C extends ServiceChannel>(channel: C, request: Request<C>) => Promise<Reply<C>>;
  readonly refusal: <C extends ServiceChannel>(channel: C, request: Request<C>) => Promise<Failure>;
  /** The next write after so many throws; null: none does. */
  readonly strikeAfter: (writes: number | null) => void;
  /** Drops everything in memory and opens the files again. */
  readonly crash: () => Promise<void>;
  /** A case with a signed agreement, ready to be paid; a copy of the first one, which the services made. */
  readonly payableCase: () => string;
  /** Writes past the guards of one table, as a fault of disk or program would. */
  readonly tamper: (table: string, statement: string, ...values: readonly unknown[]) => void;
  readonly saved: readonly Saved[];
  readonly dispose: () => void;
};

export async function openTillHall(carrier: FakeCarrier, start: Instant, newId: () => string): Promise<TillHall> {
  const dir = mkdtempSync(join(process.env['TILL_DIR'] ?? tmpdir(), 'till-'));
  let at = Date.parse(start);
  let fuse: number | null = null;
  let actor: Actor = { staffNo: 'WJ0127', name: '', role: 'clerk' };
  const saved: Saved[] = [];
  const now = (): Instant => toInstant(at);
  const context = await contextOf(dir, carrier, { now, newId, saved });
  let db = open(dir, () => fuse, (left) => { fuse = left; });
  let wired = wire({ ...context, db }, () => actor);
  await setUpTraining({ ...context, db });
  keepShippedRules({ ...context, db });
  await beginDeviceLife({ db, device: openTestSide(dir), newId });
  insertStaff(db, { staffNo: secondSupervisor, name: '许国强', role: 'supervisor', password: findStaff(db, 'WJ0008')?.password ?? '' }, now());
  const sit = (staffNo: string): void => {
    const row = findStaff(db, staffNo);
    if (row === null) throw new Error(`nobody is ${staffNo}`);
    actor = { staffNo, name: row.name, role: row.role };
  };
  const ask = ((channel, request) => wired(channel, request)) as TillHall['ask'];
  const call: TillHall['call'] = async (channel, request) => {
    const answer = await ask(channel, request);
    if (!answer.ok) throw new Error(`${channel}: ${JSON.stringify(answer.error)}`);
    return answer.value as Reply<typeof channel>;
  };
  sit('WJ0127');
  const first = await signedCase(call);
  let copies = 0;
  return {
    db: () => db, now, advance: (ms) => { at += ms; }, sit, ask, call, saved,
    refusal: async (channel, request) => {
      const answer = await ask(channel, request);
      if (answer.ok) throw new Error(`${channel} was not refused`);
      return answer.error;
    },
    strikeAfter: (writes) => { fuse = writes; },
    crash: async () => {
      fuse = null;
      db.close();
      db = open(dir, () => fuse, (left) => { fuse = left; });
      wired = wire({ ...context, db }, () => actor);
    },
    payableCase: () => copyCase(db, first, copies += 1, newId(), newId()),
    tamper: (table, statement, ...values) => tamper(db, table, statement, values),
    dispose: () => {
      db.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

async function contextOf(dir: string, carrier: FakeCarrier, { now, newId, saved }: { readonly now: () => Instant; readonly newId: () => string; readonly saved: Saved[] }): Promise<Omit<ConsoleContext, 'db'>> {
  const never = async () => fail({ code: 'offline' } as const);
  const line = new Proxy({ moneyHeld: carrier.moneyHeld, carrierNow: now, wake: () => undefined, connection: () => ({ state: 'offline', since: now(), lastSyncAt: null, waiting: 0, parked: 0, aheadMs: 0 }) }, {
    get: (own, name) => (own as Record<string | symbol, unknown>)[name] ?? never,
  }) as unknown as CarrierLine;
  return {
    mode: 'training', version: '0', now, newId, reference, line, papers: quickPapers(), vault: await openVault({ dir: join(dir, 'vault'), key, ids: newId }),
    pool: { isOwn: () => false } as unknown as ConsoleContext['pool'], emit: () => undefined, closing: () => false, leaseChanged: () => undefined, bootId: 'till', passwordCost: 4,
    customerWindow: { show: () => undefined, close: () => undefined }, saveAs: async (fileName: string, bytes: Uint8Array) => { saved.push({ fileName, bytes }); return fileName; },
    log: new Proxy({}, { get: () => () => undefined }) as ConsoleContext['log'],
  } as unknown as Omit<ConsoleContext, 'db'>;
}

/** A real database; `fuse` counts its writes down and throws at zero. */
function open(dir: string, fuse: () => number | null, burn: (left: number | null) => void): Db {
  const opened = openStore(join(dir, 'hall400.db'), key);
  if (!opened.ok) throw new Error(opened.error.code);
  const db = opened.value;
  const prepare = db.prepare.bind(db) as (text: string) => ReturnType<Db['prepare']>;
  db.prepare = ((text: string) => {
    const statement = prepare(text);
    const run = statement.run.bind(statement) as (...values: unknown[]) => ReturnType<typeof statement.run>;
    statement.run = (...values: unknown[]) => {
      const left = fuse();
      if (left !== null) burn(left - 1);
      if (left === 0) throw new Struck('struck between two statements');
      return run(...values);
    };
    return statement;
  }) as Db['prepare'];
  return db;
}

function wire(context: ConsoleContext, actor: () => Actor) {
  const session = { ...makeSession(context.now, () => Number.MAX_SAFE_INTEGER), actor, locked: () => false, touch: () => undefined };
  return wireServices(context, session, makeLane(), makeCustomerDesk(context), null as never);
}

/** Every paper is its own content, as bytes: what the ledger keeps of a paper (number, content, digest, file) is real. */
function quickPapers(): PaperOffice {
  const make = async (paper: unknown) => {
    const pdf = new TextEncoder().encode(`%PDF-${JSON.stringify(paper)}`);
    const digest = createHash('sha256').update(pdf).digest('hex');
    return ok<MadePaper>({ pdf, contentDigest: digest, fileDigest: digest });
  };
  return { makeAgreement: make, makeForm: make, makeReceipt: make, makeReversal: make, makeDaySheet: make, makeComparison: make, missingCharacters: async () => ok([]), useCertificate: async () => ok({}), verify: async () => ok({}), warmUp: async () => ok(null) } as unknown as PaperOffice;
}

async function signedCase(call: TillHall['call']): Promise<string> {
  const { caseId } = await call('cases/create', undefined);
  await call('cases/save-customer', { caseId, patch: sampleCustomer(1) });
  await call('numbers/pick-provisional', { caseId, ranked: ['4006000271'] });
  await call('plans/choose', { caseId, planId: 'prepaid-3000', addOnIds: [], minimumLi: null, terminals: null, reason: '客户指定' });
  const prepared = await call('papers/prepare', { caseId, kind: 'agreement' });
  await call('papers/sign', { caseId, kind: 'agreement', contentDigest: prepared.contentDigest, readItemIds: prepared.readOut.map(({ id }) => id), strokes: sampleStrokes });
  return caseId;
}

type Raw = Record<string, unknown>;

function copyCase(db: Db, from: string, copy: number, caseId: string, paperId: string): string {
  const insert = (table: string, row: Raw): void => {
    const columns = Object.keys(row);
    db.prepare(`INSERT INTO ${table}(${columns.join(',')}) VALUES (${columns.map(() => '?').join(',')})`).run(...Object.values(row));
  };
  const of = (table: string, where: string): Raw => db.prepare(`SELECT * FROM ${table} WHERE ${where}`).get(from) as Raw;
  const no = `WJ03-COPY-${String(copy).padStart(4, '0')}`;
  insert('cases', { ...of('cases', 'case_id = ?'), case_id: caseId, case_no: no, company: `第${copy}号公司`, credit_code: no });
  const { pick_id: _pickId, ...pick } = of('picks', 'case_id = ? AND current = 1');
  insert('picks', { ...pick, case_id: caseId });
  insert('papers', { ...of('papers', "case_id = ? AND kind = 'agreement'"), case_id: caseId, paper_id: paperId, document_no: `XY-${no}` });
  return caseId;
}

function tamper(db: Db, table: string, statement: string, values: readonly unknown[]): void {
  const guards = db.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?").all(table) as readonly { readonly name: string; readonly sql: string }[];
  for (const { name } of guards) db.exec(`DROP TRIGGER ${name}`);
  db.prepare(statement).run(...values);
  for (const guard of guards) db.exec(guard.sql);
}
