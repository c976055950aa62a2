import { type Call, type CallLimits, type CallMoment, type CallState, quietState, type RoutedCall } from '#domain/routing/call.ts';
import type { Caller } from '#domain/routing/caller.ts';
import type { CoverageState } from '#domain/routing/coverage/coverage.ts';
import type { RegionTable } from '#domain/routing/region-table.ts';
import { routeCall } from '#domain/routing/route-call.ts';
import type { RoutingForm } from '#domain/routing/routing-form.ts';

// What a cell of the coverage map ought to say, found by nothing but calls: no memory, no shortcut.

/** One caller of every area code and city of a province, of each shared area code one whose city is not told, and somebody of none of them. */
export function everybodyOf(region: string, lineKind: 'landline' | 'mobile', { areas }: RegionTable): readonly Caller[] {
  if (region === 'unknown') return [{ digits: '', lineKind, areaCode: null, city: null, province: null }];
  const province = region.slice(9);
  const rows = areas.filter((row) => row.province === province);
  const elsewhere = rows.length === 1 ? [] : [{ digits: '', lineKind, areaCode: null, city: null, province }];
  const untold = rows.filter(({ areaCode }) => rows.filter((row) => row.areaCode === areaCode).length > 1).map((row) => ({ ...row, cityCode: null }));
  return [...elsewhere, ...[...rows, ...untold].map(({ areaCode, cityCode: city }) => ({ digits: lineKind === 'landline' ? `${areaCode}5` : '', lineKind, areaCode, city, province }))];
}

/** Those that the tests' menus know, and one that none does. */
const PRESSED = ['0', '1', '2', '*', '9'];

/** Every way through menus that a caller can go: keys are added where a menu ran out of them. */
function everyWay(form: RoutingForm, call: Call, state: CallState, limits: CallLimits): readonly RoutedCall[] {
  const routed = routeCall(form, call, state, limits);
  const read = routed.steps.filter(({ code }) => code === 'menu-key' || code === 'menu-operator' || code === 'menu-invalid' || code === 'menu-timeout').length;
  if (read <= call.keys.length) return [routed];
  return [routed, ...[null, ...PRESSED].flatMap((key) => everyWay(form, { ...call, keys: [...call.keys, key] }, state, limits))];
}

/** Every phone free, busy or silent. */
function everyState({ destinations }: RoutingForm): readonly CallState[] {
  return destinations.reduce<readonly CallState[]>((states, { id, capacity }) =>
    states.flatMap((state) => [state, { ...state, inCall: { ...state.inCall, [id]: capacity } }, { ...state, silent: [...state.silent, id] }]), [quietState]);
}

/** What a caller comes to at the very best, and every phone that may answer. */
export type NaiveWorth = { readonly state: CoverageState; readonly phones: ReadonlySet<string> };

/** Worths by calls; callers whom the same line of the form takes fare the same, and only the first of them is tried in every way. */
export function naiveWorths(form: RoutingForm, limits: CallLimits): (caller: Caller, at: CallMoment) => NaiveWorth {
  const known = new Map<string, NaiveWorth>();
  return (caller, at) => {
    const { outcome, steps } = routeCall(form, { caller, at, keys: [], password: form.password }, quietState, limits);
    const line = outcome.kind === 'refused' ? outcome.reason : `line ${steps.find(({ code }) => code === 'rule-matched')?.place.id ?? 'otherwise'}`;
    const worth = known.get(line) ?? naiveWorth(form, { caller, at, keys: [], password: form.password }, limits);
    known.set(line, worth);
    return worth;
  };
}

function naiveWorth(form: RoutingForm, call: Call, limits: CallLimits): NaiveWorth {
  const ends = everyState(form).flatMap((state) => everyWay(form, call, state, limits)).map((routed) => routed.outcome);
  const phones = new Set(ends.flatMap((end) => (end.kind === 'answered' ? [end.destinationId] : [])));
  const came = (...kinds: readonly string[]): boolean => ends.some(({ kind }) => kinds.includes(kind));
  const refused = ends.find((end) => end.kind === 'refused');
  if (refused !== undefined) return { state: refused.reason === 'not-open' ? 'notOpen' : 'refused', phones };
  if (phones.size > 0) return { state: phones.size > 1 ? 'rings' : 'single', phones };
  return { state: came('voicemail', 'fax') ? 'voicemail' : came('announcement') ? 'announcement' : 'nobody', phones };
}
