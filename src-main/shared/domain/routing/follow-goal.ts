import type { Outcome } from './call.ts';
import { type CallTrace, step } from './call-trace.ts';
import { huntGroup } from './hunt-group.ts';
import type { CallEnd, Goal, Group, Menu } from './routing-form.ts';
import type { RoutingPlace } from './routing-problem.ts';

/** Where a call goes next, and the line of the form that said so. */
type Next = { readonly goal: Goal; readonly from: RoutingPlace };
type Turn = { readonly end: Outcome } | { readonly next: Next };

/** Follows a goal through menus, groups and forwards until the call ends (routing-rules.md 3, 4). */
export function followGoal(trace: CallTrace, goal: Goal, from: RoutingPlace): Outcome {
  let next: Next = { goal, from };
  for (;;) {
    const turn = take(trace, next);
    if ('end' in turn) return turn.end;
    next = turn.next;
  }
}

function take(trace: CallTrace, { goal, from }: Next): Turn {
  const { form } = trace;
  if (isCallEnd(goal)) return { end: endAt(trace, goal, from, 'closed') };
  const group = form.groups.find(({ id }) => id === goal);
  if (group !== undefined) return enterGroup(trace, group);
  const menu = form.menus.find(({ id }) => id === goal);
  if (menu !== undefined) return enterMenu(trace, menu);
  step(trace, 'goal-unknown', from);
  return { end: { kind: 'nobody', reason: 'goal-unknown' } };
}

const isCallEnd = (goal: Goal): goal is CallEnd => goal === 'announcement' || goal === 'voicemail' || goal === 'fax';

function endAt(trace: CallTrace, end: CallEnd, from: RoutingPlace, reason: 'closed' | 'busy' | 'no-answer'): Outcome {
  step(trace, `ended-${end}`, from);
  return end === 'announcement' ? { kind: 'announcement', reason } : { kind: end };
}

function enterMenu(trace: CallTrace, menu: Menu): Turn {
  const place = { part: 'menus', id: menu.id } as const;
  if (trace.menus >= trace.limits.ivrDepth) {
    step(trace, 'menu-depth', place);
    return { end: { kind: 'nobody', reason: 'menu-depth' } };
  }
  trace.menus += 1;
  step(trace, 'menu-entered', place);
  for (let wrong = 1; ; wrong += 1) {
    const key = trace.call.keys[trace.keys] ?? null;
    trace.keys += 1;
    if (key === null) return leaveMenu(trace, menu.onTimeout, 'menu-timeout', { ...place, field: 'onTimeout' });
    if (key === '0' && menu.operator !== '') return leaveMenu(trace, menu.operator, 'menu-operator', { ...place, field: 'operator' }, key);
    const index = menu.keys.findIndex((line) => line.key === key);
    const line = menu.keys[index];
    if (line !== undefined) return leaveMenu(trace, line.goal, 'menu-key', { ...place, field: 'keys', index }, key);
    step(trace, 'menu-invalid', place, { key });
    if (wrong >= menu.tries) return leaveMenu(trace, menu.onInvalid, 'menu-invalid-limit', { ...place, field: 'onInvalid' });
  }
}

function leaveMenu(trace: CallTrace, goal: Goal, code: 'menu-timeout' | 'menu-operator' | 'menu-key' | 'menu-invalid-limit', from: RoutingPlace, key?: string): Turn {
  step(trace, code, from, key === undefined ? undefined : { key });
  return { next: { goal, from } };
}

function enterGroup(trace: CallTrace, group: Group): Turn {
  const place = { part: 'groups', id: group.id } as const;
  step(trace, 'group-entered', place);
  const hunt = huntGroup(trace, group);
  if (hunt.kind === 'answered') return { end: hunt.outcome };
  if (hunt.kind === 'empty') {
    step(trace, 'group-empty', place);
    return { end: { kind: 'nobody', reason: 'group-empty' } };
  }
  return forward(trace, group, hunt.kind);
}

function forward(trace: CallTrace, group: Group, reason: 'busy' | 'no-answer'): Turn {
  const field = reason === 'busy' ? 'onBusy' : 'onNoAnswer';
  const goal = group[field];
  const from = { part: 'groups', id: group.id, field } as const;
  const code = reason === 'busy' ? 'forward-busy' : 'forward-no-answer';
  if (goal === '') {
    step(trace, 'ended-announcement', { part: 'groups', id: group.id });
    return { end: { kind: 'announcement', reason } };
  }
  if (isCallEnd(goal)) {
    step(trace, code, from);
    return { end: endAt(trace, goal, from, reason) };
  }
  if (trace.forwards >= trace.limits.forwardsPerCall) {
    step(trace, 'forward-limit', from);
    return { end: { kind: 'announcement', reason } };
  }
  trace.forwards += 1;
  step(trace, code, from);
  return { next: { goal, from } };
}
