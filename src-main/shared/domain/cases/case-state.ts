/**
 * State of a case, in the words of TMF622 ProductOrder. `draft` until the hall submits; after that the carrier
 * leads: acknowledged → inProgress → completed, with pending (the hall must act) and held (the carrier is blocked).
 */
export const caseStates = [
  'draft', 'acknowledged', 'inProgress', 'pending', 'held', 'completed', 'cancelled', 'rejected', 'failed',
] as const;

/** One of the states of a case. */
export type CaseState = (typeof caseStates)[number];

/** No state follows these. */
export const isFinal = (state: CaseState): boolean =>
  state === 'completed' || state === 'cancelled' || state === 'rejected' || state === 'failed';

const edges: Readonly<Record<CaseState, readonly CaseState[]>> = {
  draft: ['acknowledged', 'inProgress', 'pending', 'cancelled', 'rejected'],
  acknowledged: ['inProgress', 'pending', 'held', 'completed', 'rejected', 'cancelled', 'failed'],
  inProgress: ['pending', 'held', 'completed', 'failed', 'cancelled', 'rejected'],
  pending: ['inProgress', 'held', 'completed', 'cancelled', 'rejected', 'failed'],
  held: ['inProgress', 'pending', 'completed', 'cancelled', 'failed'],
  completed: [],
  cancelled: [],
  rejected: [],
  failed: [],
};

/** Whether the carrier's feed may take a case from one state to another; the same state again is no move. */
export const mayMove = (from: CaseState, to: CaseState): boolean => edges[from].includes(to);
