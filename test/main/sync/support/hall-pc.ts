import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyCustomer } from '#domain/applicant/customer.ts';
import type { CaseState } from '#domain/cases/case-state.ts';
import type { IntentDraft, PlaceOrderBody } from '#domain/outbox/intent-bodies.ts';
import { emptyForm, type RoutingForm } from '#domain/routing/routing-form.ts';
import { inTransaction, type Db } from '../../../../src-main/store/db.ts';
import { openStore } from '../../../../src-main/store/open.ts';
import { insertCase, setCaseState } from '../../../../src-main/store/tables/case-rows.ts';
import { appendHistory, insertOrder } from '../../../../src-main/store/tables/order-rows.ts';
import { appendIntent } from '../../../../src-main/store/tables/outbox-rows.ts';
import { insertPick } from '../../../../src-main/store/tables/number/pick-rows.ts';
import { insertStaff } from '../../../../src-main/store/tables/staff-rows.ts';
import { openSync, type Sync, type SyncOptions } from '../../../../src-main/sync/open-sync.ts';
import { openVault, type Vault } from '../../../../src-main/vault/vault.ts';
import type { RealCarrier } from '../../../support/real-carrier.ts';

const key = new Uint8Array(32).fill(3);
export const staffNo = 'BJ0123';
export const scan = new TextEncoder().encode('a licence, scanned');

/** A case on this PC, with the ids under which the carrier hears of it. */
export type SampleCase = {
  readonly caseId: string; readonly caseNo: string; readonly digits: string; readonly reservationId: string; readonly customerId: string; readonly handlerId: string; readonly legalId: string;
  readonly documentId: string; readonly agreementId: string; readonly paymentId: string; readonly orderId: string; readonly fileId: string; readonly creditCode: string; readonly handlerIdNumber: string;
};

