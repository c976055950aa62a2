/**
 * A blind test oracle: how a call is routed, written from resources/reference/routing-rules.md alone.
 * It goes through the rules section by section, and shares no line with the engine that it checks.
 */
import type { Call, CallLimits, CallState, DayFacts, Outcome, RefusalReason, RoutedCall, Step, Wave } from '#domain/routing/call.ts';
import type { Caller, RegionKey } from '#domain/routing/caller.ts';
import type { Destination, Goal, Group, Menu, RoutingForm, Rule } from '#domain/routing/routing-form.ts';
import type { RoutingPlace } from '#domain/routing/routing-problem.ts';
import { minutesOf, mostSpecific } from './reference-lists.ts';

/** What is given, and what has been noted of the call so far. */
type Ledger = {
  readonly form: RoutingForm; readonly call: Call; readonly state: CallState; readonly limits: CallLimits;
  readonly steps: Step[]; readonly ringing: Wave[];
  priority: boolean; listed: boolean;
  turns: Record<string, number>; drawsUsed: number;
  menusEntered: number; keysRead: number; forwardsMade: number;
};

type FailedReason = 'busy' | 'no-answer';

export function referenceRoute(form: RoutingForm, call: Call, state: CallState, limits: CallLimits): RoutedCall {
  const ledger: Ledger = {
    form, call, state, limits, steps: [], ringing: [], turns: { ...state.turns }, drawsUsed: 0, priority: false, listed: false, menusEntered: 0, keysRead: 0, forwardsMade: 0,
  };
  const refusal = mayComeIn(ledger);
  const outcome: Outcome = refusal === null ? takeByRules(ledger) : { kind: 'refused', reason: refusal };
  // 5
  return { outcome, ringing: ledger.ringing, steps: ledger.steps, priority: ledger.priority, turns: ledger.turns, drawsUsed: ledger.drawsUsed };
}

function note(ledger: Ledger, code: Step['code'], place: RoutingPlace): void {
  ledger.steps.push({ code, place });
}

// ---------------------------------------------------------------- 1. May the call come in at all

function mayComeIn(ledger: Ledger): RefusalReason | null {
  return monthsCeiling(ledger) ?? origin(ledger) ?? lists(ledger) ?? regionBlocking(ledger) ?? passwordAccess(ledger) ?? callsAtOnce(ledger) ?? recordingNotice(ledger);
}

function refuse(ledger: Ledger, reason: RefusalReason, code: Step['code'], place: RoutingPlace): RefusalReason {
  note(ledger, code, place);
  return reason;
}

// 1.1
function monthsCeiling(ledger: Ledger): RefusalReason | null {
  const cap = ledger.form.monthlyCap;
  if (typeof cap !== 'number' || ledger.state.callsThisMonth < cap) return null;
  return refuse(ledger, 'monthly-cap', 'monthly-cap-reached', { part: 'features', field: 'monthlyCap' });
}

// 1.2
function origin(ledger: Ledger): RefusalReason | null {
  const province = ledger.call.caller.province;
  const closed = province === '710000' || province === '810000' || province === '820000' || province === 'abroad';
  return closed ? refuse(ledger, 'not-open', 'not-open', { part: 'form' }) : null;
}

// 1.3
function lists(ledger: Ledger): RefusalReason | null {
  const { form, call } = ledger;
  const black = mostSpecific(form.blackList, call);
  const white = mostSpecific(form.whiteList, call);
  // Black before white when both are as specific.
  if (black !== null && (white === null || black.weight >= white.weight)) return refuse(ledger, 'black-list', 'black-listed', { part: 'blackList', index: black.index });
  if (white !== null) {
    ledger.listed = true;
    ledger.priority = form.whiteListKind === 'priority';
    note(ledger, 'white-listed', { part: 'whiteList', index: white.index });
    return null;
  }
  if (form.whiteListKind === 'only' && form.whiteList.length > 0) return refuse(ledger, 'not-white-listed', 'not-white-listed', { part: 'whiteList' });
  return null;
}

