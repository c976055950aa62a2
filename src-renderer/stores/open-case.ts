import { createContext, useContext } from 'react';
import { createStore, type StoreApi, useStore } from 'zustand';
import type { CaseView } from '#contract/cases.ts';
import type { RequestChannel } from '#contract/channels.ts';
import type { Answer, Request } from '#contract/contract.ts';
import type { Failure } from '#contract/failures.ts';
import { assert } from '#domain/assert.ts';
import type { TaskName } from '#domain/cases/task.ts';
import { nextTask } from '#domain/cases/task-status.ts';
import type { Bridge } from '../bridge/bridge.ts';
import type { Saved } from '../ui/saved.ts';

export type OpenCase = {
  readonly view: CaseView | null;
  readonly task: TaskName;
  /** The field that should have the focus when the task is shown (restart, a jump from an answer or the summary). */
  readonly wantedField: string | null;
  readonly saved: Saved;
  readonly failure: Failure | null;
  readonly open: (caseId: string) => Promise<boolean>;
  readonly create: () => Promise<boolean>;
  readonly close: () => Promise<void>;
  readonly apply: (view: CaseView) => void;
  readonly goTo: (task: TaskName, field?: string | null) => Promise<void>;
  /** To the next task that can be done, in order, after the newest answer of main. */
  readonly goNext: () => Promise<void>;
  /** Remembers where the clerk is, so that a restart lands in the same field. */
  readonly place: (field: string | null) => void;
  readonly act: <C extends RequestChannel>(channel: C, request: Request<C>) => Promise<Answer<C>>;
  readonly dismiss: () => void;
  readonly reload: () => Promise<void>;
  /** Registers what must be saved before the task, the case or the screen is left; answers how to forget it. */
  readonly atLeave: (flush: () => Promise<void>) => () => void;
  readonly flushAll: () => Promise<void>;
};

export type OpenCaseStore = StoreApi<OpenCase>;

type Set = (patch: Partial<OpenCase>) => void;

/** What the clerk types; it stays on the screen until it is on disk. */
const typed: readonly RequestChannel[] = ['cases/save-customer', 'cases/save-form'];
const saves: readonly RequestChannel[] = [...typed, 'plans/choose', 'payments/take', 'documents/add'];

/** The case on the screen: one view from main, replaced as a whole by each answer; nothing is patched here. */
export function makeOpenCase(bridge: Bridge): OpenCaseStore {
  const leaving = new Set<() => Promise<void>>();
  const store = createStore<OpenCase>((set, get) => ({
    view: null, task: 'customer', wantedField: null, saved: { state: 'saved', at: null }, failure: null,
    open: async (caseId) => {
      await get().flushAll();
      return settle(set, await bridge.invoke('cases/open', { caseId }));
    },
    create: async () => {
      await get().flushAll();
      return settle(set, await bridge.invoke('cases/create', undefined));
    },
    close: async () => {
      await get().flushAll();
      set({ view: null, failure: null, wantedField: null });
    },
    apply: (view) => applyTo(set, get(), view),
    goTo: async (task, field = null) => {
      await get().flushAll();
      set({ task, wantedField: field, failure: null });
      get().place(field);
    },
    goNext: async () => {
      await get().flushAll();
      const { view, task } = get();
      const next = view ? nextTask(view.tasks, task) : null;
      if (next) await get().goTo(next);
    },
    place: (field) => {
      const { view, task } = get();
      if (view?.editable) void bridge.invoke('cases/save-place', { caseId: view.caseId, task, field });
    },
    act: (channel, request) => act(bridge, set, get, channel, request),
    dismiss: () => set({ failure: null }),
    reload: async () => {
      const { view } = get();
      if (!view) return;
      const answer = await bridge.invoke('cases/open', { caseId: view.caseId });
      if (answer.ok) applyTo(set, get(), answer.value);
    },
    atLeave: (flush) => { leaving.add(flush); return () => { leaving.delete(flush); }; },
    flushAll: async () => { await Promise.all([...leaving].map((flush) => flush())); },
  }));
  bridge.subscribe('case/changed', ({ caseId }) => {
    if (store.getState().view?.caseId === caseId) void store.getState().reload();
  });
  return store;
}

function settle(set: Set, answer: Answer<'cases/open'>): boolean {
  if (!answer.ok) {
    set({ failure: answer.error });
    return false;
  }
  const view = answer.value;
  set({ view, task: view.place.task, wantedField: view.place.field, saved: { state: 'saved', at: view.savedAt }, failure: null });
  return true;
}

/** Answers can overtake each other: an older revision never replaces a newer one. */
function applyTo(set: Set, now: OpenCase, view: CaseView): void {
  if (now.view && (now.view.caseId !== view.caseId || now.view.revision > view.revision)) return;
  set({ view, saved: { state: 'saved', at: view.savedAt } });
}

async function act<C extends RequestChannel>(bridge: Bridge, set: Set, get: () => OpenCase, channel: C, request: Request<C>): Promise<Answer<C>> {
  const isSave = saves.includes(channel);
  if (isSave) set({ saved: { state: 'saving', at: get().saved.at } });
  const answer = await bridge.invoke(channel, request);
  if (!answer.ok) {
    // A typed field that was refused is not on disk; a refused decision (a plan, a payment) left nothing unsaved behind.
    const now = get().saved;
    set({ failure: answer.error, saved: isSave ? { ...now, state: typed.includes(channel) ? 'failed' : 'saved' } : now });
    return answer;
  }
  set({ failure: null });
  const view = caseViewIn(answer.value);
  if (view) applyTo(set, get(), view);
  if (isSave && get().saved.state !== 'saved') set({ saved: { state: 'saved', at: view?.savedAt ?? get().saved.at } });
  return answer;
}

/** A reply is a case view, carries one as `view`, or has none. */
function caseViewIn(value: unknown): CaseView | null {
  if (typeof value !== 'object' || value === null) return null;
  if ('view' in value) return caseViewIn(value.view);
  return 'caseId' in value && 'revision' in value && 'tasks' in value ? (value as CaseView) : null;
}

export const OpenCaseContext = createContext<OpenCaseStore | null>(null);

export function useOpenCaseStore(): OpenCaseStore {
  const store = useContext(OpenCaseContext);
  assert(store, 'useOpenCase: no case store above this screen');
  return store;
}

/** The open case; a task screen shows `view` and changes it by `act` only. */
export const useOpenCase = (): OpenCase => useStore(useOpenCaseStore());
