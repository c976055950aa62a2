/**
 * A blind test oracle: how a call is routed, written from resources/reference/routing-rules.md alone.
 * It goes through the rules section by section, and shares no line with the engine that it checks.
 */
import type { Call, CallLimits, CallState, DayFacts, Outcome, RoutedCall } from '#domain/routing/call.ts';
import type { Caller } from '#domain/routing/caller.ts';
import type { Goal, Group, Menu, RoutingForm, Rule } from '#domain/routing/routing-form.ts';
import type { RoutingPlace } from '#domain/routing/routing-problem.ts';
import { mayComeIn } from './reference-admission.ts';
import { huntByStrategy, phonesOf } from './reference-hunting.ts';
import { type Ledger, note, regionHolds } from './reference-ledger.ts';
import { minutesOf } from './reference-lists.ts';

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