// 1.4
function regionBlocking(ledger: Ledger): RefusalReason | null {
  if (ledger.listed) return null;
  const { form, call } = ledger;
  for (const [index, region] of form.deniedRegions.entries()) {
    if (regionHolds(region, call.caller)) return refuse(ledger, 'region-denied', 'region-denied', { part: 'regions', field: 'denied', index });
  }
  if (!form.allowOnly) return null;
  if (form.allowedRegions.some((region) => regionHolds(region, call.caller))) return null;
  return refuse(ledger, 'region-not-allowed', 'region-not-allowed', { part: 'regions', field: 'allowed' });
}

/** 1.4: whom a region holds. */
function regionHolds(region: RegionKey, caller: Caller): boolean {
  if (caller.province === null && region === 'unknown') return true;
  if (caller.province !== null && region === `province:${caller.province}`) return true;
  if (caller.city !== null && region === `city:${caller.city}`) return true;
  if (caller.areaCode !== null && region === `area:${caller.areaCode}`) return true;
  return false;
}

// 1.5
function passwordAccess(ledger: Ledger): RefusalReason | null {
  const { form, call } = ledger;
  if (!form.passwordOn) return null;
  const place: RoutingPlace = { part: 'features', field: 'password' };
  if (form.password === '' || call.password !== form.password) return refuse(ledger, 'password', 'password-wrong', place);
  note(ledger, 'password-right', place);
  return null;
}

// 1.6
function callsAtOnce(ledger: Ledger): RefusalReason | null {
  const cap = ledger.form.concurrentCap;
  if (typeof cap !== 'number' || ledger.state.ongoingCalls < cap) return null;
  return refuse(ledger, 'concurrent-cap', 'concurrent-cap-reached', { part: 'features', field: 'concurrentCap' });
}

// 1.7
function recordingNotice(ledger: Ledger): null {
  if (ledger.form.recording && ledger.form.recordingNotice) note(ledger, 'recording-notice', { part: 'features', field: 'recordingNotice' });
  return null;
}

// ---------------------------------------------------------------- 2. Which rule takes it

// 2.1 and 2.5
function takeByRules(ledger: Ledger): Outcome {
  for (const rule of ledger.form.rules) {
    const why = whyPassed(rule, ledger.call);
    if (why === null) {
      note(ledger, 'rule-matched', { part: 'rules', id: rule.id });
      return followGoal(ledger, rule.goal, { part: 'rules', id: rule.id, field: 'goal' });
    }
    ledger.steps.push({ code: 'rule-passed', place: { part: 'rules', id: rule.id }, facts: { why } });
  }
  note(ledger, 'otherwise', { part: 'otherwise' });
  return followGoal(ledger, ledger.form.otherwise, { part: 'otherwise' });
}

/** 2.1: the first condition that does not hold, null when all four do. */
function whyPassed(rule: Rule, call: Call): 'day' | 'time' | 'region' | 'line' | null {
  if (!windowHolds(rule, call)) return dayFits(rule, call.at.today) ? 'time' : 'day';
  if (!ruleRegionHolds(rule, call.caller)) return 'region';
  if (!ruleLineHolds(rule, call.caller)) return 'line';
  return null;
}

// 2.2
function windowHolds(rule: Rule, call: Call): boolean {
  const { today, yesterday, minuteOfDay } = call.at;
  const from = minutesOf(rule.from);
  const to = minutesOf(rule.to);
  if (from === null || to === null || from === to || from === 1440) return false;
  if (to > from) return dayFits(rule, today) && minuteOfDay >= from && minuteOfDay < to;
  const startedToday = dayFits(rule, today) && minuteOfDay >= from;
  const startedYesterday = dayFits(rule, yesterday) && minuteOfDay < to;
  return startedToday || startedYesterday;
}

