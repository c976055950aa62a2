import type { CallLimits } from '../call.ts';
import { membersOf } from '../hunt-group.ts';
import type { Goal, Group, Menu, RoutingForm } from '../routing-form.ts';
import { type CoverageState, coverageStates } from './coverage.ts';

/** What a goal comes to at its best, whatever the time: the state, and the phones that may ring. */
export type GoalWorth = { readonly state: CoverageState; readonly phones: ReadonlySet<string> };

/** How many forwards and menus a call has behind it. */
type Way = { readonly forwards: number; readonly menus: number };
type Network = { readonly form: RoutingForm; readonly limits: CallLimits; readonly ask: (goal: Goal, way: Way) => GoalWorth };

const without = (state: CoverageState): GoalWorth => ({ state, phones: new Set() });
const [voicemail, announcement, nobody] = [without('voicemail'), without('announcement'), without('nobody')];

/** Keys of a telephone. */
const KEYS = [...'0123456789*#'];

/** The best that callers of a goal can come to: they press any key, any phones may be busy or silent (routing-rules.md 3, 4). Worked out once for each goal. */
export function goalWorths(form: RoutingForm, limits: CallLimits): (goal: Goal) => GoalWorth {
  const known = new Map<string, GoalWorth>();
  const ask = (goal: Goal, way: Way): GoalWorth => {
    const key = `${way.forwards} ${way.menus} ${goal}`;
    const worth = known.get(key) ?? worthOf({ form, limits, ask }, goal, way);
    known.set(key, worth);
    return worth;
  };
  return (goal) => ask(goal, { forwards: 0, menus: 0 });
}

function worthOf(network: Network, goal: Goal, way: Way): GoalWorth {
  const { form, limits } = network;
  if (goal === 'voicemail' || goal === 'fax') return voicemail;
  if (goal === 'announcement') return announcement;
  const group = form.groups.find(({ id }) => id === goal);
  if (group !== undefined) return groupWorth(network, group, way);
  const menu = form.menus.find(({ id }) => id === goal);
  return menu === undefined || way.menus >= limits.ivrDepth ? nobody : menuWorth(network, menu, { ...way, menus: way.menus + 1 });
}

/** The group's own phones and those that take over; a group without phones does not hand on. */
function groupWorth(network: Network, group: Group, way: Way): GoalWorth {
  const members = membersOf(network, group);
  if (members.length === 0) return nobody;
  const own = members.filter(({ phone }) => phone.capacity > 0).map(({ phone }) => phone.id);
  // Phones that take no call at all are always busy.
  const over = (own.length === 0 ? [group.onBusy] : [group.onBusy, group.onNoAnswer]).map((goal) => overflowWorth(network, goal, way));
  return own.length === 0 ? together(over) : together([{ state: 'single', phones: new Set(own) }, ...over]);
}

function overflowWorth({ ask, limits }: Network, goal: Goal, way: Way): GoalWorth {
  if (goal === '') return announcement;
  const isEnd = goal === 'announcement' || goal === 'voicemail' || goal === 'fax';
  return !isEnd && way.forwards >= limits.forwardsPerCall ? announcement : ask(goal, { ...way, forwards: way.forwards + 1 });
}

/** Any key, none, or wrong ones. */
function menuWorth({ ask }: Network, { keys, operator, onTimeout, onInvalid }: Menu, way: Way): GoalWorth {
  const goals = KEYS.map((pressed) => (pressed === '0' && operator !== '' ? operator : (keys.find(({ key }) => key === pressed)?.goal ?? onInvalid)));
  return together([...new Set([...goals, onTimeout])].map((goal) => ask(goal, way)));
}

/** Several ways on: the best of them, with the phones of all. */
function together(worths: readonly GoalWorth[]): GoalWorth {
  const phones = new Set(worths.flatMap((worth) => [...worth.phones]));
  const best = Math.min(...worths.map(({ state }) => coverageStates.indexOf(state)));
  const state = coverageStates[best] ?? 'nobody';
  return { state: phones.size > 1 ? 'rings' : state, phones };
}
