import type { OutboxRow } from '#contract/approval.ts';
import type { CaseView, Workbench } from '#contract/cases.ts';
import type { EventName, RequestChannel } from '#contract/channels.ts';
import type { Answer, CounterBridge, Event, Reply, Request } from '#contract/contract.ts';
import type { Failure } from '#contract/failures.ts';
import type { Connection, SessionState, SetupState, StaffView } from '#contract/session.ts';
import { unmasked } from './fake-identity.ts';
import { fakeRouting } from './fake-routing.ts';
import { gradeTable, sampleLimits, sampleRegions } from './sample-reference.ts';
import { fakeNumbers } from './fake-numbers.ts';
import { fakePlans } from './fake-plans.ts';
import { fakeTill, type TillStart } from './fake-till.ts';
import { pricedCatalogue, sampleCatalogue } from './sample-catalogue.ts';
import { samplePreview, sampleRules, tryRules } from './sample-rules.ts';
import { sampleBench, sampleNow, sampleRows } from './sample-cases.ts';

type Handlers = { readonly [C in RequestChannel]?: (request: Request<C>) => Reply<C> | Failure };

/** What a test or a picture starts from; each part can be replaced. */
export type FakeStart = {
  readonly setup?: Partial<SetupState>;
  readonly staff?: StaffView | null;
  readonly locked?: boolean;
  readonly connection?: Partial<Connection>;
  readonly open?: CaseView | null;
  readonly bench?: (filter: keyof Workbench['counts']) => Workbench;
  readonly outbox?: readonly OutboxRow[];
  /** How the drawer stands; own and open until told otherwise. */
  readonly till?: TillStart;
  /** Answers of single channels instead of the usual ones; a value with `code` and no other shape is a failure. */
  readonly answers?: Handlers;
};

export type FakeBridge = CounterBridge & {
  readonly calls: readonly { readonly channel: RequestChannel; readonly request: unknown }[];
  readonly push: <N extends EventName>(name: N, event: Event<N>) => void;
};

export const clerk: StaffView = { staffNo: 'BJ40127', name: '孙嘉宁', role: 'clerk', active: true };

const setup: SetupState = {
  mode: 'training', stage: 'ready', problem: null, recoveryKey: null, hallName: '望京营业厅', hallCode: 'BJ-WJ-03', keyStore: 'basic_text', version: '0.1.0',
  demoStaff: [
    { staffNo: 'BJ40127', name: '孙嘉宁', role: 'clerk', password: 'xunlian-40127-a' }, { staffNo: 'BJ40101', name: '周立群', role: 'supervisor', password: 'xunlian-40101-b' },
    { staffNo: 'BJ40001', name: '郑晓岚', role: 'admin', password: 'xunlian-40001-c' }, { staffNo: 'BJ40009', name: '何雨桐', role: 'auditor', password: 'xunlian-40009-d' },
  ],
};

const failing = (value: unknown): value is Failure => typeof value === 'object' && value !== null && 'code' in value && !('caseId' in value) && !('planId' in value);

/** A bridge without main: answers from sample data and remembers what was asked. */
export function makeFakeBridge(start: FakeStart = {}): FakeBridge {
  const calls: { channel: RequestChannel; request: unknown }[] = [];
  const listeners = new Map<EventName, Set<(event: never) => void>>();
  const handlers = { ...usual(start), ...start.answers } as Handlers;
  return {
    calls,
    push: (name, event) => { for (const listener of listeners.get(name) ?? []) listener(event as never); },
    ready: () => undefined,
    subscribe: (name, listener) => {
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set.add(listener as (event: never) => void));
      return () => { set.delete(listener as (event: never) => void); };
    },
    invoke: async <C extends RequestChannel>(channel: C, request: Request<C>): Promise<Answer<C>> => {
      calls.push({ channel, request });
      const handler = handlers[channel] as ((request: Request<C>) => Reply<C> | Failure) | undefined;
      if (!handler) return { ok: false, error: { code: 'not-allowed' } };
      const value = handler(request);
      return failing(value) ? { ok: false, error: value } : { ok: true, value: value as Reply<C> };
    },
  };
}