/** 2.2: the days on which a rule's window starts. */
function dayFits(rule: Rule, day: DayFacts): boolean {
  switch (rule.days) {
    case 'weekdays': return rule.weekdays.some((weekday) => weekday === day.weekday);
    case 'workdays': return day.work;
    case 'restdays': return !day.work;
    case 'holidays': return day.holiday;
    case 'makeUpDays': return day.makeUp;
    case 'dates': return dateInSpans(rule, day);
    default: return false;
  }
}

/** 2.2: both ends included; wrong spans hold nothing. */
function dateInSpans(rule: Rule, day: DayFacts): boolean {
  const date = day.date;
  if (date === null) return false;
  return rule.dates.some((span) => isDate(span.from) && isDate(span.to) && span.from <= span.to && span.from <= date && date <= span.to);
}

/** `yyyy-mm-dd` of a day that there is. */
function isDate(text: string): boolean {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text)) return false;
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8, 10));
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const daysOfMonth = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return daysOfMonth !== undefined && day >= 1 && day <= daysOfMonth;
}

// 2.3
const ruleRegionHolds = (rule: Rule, caller: Caller): boolean => rule.regions.length === 0 || rule.regions.some((region) => regionHolds(region, caller));

// 2.4
const ruleLineHolds = (rule: Rule, caller: Caller): boolean => rule.lineKind === 'any' || rule.lineKind === caller.lineKind;

// ---------------------------------------------------------------- 3. Following a goal

/** `namedAt` is the place that named the goal (3.5); `failed` is the reason when a failed group named it (4.7). */
function followGoal(ledger: Ledger, goal: Goal, namedAt: RoutingPlace, failed?: FailedReason): Outcome {
  // 3.1
  if (goal === 'announcement') {
    note(ledger, 'ended-announcement', namedAt);
    return { kind: 'announcement', reason: failed ?? 'closed' };
  }
  if (goal === 'voicemail') {
    note(ledger, 'ended-voicemail', namedAt);
    return { kind: 'voicemail' };
  }
  if (goal === 'fax') {
    note(ledger, 'ended-fax', namedAt);
    return { kind: 'fax' };
  }
  // 3.2: the empty goal names nothing (3.3)
  if (goal !== '') {
    const group = ledger.form.groups.find((one) => one.id === goal);
    if (group !== undefined) return huntInGroup(ledger, group);
    const menu = ledger.form.menus.find((one) => one.id === goal);
    if (menu !== undefined) return visitMenu(ledger, menu);
  }
  // 3.3
  note(ledger, 'goal-unknown', namedAt);
  return { kind: 'nobody', reason: 'goal-unknown' };
}

// 3.4
function visitMenu(ledger: Ledger, menu: Menu): Outcome {
  const atMenu: RoutingPlace = { part: 'menus', id: menu.id };
  if (ledger.menusEntered >= ledger.limits.ivrDepth) {
    note(ledger, 'menu-depth', atMenu);
    return { kind: 'nobody', reason: 'menu-depth' };
  }
  ledger.menusEntered += 1;
  note(ledger, 'menu-entered', atMenu);
  const tries = menu.tries < 1 ? 1 : menu.tries;
  let wrongKeys = 0;
  for (;;) {
    const key = nextKey(ledger);
    if (key === null) {
      const place: RoutingPlace = { part: 'menus', id: menu.id, field: 'onTimeout' };
      note(ledger, 'menu-timeout', place);
      return followGoal(ledger, menu.onTimeout, place);
    }
    if (key === '0' && menu.operator !== '') {
      const place: RoutingPlace = { part: 'menus', id: menu.id, field: 'operator' };
      ledger.steps.push({ code: 'menu-operator', place, facts: { key } });
      return followGoal(ledger, menu.operator, place);
    }
    const index = menu.keys.findIndex((line) => line.key === key);
    const line = menu.keys[index];
    if (line !== undefined) {
      const place: RoutingPlace = { part: 'menus', id: menu.id, field: 'keys', index };
      ledger.steps.push({ code: 'menu-key', place, facts: { key } });
      return followGoal(ledger, line.goal, place);
    }
    ledger.steps.push({ code: 'menu-invalid', place: atMenu, facts: { key } });
    wrongKeys += 1;
    if (wrongKeys >= tries) {
      const place: RoutingPlace = { part: 'menus', id: menu.id, field: 'onInvalid' };
      note(ledger, 'menu-invalid-limit', place);
      return followGoal(ledger, menu.onInvalid, place);
    }
  }
}

