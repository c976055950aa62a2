import type { CustomerScene } from '#contract/shortlist.ts';
import { announcedCalendar } from '#domain/calendar/work-calendar.ts';
import { callLimits } from '#domain/routing/call-limits.ts';
import { flowOf, pathOf } from '#domain/routing/diagram/flow-graph.ts';
import { resultOf, runTestCall } from '#domain/routing/test-calls/run-test-call.ts';
import { boxWords } from '#domain/routing/words/flow-words.ts';
import { resultWords } from '#domain/routing/words/result-words.ts';
import type { TaskName } from '#domain/cases/task.ts';
import { emptyCustomer } from '#domain/applicant/customer.ts';
import { clerk, type FakeStart } from '../fake-bridge.ts';
import { sampleLease } from '../fake-numbers.ts';
import { sampleDetail, sampleQueue, sampleSimilar } from '../sample-approvals.ts';
import { sampleBills } from '../sample-bills.ts';
import { sampleImport, sampleUsage, shownPlans, withoutSamples } from '../sample-comparison.ts';
import { customer, form, heldNumber, sampleBench, sampleCase, sampleTestCalls, wrongCustomer } from '../sample-cases.ts';
import { sampleOutbox } from '../sample-outbox.ts';
import { sampleCatalogue } from '../sample-catalogue.ts';
import { sampleLimits, sampleRegions } from '../sample-reference.ts';
import { sampleShortlist } from '../sample-shortlist.ts';

/** What is shown, and the keys or clicks (`click:名字`) that lead there after the start. */
export type Scene = { readonly start: FakeStart; readonly steps?: readonly string[]; readonly hash?: string };

const at = (task: TaskName, field: string | null = null): { readonly place: { readonly task: TaskName; readonly field: string | null } } => ({ place: { task, field } });
const ordinary = heldNumber('4006123457');
const ready = { customer, number: ordinary, form } as const;

/** The number rings: three of five test calls were made, the carrier set up something else. */
const activatedCase = () => {
  const open = sampleCase({ ...ready, form: { ...form, testCalls: sampleTestCalls }, agreement: true, formSigned: true, documents: 'all', paid: true, submitted: true, patch: { ...at('activation'), state: 'completed' } });
  const told = { note: '', by: clerk.staffNo, at: '2026-11-23T02:40:00.000Z' };
  return { ...open, activation: open.activation && { ...open.activation, state: 'completed' as const, activatedAt: '2026-11-23T02:30:00.000Z', carrierRouting: { checkedAt: '2026-11-23T02:31:00.000Z', parts: ['otherwise', 'recording'] as const },
    realCalls: [{ testCallId: 'c1', as: 'agreed' as const, ...told }, { testCallId: 'c2', as: 'agreed' as const, ...told }, { testCallId: 'c3', as: 'different' as const, ...told, note: '响了传达室' }] } };
};

/** What the customer sees of a call that was tried on the form. */
const sampleTrial = (): CustomerScene => {
  const [, trial] = sampleTestCalls;
  if (trial === undefined) throw new Error('no test call');
  const routed = runTestCall(form, trial, callLimits(sampleLimits), announcedCalendar);
  const graph = flowOf(form);
  return {
    kind: 'trial', hallName: '望京营业厅', digits: '4006123457', caller: trial.callerText, at: '11月28日周六 13:00', busy: '都空闲', result: resultWords(form, resultOf(routed)), outcome: routed.outcome.kind,
    diagram: { graph, boxes: Object.fromEntries(graph.nodes.map((node) => [node.id, boxWords(form, node, sampleRegions)])), ways: {} }, lit: [...pathOf(graph, routed)],
  };
};

