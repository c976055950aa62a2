import { admits } from '../admits.ts';
import type { CallLimits } from '../call.ts';
import type { RegionKey } from '../caller.ts';
import type { Goal, RoutingForm } from '../routing-form.ts';
import { fitsCaller, holdsMinute } from '../rule-match.ts';
import { type CoverageSetup, HOURS } from './coverage.ts';
import { momentsOfWeek, probeRows } from './probe-week.ts';

/** How a phone is come to, the surest first: it rings at once, in its turn, after others, when a group was busy or silent, by a key; or not at all. */
export const reachWays = ['first', 'in-turn', 'after-others', 'by-forward', 'by-key', 'never'] as const;
export type ReachWay = (typeof reachWays)[number];

/** Who reaches a phone in an ordinary week: index into `reachWays` by region × hour; the surest way within the hour and the province. */
export type Reach = { readonly regions: readonly RegionKey[]; readonly landline: Uint8Array; readonly mobile: Uint8Array };

/** The second half of a test call turned round: from a phone to its callers. */
export function reachOf(form: RoutingForm, destinationId: string, setup: Pick<CoverageSetup, 'regions' | 'limits'>): Reach {
  const rows = probeRows(form, setup.regions);
  const moments = momentsOfWeek(form);
  const held = form.rules.map((rule) => moments.map((moment) => holdsMinute(rule, moment)));
  const ways = new Map<Goal, number>();
  const wayTo = (goal: Goal): number => {
    const known = ways.get(goal) ?? reachWays.indexOf(wayOf(form, goal, destinationId, { limits: setup.limits, forwards: 0, menus: 0 }));
    ways.set(goal, known);
    return known;
  };
  const grid = (lineKind: 'landline' | 'mobile'): Uint8Array => {
    const cells = new Uint8Array(rows.length * HOURS).fill(reachWays.indexOf('never'));
    rows.forEach(({ callers }, row) => callers.forEach((someone) => {
      const caller = { ...someone, lineKind };
      const admission = admits(form, caller);
      const own = form.rules.map((rule) => fitsCaller(rule, caller));
      moments.forEach(({ today, minuteOfDay }, at) => {
        if (admission(minuteOfDay) !== 'in') return;
        const rule = form.rules.find((_, n) => own[n] === true && held[n]?.[at] === true);
        const cell = row * HOURS + (today.weekday - 1) * 24 + Math.floor(minuteOfDay / 60);
        cells[cell] = Math.min(cells[cell] ?? 0, wayTo(rule?.goal ?? form.otherwise));
      });
    }));
    return cells;
  };
  return { regions: rows.map(({ region }) => region), landline: grid('landline'), mobile: grid('mobile') };
}

type Way = { readonly limits: CallLimits; readonly forwards: number; readonly menus: number };

function wayOf(form: RoutingForm, goal: Goal, phone: string, way: Way): ReachWay {
  const group = form.groups.find(({ id }) => id === goal);
  if (group !== undefined) {
    const at = group.destinationIds.indexOf(phone);
    const share = group.strategy !== 'percentage' || (group.shares[at] ?? 0) > 0;
    if (at >= 0 && share) return at === 0 || group.strategy === 'ringAll' ? (group.strategy === 'priority' || group.strategy === 'ringAll' || group.destinationIds.length === 1 ? 'first' : 'in-turn') : group.strategy === 'priority' ? 'after-others' : 'in-turn';
    if (way.forwards >= way.limits.forwardsPerCall || !group.destinationIds.some((id) => form.destinations.some((known) => known.id === id))) return 'never';
    return [group.onBusy, group.onNoAnswer].some((next) => wayOf(form, next, phone, { ...way, forwards: way.forwards + 1 }) !== 'never') ? 'by-forward' : 'never';
  }
  const menu = form.menus.find(({ id }) => id === goal);
  if (menu === undefined || way.menus >= way.limits.ivrDepth) return 'never';
  const goals = [...menu.keys.map((line) => line.goal), menu.operator, menu.onTimeout, menu.onInvalid];
  return goals.some((next) => wayOf(form, next, phone, { ...way, menus: way.menus + 1 }) !== 'never') ? 'by-key' : 'never';
}
