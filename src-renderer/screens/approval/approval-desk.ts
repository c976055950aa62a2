import { createStore, type StoreApi } from 'zustand';
import type { ApprovalDetail, ApprovalQueueRow, BatchOutcome, CarriedText, SimilarDecision } from '#contract/approval.ts';
import type { Failure } from '#contract/failures.ts';
import { takeBackMs } from '#domain/approval/approval.ts';
import { checkReturn, type ReturnReason } from '#domain/approval/return-reason.ts';
import { formatNumber } from '#domain/number/number.ts';
import type { Bridge } from '../../bridge/bridge.ts';
import { approvalText } from '../../text/approval.ts';

export type Decision = 'approve' | 'return';
type Waiting = 'tick' | 1 | -1;
export type Supervisor = { readonly staffNo: string; readonly password: string };

/** A request in the batch, bound to what the supervisor saw of it. */
export type Ticked = { readonly row: ApprovalQueueRow; readonly bindingHash: string };

/** The desk: what waits, the one in hand, and what the decision will say. */
export type ApprovalDesk = {
  readonly queue: readonly ApprovalQueueRow[] | null;
  readonly current: ApprovalQueueRow | null;
  readonly detail: ApprovalDetail | null;
  readonly failure: Failure | null;
  /** What was just done, or what is still missing for a return. */
  readonly notice: { readonly tone: 'success' | 'warning'; readonly text: string } | null;
  readonly reasons: readonly ReturnReason[];
  readonly note: string;
  readonly busy: boolean;
  /** Past decisions like the one in hand. */
  readonly similar: readonly SimilarDecision[];
  /** The decision that can still be taken back, and until when (ms). */
  readonly last: { readonly approvalId: string; readonly until: number } | null;
  /** Requests ticked to be decided together, each with the hash of what was shown when it was ticked. */
  readonly batch: readonly Ticked[];
  /** Keys struck before the request in hand was shown: they act on it once it is. */
  readonly later: readonly Waiting[];
  /** A request that was carried here: its text, to be signed for. */
  readonly carried: string | null;
  readonly refresh: () => Promise<void>;
  /** Asks now, and whenever a case of this PC or a request of another PC changed, until stopped. */
  readonly start: () => () => void;
  readonly stand: (row: ApprovalQueueRow) => void;
  readonly move: (step: 1 | -1) => void;
  readonly toggle: (reason: ReturnReason) => void;
  readonly write: (note: string) => void;
  /** Whether a return may go out as it stands; says what is missing when not. */
  readonly mayReturn: () => boolean;
  /** Whether there is a batch to decide; says how to make one when not. */
  readonly mayBatch: () => boolean;
  readonly takeBack: () => Promise<void>;
  readonly tick: (row: ApprovalQueueRow) => void;
  readonly decideBatch: (decision: Decision) => Promise<BatchOutcome | Failure>;
  readonly readRequest: (text: string) => Promise<Failure | null>;
  readonly signToken: (decision: Decision, password: string, asFile: boolean) => Promise<CarriedText | Failure>;
  /** Null when it is decided; the failure when not, so that the dialog can say it. */
  readonly decide: (decision: Decision, supervisor: Supervisor | null) => Promise<Failure | null>;
};

/** The next one must be seen before it can be decided: a key struck twice decides once. */
const pauseMs = 600;

type Get = () => ApprovalDesk;
type Set = (patch: Partial<ApprovalDesk>) => void;

const clean = { reasons: [], note: '', notice: null, failure: null } as const;

