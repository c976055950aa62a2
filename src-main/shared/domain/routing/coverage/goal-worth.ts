import type { CallLimits } from '../call.ts';
import type { Goal, Group, Menu, RoutingForm } from '../routing-form.ts';
import { type CoverageState, coverageStates } from './coverage.ts';

/** What a goal comes to at its best, whatever the time: the state, and the phones that may ring. */
export type GoalWorth = { readonly state: CoverageState; readonly phones: ReadonlySet<string> };

type Way = { readonly forwards: number; readonly menus: number };

const none: ReadonlySet<string> = new Set();

/** The best that callers of a goal can come to, everybody free: any key may be pressed, any phone may be busy. Computed once for each goal. */
export function goalWorths(form: RoutingForm, limits: CallLimits): (goal: Goal) => GoalWorth {
  const known = new Map<Goal, GoalWorth>();
  return (goal) => {
    const before = known.get(goal);
    if (before) return before;
    const worth = worthOf(form, limits, goal, { forwards: 0, menus: 0 });
    known.set(goal, worth);
    return worth;
  };
}

function worthOf(form: RoutingForm, limits: CallLimits, goal: Goal, way: Way): GoalWorth {
  if (goal === 'voicemail' || goal === 'fax') return { state: 'voicemail', phones: none };
  if (goal === 'announcement') return { state: 'announcement', phones: none };
  const group = form.groups.find(({ id }) => id === goal);
  if (group) return groupWorth(form, limits, group, way);
  const menu = form.menus.find(({ id }) => id === goal);
  return menu === undefined || way.menus >= limits.ivrDepth ? { state: 'nobody', phones: none } : menuWorth(form, limits, menu, { ...way, menus: way.menus + 1 });
}

/** Nobody is busy: the group's own phones, and those that take over. A group without phones does not hand on. */
function groupWorth(form: RoutingForm, limits: CallLimits, group: Group, way: Way): GoalWorth {
  const own = group.destinationIds.filter((id, index) => form.destinations.some((phone) => phone.id === id && phone.capacity > 0) && (group.strategy !== 'percentage' || (group.shares[index] ?? 0) > 0));
  const named = group.destinationIds.some((id) => form.destinations.some((phone) => phone.id === id));
  if (!named) return { state: 'nobody', phones: none };
  const over = [group.onBusy, group.onNoAnswer].filter((goal) => goal !== '').map((goal) =>
    (isForward(form, goal) && way.forwards >= limits.forwardsPerCall ? { state: 'announcement' as const, phones: none } : worthOf(form, limits, goal, { ...way, forwards: way.forwards + 1 })));
  const phones = new Set([...own, ...over.flatMap((worth) => [...worth.phones])]);
  if (own.length === 0) return { ...bestOf(over.length === 0 ? [{ state: 'announcement', phones: none }] : over), phones };
  return { state: phones.size > 1 ? 'rings' : 'single', phones };
}

function menuWorth(form: RoutingForm, limits: CallLimits, { keys, operator, onTimeout, onInvalid }: Menu, way: Way): GoalWorth {
  const goals = new Set([...keys.filter(({ key }) => key !== '0' || operator === '').map(({ goal }) => goal), ...(operator === '' ? [] : [operator]), onTimeout, onInvalid]);
  const worths = [...goals].map((goal) => worthOf(form, limits, goal, way));
  const phones = new Set(worths.flatMap((worth) => [...worth.phones]));
  const { state } = bestOf(worths);
  return { state: state === 'single' && phones.size > 1 ? 'rings' : state, phones };
}

const isForward = (form: RoutingForm, goal: Goal): boolean => form.groups.some(({ id }) => id === goal) || form.menus.some(({ id }) => id === goal);

const bestOf = (worths: readonly GoalWorth[]): GoalWorth => worths.reduce((best, one) => (coverageStates.indexOf(one.state) < coverageStates.indexOf(best.state) ? one : best));