/** 3.4: the next of the call's keys, whatever menu read the ones before; null when it is null or there are no more. */
function nextKey(ledger: Ledger): string | null {
  const key = ledger.call.keys[ledger.keysRead];
  ledger.keysRead += 1;
  return key ?? null;
}

// ---------------------------------------------------------------- 4. Hunting in a group

type Phone = { readonly destination: Destination; readonly share: number };

/** How a hunt went: who answered (null: nobody), and which phone rang first (null: none rang). */
type Hunt = { readonly answered: Phone | null; readonly rangFirst: Phone | null };

function huntInGroup(ledger: Ledger, group: Group): Outcome {
  note(ledger, 'group-entered', { part: 'groups', id: group.id });
  const phones = phonesOf(ledger, group);
  if (phones.length === 0) {
    note(ledger, 'group-empty', { part: 'groups', id: group.id });
    return { kind: 'nobody', reason: 'group-empty' };
  }
  const hunt = huntByStrategy(ledger, group, phones);
  if (hunt.answered !== null) return { kind: 'answered', destinationId: hunt.answered.destination.id, groupId: group.id };
  return nobodyAnswered(ledger, group, hunt.rangFirst === null ? 'busy' : 'no-answer');
}

/** 4: the group's phones in the order of `destinationIds`, each once. */
function phonesOf(ledger: Ledger, group: Group): Phone[] {
  const phones: Phone[] = [];
  const seen: string[] = [];
  for (const [index, id] of group.destinationIds.entries()) {
    if (seen.includes(id)) continue;
    seen.push(id);
    const destination = ledger.form.destinations.find((one) => one.id === id);
    if (destination === undefined) continue;
    const share = group.shares[index] ?? 0;
    if (group.strategy === 'percentage' && !(share > 0)) continue;
    phones.push({ destination, share });
  }
  return phones;
}

function huntByStrategy(ledger: Ledger, group: Group, phones: readonly Phone[]): Hunt {
  switch (group.strategy) {
    case 'priority': return oneAfterAnother(ledger, group, phones);
    case 'roundRobin': return inTurns(ledger, group, phones);
    case 'ringAll': return allTogether(ledger, group, phones);
    default: return byDraws(ledger, group, phones);
  }
}

// 4.1
const isBusy = (ledger: Ledger, phone: Phone): boolean => (ledger.state.inCall[phone.destination.id] ?? 0) >= phone.destination.capacity;

const passBusy = (ledger: Ledger, phone: Phone): void => note(ledger, 'phone-busy', { part: 'destinations', id: phone.destination.id });

/** 4.1: passes every busy phone in order and gives the free ones. */
function passAllBusy(ledger: Ledger, phones: readonly Phone[]): Phone[] {
  const free: Phone[] = [];
  for (const phone of phones) {
    if (isBusy(ledger, phone)) passBusy(ledger, phone);
    else free.push(phone);
  }
  return free;
}

// 4.2
function ringAlone(ledger: Ledger, group: Group, phone: Phone): boolean {
  ledger.ringing.push({ groupId: group.id, destinationIds: [phone.destination.id] });
  return liftsReceiver(ledger, phone);
}

function liftsReceiver(ledger: Ledger, phone: Phone): boolean {
  const silent = ledger.state.silent.includes(phone.destination.id);
  note(ledger, silent ? 'phone-rang' : 'phone-answered', { part: 'destinations', id: phone.destination.id });
  return !silent;
}