export function makeApprovalDesk(bridge: Bridge): StoreApi<ApprovalDesk> {
  return createStore<ApprovalDesk>((set, get) => ({
    queue: null, current: null, detail: null, busy: false, similar: [], last: null, batch: [], later: [], carried: null, ...clean,
    refresh: async () => {
      const answer = await bridge.invoke('approval/queue', undefined);
      if (answer.ok) await settle(bridge, set, get, answer.value);
      else set({ failure: answer.error });
    },
    start: () => {
      const ask = (): void => void get().refresh();
      ask();
      const stops = [bridge.subscribe('case/changed', ask), bridge.subscribe('approval/changed', ask)];
      return () => { for (const stop of stops) stop(); };
    },
    stand: (row) => {
      if (row.approvalId === get().current?.approvalId) return;
      set({ current: row, detail: null, similar: [], later: [], carried: null, ...clean });
      void show(bridge, set, get);
    },
    move: (step) => {
      const { queue, current, stand, later } = get();
      if (later.length > 0) { set({ later: [...later, step] }); return; }
      const at = queue?.findIndex((row) => row.approvalId === current?.approvalId) ?? -1;
      const next = queue?.[Math.max(0, Math.min(queue.length - 1, at + step))];
      if (next) stand(next);
    },
    toggle: (reason) => set({ notice: null, reasons: get().reasons.includes(reason) ? get().reasons.filter((one) => one !== reason) : [...get().reasons, reason] }),
    write: (note) => set({ note, notice: null }),
    mayReturn: () => {
      const checked = checkReturn(get().reasons, get().note);
      if (!checked.ok) set({ notice: { tone: 'warning', text: checked.error.code === 'return-note-missing' ? approvalText.noteNeeded : approvalText.pickReason } });
      return checked.ok;
    },
    mayBatch: () => {
      const ready = get().batch.length > 1;
      if (!ready) set({ notice: { tone: 'warning', text: approvalText.tickFirst } });
      return ready;
    },
    decide: (decision, supervisor) => decide(bridge, set, get, decision, supervisor),
    ...batchHands(bridge, set, get),
    ...carriedHands(bridge, set, get),
  }));
}

async function decide(bridge: Bridge, set: Set, get: Get, decision: Decision, supervisor: Supervisor | null): Promise<Failure | null> {
  const { detail, reasons, note, busy, queue } = get();
  if (!detail || busy) return null;
  set({ busy: true, failure: null });
  const { approvalId, number } = detail.row;
  const answer = await bridge.invoke('approval/decide', {
    approvalId, decision, reasons: decision === 'return' ? [...reasons] : [], note: note.trim(), bindingHash: detail.bindingHash, supervisor,
  });
  if (!answer.ok) {
    set({ busy: false, failure: supervisor === null ? answer.error : null });
    // Decided on words that changed meanwhile: show what it says now.
    if (answer.error.code === 'content-changed' || answer.error.code === 'approval-already-decided') await get().refresh();
    return answer.error;
  }
  const at = queue?.findIndex((row) => row.approvalId === approvalId) ?? 0;
  set({ current: answer.value.queue[at] ?? answer.value.queue.at(-1) ?? null, detail: null, ...clean });
  await settle(bridge, set, get, answer.value.queue);
  const say = decision === 'approve' ? approvalText.approved : approvalText.returned;
  set({ notice: { tone: 'success', text: say(formatNumber(number)) }, last: supervisor === null ? { approvalId, until: Date.now() + takeBackMs } : null });
  setTimeout(() => set({ busy: false }), pauseMs);
  return null;
}

/** A new queue: the one in hand stays in hand while it is there, else the first that may be decided. */
async function settle(bridge: Bridge, set: Set, get: Get, queue: readonly ApprovalQueueRow[]): Promise<void> {
  if (get().carried !== null) { set({ queue }); return; }
  const held = get().current;
  const current = queue.find((row) => row.approvalId === held?.approvalId) ?? queue.find((row) => row.mayNot === null) ?? queue[0] ?? null;
  set({ queue, current, batch: get().batch.filter(({ row }) => queue.some((one) => one.approvalId === row.approvalId)), ...(current?.approvalId === held?.approvalId ? {} : { detail: null, reasons: [], note: '' }) });
  await show(bridge, set, get);
}

