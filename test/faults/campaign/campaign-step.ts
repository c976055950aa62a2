import type { CasePlan } from '../../support/ordinary-case.ts';
import type { Caller } from '../../support/test-console.ts';
import type { Standing } from './standing.ts';

/** How a case comes by its number, and what else is done on the way. */
export const caseKinds = ['ordinary', 'listed', 'leased', 'special', 'carried'] as const;
export type CaseKind = (typeof caseKinds)[number];

/** One case of the campaign; the same number is the same company, photos and choices. */
export type CaseTask = { readonly sequence: number; readonly kind: CaseKind };

/** What a step may leave: in a case, in the hall, or nowhere (`line`: the carrier goes or comes; `none`: waits or is refused). */
export type Facet =
  | 'customer' | 'number' | 'list' | 'approval' | 'plan' | 'form' | 'documents' | 'agreement' | 'formPaper' | 'prints' | 'payments' | 'submitted'
  | 'rules' | 'signers' | 'lease' | 'line' | 'none';

/** Where a step works: the console's door, and the plug of the carrier. */
export type Place = { readonly call: Caller; readonly line: (up: boolean) => Promise<void>; readonly isUp: () => boolean };

/** One thing that is done at the desk. `isDone` reads it off what stands, so that a case goes on from wherever it was left. */
export type CampaignStep = {
  readonly name: string;
  readonly facet: Facet;
  readonly isDone: (standing: Standing, plan: CasePlan, isUp: boolean) => boolean;
  /** Answers a token that was carried here, if it made one. */
  readonly run: (place: Place, standing: Standing, plan: CasePlan) => Promise<string | void>;
};
