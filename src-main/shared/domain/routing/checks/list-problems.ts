import { parsePhone } from '../../applicant/phone.ts';
import { entryDigits, entryKey, PREFIX_MIN_DIGITS } from '../list-entry.ts';
import type { ListEntry, RoutingForm } from '../routing-form.ts';
import type { RoutingContext, RoutingProblem } from '../routing-problem.ts';
import { windowOf } from '../rule-match.ts';

type List = 'blackList' | 'whiteList';
type Own = { readonly phones: readonly string[]; readonly ordered: string };

/** Entries that say nothing, say it twice, or say the opposite in the other list. */
export function listProblems(form: RoutingForm, { limits, ordered400Number: ordered }: RoutingContext): readonly RoutingProblem[] {
  const limit = limits.listEntries.value;
  const phones = ownPhones(form);
  const black = known(form.blackList, ['blackList', limit, ordered, phones.join()], () => oneListProblems('blackList', form.blackList, { limit, blacks: new Map(), own: { phones, ordered } }));
  const white = known(form.whiteList, ['whiteList', limit, form.blackList], () => oneListProblems('whiteList', form.whiteList, { limit, blacks: byKey(form.blackList), own: { phones: [], ordered: '' } }));
  return [...black, ...white];
}

// Lists hold up to ten thousand entries and stay the same while everything else on the form is typed.
const checked = new WeakMap<readonly ListEntry[], { readonly by: readonly unknown[]; readonly problems: readonly RoutingProblem[] }>();

function known(entries: readonly ListEntry[], by: readonly unknown[], check: () => readonly RoutingProblem[]): readonly RoutingProblem[] {
  if (entries.length === 0) return [];
  const before = checked.get(entries);
  if (before?.by.length === by.length && before.by.every((value, index) => value === by[index])) return before.problems;
  const problems = check();
  checked.set(entries, { by, problems });
  return problems;
}

type Beside = { readonly limit: number; readonly blacks: ReadonlyMap<string, readonly ListEntry[]>; readonly own: Own };

function oneListProblems(list: List, entries: readonly ListEntry[], { limit, blacks, own }: Beside): readonly RoutingProblem[] {
  const problems: RoutingProblem[] = [];
  if (entries.length > limit) problems.push({ code: 'too-many-list-entries', severity: 'error', place: { part: list }, facts: { count: entries.length, limit } });
  const seen = new Set<string>();
  entries.forEach((entry, index) => {
    const { kind, pattern, from = '', to = '' } = entry;
    const tell = (code: RoutingProblem['code'], severity: RoutingProblem['severity']) => problems.push({ code, severity, place: { part: list, index }, facts: { kind, pattern } });
    const key = entryKey(entry);
    if (key === null) {
      tell(isShortPrefix(entry) ? 'list-prefix-too-short' : 'list-entry-malformed', 'error');
      return;
    }
    if (hasBadWindow(entry)) tell('list-window-wrong', 'error');
    const said = `${key} ${from} ${to}`;
    if (seen.has(said)) tell('list-entry-twice', 'warning');
    seen.add(said);
    if (blacks.get(key)?.some((black) => holdTogether(black, entry))) tell('in-both-lists', 'error');
    if (own.phones.some((digits) => holds(entry, digits))) tell('list-holds-destination', 'warning');
    if (own.ordered !== '' && holds(entry, own.ordered)) tell('list-holds-own-number', 'warning');
  });
  return problems;
}

function byKey(entries: readonly ListEntry[]): ReadonlyMap<string, readonly ListEntry[]> {
  const found = new Map<string, ListEntry[]>();
  for (const entry of entries) {
    const key = entryKey(entry);
    if (key === null) continue;
    const same = found.get(key);
    if (same) same.push(entry);
    else found.set(key, [entry]);
  }
  return found;
}

const ownPhones = ({ destinations }: RoutingForm): readonly string[] => destinations.flatMap(({ number }) => {
  const parsed = parsePhone(number);
  return parsed.ok && parsed.value.extension === null ? [parsed.value.digits] : [];
});

/** A number that an entry keeps out by itself; whole areas are meant to be kept out. */
function holds(entry: ListEntry, digits: string): boolean {
  if (entry.kind === 'area-code') return false;
  const own = entryDigits(entry);
  return own !== null && (entry.kind === 'number' ? own === digits : digits.startsWith(own));
}

/** Black by night and white by day is no contradiction. */
function holdTogether(one: ListEntry, other: ListEntry): boolean {
  const [a, b] = [one, other].map(({ from = '', to = '' }) => windowOf({ from, to }) ?? { from: 0, to: 1440 });
  return a !== undefined && b !== undefined && [-1440, 0, 1440].some((shift) => a.from < b.to + shift && b.from + shift < a.to);
}

const isShortPrefix = ({ kind, pattern }: ListEntry): boolean => kind === 'prefix' && /^\d+$/.test(pattern.trim()) && pattern.trim().length < PREFIX_MIN_DIGITS;

function hasBadWindow({ from = '', to = '' }: ListEntry): boolean {
  if (from === '' && to === '') return false;
  return windowOf({ from, to }) === null;
}