async function show(bridge: Bridge, set: Set, get: Get): Promise<void> {
  const { current } = get();
  if (!current) { set({ detail: null }); return; }
  const answer = await bridge.invoke('approval/show', { approvalId: current.approvalId });
  // Another one was taken in hand meanwhile.
  if (get().current?.approvalId !== current.approvalId) return;
  set(answer.ok ? { detail: answer.value } : { detail: null, failure: answer.error, later: [] });
  catchUp(set, get);
  await showSimilar(bridge, set, get);
}

/** What was struck too early, in its order; a move loads the next request, and the rest waits for that one. */
function catchUp(set: Set, get: Get): void {
  for (;;) {
    const { later: [first, ...rest], current, detail, tick, move } = get();
    if (first === undefined || detail === null || !current) return;
    set({ later: [] });
    if (first === 'tick') tick(current); else move(first);
    set({ later: rest });
  }
}

async function showSimilar(bridge: Bridge, set: Set, get: Get): Promise<void> {
  const { current } = get();
  if (!current) return;
  const answer = await bridge.invoke('approval/similar', { approvalId: current.approvalId });
  if (get().current?.approvalId === current.approvalId) set({ similar: answer.ok ? answer.value : [] });
}

function batchHands(bridge: Bridge, set: Set, get: Get): Pick<ApprovalDesk, 'takeBack' | 'tick' | 'decideBatch'> {
  return {
    takeBack: async () => {
      const { last } = get();
      if (!last) return;
      set({ last: null });
      const answer = await bridge.invoke('approval/take-back', { approvalId: last.approvalId });
      if (!answer.ok) return set({ failure: answer.error });
      const back = answer.value.queue.find((row) => row.approvalId === last.approvalId);
      set({ ...(back ? { current: back, detail: null, similar: [], later: [], carried: null } : {}), ...clean, notice: { tone: 'warning', text: approvalText.takenBack } });
      await settle(bridge, set, get, answer.value.queue);
    },
    tick: (row) => {
      const { batch, detail, current, later, failure } = get();
      // Ticking binds to what was shown: before it is shown the wish waits.
      if (detail === null && failure === null && current?.approvalId === row.approvalId) { set({ later: [...later, 'tick'] }); return; }
      const first = batch[0]?.row;
      const fits = detail?.row.approvalId === row.approvalId && row.mayNot === null && row.origin === 'here' && batch.length < 20 && (!first || (first.grade === row.grade && first.planId === row.planId));
      if (batch.some((one) => one.row.approvalId === row.approvalId)) set({ batch: batch.filter((one) => one.row.approvalId !== row.approvalId), notice: null });
      else if (fits) set({ batch: [...batch, { row, bindingHash: detail.bindingHash }], notice: null });
      else set({ notice: { tone: 'warning', text: approvalText.batchUnfit } });
    },
    decideBatch: async (decision) => {
      const { batch, reasons, note } = get();
      set({ busy: true });
      const items = batch.map(({ row, bindingHash }) => ({ approvalId: row.approvalId, bindingHash }));
      const answer = await bridge.invoke('approval/decide-batch', { items, decision, reasons: decision === 'return' ? [...reasons] : [], note: note.trim() });
      set({ busy: false });
      if (!answer.ok) return answer.error;
      set({ batch: [], ...clean });
      await settle(bridge, set, get, answer.value.queue);
      return answer.value.outcome;
    },
  };
}

function carriedHands(bridge: Bridge, set: Set, get: Get): Pick<ApprovalDesk, 'readRequest' | 'signToken'> {
  return {
    readRequest: async (text) => {
      const answer = await bridge.invoke('approval/import-request', { text });
      if (!answer.ok) return answer.error;
      set({ ...clean, carried: text, current: answer.value.row, detail: answer.value, similar: [] });
      await showSimilar(bridge, set, get);
      return null;
    },
    signToken: async (decision, password, asFile) => {
      const { carried, reasons, note } = get();
      const answer = await bridge.invoke('approval/sign-token', { request: carried ?? '', decision, reasons: decision === 'return' ? [...reasons] : [], note: note.trim(), password, asFile });
      return answer.ok ? answer.value : answer.error;
    },
  };
}
