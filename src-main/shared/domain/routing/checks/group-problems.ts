import type { Goal, Group, RoutingForm } from '../routing-form.ts';
import { type FormLink, formLinks, leadsSomewhere, reachable, reachableFrom } from '../form-links.ts';
import type { RoutingContext, RoutingProblem } from '../routing-problem.ts';

/** Groups that are empty, unnamed, unused, share wrongly, name phones that are not there, or hand calls on in a circle. */
export function groupProblems(form: RoutingForm, context: RoutingContext): readonly RoutingProblem[] {
  const links = formLinks(form);
  const reached = reachable(links);
  const hops = forwardsBefore(form, links);
  return form.groups.flatMap((group, index) => {
    const place = { part: 'groups', id: group.id } as const;
    const facts = { name: group.name };
    return [
      ...nameProblems(group, form.groups.slice(0, index)), ...memberProblems(form, group), ...(group.strategy === 'percentage' ? shareProblems(group) : []),
      ...(isLeftWithoutOverflow(form, group, links) ? [{ code: 'group-no-overflow', severity: 'warning', place: { ...place, field: 'onBusy' }, facts } as const] : []),
      ...(reached.has(group.id) ? [] : [{ code: 'group-unused', severity: 'warning', place, facts } as const]),
      ...(['onBusy', 'onNoAnswer'] as const).flatMap((field) => overflowProblems(form, group, field, { links, before: hops.get(group.id) ?? 0, limit: context.limits.forwardsPerCall.value })),
    ];
  });
}

/** Whether any way that calls take leads to a phone. */
export function somebodyRings(form: RoutingForm): boolean {
  const reached = reachable(formLinks(form));
  const phones = new Set(form.destinations.map(({ id }) => id));
  return form.groups.some(({ id, destinationIds }) => reached.has(id) && destinationIds.some((phone) => phones.has(phone)));
}

function nameProblems(group: Group, before: readonly Group[]): readonly RoutingProblem[] {
  const place = { part: 'groups', id: group.id, field: 'name' } as const;
  const name = group.name.trim();
  if (name === '') return [{ code: 'group-name-missing', severity: 'error', place }];
  return before.some((earlier) => earlier.name.trim() === name) ? [{ code: 'group-name-twice', severity: 'error', place, facts: { name } }] : [];
}

function memberProblems(form: RoutingForm, group: Group): readonly RoutingProblem[] {
  const place = { part: 'groups', id: group.id } as const;
  const facts = { name: group.name };
  const phones = new Map(form.destinations.map((phone) => [phone.id, phone]));
  const members = group.destinationIds.map((id) => phones.get(id));
  const problems: RoutingProblem[] = [];
  if (members.length === 0) problems.push({ code: 'group-empty', severity: 'error', place, facts });
  if (members.includes(undefined)) problems.push({ code: 'group-destination-unknown', severity: 'error', place, facts });
  if (new Set(group.destinationIds).size < members.length) problems.push({ code: 'group-destination-twice', severity: 'error', place, facts });
  const faxes = members.filter((phone) => phone?.terminal === 'fax').length;
  if (faxes > 0 && faxes < members.length) problems.push({ code: 'fax-among-voices', severity: 'warning', place, facts });
  return problems;
}

function shareProblems({ id, name, shares, destinationIds }: Group): readonly RoutingProblem[] {
  const place = { part: 'groups', id, field: 'shares' } as const;
  const used = destinationIds.map((_, index) => shares[index] ?? 0);
  const sum = used.reduce((total, share) => total + share, 0);
  if (destinationIds.length > 0 && sum !== 100) return [{ code: 'shares-not-100', severity: 'error', place, facts: { name, sum } }];
  return used.flatMap((share, index) => (share > 0 ? [] : [{ code: 'share-zero', severity: 'warning', place: { ...place, index }, facts: { name } } as const]));
}

/** Others hand calls on when they are busy, and this one, which is no other's overflow, ends them. */
function isLeftWithoutOverflow({ groups, destinations }: RoutingForm, { id, onBusy, destinationIds }: Group, links: readonly FormLink[]): boolean {
  if (onBusy !== '' || !groups.some((other) => other.id !== id && other.onBusy !== '')) return false;
  const voices = destinations.some((phone) => phone.terminal !== 'fax' && destinationIds.includes(phone.id));
  return voices && links.some(({ to }) => to === id) && !links.some(({ to, place }) => to === id && place.part === 'groups');
}

type Way = { readonly links: readonly FormLink[]; readonly before: number; readonly limit: number };

function overflowProblems(form: RoutingForm, group: Group, field: 'onBusy' | 'onNoAnswer', { links, before, limit }: Way): readonly RoutingProblem[] {
  const goal = group[field];
  if (goal === '') return [];
  const place = { part: 'groups', id: group.id, field } as const;
  const facts = { name: group.name };
  if (!leadsSomewhere(form, goal)) return [{ code: 'overflow-unknown', severity: 'error', place, facts }];
  if (reachableFrom(links, [goal]).has(group.id)) return [{ code: 'forward-loop', severity: 'error', place, facts }];
  const next = form.groups.find(({ id }) => id === goal);
  if (before >= limit && isForward(form, goal)) return [{ code: 'forwards-too-many', severity: 'error', place, facts: { ...facts, limit } }];
  const same = field === 'onBusy' && next !== undefined && next.destinationIds.length > 0 && next.destinationIds.every((id) => group.destinationIds.includes(id));
  return same ? [{ code: 'forward-to-same-phones', severity: 'warning', place, facts: { ...facts, other: next.name } }] : [];
}

const isForward = (form: RoutingForm, goal: Goal): boolean => form.groups.some(({ id }) => id === goal) || form.menus.some(({ id }) => id === goal);

/** The most forwards that a call can have behind it when it comes to each group or menu; ways in a circle count once. */
function forwardsBefore(form: RoutingForm, links: readonly FormLink[]): ReadonlyMap<string, number> {
  const most = new Map<string, number>();
  const groups = new Set(form.groups.map(({ id }) => id));
  const walk = (id: string, forwards: number, way: ReadonlySet<string>): void => {
    if (way.has(id) || (most.get(id) ?? -1) >= forwards) return;
    most.set(id, forwards);
    for (const link of links) if (link.from === id) walk(link.to, forwards + (groups.has(id) ? 1 : 0), new Set([...way, id]));
  };
  for (const { from, to } of links) if (from === null) walk(to, 0, new Set());
  return most;
}
