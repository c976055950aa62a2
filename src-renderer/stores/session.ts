import { createContext, useContext } from 'react';
import { createStore, type StoreApi, useStore } from 'zustand';
import type { RequestChannel } from '#contract/channels.ts';
import type { Answer, Request } from '#contract/contract.ts';
import type { Failure } from '#contract/failures.ts';
import type { SessionState, SetupState, StaffView } from '#contract/session.ts';
import { assert } from '#domain/assert.ts';
import type { Bridge } from '../bridge/bridge.ts';

type SetupChannel = 'setup/first-start' | 'setup/confirm-recovery-key' | 'setup/recover';
type SessionChannel = 'session/sign-in' | 'session/sign-out' | 'session/lock' | 'session/unlock';

export type Session = {
  readonly setup: SetupState | null;
  readonly session: SessionState | null;
  readonly failure: Failure | null;
  readonly busy: boolean;
  readonly start: () => Promise<void>;
  readonly setUp: <C extends SetupChannel>(channel: C, request: Request<C>) => Promise<boolean>;
  readonly change: <C extends SessionChannel>(channel: C, request: Request<C>) => Promise<boolean>;
  readonly touch: () => void;
  readonly dismiss: () => void;
};

export type SessionStore = StoreApi<Session>;

const openingMs = 200;

/** Who sits here, and whether the program is set up, locked or waits for its recovery key. */
export function makeSession(bridge: Bridge): SessionStore {
  const store = createStore<Session>((set) => {
    const settle = <C extends RequestChannel>(answer: Answer<C>, put: (value: Extract<Answer<C>, { ok: true }>['value']) => Partial<Session>): boolean => {
      if (answer.ok) set({ busy: false, failure: null, ...put(answer.value) });
      else set({ busy: false, failure: answer.error });
      return answer.ok;
    };
    return {
      setup: null, session: null, failure: null, busy: false,
      start: async () => {
        const setup = await bridge.invoke('setup/state', undefined);
        if (!settle(setup, (value) => ({ setup: value })) || !setup.ok) return;
        // Main shows the window before its data is open: ask again until it is.
        if (setup.value.stage === 'opening') setTimeout(() => void store.getState().start(), openingMs);
        if (setup.value.stage === 'ready') settle(await bridge.invoke('session/state', undefined), (session) => ({ session }));
      },
      setUp: async (channel, request) => {
        set({ busy: true });
        const answer = await bridge.invoke(channel, request);
        if (!settle<SetupChannel>(answer as Answer<SetupChannel>, (setup) => ({ setup }))) return false;
        settle(await bridge.invoke('session/state', undefined), (session) => ({ session }));
        return true;
      },
      change: async (channel, request) => {
        set({ busy: true });
        const answer = await bridge.invoke(channel, request);
        return settle<SessionChannel>(answer as Answer<SessionChannel>, (session) => ({ session }));
      },
      touch: () => void bridge.invoke('session/touch', undefined),
      dismiss: () => set({ failure: null }),
    };
  });
  bridge.subscribe('session/changed', (session) => store.setState({ session }));
  return store;
}

export const SessionContext = createContext<SessionStore | null>(null);

export function useSessionStore(): SessionStore {
  const store = useContext(SessionContext);
  assert(store, 'useSession: no session store above this screen');
  return store;
}

export const useSession = (): Session => useStore(useSessionStore());

/** The member of staff who is signed in; screens behind the sign-in may rely on one. */
export const useStaff = (): StaffView | null => useSession().session?.staff ?? null;
