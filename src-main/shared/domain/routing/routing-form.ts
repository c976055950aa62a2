import type { RegionKey } from './caller.ts';
import type { TestCall } from './test-call.ts';

/** A phone that answers (目的码): whose it is and what proves that. */
export type Destination = {
  readonly id: string;
  readonly number: string;
  readonly ownerName: string;
  readonly ownerKind: 'unit' | 'legal-person' | 'employee' | 'related-unit';
  readonly proof: 'bill' | 'contract' | 'letter' | 'none';
  /** `yyyy-mm` of the bill, or empty. */
  readonly proofMonth: string;
  readonly ownerIdNumber?: string;
  /** A telephone, a switchboard (小交换机) with several lines, or a fax machine. */
  readonly terminal: 'phone' | 'switchboard' | 'fax';
  /** Calls that it takes at once, at least 1; more makes it busy. */
  readonly capacity: number;
};

/** How a group shares its calls: 顺序, 队列, 随机, 同振, 按比例; the behaviour decides, see `strategyBehaviour`. */
export type Strategy = 'roundRobin' | 'priority' | 'random' | 'ringAll' | 'percentage';

/** Where a call goes: the id of a group or a menu of the form, or one of `callEnds`; empty until chosen. */
export type Goal = string;

/** Phones that ring for the same calls, in their order. */
export type Group = {
  readonly id: string;
  readonly name: string;
  readonly strategy: Strategy;
  readonly destinationIds: readonly string[];
  /** Whole percent of each phone, beside `destinationIds`; used by `percentage` only. */
  readonly shares: readonly number[];
  /** Where a call goes when all phones were busy, and when one rang and nobody answered; empty: it ends. */
  readonly onBusy: Goal;
  readonly onNoAnswer: Goal;
};

/** On which days a rule's window starts. Workdays, rest days, holidays and make-up days as announced by the State Council. */
export type DayCondition = 'weekdays' | 'workdays' | 'restdays' | 'holidays' | 'makeUpDays' | 'dates';

/** Calls of some callers inside a window of time go to a goal. */
export type Rule = {
  readonly id: string;
  readonly name: string;
  readonly days: DayCondition;
  /** ISO weekdays, Monday 1 … Sunday 7; asked for `weekdays` only. */
  readonly weekdays: readonly number[];
  /** Spans of days, both ends included; asked for `dates` only. */
  readonly dates: readonly { readonly from: string; readonly to: string }[];
  /** `HH:MM`; `to` at or before `from` is on the next day, `24:00` the end of the day. */
  readonly from: string;
  readonly to: string;
  /** Where callers are; empty: anywhere. */
  readonly regions: readonly RegionKey[];
  readonly lineKind: 'any' | 'landline' | 'mobile';
  readonly goal: Goal;
};

/** A caller's number, the beginning of one, or an area code; by day only between `from` and `to` when both are there. */
export type ListEntry = { readonly kind: 'number' | 'prefix' | 'area-code'; readonly pattern: string; readonly from?: string; readonly to?: string };

/** One key of a menu: `0`…`9`, `*` or `#`. */
export type MenuKey = { readonly key: string; readonly label: string; readonly goal: Goal };

/** One layer of the voice menu (IVR). */
export type Menu = {
  readonly id: string;
  readonly name: string;
  readonly keys: readonly MenuKey[];
  /** Where key 0 goes (人工); empty: there is no operator. */
  readonly operator: Goal;
  /** Nothing was keyed in time. */
  readonly onTimeout: Goal;
  /** So many wrong keys are tolerated minus one: at the `tries`th the call goes to `onInvalid`. */
  readonly tries: number;
  readonly onInvalid: Goal;
};

/** The acceptance form's routing (受理单), as typed: its parts cite each other by id. Meaning: resources/reference/routing-rules.md. */
export type RoutingForm = {
  readonly destinations: readonly Destination[];
  readonly groups: readonly Group[];
  readonly menus: readonly Menu[];
  /** The first rule that fits a call decides. */
  readonly rules: readonly Rule[];
  /** Where calls go that no rule takes. */
  readonly otherwise: Goal;
  readonly blackList: readonly ListEntry[];
  readonly whiteList: readonly ListEntry[];
  /** only: nobody else gets through; priority: the others wait behind. An empty list is not in force. */
  readonly whiteListKind: 'only' | 'priority';
  /** Callers from here are refused. */
  readonly deniedRegions: readonly RegionKey[];
  /** With `allowOnly`, callers from anywhere else are refused. */
  readonly allowOnly: boolean;
  readonly allowedRegions: readonly RegionKey[];
  /** Password access: on with an empty password is an error of the form; off keeps the password. */
  readonly passwordOn: boolean;
  readonly password: string;
  /** Calls at once, and a calendar month; null: no ceiling. */
  readonly concurrentCap: number | null;
  readonly monthlyCap: number | null;
  /** 彩铃. */
  readonly ringBack: boolean;
  readonly recording: boolean;
  /** The caller is told that the call is recorded. */
  readonly recordingNotice: boolean;
  /** Calls that the customer saw tried. */
  readonly testCalls: readonly TestCall[];
  /** Holes of the coverage (their keys) that the customer agreed to. */
  readonly acceptedHoles: readonly string[];
};

/** Where calls end that reach no phone: the announcement, the voicemail, the fax box. */
export const callEnds = ['announcement', 'voicemail', 'fax'] as const;
export type CallEnd = (typeof callEnds)[number];

/** A form that nobody touched. */
export const emptyForm: RoutingForm = {
  destinations: [], groups: [], menus: [], rules: [], otherwise: '', blackList: [], whiteList: [], whiteListKind: 'only', deniedRegions: [], allowOnly: false, allowedRegions: [],
  passwordOn: false, password: '', concurrentCap: null, monthlyCap: null, ringBack: false, recording: false, recordingNotice: false, testCalls: [], acceptedHoles: [],
};

/** True once anything was put into the form. */
export function hasStarted(form: RoutingForm): boolean {
  const lists = [form.destinations, form.groups, form.menus, form.rules, form.blackList, form.whiteList, form.deniedRegions, form.allowedRegions];
  return lists.some((list) => list.length > 0) || form.otherwise !== '' || form.recording || form.ringBack || form.passwordOn;
}
