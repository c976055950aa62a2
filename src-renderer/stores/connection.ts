import { createContext, useContext, useEffect } from 'react';
import { createStore, type StoreApi, useStore } from 'zustand';
import type { Connection } from '#contract/session.ts';
import { assert } from '#domain/assert.ts';
import type { Bridge } from '../bridge/bridge.ts';

export type ConnectionStore = StoreApi<{ readonly connection: Connection | null; readonly ask: () => Promise<void> }>;

/** The line to the carrier and what waits for it; kept fresh by pushes. */
export function makeConnection(bridge: Bridge): ConnectionStore {
  const store: ConnectionStore = createStore((set) => ({
    connection: null,
    ask: async () => {
      const answer = await bridge.invoke('outbox/status', undefined);
      if (answer.ok) set({ connection: answer.value });
    },
  }));
  bridge.subscribe('connection/changed', (connection) => store.setState({ connection }));
  bridge.subscribe('outbox/changed', (counts) => {
    const { connection } = store.getState();
    if (connection) store.setState({ connection: { ...connection, ...counts } });
  });
  bridge.subscribe('session/changed', ({ connection }) => store.setState({ connection }));
  return store;
}

export const ConnectionContext = createContext<ConnectionStore | null>(null);

function useConnectionStore(): ConnectionStore {
  const store = useContext(ConnectionContext);
  assert(store, 'useConnection: no connection store above this screen');
  return store;
}

/** Tells the carrier's time as it is known now: for timers, not for what is drawn (`ui/use-now.ts`). */
export function useCarrierTime(): () => string {
  const store = useConnectionStore();
  return () => new Date(Date.now() + (store.getState().connection?.aheadMs ?? 0)).toISOString();
}

/** The line as last heard; null only before main's first word. */
export const useConnection = (): Connection | null => useStore(useConnectionStore(), (state) => state.connection);

/** Asks main for the line once, when someone signed in; after that the pushes keep it fresh. */
export function useAskConnection(): void {
  const store = useConnectionStore();
  useEffect(() => void store.getState().ask(), [store]);
}
