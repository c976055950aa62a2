import { destinationKey } from './destination-problems.ts';
import { entryKey } from './list-entry.ts';
import type { ListEntry, RoutingForm } from './routing-form.ts';
import type { RoutingContext, RoutingProblem } from './routing-problem.ts';

type List = 'blackList' | 'whiteList';

/** Entries that say nothing, say it twice, or say the opposite in the other list. */
export function listProblems(form: RoutingForm, context: RoutingContext): readonly RoutingProblem[] {
  return [...oneListProblems('blackList', form, context), ...oneListProblems('whiteList', form, context)];
}

function oneListProblems(list: List, form: RoutingForm, context: RoutingContext): readonly RoutingProblem[] {
  const entries = form[list];
  const limit = context.limits.listEntries.value;
  const problems: RoutingProblem[] = [];
  if (entries.length > limit) problems.push({ code: 'too-many-list-entries', severity: 'error', place: { part: list }, facts: { count: entries.length, limit } });
  const black = list === 'whiteList' ? new Set(form.blackList.map(entryKey)) : new Set<string | null>();
  const phones = new Set(form.destinations.map((destination) => `number ${destinationKey(destination).replace(/-$/, '')}`));
  const seen = new Set<string>();
  entries.forEach((entry, index) => {
    const key = entryKey(entry);
    const tell = (code: RoutingProblem['code'], severity: RoutingProblem['severity']) => problems.push({ code, severity, place: { part: list, index }, facts: factsOf(entry) });
    if (key === null) {
      tell('list-entry-malformed', 'error');
      return;
    }
    if (seen.has(key)) tell('list-entry-twice', 'warning');
    seen.add(key);
    if (black.has(key)) tell('in-both-lists', 'error');
    if (list === 'blackList' && phones.has(key)) tell('list-holds-destination', 'warning');
  });
  return problems;
}

const factsOf = ({ kind, pattern }: ListEntry) => ({ kind, pattern });
