import { createContext, useContext } from 'react';
import { createStore, type StoreApi, useStore } from 'zustand';
import { assert } from '#domain/assert.ts';

/** What fills the work area. `case` shows the open case. */
export type Place = 'workbench' | 'case' | 'approval' | 'till' | 'outbox' | 'settings' | 'rules';

export type Navigation = { readonly place: Place; readonly show: (place: Place) => void };

export const makeNavigation = (): StoreApi<Navigation> => createStore((set) => ({ place: 'workbench', show: (place) => set({ place }) }));

export const NavigationContext = createContext<StoreApi<Navigation> | null>(null);

export function useNavigationStore(): StoreApi<Navigation> {
  const store = useContext(NavigationContext);
  assert(store, 'useNavigation: no navigation above this screen');
  return store;
}

export const useNavigation = (): Navigation => useStore(useNavigationStore());
