import type { CaseState } from './case-state.ts';

/** Where the case's number stands. */
export type NumberFacts = {
  readonly grade: number;
  /** granted: the carrier holds it for us; provisional: picked offline; lost: another hall has it; expired: the hold ran out. */
  readonly hold: 'granted' | 'provisional' | 'lost' | 'expired';
  /** It came in by itself as this fallback of the customer's list, because another hall took those before it. */
  readonly fallbackRank?: number;
};

/** Where a paper (协议 or 受理单) stands. `outdated`: signed for content that has changed since. */
export type PaperFacts = 'none' | 'signed' | 'outdated';

/** Everything that decides the statuses of the eight tasks, and nothing more. */
export type CaseFacts = {
  readonly state: CaseState;
  readonly customerStarted: boolean;
  readonly customerNamed: boolean;
  readonly customerErrors: number;
  readonly number: NumberFacts | null;
  readonly planChosen: boolean;
  readonly planAllowed: boolean;
  readonly approval: 'not-needed' | 'none' | 'requested' | 'approved' | 'returned' | 'void';
  readonly agreement: PaperFacts;
  readonly formStarted: boolean;
  readonly formErrors: number;
  readonly form: PaperFacts;
  readonly documentsMissing: readonly string[];
  readonly documentsAdded: number;
  /** Signed papers whose copy with the company's seal has not been scanned back in (待盖章). */
  readonly awaitingSeal: number;
  readonly dueLi: number;
  readonly receivedLi: number;
  readonly waitingLi: number;
};
