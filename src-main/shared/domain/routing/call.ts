import type { PlainDate, Weekday } from '../calendar/plain-date.ts';
import type { Caller } from './caller.ts';
import type { RoutingPlace } from './routing-problem.ts';

/** What a rule may ask about a day. An ordinary week's day has no date. */
export type DayFacts = {
  readonly date: PlainDate | null;
  readonly weekday: Weekday;
  /** Worked, make-up days included, holidays not. */
  readonly work: boolean;
  /** Off, and part of a public holiday. */
  readonly holiday: boolean;
  /** A Saturday or Sunday that is worked. */
  readonly makeUp: boolean;
  /** False where the notice of the year is not out yet: shown as 预计. */
  readonly announced: boolean;
};

/** When a call comes: Beijing time; the day before matters for windows that cross midnight. */
export type CallMoment = { readonly today: DayFacts; readonly yesterday: DayFacts; readonly minuteOfDay: number };

/** A call, and what its caller would key. */
export type Call = {
  readonly caller: Caller;
  readonly at: CallMoment;
  /** Keys in menus, in order; null waits until the menu's time is over, and so does a caller who has no more. */
  readonly keys: readonly (string | null)[];
  /** What is keyed when a password is asked for. */
  readonly password: string;
};

/** What the network knows when the call comes. */
export type CallState = {
  /** Calls that each phone is busy with; a phone that is missing has none. */
  readonly inCall: Readonly<Record<string, number>>;
  /** Phones that ring and are not answered. */
  readonly silent: readonly string[];
  /** Where the next round of each round-robin group starts: an index into its phones; 0 when missing. */
  readonly turns: Readonly<Record<string, number>>;
  /** Numbers from 0 up to but not 1 for random and percentage, used in order; 0 when they run out. */
  readonly draws: readonly number[];
  readonly ongoingCalls: number;
  readonly callsThisMonth: number;
};

/** Nobody is busy, everybody answers. */
export const quietState: CallState = { inCall: {}, silent: [], turns: {}, draws: [], ongoingCalls: 0, callsThisMonth: 0 };

/** The limits of the network that a call meets (policy `routing`). */
export type CallLimits = { readonly forwardsPerCall: number; readonly ivrDepth: number };

/** How a call ends. */
export type Outcome =
  | { readonly kind: 'answered'; readonly destinationId: string; readonly groupId: string }
  | { readonly kind: 'voicemail' | 'fax' }
  | { readonly kind: 'announcement'; readonly reason: 'closed' | 'busy' | 'no-answer' }
  | { readonly kind: 'refused'; readonly reason: RefusalReason }
  | { readonly kind: 'nobody'; readonly reason: 'goal-unknown' | 'group-empty' | 'menu-depth' };

export type RefusalReason = 'monthly-cap' | 'not-open' | 'black-list' | 'not-white-listed' | 'region-denied' | 'region-not-allowed' | 'password' | 'concurrent-cap';

export type StepCode =
  | 'monthly-cap-reached' | 'not-open' | 'black-listed' | 'white-listed' | 'not-white-listed' | 'region-denied' | 'region-not-allowed'
  | 'password-right' | 'password-wrong' | 'concurrent-cap-reached' | 'recording-notice'
  | 'rule-passed' | 'rule-matched' | 'otherwise'
  | 'menu-entered' | 'menu-key' | 'menu-operator' | 'menu-timeout' | 'menu-invalid' | 'menu-invalid-limit' | 'menu-depth'
  | 'group-entered' | 'phone-busy' | 'phone-rang' | 'phone-answered' | 'forward-busy' | 'forward-no-answer' | 'forward-limit'
  | 'ended-announcement' | 'ended-voicemail' | 'ended-fax' | 'goal-unknown' | 'group-empty';

/** One decision and the line of the form that it came from. */
export type Step = {
  readonly code: StepCode;
  readonly place: RoutingPlace;
  /** Of `rule-passed`: the first condition that did not fit. Of menu steps: the key. */
  readonly facts?: { readonly why?: 'day' | 'time' | 'region' | 'line'; readonly key?: string };
};

/** Phones that rang together; one by one they are waves of one. */
export type Wave = { readonly groupId: string; readonly destinationIds: readonly string[] };

/** What became of a call, why, and what the next call finds. */
export type RoutedCall = {
  readonly outcome: Outcome;
  readonly ringing: readonly Wave[];
  readonly steps: readonly Step[];
  /** A caller of the priority white list: first in the queue when all phones are busy. */
  readonly priority: boolean;
  readonly turns: CallState['turns'];
  readonly drawsUsed: number;
};