export const scenes: Readonly<Record<string, Scene>> = {
  'sign-in': { start: { staff: null }, steps: ['click:BJ40127'] },
  'sign-in-wrong': { start: { staff: null }, steps: ['click:BJ40127', 'End', 'x', 'Enter'] },
  'first-start': { start: { setup: { mode: 'real', stage: 'first-start', demoStaff: [], hallName: '' } }, steps: ['Control+Enter'] },
  'recovery-key': { start: { setup: { mode: 'real', recoveryKey: 'K7QF-2M9X-TT4W-81RC-PN6B-0VHD' } } },
  'cannot-open': { start: { setup: { stage: 'cannot-open', problem: { code: 'future-file', detail: 'schema 120 > 90' } } } },
  workbench: { start: {} },
  'workbench-empty': { start: { bench: () => ({ ...sampleBench('all'), rows: [], counts: { all: 0, mine: 0, returned: 0, approval: 0, due: 0, customer: 0, parked: 0, carrier: 0, done: 0 }, dueByDay: [] }) } },
  find: { start: {}, steps: ['Control+k', '北', '京'] },
  keys: { start: { open: sampleCase({}) }, steps: ['F1'] },
  lock: { start: { open: sampleCase({}) }, steps: ['F8'] },
  customer: { start: { open: sampleCase({ customer: wrongCustomer, approval: 'requested', patch: at('customer', 'handlerIdNumber') }) } },
  'customer-new': { start: { open: sampleCase({ customer: emptyCustomer, number: null }) } },
  'customer-done': { start: { open: sampleCase({ ...ready, form: undefined }) } },
  'customer-signed': { start: { open: sampleCase({ ...ready, agreement: true, patch: at('customer', 'phone') }) } },
  park: { start: { open: sampleCase({}) }, steps: ['F4'] },
  'save-failed': { start: { open: sampleCase({ patch: at('customer', 'phone') }), answers: { 'cases/save-customer': () => ({ code: 'disk-full', facts: { freeMb: 12 } }) } }, steps: ['9', 'Tab'] },
  number: { start: { open: sampleCase({ ...ready, number: null, patch: at('number') }) } },
  'number-held': { start: { open: sampleCase({ plan: false, patch: at('number') }) } },
  'number-examples': { start: { open: sampleCase({ ...ready, number: null, patch: at('number') }) }, steps: ['Control+h'] },
  'number-mask': { start: { open: sampleCase({ ...ready, number: null, patch: at('number') }) }, steps: [...'4006??AABB', 'ArrowDown', 'Insert', 'ArrowDown', 'ArrowDown', 'Insert', 'ArrowDown'] },
  'number-build': { start: { open: sampleCase({ ...ready, number: null, patch: at('number') }) }, steps: ['F3', '6', '8', '8', 'A', 'A', 'B'] },
  'number-near': { start: { open: sampleCase({ ...ready, number: null, patch: at('number') }) }, steps: [...'4006888888'] },
  'number-near-grade': { start: { open: sampleCase({ ...ready, number: null, patch: at('number') }) }, steps: [...'尾6688 普通'] },
  'number-unread': { start: { open: sampleCase({ ...ready, number: null, patch: at('number') }) }, steps: [...'8899 好号'] },
  'number-suggest': { start: { open: sampleCase({ ...ready, number: null, patch: at('number') }) }, steps: ['Control+g', 'ArrowDown'] },
  'number-explain': { start: { open: sampleCase({ ...ready, number: null, patch: at('number') }) }, steps: [...'8899', 'ArrowDown', 'Control+i'] },
  'number-tray': { start: { open: sampleCase({ plan: false, patch: at('number') }) }, steps: [...'88', ...Array.from({ length: 6 }, () => ['ArrowDown', 'Insert']).flat(), 'F9'] },
  'number-taken': { start: { open: sampleCase({ ...ready, number: null, patch: at('number') }), answers: { 'numbers/hold': () => ({ outcome: 'taken', view: sampleCase({ ...ready, number: null, patch: at('number') }), alternatives: ['4006081188', '4006095566', '4006093388'].map((digits) => heldNumber(digits)) }) } }, steps: [...'AABB', 'ArrowDown', 'ArrowDown', 'Control+Enter'] },
  'number-frozen': { start: { open: sampleCase({ ...ready, number: null, patch: at('number') }), connection: { state: 'offline', since: '2026-11-23T01:52:00.000Z' }, answers: { 'leases/state': () => ({ ...sampleLease, state: 'frozen', left: 0, frozenWhy: 'restored' }), 'numbers/pool-status': () => ({ loaded: true, free: 9, syncedAt: '2026-11-21T02:41:55.000Z' }) } } },
  'number-holds': { start: { open: sampleCase({ plan: false, patch: at('number') }) }, steps: ['Control+l', 'ArrowDown'] },
  'number-release': { start: { open: sampleCase({ approval: 'requested', patch: at('number') }) }, steps: ['Shift+F7'] },
  'number-none': { start: { open: sampleCase({ ...ready, number: null, patch: at('number') }), answers: { 'numbers/search': () => ({ total: 0, perGrade: [], hits: [], elapsedMs: 0.4, understood: [], nearMisses: [], gaveUp: [] }) } } },
  'number-swap': { start: { open: sampleCase({ plan: false, patch: at('number') }) }, steps: ['ArrowDown', 'Control+Enter'] },
  'number-offline': {
    start: { open: sampleCase({ ...ready, number: null, patch: at('number') }), connection: { state: 'offline', since: '2026-11-23T01:52:00.000Z' } },
    steps: ['click:普通', 'ArrowDown', 'Insert', 'ArrowDown', 'Insert'],
  },
  'number-unread-list': { start: { open: sampleCase({ ...ready, number: null, patch: at('number') }), connection: { state: 'offline', since: '2026-11-23T01:52:00.000Z' } }, steps: [...'8899', 'ArrowDown', 'Insert', 'ArrowDown', 'Insert', 'Control+a', ...'好号'] },
  'number-special-first': {
    start: { open: sampleCase({ ...ready, number: null, patch: at('number') }), connection: { state: 'offline', since: '2026-11-23T01:52:00.000Z' } },
    steps: [...'8899', 'ArrowDown', 'Insert', 'Control+a', ...'普通', ...Array.from({ length: 5 }, () => ['ArrowDown', 'Insert']).flat()],
  },
  'number-lone-pick': {
    start: { open: sampleCase({ ...ready, number: heldNumber('4006123457', { hold: 'provisional' }), patch: at('number') }), connection: { state: 'offline', since: '2026-11-23T01:52:00.000Z' } },
  },
  'number-lost': { start: { open: sampleCase({ ...ready, number: heldNumber('4006091188', { hold: 'lost', alternatives: ['4006081188', '4006095566', '4006093388'].map((digits) => heldNumber(digits)) }), patch: at('number') }) } },
  'number-replaced': { start: { open: sampleCase({ ...ready, number: heldNumber('4006123457', { replaced: { digits: '4006091188', rank: 1 } }), patch: at('number') }) } },
  'number-replaced-asked': { start: { open: sampleCase({ ...ready, number: heldNumber('4006123457', { hold: 'provisional', expiresAt: null, fallbacks: [heldNumber('4006123458')], replaced: { digits: '4006091188', rank: 1 } }), patch: at('number') }) } },
  'activation-replaced': { start: { open: sampleCase({ ...ready, number: heldNumber('4006123457', { replaced: { digits: '4006091188', rank: 1 } }), agreement: true, formSigned: true, documents: 'all', paid: true, submitted: true, patch: at('activation') }) } },
  'plan-approval': { start: { open: sampleCase({ approval: 'none', patch: at('plan') }) } },
  plan: { start: { open: sampleCase({ ...ready, plan: false, patch: at('plan') }) } },
  'plan-settled': { start: { open: sampleCase({ ...ready, plan: false, patch: at('plan') }) }, steps: ['ArrowRight', 'ArrowRight', 'Control+Enter', '1'] },
  'plan-reason': { start: { open: sampleCase({ ...ready, plan: false, patch: at('plan') }) }, steps: ['ArrowRight', 'Control+Enter'] },
  'plan-quote': { start: { open: sampleCase({ ...ready, plan: false, patch: at('plan') }) }, steps: ['End', ...Array.from({ length: 6 }, () => 'ArrowRight'), 'F7'] },
  'plan-chart': { start: { open: sampleCase({ ...ready, plan: false, patch: at('plan') }) }, steps: ['Space'] },
  'plan-not-asked': { start: { open: sampleCase({ ...ready, plan: false, patch: at('plan') }), answers: { 'plans/compare': () => ({ ...withoutSamples, usage: { ...sampleUsage, asked: false } }) } }, steps: ['F3'] },
  'plan-estimate': { start: { open: sampleCase({ ...ready, plan: false, patch: at('plan') }) }, steps: ['click:按通数估', '5', '4', '0', 'Enter'] },
  'plan-calls': { start: { open: sampleCase({ ...ready, plan: false, patch: at('plan') }), answers: { 'plans/compare': () => sampleImport.comparison } } },
  'plan-import': { start: { open: sampleCase({ ...ready, plan: false, patch: at('plan') }) }, steps: ['file:导入话单'] },
  'plan-none': { start: { open: sampleCase({ ...ready, plan: false, patch: at('plan') }), answers: { 'plans/list': () => ({ code: 'number-not-chosen' }) } } },
  'carry-show': {
    start: { open: sampleCase({ approval: 'requested', patch: at('plan') }), answers: { 'approval/export-request': () => ({ text: 'x', parts: [`H4P.x.1.2.${'8f3a'.repeat(300)}`, `H4P.x.2.2.${'77ab'.repeat(200)}`], fileName: null }) } },
    steps: ['click:带去班长电脑审批'],
  },
  'carry-read': { start: { open: sampleCase({ approval: 'requested', patch: at('plan') }) }, steps: ['click:导入审批码'] },
  'agreement-bills': { start: { open: sampleCase({ ...ready, patch: at('agreement') }) }, steps: ['F5', 'F5', 'F5', 'b'] },
  'agreement-bills-bonus': { start: { open: sampleCase({ ...ready, patch: at('agreement') }), answers: { 'plans/preview-bills': ({ exitOn }) => sampleBills(exitOn, 'minimum-50', 120) } }, steps: ['F5', 'F5', 'F5', 'b', 'ArrowDown', 'ArrowDown'] },
  'agreement-bills-promised': { start: { open: sampleCase({ ...ready, patch: at('agreement') }), answers: { 'plans/preview-bills': ({ exitOn }) => sampleBills(exitOn, 'prepaid-3000', 300) } }, steps: ['F5', 'F5', 'F5', 'b'] },
  agreement: { start: { open: sampleCase({ ...ready, patch: at('agreement') }) } },
  form: { start: { open: sampleCase({ ...ready, agreement: true, patch: at('form') }) } },
  'form-rules': { start: { open: sampleCase({ ...ready, agreement: true, patch: at('form') }) }, steps: ['PageDown'] },
  'form-menus': { start: { open: sampleCase({ ...ready, agreement: true, patch: at('form') }) }, steps: ['PageDown', 'PageDown', 'Insert'] },
  'form-lists': { start: { open: sampleCase({ ...ready, agreement: true, patch: at('form') }) }, steps: ['PageDown', 'PageDown', 'PageDown'] },
  'form-try': { start: { open: sampleCase({ ...ready, agreement: true, patch: at('form') }) }, steps: ['F6', 'PageUp', 'PageUp'] },
  'form-map': { start: { open: sampleCase({ ...ready, form: { ...form, otherwise: 'announcement' }, agreement: true, patch: at('form') }) }, steps: ['PageUp'] },
  'form-reach': { start: { open: sampleCase({ ...ready, agreement: true, patch: at('form') }) }, steps: ['PageUp', 'F3', 'F3'] },
  'form-template': { start: { open: sampleCase({ customer, number: ordinary, agreement: true, patch: at('form') }) }, steps: ['5'] },
  'form-copy': { start: { open: sampleCase({ customer, number: ordinary, agreement: true, patch: at('form') }) }, steps: ['6'] },
  'form-empty': { start: { open: sampleCase({ customer, number: ordinary, agreement: true, patch: at('form') }) } },
  'form-added': { start: { open: sampleCase({ customer, number: ordinary, agreement: true, patch: at('form') }) }, steps: ['Insert', '0', '1', '0', 'Insert', 'Control+Enter'] },
  'form-sign': { start: { open: sampleCase({ ...ready, agreement: true, patch: at('form') }) }, steps: ['Control+Enter'] },
  documents: { start: { open: sampleCase({ ...ready, agreement: true, formSigned: true, documents: 'some', patch: at('documents') }) } },
  prepayment: { start: { open: sampleCase({ ...ready, agreement: true, formSigned: true, documents: 'all', patch: at('prepayment') }) } },
  'prepayment-no-shift': { start: { till: 'none', open: sampleCase({ ...ready, agreement: true, formSigned: true, documents: 'all', patch: at('prepayment') }) } },
  'prepayment-stranger': { start: { open: sampleCase({ ...ready, agreement: true, formSigned: true, documents: 'all', patch: at('prepayment') }) }, steps: ['Control+3', 'Tab', 'Tab', 'Control+a', ...'北京方舟控股有限公司'] },
  'prepayment-reverse': { start: { open: sampleCase({ ...ready, agreement: true, formSigned: true, documents: 'all', paid: true, patch: at('prepayment') }) }, steps: ['F7'] },
  'till-none': { start: { till: 'none' }, steps: ['click:收银'] },
  'till-blind': { start: { till: 'open' }, steps: ['click:收银'] },
  'till-counted': { start: { till: 'counted' }, steps: ['click:收银'] },
  'till-explain': { start: { till: 'counted' }, steps: ['click:收银', 'Enter'] },
  'till-slips': { start: { till: 'counted' }, steps: ['click:收银', 'ArrowDown', 'Enter'] },
  'till-close': { start: { till: 'explained' }, steps: ['click:收银', 'Control+Enter'] },
  'till-closed': { start: { till: 'closed' }, steps: ['click:收银', 'F3', 'Tab', 'Enter'] },
  'till-history': { start: { till: 'counted' }, steps: ['click:收银', 'F3'] },
  'activation-calls': { start: { open: activatedCase() } },
  activation: { start: { open: sampleCase({ ...ready, agreement: true, formSigned: true, documents: 'all', paid: true, submitted: true, patch: at('activation') }) } },
  approval: { start: { staff: { ...clerk, staffNo: 'BJ40101', name: '周立群', role: 'supervisor' } }, steps: ['click:审批'] },
  'approval-desk': {
    start: { staff: { ...clerk, staffNo: 'BJ40101', name: '周立群', role: 'supervisor' }, answers: {
      'approval/queue': () => sampleQueue, 'approval/show': ({ approvalId }) => { const row = sampleQueue.find((one) => one.approvalId === approvalId); return row ? sampleDetail(row) : { code: 'approval-not-found' as const }; }, 'approval/similar': () => sampleSimilar,
    } },
    steps: ['click:审批'],
  },
  outbox: { start: { outbox: sampleOutbox, connection: { state: 'offline', since: '2026-11-23T01:52:00.000Z', waiting: 6, parked: 1, lastSyncAt: '2026-11-23T01:51:48.000Z' } }, steps: ['click:待发', 'ArrowDown'] },
  'outbox-empty': { start: { outbox: [], connection: { waiting: 0 } }, steps: ['click:待发'] },
  rules: { start: { staff: { ...clerk, staffNo: 'BJ40001', name: '郑晓岚', role: 'admin' } }, steps: ['click:看规则、试号', 'Slash', '4', '0', '0', '6', '0', '1', '1', '2', '1', '2'] },
  'rules-preview': { start: { staff: { ...clerk, staffNo: 'BJ40001', name: '郑晓岚', role: 'admin' } }, steps: ['click:看规则、试号', 'F3'] },
  'rules-wrong': { start: { staff: { ...clerk, staffNo: 'BJ40001', name: '郑晓岚', role: 'admin' } }, steps: ['click:看规则、试号', 'click:加一条', 'Control+a', 'Backspace', 'Tab', 'Tab', 'Control+a', ...'AABBCCDD', 'Control+Enter'] },
  'customer-window': { hash: '#customer', start: { answers: { 'customer/scene': () => ({ kind: 'shortlist', hallName: '望京营业厅', items: sampleShortlist, lit: '4006091188' }) } } },
  'customer-window-plans': { hash: '#customer', start: { answers: { 'customer/scene': () => shownPlans } } },
  'customer-window-trial': { hash: '#customer', start: { answers: { 'customer/scene': sampleTrial } } },
  'customer-window-two': { hash: '#customer', start: { answers: { 'customer/scene': () => ({ kind: 'shortlist', hallName: '望京营业厅', items: sampleShortlist.slice(0, 2), lit: null }) } } },
  'rules-heads': { start: { staff: { ...clerk, staffNo: 'BJ40001', name: '郑晓岚', role: 'admin' } }, steps: ['click:看规则、试号', 'tab:号头和降级'] },
  'rules-grades': { start: { staff: { ...clerk, staffNo: 'BJ40001', name: '郑晓岚', role: 'admin' } }, steps: ['click:看规则、试号', 'tab:等级和金额'] },
  'lease-force': { start: { staff: { ...clerk, staffNo: 'BJ40101', name: '周立群', role: 'supervisor' } }, steps: ['click:设置', 'click:查看各台电脑的离线号', 'click:强行收回'] },
  'approval-beside': {
    start: { answers: { 'approval/queue': () => sampleQueue.map((row) => ({ ...row, mayNot: 'not-supervisor' as const })), 'approval/show': () => sampleDetail({ ...(sampleQueue[0] as (typeof sampleQueue)[number]), mayNot: 'not-supervisor' }), 'approval/similar': () => [] } },
    steps: ['click:审批', 'F5', 'F5', 'y'],
  },
  'settings-supervisor': { start: { staff: { ...clerk, staffNo: 'BJ40101', name: '周立群', role: 'supervisor' } }, steps: ['click:设置', 'click:查看各台电脑的离线号'] },
  catalogue: { start: { staff: { ...clerk, staffNo: 'BJ40001', name: '郑晓岚', role: 'admin' } }, steps: ['F6'] },
  'catalogue-price': { start: { staff: { ...clerk, staffNo: 'BJ40001', name: '郑晓岚', role: 'admin' } }, steps: ['F6', ...Array.from({ length: 8 }, () => 'ArrowDown'), 'Enter', ...'95', 'Tab', ...'按厅务会定价'] },
  'catalogue-confirm': { start: { staff: { ...clerk, staffNo: 'BJ40001', name: '郑晓岚', role: 'admin' } }, steps: ['F6', ...Array.from({ length: 8 }, () => 'ArrowDown'), 'Enter', ...'95', 'Tab', ...'按厅务会定价', 'Control+Enter'] },
  'catalogue-wrong': { start: { staff: { ...clerk, staffNo: 'BJ40001', name: '郑晓岚', role: 'admin' }, answers: { 'catalogue/fetch': () => ({ code: 'catalogue-unreadable' }), 'catalogue/read': () => ({
    ...sampleCatalogue, warnings: [{ code: 'grade-above-range', planId: 'hall-standard', grade: 1, minimumLi: 3_600_000, toLi: 3_000_000 }],
    carrier: { at: '2026-11-23T02:40:00.000Z', outcome: 'unreadable', problem: { offering: 'beijing-500', member: 'rates.kind', why: 'Invalid discriminator value' }, heardAt: '2026-11-20T01:12:00.000Z' },
  }) } }, steps: ['F6', 'F5'] },
  'catalogue-versions': { start: { staff: { ...clerk, staffNo: 'BJ40001', name: '郑晓岚', role: 'admin' } }, steps: ['F6', 'F7', 'F7', 'F7'] },
  'catalogue-add-ons': { start: { staff: { ...clerk, staffNo: 'BJ40001', name: '郑晓岚', role: 'admin' } }, steps: ['F6', 'F7'] },
  settings: { start: { staff: { ...clerk, staffNo: 'BJ40001', name: '郑晓岚', role: 'admin' } } },
};
