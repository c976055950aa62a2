import { callEnds, type Goal, type RoutingForm } from './routing-form.ts';
import type { RoutingPlace } from './routing-problem.ts';

/** A line of the form that names a goal; `from` is the group or menu it stands in, null where calls start. */
export type FormLink = { readonly from: string | null; readonly to: Goal; readonly place: RoutingPlace };

/** Every line that names a goal, in the order of the form; a group's overflow and a menu's operator may be empty and are left out then. */
export function formLinks(form: RoutingForm): readonly FormLink[] {
  return [
    ...form.rules.map(({ id, goal }): FormLink => ({ from: null, to: goal, place: { part: 'rules', id, field: 'goal' } })),
    { from: null, to: form.otherwise, place: { part: 'otherwise' } },
    ...form.menus.flatMap(({ id, keys, operator, onTimeout, onInvalid }): FormLink[] => [
      ...keys.map(({ goal }, index): FormLink => ({ from: id, to: goal, place: { part: 'menus', id, field: 'keys', index } })),
      ...(operator === '' ? [] : [{ from: id, to: operator, place: { part: 'menus', id, field: 'operator' } } as const]),
      { from: id, to: onTimeout, place: { part: 'menus', id, field: 'onTimeout' } }, { from: id, to: onInvalid, place: { part: 'menus', id, field: 'onInvalid' } },
    ]),
    ...form.groups.flatMap(({ id, onBusy, onNoAnswer }): FormLink[] => [
      ...(onBusy === '' ? [] : [{ from: id, to: onBusy, place: { part: 'groups', id, field: 'onBusy' } } as const]),
      ...(onNoAnswer === '' ? [] : [{ from: id, to: onNoAnswer, place: { part: 'groups', id, field: 'onNoAnswer' } } as const]),
    ]),
  ];
}

/** Whether a goal is an end of calls, or a group or menu of the form. */
export const leadsSomewhere = (form: RoutingForm, goal: Goal): boolean =>
  callEnds.some((end) => end === goal) || form.groups.some(({ id }) => id === goal) || form.menus.some(({ id }) => id === goal);

/** Groups and menus that calls can come to. */
export function reachableFrom(links: readonly FormLink[], starts: readonly Goal[]): ReadonlySet<string> {
  const reached = new Set<string>(starts);
  for (const id of reached) for (const link of links) if (link.from === id) reached.add(link.to);
  return reached;
}

/** Everything that rules and the default lead to, by whatever way. */
export const reachable = (links: readonly FormLink[]): ReadonlySet<string> => reachableFrom(links, links.filter(({ from }) => from === null).map(({ to }) => to));
