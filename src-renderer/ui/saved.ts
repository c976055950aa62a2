import { createContext, useContext } from 'react';

/** Where saving stands. `at` is the last commit that main confirmed (UTC ISO); it stays when a later save failed. */
export type Saved = { readonly state: 'saved' | 'saving' | 'failed'; readonly at: string | null };

export const SavedContext = createContext<Saved>({ state: 'saved', at: null });

export const useSaved = (): Saved => useContext(SavedContext);
