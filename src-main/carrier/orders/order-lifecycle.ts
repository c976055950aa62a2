import { assert } from '#domain/assert.ts';

/** TMF622 states that this carrier uses. */
export type OrderState =
  | 'acknowledged' | 'rejected' | 'pending' | 'held' | 'inProgress' | 'assessingCancellation' | 'pendingCancellation' | 'cancelled' | 'completed' | 'failed';

/** The official life cycle (LifeCycle_ProductOrder of TMF622): from each state the states that may follow. */
export const orderEdges: Readonly<Record<OrderState, readonly OrderState[]>> = {
  acknowledged: ['inProgress', 'pending'],
  inProgress: ['pending', 'held', 'assessingCancellation', 'completed', 'failed'],
  pending: ['inProgress', 'assessingCancellation', 'cancelled'],
  held: ['inProgress', 'assessingCancellation', 'cancelled'],
  assessingCancellation: ['pending', 'inProgress', 'held', 'pendingCancellation'],
  pendingCancellation: ['cancelled'],
  rejected: [], cancelled: [], completed: [], failed: [],
};

/** Whether nothing can follow. */
export const isFinal = (state: OrderState): boolean => orderEdges[state].length === 0;

/** Throws on an edge the life cycle does not have: that is a bug of ours, never the caller's. */
export function assertEdge(from: OrderState, to: OrderState): void {
  assert(orderEdges[from].includes(to), `assertEdge: ${from} does not lead to ${to}`);
}

/** States that lead to a cancelled order, one event each; an acknowledged order is stepped in first, since it has no edge of its own. */
export function cancellationPath(from: OrderState): readonly OrderState[] {
  const steps: readonly OrderState[] = ['assessingCancellation', 'pendingCancellation', 'cancelled'];
  return from === 'acknowledged' ? ['inProgress', ...steps] : steps;
}
