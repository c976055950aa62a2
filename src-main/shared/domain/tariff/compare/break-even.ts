import type { Li } from '../../money/money.ts';
import { added, cutAt, type Polyline, scaled, valueAt, type Vertex } from './polyline.ts';

/** What a plan costs over the term: exactly at a whole minute by the engine, and its line before rounding. */
export type CostCurve = { readonly planId: string; readonly costAt: (minutes: number) => Li; readonly line: Polyline; readonly roundingLi: number };

/** From `minutes` on `cheaper` costs less than the other. */
export type BreakEven = { readonly minutes: number; readonly cheaper: CostCurve };

/** A change of order at or after `from`; at `to` it has taken place. */
export type Crossing = { readonly from: number; readonly to: number; readonly cheaper: CostCurve; readonly dearer: CostCurve };

/** Every whole minute at which one of two plans takes over from the other (tariff-rules.md 8.5), exact by the engine. */
export const breakEven = (a: CostCurve, b: CostCurve): readonly BreakEven[] => crossings(a, b).map((crossing) => ({ minutes: settled(crossing), cheaper: crossing.cheaper }));

/** The changes of order: between two crossings of the lines one plan is cheaper, and the engine is asked only where that is plainest. */
export function crossings(a: CostCurve, b: CostCurve): readonly Crossing[] {
  const found: Crossing[] = [];
  // Where both cost the same without calls neither is ahead yet.
  let [cheapest, from] = [cheaperAt(0, a, b), 0];
  for (const { plainest, clear } of stretches(a, b)) {
    const cheaper = cheaperAt(plainest, a, b);
    if (cheaper !== null && cheaper !== cheapest) {
      found.push({ from, to: clear ?? plainest, cheaper, dearer: cheaper === a ? b : a });
      cheapest = cheaper;
    }
    from = plainest;
  }
  return found;
}

function cheaperAt(minutes: number, a: CostCurve, b: CostCurve): CostCurve | null {
  const gap = b.costAt(minutes) - a.costAt(minutes);
  return gap === 0 ? null : gap > 0 ? a : b;
}

/** The least minute from which on the new order holds: found downwards, because around a crossing rounding may turn it more than once. */
export function settled({ from, to, cheaper, dearer }: Crossing): number {
  let minutes = to;
  while (minutes > from + 1 && cheaper.costAt(minutes - 1) < dearer.costAt(minutes - 1)) minutes -= 1;
  return minutes;
}

/** Between two crossings of the lines: the whole minute where they are farthest apart, and the first where rounding cannot hide which is cheaper, if any. */
type Stretch = { readonly plainest: number; readonly clear: number | null };

/** Lines this near are one line. */
const TINY_LI = 0.01;

function stretches(a: CostCurve, b: CostCurve): readonly Stretch[] {
  const rounding = a.roundingLi + b.roundingLi;
  const gap = [0, rounding, -rounding].reduce(cutAt, added(b.line, scaled(a.line, -1)));
  const found: { side: number; minutes: number[] }[] = [];
  gap.slice(1).forEach(({ x: right }, at) => {
    const left = (gap[at] as Vertex).x;
    const middle = valueAt(gap, (left + right) / 2);
    const side = Math.abs(middle) < TINY_LI ? 0 : Math.sign(middle);
    const [first, last] = [Math.ceil(left), Math.floor(right)];
    if (side === 0 || first > last) return;
    if (found.at(-1)?.side !== side) found.push({ side, minutes: [] });
    found.at(-1)?.minutes.push(first, last);
  });
  return found.map(({ minutes }) => {
    const apart = (minute: number): number => Math.abs(valueAt(gap, minute));
    return { plainest: minutes.reduce((best, minute) => (apart(minute) > apart(best) + TINY_LI ? minute : best)), clear: minutes.find((minute) => apart(minute) > rounding) ?? null };
  });
}
