import type { CaseTask } from './campaign-step.ts';
import type { Everything, Standing } from './standing.ts';

/** What a desk tells while it works: a step begins, and the console has answered that it is done. `line` is the plug of the carrier. */
export type Progress = {
  readonly begun: (step: string) => void;
  readonly acknowledged: (step: string, standing: Standing) => void;
  readonly line: (up: boolean) => Promise<void>;
};

/** Goes on with a case (null: makes one). `isUp`: whether the carrier runs; `token`: what was signed for it before. */
export type WorkOrder = { readonly caseId: string | null; readonly task: CaseTask; readonly isUp: boolean; readonly token: string | null };

/** A console that can be killed: in a Node child without a window, or behind its window. */
export type Desk = {
  /** Everything as the console reads it back. */
  readonly read: () => Promise<Everything>;
  /** Works on a case from wherever it stands; resolves at its end, or when the desk was killed. */
  readonly work: (order: WorkOrder, progress: Progress) => Promise<WorkEnd>;
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
