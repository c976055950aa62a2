import type { EChartsCoreOption } from 'echarts/core';
import type { ComparedPlan, PlanComparison } from '#contract/plans.ts';
import { comparisonText as words, minutesText, wholeNumber } from '../../../text/plan-comparison.ts';
import type { ChartColours } from '../../../ui/chart-colours.ts';
import { type ChartFrame, chartFrame, clipLine, drawnPlans, heightAt, stepsOf } from './chart-frame.ts';
import { spreadApart } from './spread-apart.ts';

type Size = { readonly width: number; readonly height: number };
type Grid = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

const dashes: readonly (readonly number[])[] = [[], [7, 4], [2, 3], [9, 3, 2, 3], [12, 4]];

const solid = { opacity: 1 } as const;

/** Words over lines stay readable. */
const halo = (panel: string): object => ({ textBorderColor: panel, textBorderWidth: 3 });

/** So low that words below it would lie on the axis. */
const isLow = (li: number, maxLi: number): boolean => li < maxLi / 3;

type Look = { readonly color: string; readonly width: number; readonly type: 'solid' | number[] };

/** Six colours, five dashes: no two of thirty plans look alike. The plan under the cursor is blue and bold; every other keeps its own colour and dash, whatever its place. */
function lookOf(planId: string, order: readonly string[], current: string | null, { lines, lit }: ChartColours): Look {
  if (planId === current) return { color: lit, width: 3, type: 'solid' };
  const at = Math.max(0, order.indexOf(planId));
  const dash = dashes[at % dashes.length] ?? [];
  return { color: lines[at % lines.length] ?? lit, width: 1.75, type: dash.length === 0 ? 'solid' : [...dash] };
}

type Drawn = { readonly plan: ComparedPlan; readonly look: Look; readonly points: readonly [number, number][]; readonly leavesAtTop: boolean };

/** What ECharts draws: each plan's polyline with its name at its end, the customer's point with a drop line, the switches. */
export function chartOption(comparison: PlanComparison, order: readonly string[], current: string | null, colours: ChartColours, size: Size): EChartsCoreOption {
  const plans = drawnPlans(comparison, current);
  const here = plans.find((plan) => plan.planId === current);
  const frame = chartFrame(comparison, plans);
  const drawn = plans.map((plan): Drawn => {
    const points = clipLine(plan.line, frame).map((vertex): [number, number] => [vertex.minutes, vertex.monthLi / 1000]);
    return { plan, look: lookOf(plan.planId, order, current, colours), points, leavesAtTop: (points.at(-1)?.[0] ?? 0) < frame.maxMinutes };
  }).filter((one) => one.points.length > 0);
  const above = drawn.filter((one) => one.leavesAtTop);
  const grid: Grid = { left: 56, right: 108, top: above.length > 0 ? 19 : 8, bottom: 21 };
  return {
    animation: false, textStyle: { fontFamily: colours.font, fontSize: 12 }, grid, ...axes(frame, colours),
    series: [
      ...drawn.map((one) => ({ type: 'line', silent: true, showSymbol: false, data: one.points, lineStyle: one.look, z: one.plan.planId === current ? 4 : 3 })),
      namesAtRight(drawn.filter((one) => !one.leavesAtTop), current, frame, grid, size),
      namesAbove(above, current, frame, grid, size),
      switchPoints(comparison, here, frame, colours),
      ...(here ? customerPoint(comparison, here, frame, colours) : []),
    ],
  };
}

function axes({ maxMinutes, maxLi }: ChartFrame, { quiet, rule }: ChartColours): object {
  const label = { color: quiet, fontSize: 12, hideOverlap: true };
  return {
    xAxis: {
      type: 'value', min: 0, max: maxMinutes, interval: maxMinutes / stepsOf(maxMinutes), splitLine: { show: false }, axisLine: { lineStyle: { color: quiet } }, axisTick: { lineStyle: { color: quiet }, length: 3 },
      axisLabel: { ...label, margin: 5, formatter: (value: number) => (value === maxMinutes ? `${wholeNumber(value)} ${words.axis}` : wholeNumber(value)) },
    },
    yAxis: { type: 'value', min: 0, max: maxLi / 1000, interval: maxLi / 1000 / stepsOf(maxLi), axisLabel: { ...label, formatter: (value: number) => `¥${wholeNumber(value)}` }, splitLine: { lineStyle: { color: rule } } },
  };
}

