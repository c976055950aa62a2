import { useSyncExternalStore } from 'react';

const query = window.matchMedia('(width < 1280px)');

function subscribe(listener: () => void): () => void {
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** Below 1280 px table and chart take turns. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => query.matches);
