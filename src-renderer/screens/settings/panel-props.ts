import type { Failure } from '#contract/failures.ts';

/** What a panel gets: whether this person may change it, and where its refusals are shown. */
export type PanelProps = { readonly mayChange: boolean; readonly onFailure: (failure: Failure | null) => void };
