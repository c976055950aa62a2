import type { ComparedPlan, PlanComparison } from '#contract/plans.ts';

export type Vertex = ComparedPlan['line'][number];

export type ChartFrame = { readonly maxMinutes: number; readonly maxLi: number };

/** The next 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8 × 10ⁿ that is not below. */
export function niceAbove(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  const step = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((one) => one * power >= value) ?? 10;
  return step * power;
}

/** Into how many round steps such a number is cut: 800 into 4, 1,500 into 3. */
export function stepsOf(nice: number): number {
  const lead = Math.round((nice / 10 ** Math.floor(Math.log10(nice))) * 10) / 10;
  return { 1: 4, 1.5: 3, 2: 4, 2.5: 5, 3: 3, 4: 4, 5: 5, 6: 3, 8: 4 }[lead] ?? 4;
}

/** Height of a polyline at some minutes; its last slope goes on beyond the last vertex. */
export function heightAt(line: readonly Vertex[], minutes: number): number {
  const after = line.findIndex((vertex) => vertex.minutes >= minutes);
  const index = after === -1 ? line.length - 1 : Math.max(1, after);
  const [a, b] = [line[index - 1], line[index]];
  if (!a || !b) return (a ?? b)?.monthLi ?? 0;
  return b.minutes === a.minutes ? b.monthLi : a.monthLi + ((b.monthLi - a.monthLi) * (minutes - a.minutes)) / (b.minutes - a.minutes);
}

/** Room for twice the customer's minutes and the next two switches near by; above, for every drawn line at the customer's minutes. */
export function chartFrame({ usage, switches, limitMinutes }: PlanComparison, lines: readonly ComparedPlan[]): ChartFrame {
  const near = switches.filter((point) => point.minutes > usage.minutes && point.minutes <= usage.minutes * 2.5).slice(0, 2).map((point) => point.minutes * 1.15);
  const maxMinutes = Math.min(limitMinutes, niceAbove(Math.max(500, usage.minutes * 1.8, ...near)));
  const ends = lines.map((plan) => heightAt(plan.line, maxMinutes));
  const here = lines.map((plan) => heightAt(plan.line, usage.minutes));
  const highest = Math.max(1.1 * Math.min(...ends), 1.1 * Math.max(...here), 1000);
  return { maxMinutes, maxLi: niceAbove(highest / 1000) * 1000 };
}

/** The part of a polyline that lies in the frame, with the points at which it leaves. */
export function clipLine(line: readonly Vertex[], { maxMinutes, maxLi }: ChartFrame): readonly Vertex[] {
  const inside: Vertex[] = [];
  const all = [...line.filter((vertex) => vertex.minutes < maxMinutes), { minutes: maxMinutes, monthLi: heightAt(line, maxMinutes) }];
  for (const [index, vertex] of all.entries()) {
    const before = all[index - 1];
    if (vertex.monthLi > maxLi) {
      if (before && before.monthLi <= maxLi) inside.push({ minutes: before.minutes + ((vertex.minutes - before.minutes) * (maxLi - before.monthLi)) / (vertex.monthLi - before.monthLi), monthLi: maxLi });
      break;
    }
    inside.push(vertex);
  }
  return inside;
}

/** Which plans are drawn: the five cheapest, those of the switches in sight, and the one under the cursor. */
export function drawnPlans({ plans, switches, usage }: PlanComparison, current: string | null): readonly ComparedPlan[] {
  const priced = plans.filter((plan) => plan.refusal === null && plan.cost !== null && plan.line.length > 0);
  const near = switches.filter((point) => point.minutes <= usage.minutes * 2).flatMap((point) => [point.fromPlanId, point.toPlanId]);
  const wanted = new Set([...priced.slice(0, 5).map((plan) => plan.planId), ...(current ? [current] : []), ...near.slice(-2)]);
  return priced.filter((plan) => wanted.has(plan.planId));
}
