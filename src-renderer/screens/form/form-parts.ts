import type { RegionTable } from '#domain/routing/region-table.ts';
import { callEnds, type RoutingForm } from '#domain/routing/routing-form.ts';
import { goalWords, phoneWords } from '#domain/routing/words/part-words.ts';
import type { RoutingEdit } from './use-routing-form.ts';

/** What each part of the form is given. `wrong` says how the control of an id stands with the check. */
export type PartProps = { readonly edit: RoutingEdit; readonly wrong: (fieldId: string) => '' | 'error' | 'warning'; readonly regions: RegionTable };

export type Option = { readonly value: string; readonly label: string };

/** A table of words as the options of a Select. */
export const options = <K extends string>(words: Readonly<Record<K, string>>): { value: K; label: string }[] =>
  (Object.entries(words) as [K, string][]).map(([value, label]) => ({ value, label }));

/** `A 010-5920 6688` for each phone. */
export const phoneOptions = (form: RoutingForm): Option[] => form.destinations.map(({ id }) => ({ value: id, label: phoneWords(form, id) }));

/** Where calls can be led: each group and menu, then where they end without a phone. */
export const goalOptions = (form: RoutingForm, without?: string): Option[] =>
  [...form.groups.map(({ id }) => id), ...form.menus.map(({ id }) => id), ...callEnds].filter((id) => id !== without).map((id) => ({ value: id, label: goalWords(form, id) }));
