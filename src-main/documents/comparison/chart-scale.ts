import type { ComparisonChart } from '#domain/agreement/comparison-paper.ts';
import type { Li } from '#domain/money/money.ts';

type Line = ComparisonChart['lines'][number];

/** A line as drawn: its points inside the chart, and whether it leaves over the top before the right edge. */
export type ShownLine = { readonly plan: number; readonly points: readonly { readonly minutes: number; readonly month: Li }[]; readonly overTop: boolean };

/** The chart's upper end: the customer's point, the switch points and the two lines that end lowest are inside with room above. */
export function topOf({ lines, customer, switchMinutes, limitMinutes }: ComparisonChart): { readonly top: Li; readonly step: Li } {
  const ends = lines.map((line) => monthAt(line, limitMinutes)).toSorted((a, b) => a - b);
  const highest = Math.max(customer.month * 1.3, ...switchMinutes.map(({ month }) => month * 1.15), ends[1] ?? ends[0] ?? 0, 10_000);
  const step = niceStep(highest / 4);
  return { top: Math.ceil(highest / step) * step, step };
}

/** 1, 2, 2.5 or 5 times a power of ten, at least `least`. */
export function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= least) ?? 10) * power;
}

/** The line cut to the chart: from 0 minutes to the limit, or to where it passes the top. */
export function shownLine(line: Line, limitMinutes: number, top: Li): ShownLine {
  const inside = line.vertices.map(({ milliMinutes, month }) => ({ minutes: milliMinutes / 1000, month })).filter(({ minutes }) => minutes < limitMinutes);
  const all = [...inside, { minutes: limitMinutes, month: monthAt(line, limitMinutes) }];
  const over = all.findIndex(({ month }) => month > top);
  const [before, after] = [all[over - 1], all[over]];
  if (over < 0 || !after) return { plan: line.plan, points: all, overTop: false };
  if (!before) return { plan: line.plan, points: [], overTop: true };
  const minutes = before.minutes + ((after.minutes - before.minutes) * (top - before.month)) / (after.month - before.month);
  return { plan: line.plan, points: [...all.slice(0, over), { minutes, month: top }], overTop: true };
}

/** The line's height at `minutes`; beyond its last vertex it stays there. */
function monthAt({ vertices }: Line, minutes: number): Li {
  const after = vertices.findIndex(({ milliMinutes }) => milliMinutes >= minutes * 1000);
  const [left, right] = [vertices[after - 1], vertices[after]];
  if (!right) return vertices.at(-1)?.month ?? 0;
  if (!left) return right.month;
  return left.month + ((right.month - left.month) * (minutes * 1000 - left.milliMinutes)) / (right.milliMinutes - left.milliMinutes);
}

/** Positions pushed apart to `gap` and kept under `last`, in the given order. */
export function spread(positions: readonly number[], gap: number, last: number): readonly number[] {
  const pushed: number[] = [];
  for (const position of positions) pushed.push(Math.max(position, (pushed.at(-1) ?? -Infinity) + gap));
  const back: number[] = [];
  for (const position of pushed.toReversed()) back.push(Math.min(position, (back.at(-1) ?? last + gap) - gap));
  return back.toReversed();
}