// 4.3
function oneAfterAnother(ledger: Ledger, group: Group, phones: readonly Phone[]): Hunt {
  let rangFirst: Phone | null = null;
  for (const phone of phones) {
    if (isBusy(ledger, phone)) passBusy(ledger, phone);
    else {
      rangFirst ??= phone;
      if (ringAlone(ledger, group, phone)) return { answered: phone, rangFirst };
    }
  }
  return { answered: null, rangFirst };
}

// 4.4
function inTurns(ledger: Ledger, group: Group, phones: readonly Phone[]): Hunt {
  const count = phones.length;
  const turn = ledger.turns[group.id] ?? 0;
  const start = ((turn % count) + count) % count;
  const hunt = oneAfterAnother(ledger, group, [...phones.slice(start), ...phones.slice(0, start)]);
  if (hunt.rangFirst !== null) ledger.turns = { ...ledger.turns, [group.id]: (phones.indexOf(hunt.rangFirst) + 1) % count };
  return hunt;
}

// 4.5
function byDraws(ledger: Ledger, group: Group, phones: readonly Phone[]): Hunt {
  let left = passAllBusy(ledger, phones);
  let rangFirst: Phone | null = null;
  while (left.length > 0) {
    const draw = nextDraw(ledger);
    const phone = group.strategy === 'percentage' ? drawnByShare(left, draw) : left[Math.floor(draw * left.length)];
    if (phone === undefined) throw new Error(`a draw must be from 0 up to but not 1: ${String(draw)}`);
    rangFirst ??= phone;
    if (ringAlone(ledger, group, phone)) return { answered: phone, rangFirst };
    left = left.filter((one) => one !== phone);
  }
  return { answered: null, rangFirst };
}

/** 4.5: 0 when `draws` has no more, counted all the same. */
function nextDraw(ledger: Ledger): number {
  const draw = ledger.state.draws[ledger.drawsUsed] ?? 0;
  ledger.drawsUsed += 1;
  return draw;
}

/** 4.5: the first whose running sum of shares is greater than the draw times the sum of the shares left. */
function drawnByShare(left: readonly Phone[], draw: number): Phone | undefined {
  let sum = 0;
  for (const phone of left) sum += phone.share;
  let running = 0;
  return left.find((phone) => {
    running += phone.share;
    return running > draw * sum;
  });
}

// 4.6
function allTogether(ledger: Ledger, group: Group, phones: readonly Phone[]): Hunt {
  const free = passAllBusy(ledger, phones);
  const rangFirst = free[0] ?? null;
  if (rangFirst === null) return { answered: null, rangFirst };
  ledger.ringing.push({ groupId: group.id, destinationIds: free.map((phone) => phone.destination.id) });
  for (const phone of free) {
    if (liftsReceiver(ledger, phone)) return { answered: phone, rangFirst };
  }
  return { answered: null, rangFirst };
}

// 4.7 (4.8 needs nothing: the turns stand in the ledger, the rest of the state does not change)
function nobodyAnswered(ledger: Ledger, group: Group, reason: FailedReason): Outcome {
  const goal = reason === 'busy' ? group.onBusy : group.onNoAnswer;
  const place: RoutingPlace = { part: 'groups', id: group.id, field: reason === 'busy' ? 'onBusy' : 'onNoAnswer' };
  const forward = reason === 'busy' ? 'forward-busy' : 'forward-no-answer';
  if (goal === '') {
    note(ledger, 'ended-announcement', { part: 'groups', id: group.id });
    return { kind: 'announcement', reason };
  }
  if (goal === 'announcement' || goal === 'voicemail' || goal === 'fax') {
    note(ledger, forward, place);
    return followGoal(ledger, goal, place, reason);
  }
  if (ledger.forwardsMade >= ledger.limits.forwardsPerCall) {
    note(ledger, 'forward-limit', place);
    return { kind: 'announcement', reason };
  }
  ledger.forwardsMade += 1;
  note(ledger, forward, place);
  return followGoal(ledger, goal, place);
}
