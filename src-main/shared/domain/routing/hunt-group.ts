import { unreachable } from '../assert.ts';
import type { Outcome } from './call.ts';
import { type CallTrace, draw, step } from './call-trace.ts';
import type { Destination, Group } from './routing-form.ts';

/** A phone of the group with its share of the calls; shares are asked for by `percentage` only. */
type Member = { readonly phone: Destination; readonly share: number };

/** What a hunt came to: somebody answered, nobody did and why, or there was no phone at all. */
export type Hunt = { readonly kind: 'answered'; readonly outcome: Outcome } | { readonly kind: 'busy' | 'no-answer' | 'empty' };

/** Rings the group's phones by its strategy (routing-rules.md 4). */
export function huntGroup(trace: CallTrace, group: Group): Hunt {
  const members = membersOf(trace, group);
  if (members.length === 0) return { kind: 'empty' };
  const before = trace.ringing.length;
  const answered = hunt(trace, group, members);
  if (answered !== null) return { kind: 'answered', outcome: { kind: 'answered', destinationId: answered.id, groupId: group.id } };
  return { kind: trace.ringing.length === before ? 'busy' : 'no-answer' };
}

function hunt(trace: CallTrace, group: Group, members: readonly Member[]): Destination | null {
  switch (group.strategy) {
    case 'priority': return inOrder(trace, group, members);
    case 'roundRobin': return inTurn(trace, group, members);
    case 'random': return drawn(trace, group, members, (left, at) => left[Math.floor(at * left.length)]);
    case 'percentage': return drawn(trace, group, members, byShare);
    case 'ringAll': return together(trace, group, members);
    default: return unreachable(group.strategy);
  }
}

/** The group's phones that are on the form and share its calls, each once, in their order. */
export function membersOf({ form }: Pick<CallTrace, 'form'>, group: Group): readonly Member[] {
  const known = new Map(form.destinations.map((phone) => [phone.id, phone]));
  return [...new Set(group.destinationIds)].flatMap((id) => {
    const phone = known.get(id);
    const share = group.shares[group.destinationIds.indexOf(id)] ?? 0;
    return phone === undefined || (group.strategy === 'percentage' && share <= 0) ? [] : [{ phone, share }];
  });
}

function isBusy({ state }: CallTrace, { id, capacity }: Destination): boolean {
  return (state.inCall[id] ?? 0) >= capacity;
}

/** Rings phones together; the first that is not silent answers. */
function ring(trace: CallTrace, group: Group, phones: readonly Destination[]): Destination | null {
  trace.ringing.push({ groupId: group.id, destinationIds: phones.map(({ id }) => id) });
  for (const phone of phones) {
    const silent = trace.state.silent.includes(phone.id);
    step(trace, silent ? 'phone-rang' : 'phone-answered', { part: 'destinations', id: phone.id });
    if (!silent) return phone;
  }
  return null;
}

function inOrder(trace: CallTrace, group: Group, members: readonly Member[], onRing?: (place: number) => void): Destination | null {
  for (const [place, { phone }] of members.entries()) {
    if (isBusy(trace, phone)) {
      step(trace, 'phone-busy', { part: 'destinations', id: phone.id });
      continue;
    }
    onRing?.(place);
    const answered = ring(trace, group, [phone]);
    if (answered !== null) return answered;
  }
  return null;
}

function inTurn(trace: CallTrace, group: Group, members: readonly Member[]): Destination | null {
  const count = members.length;
  const start = (trace.turns[group.id] ?? 0) % count;
  const round = [...members.slice(start), ...members.slice(0, start)];
  let rang = false;
  return inOrder(trace, group, round, (place) => {
    if (!rang) trace.turns[group.id] = (start + place + 1) % count;
    rang = true;
  });
}

function freeOf(trace: CallTrace, members: readonly Member[]): Member[] {
  return members.filter(({ phone }) => {
    const busy = isBusy(trace, phone);
    if (busy) step(trace, 'phone-busy', { part: 'destinations', id: phone.id });
    return !busy;
  });
}

function drawn(trace: CallTrace, group: Group, members: readonly Member[], pick: (left: readonly Member[], at: number) => Member | undefined): Destination | null {
  let left: readonly Member[] = freeOf(trace, members);
  while (left.length > 0) {
    const picked = pick(left, draw(trace)) ?? left.at(-1);
    if (picked === undefined) return null;
    const answered = ring(trace, group, [picked.phone]);
    if (answered !== null) return answered;
    left = left.filter((member) => member !== picked);
  }
  return null;
}

function byShare(left: readonly Member[], at: number): Member | undefined {
  const wanted = at * left.reduce((sum, { share }) => sum + share, 0);
  let sum = 0;
  return left.find(({ share }) => {
    sum += share;
    return sum > wanted;
  });
}

function together(trace: CallTrace, group: Group, members: readonly Member[]): Destination | null {
  const free = freeOf(trace, members).map(({ phone }) => phone);
  return free.length === 0 ? null : ring(trace, group, free);
}
