import { assert } from '../../assert.ts';
import type { Li } from '../../money/money.ts';
import { type CostCurve, type Crossing, crossings, settled } from './break-even.ts';

/** From `minutes` on `toPlanId` is the cheapest; `costLi` is its cost of the term there. */
export type Switch = { readonly minutes: number; readonly fromPlanId: string; readonly toPlanId: string; readonly costLi: Li };

/** The lower envelope of all plans, walked from the cheapest at no minutes; ties by the order given. */
export function switchPoints(curves: readonly CostCurve[]): readonly Switch[] {
  const found: Switch[] = [];
  if (curves.length === 0) return found;
  let holder = cheapestAt(curves, 0);
  for (let at = 0; ; ) {
    const minutes = nextMinute(holder, curves, at);
    if (minutes === null) return found;
    const next = cheapestAt(curves, minutes);
    found.push({ minutes, fromPlanId: holder.planId, toPlanId: next.planId, costLi: next.costAt(minutes) });
    [holder, at] = [next, minutes];
  }
}

/** The first minute after `at` from which another plan is cheaper; only crossings that may come first are settled by the engine. */
function nextMinute(holder: CostCurve, curves: readonly CostCurve[], at: number): number | null {
  const takingOver = (other: CostCurve): readonly Crossing[] => (other === holder ? [] : crossings(holder, other).filter(({ cheaper, to }) => cheaper === other && to > at));
  let best: number | null = null;
  for (const crossing of curves.flatMap(takingOver).toSorted((a, b) => a.from - b.from)) {
    if (best !== null && crossing.from > best) return best;
    const minutes = settled(crossing);
    if (minutes > at && (best === null || minutes < best)) best = minutes;
  }
  return best;
}

function cheapestAt(curves: readonly CostCurve[], minutes: number): CostCurve {
  const cheapest = curves.reduce<CostCurve | null>((best, curve) => (best === null || curve.costAt(minutes) < best.costAt(minutes) ? curve : best), null);
  assert(cheapest, 'switchPoints: no plan');
  return cheapest;
}