/** A hall's PC as sync sees it: real database, real vault, its own events kept for the test. */
export async function hallPc() {
  const dir = mkdtempSync(join(tmpdir(), 'hall-pc-'));
  const file = join(dir, 'console.db');
  const open = (): Db => {
    const opened = openStore(file, key);
    if (!opened.ok) throw new Error(opened.error.code);
    return opened.value;
  };
  const db = open();
  const vault = await openVault({ dir: join(dir, 'vault'), key, ids: randomUUID });
  insertStaff(db, { staffNo, name: '李营', role: 'clerk', password: '-' }, now());
  const syncs: Sync[] = [];
  const pushes: { readonly name: string; readonly payload: unknown }[] = [];
  const pool = { cursor: null as number | null, snapshots: 0, changes: [] as { readonly digits: string; readonly free: boolean }[] };
  return {
    db, vault, dir, open, pushes, pool,
    /** Another look at the same disk, as after a death of the process. */
    sync: (carrier: Pick<RealCarrier, 'baseUrl' | 'hall' | 'token'>, own: Partial<SyncOptions> = {}): Sync => {
      const sync = openSync({
        db, vault, fetch, baseUrl: carrier.baseUrl, token: carrier.token, hallCode: carrier.hall, clock: { now }, random: () => 0, ids: randomUUID, probeCapMs: 50, feedWaitSeconds: 1,
        log: { info: () => undefined, warn: () => undefined, error: (event, facts) => pushes.push({ name: `log/${event}`, payload: facts }) },
        gradeOf: () => ({ grade: 9, ruleId: null, rulesVersion: 'test' }),
        papersStand: () => 'stand',
        applyPool: (changes, cursor) => { pool.changes.push(...changes); pool.cursor = cursor; },
        loadSnapshot: async (bytes) => {
          pool.snapshots += 1;
          pool.cursor = (JSON.parse(Buffer.from(bytes.subarray(0, bytes.indexOf(10))).toString()) as { readonly cursor: number }).cursor;
          return pool.cursor;
        },
        poolCursor: pool.cursor, onLease: () => undefined, catalogueEtag: () => null, onCatalogue: async (news) => { pushes.push({ name: 'catalogue', payload: news }); return news.kind === 'offered' ? 'same' : news.kind; }, onTask: (task) => pushes.push({ name: 'task', payload: task }), onEvent: (name, payload) => pushes.push({ name, payload }), ...own,
      });
      syncs.push(sync);
      return sync;
    },
    dispose: async () => {
      await Promise.all(syncs.map((sync) => sync.stop()));
      db.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

export type HallPc = Awaited<ReturnType<typeof hallPc>>;

export const now = (): string => new Date().toISOString();

let lastCase = 0;

/** A draft case with a provisional pick; nothing is appended yet. */
export async function draftCase({ db, vault }: { readonly db: Db; readonly vault: Vault }, digits: string, fallbacks: readonly string[] = []): Promise<SampleCase> {
  lastCase += 1;
  const [caseId, reservationId, customerId, handlerId, legalId, documentId, agreementId, paymentId, orderId] = Array.from({ length: 9 }, () => randomUUID()) as string[];
  const { fileId } = await vault.put(scan);
  const one = {
    caseId, reservationId, customerId, handlerId, legalId, documentId, agreementId, paymentId, orderId, fileId, digits, caseNo: `BJ001-20261124-${String(lastCase).padStart(4, '0')}`,
    creditCode: `9111010855${randomBytes(4).toString('hex').toUpperCase()}`.slice(0, 18), handlerIdNumber: `1101051949${String(1e8 - lastCase).padStart(8, '0')}`,
  } as SampleCase;
  insertCase(db, {
    caseId: one.caseId, caseNo: one.caseNo, state: 'draft', createdBy: staffNo, owner: staffNo, createdAt: now(), editedBy: staffNo, editedAt: now(), revision: 1, parkedAt: null, parkedNote: '',
    place: { task: 'customer', field: null }, customer: emptyCustomer, form: emptyForm, plan: null, byHand: [],
  });
  insertPick(db, { caseId: one.caseId, digits, grade: 9, ruleId: null, rulesVersion: 'test', hold: 'provisional', reservationId: one.reservationId, expiresAt: null, heldAt: now(), fallbacks, ranked: [digits, ...fallbacks] });
  return one;
}

export const append = (db: Db, one: SampleCase, draft: IntentDraft): string => {
  const intentKey = randomUUID();
  appendIntent(db, { key: intentKey, caseId: one.caseId, kind: draft.kind, subject: draft.kind, body: draft.body, createdAt: now(), createdBy: staffNo });
  return intentKey;
};

export const holdIntent = (one: SampleCase, fallbacks: readonly string[] = []): IntentDraft =>
  ({ kind: 'hold-number', body: { reservationId: one.reservationId, digits: one.digits, caseNo: one.caseNo, customerId: one.customerId, customerName: '北京某某科技有限公司', staffNo, fallbacks } });

export const orderBodyOf = (one: SampleCase): PlaceOrderBody => ({
  orderId: one.orderId, caseNo: one.caseNo, customerId: one.customerId, customerName: '北京某某科技有限公司', agreementId: one.agreementId, paymentIds: [one.paymentId], number: one.digits,
  reservationId: one.reservationId, grade: 9, workingDays: 3, dueDate: '2026-11-27', requiresDocument: [one.documentId], requiresPayment: true, planId: 'hall-standard', addOnIds: [],
  routing: emptyForm, staffNo,
});

export const customerIntent = (one: SampleCase): IntentDraft => ({ kind: 'register-customer', body: {
  customerId: one.customerId, handlerId: one.handlerId, legalId: one.legalId, name: '北京某某科技有限公司', creditCode: one.creditCode, handlerName: '王小明', handlerIdNumber: one.handlerIdNumber,
  handlerPhone: '13800138000', legalName: '赵总', legalIdNumber: `${one.handlerIdNumber.slice(0, 17)}X`, legalPhone: '',
} });

/** Everything an ordinary case sends, appended as the services do: one transaction, order last, case submitted. */
export function submitWhole(db: Db, one: SampleCase, { withHold = true, routing = emptyForm }: { readonly withHold?: boolean; readonly routing?: RoutingForm } = {}): void {
  inTransaction(db, () => {
    if (withHold) append(db, one, holdIntent(one));
    append(db, one, customerIntent(one));
    append(db, one, { kind: 'file-document', body: {
      documentId: one.documentId, fileId: one.fileId, name: '400业务协议', documentType: 'agreement', mime: 'application/pdf', sha256: createHash('sha256').update(scan).digest('hex'), size: scan.byteLength,
    } });
    append(db, one, { kind: 'file-agreement', body: {
      agreementId: one.agreementId, paperDocumentIds: [one.documentId], customerId: one.customerId, planId: 'hall-standard', termMonths: 24, signedAt: '2026-11-24T02:05:00.000Z',
      handlerId: one.handlerId, staffNo, customerName: '北京某某科技有限公司', caseNo: one.caseNo,
    } });
    append(db, one, { kind: 'record-payment', body: {
      paymentId: one.paymentId, correlatorId: `R-${one.paymentId}`, amountLi: 700_000, tender: 'cash', arrivedAt: '2026-11-24T02:20:00.000Z', customerId: one.customerId, orderId: one.orderId, reference: '',
    } });
    placeOrder(db, one, routing);
  });
}

export function placeOrder(db: Db, one: SampleCase, routing: RoutingForm = emptyForm): void {
  insertOrder(db, { caseId: one.caseId, submittedAt: now(), submittedBy: staffNo, clockStartAt: now(), dueDate: '2026-11-27', provisional: false, workingDays: 3 });
  appendHistory(db, one.caseId, now(), 'submitted', '李营');
  append(db, one, { kind: 'place-order', body: { ...orderBodyOf(one), routing } });
  setCaseState(db, one.caseId, 'acknowledged' satisfies CaseState);
}

/** Waits for what happens by itself; fails loudly after 10 s. */
export async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + 10_000;
  while (performance.now() < end) {
    if (await holds()) return;
    await new Promise((done) => { setTimeout(done, 15); });
  }
  throw new Error(`never happened: ${what}`);
}