const nameLabel = ({ plan, look }: Drawn, current: string | null): object => ({ show: true, formatter: plan.name, color: look.color, fontSize: 12, fontWeight: plan.planId === current ? 600 : 400 });

/** Names stand where the lines end; where two would meet they move apart. */
function namesAtRight(drawn: readonly Drawn[], current: string | null, { maxLi }: ChartFrame, grid: Grid, { height }: Size): object {
  const room = height - grid.top - grid.bottom;
  const ends = drawn.map(({ points }) => grid.top + room * (1 - ((points.at(-1)?.[1] ?? 0) * 1000) / maxLi));
  const places = spreadApart(ends, 15, grid.top - 1, height - grid.bottom + 4);
  return {
    type: 'scatter', silent: true, symbolSize: 0.1, z: 6, clip: false, itemStyle: solid,
    data: drawn.map((one, index) => ({ value: one.points.at(-1), label: { ...nameLabel(one, current), position: 'right', distance: 6, offset: [0, (places[index] ?? 0) - (ends[index] ?? 0)] } })),
  };
}

/** Lines that leave above have their names over the place where they leave. */
function namesAbove(drawn: readonly Drawn[], current: string | null, { maxMinutes }: ChartFrame, grid: Grid, { width }: Size): object {
  const room = width - grid.left - grid.right;
  const exits = drawn.map(({ points }) => grid.left + (room * (points.at(-1)?.[0] ?? 0)) / maxMinutes);
  const places = spreadApart(exits, Math.max(0, ...drawn.map(({ plan }) => widthOf(plan.name))) + 10, grid.left + 24, width - grid.right + 24);
  return {
    type: 'scatter', silent: true, symbolSize: 0.1, z: 6, clip: false, itemStyle: solid,
    data: drawn.map((one, index) => ({ value: one.points.at(-1), label: { ...nameLabel(one, current), position: 'top', distance: 3, offset: [(places[index] ?? 0) - (exits[index] ?? 0), 0] } })),
  };
}

/** Width of a name at 12 px, near enough to keep names apart. */
const widthOf = (name: string): number => [...name].reduce((sum, character) => sum + (character.charCodeAt(0) > 255 ? 12 : 7), 0);

function customerPoint({ usage: { minutes } }: PlanComparison, plan: ComparedPlan, frame: ChartFrame, { lit, panel, text, quiet }: ChartColours): readonly object[] {
  if (minutes > frame.maxMinutes) return [];
  const at: [number, number] = [minutes, heightAt(plan.line, minutes) / 1000];
  // Below the line where there is room, else above: the words never lie on the axis.
  const low = isLow(at[1] * 1000, frame.maxLi);
  const right = minutes > frame.maxMinutes * 0.7;
  return [
    { type: 'line', silent: true, showSymbol: false, data: [at, [minutes, 0]], lineStyle: { color: quiet, width: 1, type: [2, 3] }, z: 3 },
    {
      type: 'scatter', silent: true, symbolSize: 11, z: 8, data: [{ value: at, itemStyle: { ...solid, color: panel, borderColor: lit, borderWidth: 3 } }],
      label: { show: true, position: low ? 'top' : 'bottom', align: right ? 'right' : 'left', distance: 8, offset: [right ? -4 : 4, 0], formatter: words.customer(minutes, plan.cost?.monthLi ?? 0), color: text, fontSize: 12, fontWeight: 600, ...halo(panel) },
    },
  ];
}

/** Every switch in sight; the two around the customer carry their minutes. */
function switchPoints({ switches, usage }: PlanComparison, here: ComparedPlan | undefined, { maxMinutes, maxLi }: ChartFrame, { panel, quiet }: ChartColours): object {
  const before = switches.findLast((point) => point.minutes <= usage.minutes);
  const after = switches.find((point) => point.minutes > usage.minutes);
  // The customer's words are on the other side of the line.
  const above = here !== undefined && !isLow(heightAt(here.line, usage.minutes), maxLi);
  return {
    type: 'scatter', silent: true, symbol: 'diamond', symbolSize: 9, z: 7, itemStyle: { ...solid, color: quiet, borderColor: panel, borderWidth: 1 },
    data: switches.filter((point) => point.minutes <= maxMinutes && point.monthLi <= maxLi).map((point) => ({
      value: [point.minutes, point.monthLi / 1000],
      label: { show: point === before || point === after, position: above || point.monthLi < maxLi / 5 ? 'top' : 'bottom', distance: 5, color: quiet, fontSize: 12, formatter: minutesText(point.minutes), ...halo(panel) },
    })),
  };
}
