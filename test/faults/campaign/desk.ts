import type { CaseView } from '#contract/cases.ts';

/** What a desk tells while it works: a step begins, and the console has answered that it is done. */
export type Progress = {
  readonly begun: (step: string) => void;
  readonly acknowledged: (step: string, view: CaseView) => void;
};

/** A console that can be killed: in a Node child without a window, or behind its window. */
export type Desk = {
  /** All cases as the console reads them back. */
  readonly views: () => Promise<readonly CaseView[]>;
  /** Goes on with a case (or makes one) from wherever it stands; resolves at its end, or when the desk was killed. */
  readonly work: (caseId: string | null, sequence: number, progress: Progress) => Promise<WorkEnd>;
  /** SIGKILL; resolves when the process is gone. */
  readonly kill: () => Promise<void>;
  readonly close: () => Promise<void>;
  /** Where database and vault lie, and the key to look into them. */
  readonly dataDir: string;
  readonly key: Uint8Array;
};

/** `broke` is a step that the console refused: no kill may have that effect. */
export type WorkEnd = { readonly kind: 'done' | 'killed' } | { readonly kind: 'broke'; readonly step: string; readonly problem: string };

/** Opens (again) the console on a folder. */
export type OpenDesk = (folder: string) => Promise<Desk>;
