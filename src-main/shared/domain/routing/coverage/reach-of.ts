import type { RegionKey } from '../caller.ts';
import { membersOf } from '../hunt-group.ts';
import type { Goal, RoutingForm } from '../routing-form.ts';
import { type CoverageSetup, HOURS } from './coverage.ts';
import { goalWorths } from './goal-worth.ts';
import { ordinaryWeek, probeRows } from './probe-week.ts';
import { goalOfLine, OTHERWISE, whoTakes } from './who-takes.ts';

/** How a phone is come to, the surest first: it rings at once, in its turn, after others, when a group was busy or silent, by a key; or not at all. */
export const reachWays = ['first', 'in-turn', 'after-others', 'by-forward', 'by-key', 'never'] as const;
export type ReachWay = (typeof reachWays)[number];

/** Who reaches a phone in an ordinary week: index into `reachWays` by region × hour; the surest way within the hour and the province. */
export type Reach = { readonly regions: readonly RegionKey[]; readonly landline: Uint8Array; readonly mobile: Uint8Array };

/** A test call turned round: from a phone to its callers. */
export function reachOf(form: RoutingForm, destinationId: string, setup: Pick<CoverageSetup, 'regions' | 'limits'>): Reach {
  const rows = probeRows(form, setup.regions);
  const stretch = ordinaryWeek(form);
  const never = reachWays.indexOf('never');
  const worth = goalWorths(form, setup.limits);
  const wayTo = (goal: Goal): number => (worth(goal).phones.has(destinationId) ? reachWays.indexOf(wayOf(form, goal, destinationId)) : never);
  const ways = new Map([OTHERWISE, ...form.rules.keys()].map((line) => [line, wayTo(goalOfLine(form, line))]));
  const grids = { landline: new Uint8Array(rows.length * HOURS).fill(never), mobile: new Uint8Array(rows.length * HOURS).fill(never) };
  for (const { row, lineKind, lines } of whoTakes(form, rows, stretch)) {
    lines.forEach((line, at) => {
      const cell = row * HOURS + Math.floor((stretch.minutes[at] ?? 0) / 60);
      grids[lineKind][cell] = Math.min(grids[lineKind][cell] ?? never, ways.get(line) ?? never);
    });
  }
  return { regions: rows.map(({ region }) => region), ...grids };
}

/** How a goal leads to a phone that it does lead to. */
function wayOf(form: RoutingForm, goal: Goal, phone: string): ReachWay {
  const group = form.groups.find(({ id }) => id === goal);
  if (group === undefined) return 'by-key';
  const members = membersOf({ form }, group).map((member) => member.phone.id);
  if (!members.includes(phone)) return 'by-forward';
  if (members.length === 1 || group.strategy === 'ringAll') return 'first';
  if (group.strategy !== 'priority') return 'in-turn';
  return members[0] === phone ? 'first' : 'after-others';
}
