import type { Li } from '../../money/money.ts';
import { added, cutAt, type Polyline, scaled, valueAt, type Vertex } from './polyline.ts';

/** What a plan costs over the term: exactly at a whole minute by the engine, and its line before rounding. */
export type CostCurve = { readonly planId: string; readonly costAt: (minutes: number) => Li; readonly line: Polyline; readonly roundingLi: number };

/** From `minutes` on `cheaper` costs less than the other. */
export type BreakEven = { readonly minutes: number; readonly cheaper: CostCurve };

/** A change of order somewhere in `from`…`to`, beyond which rounding cannot hide it any more. */
export type Crossing = { readonly from: number; readonly to: number; readonly cheaper: CostCurve; readonly dearer: CostCurve };

/** Every whole minute at which one of two plans takes over from the other (tariff-rules.md 8.5), exact by the engine. */
export const breakEven = (a: CostCurve, b: CostCurve): readonly BreakEven[] => crossings(a, b).map((crossing) => ({ minutes: settled(crossing), cheaper: crossing.cheaper }));

/** The changes of order by the lines; only at the two ends of the range the engine is asked. */
export function crossings(a: CostCurve, b: CostCurve): readonly Crossing[] {
  const found: Crossing[] = [];
  let [holder, other, from] = a.costAt(0) <= b.costAt(0) ? [a, b, 0] : [b, a, 0];
  const take = (to: number): void => {
    found.push({ from, to, cheaper: other, dearer: holder });
    [holder, other] = [other, holder];
  };
  for (const { first, last, cheaper } of clearStretches(a, b)) {
    if (cheaper !== holder) take(first);
    from = last;
  }
  const limit = Math.floor((a.line.at(-1) as Vertex).x);
  if (from < limit && other.costAt(limit) < holder.costAt(limit)) take(limit);
  return found;
}

/** The least minute from which on the new order holds: found downwards, because around a crossing rounding may turn it more than once. */
export function settled({ to, cheaper, dearer }: Crossing): number {
  let minutes = to;
  while (minutes > 1 && cheaper.costAt(minutes - 1) < dearer.costAt(minutes - 1)) minutes -= 1;
  return minutes;
}

type Stretch = { readonly first: number; readonly last: number; readonly cheaper: CostCurve };

/** Whole minutes, first to last, where the lines are farther apart than rounding can move them. */
function clearStretches(a: CostCurve, b: CostCurve): readonly Stretch[] {
  const rounding = a.roundingLi + b.roundingLi;
  const gap = cutAt(cutAt(added(b.line, scaled(a.line, -1)), rounding), -rounding);
  const stretches: Stretch[] = [];
  for (let at = 1; at < gap.length; at += 1) {
    const [left, right] = [(gap[at - 1] as Vertex).x, (gap[at] as Vertex).x];
    const middle = valueAt(gap, (left + right) / 2);
    if (Math.abs(middle) <= rounding) continue;
    const [first, last] = [Math.ceil(left), Math.floor(right)];
    if (first <= last) stretches.push({ first, last, cheaper: middle > 0 ? a : b });
  }
  return stretches;
}
