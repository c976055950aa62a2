import { parsePhone } from '../../applicant/phone.ts';
import { entryDigits, entryKey, PREFIX_MIN_DIGITS } from '../list-entry.ts';
import type { ListEntry, RoutingForm } from '../routing-form.ts';
import type { RoutingContext, RoutingProblem } from '../routing-problem.ts';
import { windowOf } from '../rule-match.ts';

type List = 'blackList' | 'whiteList';

/** Entries that say nothing, say it twice, or say the opposite in the other list. */
export function listProblems(form: RoutingForm, context: RoutingContext): readonly RoutingProblem[] {
  return [...oneListProblems('blackList', form, context), ...oneListProblems('whiteList', form, context)];
}

function oneListProblems(list: List, form: RoutingForm, context: RoutingContext): readonly RoutingProblem[] {
  const entries = form[list];
  if (entries.length === 0) return [];
  const limit = context.limits.listEntries.value;
  const problems: RoutingProblem[] = [];
  if (entries.length > limit) problems.push({ code: 'too-many-list-entries', severity: 'error', place: { part: list }, facts: { count: entries.length, limit } });
  const black = list === 'whiteList' ? new Set(form.blackList.map(entryKey)) : new Set<string | null>();
  const own = list === 'blackList' ? ownNumbers(form, context) : { phones: [], ordered: '' };
  const seen = new Set<string>();
  entries.forEach((entry, index) => {
    const tell = (code: RoutingProblem['code'], severity: RoutingProblem['severity']) => problems.push({ code, severity, place: { part: list, index }, facts: factsOf(entry) });
    const key = entryKey(entry);
    if (key === null) {
      tell(isShortPrefix(entry) ? 'list-prefix-too-short' : 'list-entry-malformed', 'error');
      return;
    }
    if (hasBadWindow(entry)) tell('list-window-wrong', 'error');
    const said = `${key} ${entry.from ?? ''} ${entry.to ?? ''}`;
    if (seen.has(said)) tell('list-entry-twice', 'warning');
    seen.add(said);
    if (black.has(key)) tell('in-both-lists', 'error');
    if (own.phones.some((digits) => holds(entry, digits))) tell('list-holds-destination', 'warning');
    if (own.ordered !== '' && entry.kind !== 'area-code' && holds(entry, own.ordered)) tell('list-holds-own-number', 'warning');
  });
  return problems;
}

function ownNumbers({ destinations }: RoutingForm, { ordered400Number: ordered }: RoutingContext): { readonly phones: readonly string[]; readonly ordered: string } {
  const phones = destinations.flatMap(({ number }) => {
    const parsed = parsePhone(number);
    return parsed.ok && parsed.value.extension === null ? [parsed.value.digits] : [];
  });
  return { phones, ordered };
}

/** A number that an entry keeps out by itself; whole areas are meant to be kept out. */
function holds(entry: ListEntry, digits: string): boolean {
  if (entry.kind === 'area-code') return false;
  const own = entryDigits(entry);
  return own !== null && (entry.kind === 'number' ? own === digits : digits.startsWith(own));
}

const isShortPrefix = ({ kind, pattern }: ListEntry): boolean => kind === 'prefix' && /^\d+$/.test(pattern.trim()) && pattern.trim().length < PREFIX_MIN_DIGITS;

function hasBadWindow({ from = '', to = '' }: ListEntry): boolean {
  if (from === '' && to === '') return false;
  return windowOf({ from, to }) === null;
}

const factsOf = ({ kind, pattern }: ListEntry) => ({ kind, pattern });
