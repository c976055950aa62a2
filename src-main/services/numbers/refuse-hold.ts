import type { Failure } from '#contract/failures.ts';
import { unreachable } from '#domain/assert.ts';
import type { Fail } from '#domain/result.ts';
import type { LineFailure } from '../console-context.ts';
import { refuse } from '../refuse.ts';

/** Why the carrier gave no hold, as the clerk reads it. */
export function refuseHold(failure: LineFailure, number: string): Fail<Failure> {
  switch (failure.code) {
    case 'offline': return refuse('carrier-offline');
    case 'taken': return refuse('number-taken', { number });
    case 'over': return refuse('hold-not-found');
    case 'limit': return refuse(failure.of === 'hall' ? 'hall-hold-limit' : 'customer-hold-limit', { limit: failure.limit });
    case 'refused': return refuse('carrier-refused', { reason: failure.reason });
    default: return unreachable(failure);
  }
}
