import { callEnds, type RoutingForm } from '#domain/routing/routing-form.ts';
import { destinationLetter, formText } from '../../text/routing.ts';
import type { RoutingEdit } from './use-routing-form.ts';

/** What each part of the form is given. `wrong` says how the control of an id stands with the check. */
export type PartProps = { readonly edit: RoutingEdit; readonly wrong: (fieldId: string) => '' | 'error' | 'warning' };

type Option = { readonly value: string; readonly label: string };

/** A table of words as the options of a Select. */
export const options = <K extends string>(words: Readonly<Record<K, string>>): { value: K; label: string }[] =>
  (Object.entries(words) as [K, string][]).map(([value, label]) => ({ value, label }));

/** `A 010-5920 6688` for each phone. */
export const phoneOptions = (form: RoutingForm): Option[] =>
  form.destinations.map(({ id, number }, index) => ({ value: id, label: `${destinationLetter(index)} ${number}` }));

/** Where calls can be led: each group, then where they end without a phone. */
export const goalOptions = (form: RoutingForm): Option[] => [
  ...form.groups.map(({ id, name }) => ({ value: id, label: name || formText.unnamed })),
  ...callEnds.map((end) => ({ value: end, label: formText[end] })),
];

export const letterIn = (form: RoutingForm) => (id: string): string => {
  const index = form.destinations.findIndex((destination) => destination.id === id);
  return index < 0 ? '?' : destinationLetter(index);
};