function usual(start: FakeStart): Handlers {
  const connection: Connection = { state: 'online', since: '2026-11-23T00:52:00.000Z', lastSyncAt: '2026-11-23T02:41:55.000Z', waiting: start.outbox?.length ?? 3, parked: 0, aheadMs: 0, ...start.connection };
  let session: SessionState = { staff: start.staff === undefined ? clerk : start.staff, locked: start.locked ?? false, lockAfterMs: 300_000, connection };
  let state: SetupState = { ...setup, ...start.setup };
  let view = start.open ?? null;
  const put = (patch: Partial<CaseView>): CaseView => {
    view = { ...(view as CaseView), savedAt: sampleNow, revision: (view?.revision ?? 0) + 1, ...patch };
    return view;
  };
  const current = (): CaseView | Failure => view ?? { code: 'case-not-found' };
  return {
    'setup/state': () => state,
    'setup/first-start': () => (state = { ...state, stage: 'ready', recoveryKey: 'K7QF-2M9X-TT4W-81RC-PN6B-0VHD' }),
    'setup/confirm-recovery-key': () => (state = { ...state, recoveryKey: null }),
    'setup/recover': () => ({ code: 'recovery-key-wrong' }),
    'session/state': () => session,
    'session/sign-in': ({ staffNo, password }) => {
      const one = state.demoStaff.find((staff) => staff.staffNo === staffNo && staff.password === password);
      return one ? (session = { ...session, staff: { ...one, active: true } }) : { code: 'wrong-sign-in', facts: { triesLeft: 4 } };
    },
    'session/sign-out': () => (session = { ...session, staff: null, locked: false }),
    'session/lock': () => (session = { ...session, locked: true }),
    'session/unlock': ({ password }) => (password === 'right' ? (session = { ...session, locked: false }) : { code: 'wrong-sign-in', facts: { triesLeft: 3 } }),
    'session/touch': () => null,
    'outbox/status': () => connection,
    'outbox/list': () => start.outbox ?? [],
    'outbox/retry': () => start.outbox ?? [],
    'workbench/list': ({ filter }) => (start.bench ?? sampleBench)(filter),
    'cases/find': ({ text }) => (text === '@last'
      ? (view ? [{ caseId: view.caseId, caseNo: view.caseNo, company: view.customer.name, number: null, matched: 'case-no' }] : [])
      : sampleRows.filter((row) => row.company.includes(text) || row.number?.includes(text)).map((row) => ({ caseId: row.caseId, caseNo: row.caseNo, company: row.company, number: row.number, matched: 'company' }))),
    'cases/open': current, 'cases/create': current,
    'cases/save-customer': ({ patch }) => put({ customer: { ...(view as CaseView).customer, ...patch } }),
    'cases/save-form': ({ form }) => put({ form: form as CaseView['form'] }),
    'cases/save-place': () => null,
    'cases/park': ({ note }) => put({ parked: { at: sampleNow, note }, editable: false }), 'cases/resume': () => put({ parked: null, editable: true }),
    'cases/take-over': () => put({ owner: clerk.staffNo, ownerName: clerk.name }), 'cases/cancel': () => put({ state: 'cancelled', editable: false }),
    'cases/reveal': ({ field }) => ({ value: unmasked[field] }),
    'cases/events': () => [
      { seq: 1, at: '2026-11-23T01:12:00.000Z', staffNo: 'BJ40127', staffName: '孙嘉宁', kind: 'case-created', facts: {} },
      { seq: 2, at: '2026-11-23T02:02:00.000Z', staffNo: 'BJ40127', staffName: '孙嘉宁', kind: 'number-held', facts: {} },
    ],
    'reference/read': () => ({
      grades: gradeTable.grades.map((row) => ({ grade: row.grade, minimumLi: row.hallMinimumLi, floorLi: row.floorLi, prepayLi: 3 * row.hallMinimumLi, termMonths: row.termMonths })), gradesVersion: '1', gradesConfirmed: false,
      policy: { lockAfterMinutes: 5, sealedScanRequired: true, numbersPerOrganisation: 5, holdsPerClerk: 20, holdsPerHall: 100, holdsPerCustomer: 3, cutOff: '17:30', defaultPrinter: 'HP-LaserJet-M405' },
      purposes: ['客户服务热线', '预约报修', '订购咨询', '投诉建议', '公司总机'], hall: { code: 'BJ-WJ-03', name: '望京营业厅', region: '北京', areaCode: '010' },
      routing: sampleLimits, regions: sampleRegions,
    }),
    ...fakeRouting(put),
    'catalogue/read': () => sampleCatalogue, 'catalogue/fetch': () => sampleCatalogue, 'catalogue/price': pricedCatalogue,
    'rules/read': () => sampleRules, 'rules/try': ({ draft, digits }) => tryRules(draft, digits), 'rules/preview': () => samplePreview,
    ...fakeNumbers(() => view, put, () => connection.state === 'offline'),
    ...fakePlans(() => view, put),
    ...fakeTill(start.till ?? 'open'),
    'print/printers': () => [{ name: 'HP-LaserJet-M405', state: 'idle', note: '', isDefault: true }, { name: 'EPSON-LQ-630K', state: 'stopped', note: '缺纸', isDefault: false }],
    'print/jobs': () => [], 'print/submit': () => [], 'print/choose-printer': () => [],
    'certificate/state': () => ({ present: true, subject: 'CN=望京营业厅 400 受理章（训练）', issuer: 'CN=Hall400 Training CA', validTo: '2027-11-22T16:00:00.000Z', training: true, fingerprint: 'A3:F1:09:5C:77:E2:10:4B:8D:66:0F:91:C4:2A:BE:38' }),
    'staff/list': () => setup.demoStaff.map(({ staffNo, name, role }) => ({ staffNo, name, role, active: true })),
    'approval/queue': () => [], 'approval/similar': () => [],
    'approval/trusted': () => [{ keyId: '3fa98c21d07e55b1', staffNo: 'BJ40101', name: '周立群', hallCode: 'BJ-WJ-03', addedAt: '2026-11-12T03:00:00.000Z', addedBy: 'BJ40001', endedAt: null }],
    'approval/delegates': () => [{ delegationId: '5a0f1c9e-1111-4c1c-9a7e-000000000001', from: 'BJ40101', to: 'BJ40102', fromDay: '2026-11-23', until: '2026-11-27', reason: '年假', endedAt: null }],
  };
}
