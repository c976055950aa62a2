import { createContext, useContext } from 'react';
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

/** The line as last heard; null only before main's first word. */
export function useConnection(): Connection | null {
  const store = useContext(ConnectionContext);
  assert(store, 'useConnection: no connection store above this screen');
  return useStore(store, (state) => state.connection);
}
