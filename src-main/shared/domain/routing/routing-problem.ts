import type { DestinationRefusal } from '../applicant/destination-phone.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import type { Facts } from '../facts.ts';
import type { RoutingLimits } from '../policy.ts';
import type { RegionTable } from './region-table.ts';

/** A line of the form: the part, in it the item's id, its field, and an index where the field or the part is a list. */
export type RoutingPlace = {
  readonly part: 'form' | 'destinations' | 'groups' | 'menus' | 'rules' | 'otherwise' | 'blackList' | 'whiteList' | 'regions' | 'features' | 'testCalls';
  readonly id?: string;
  readonly index?: number;
  readonly field?: string;
};

/** One thing to mend (error: the form cannot be signed) or to look at (warning). */
export type RoutingProblem = {
  readonly code: RoutingProblemCode;
  readonly severity: 'error' | 'warning';
  readonly place: RoutingPlace;
  readonly facts?: Facts;
};

export type RoutingProblemCode = DestinationRefusal['code'] | (typeof ownCodes)[number];

/** The classes that are of the form itself; what a phone's number may lack has its own (`DestinationRefusal`). */
export const ownCodes = [
  'no-destination', 'nobody-rings', 'too-many-destinations', 'too-many-time-segments', 'too-many-list-entries',
  'destination-is-own-number', 'destination-twice', 'destination-unknown-segment', 'destination-unused', 'destination-without-proof',
  'owner-missing', 'owner-identity-missing', 'owner-identity-wrong', 'proof-month-missing', 'proof-month-wrong', 'proof-too-old',
  'capacity-zero', 'capacity-of-phone', 'capacity-over-limit',
  'group-name-missing', 'group-name-twice', 'group-empty', 'group-destination-unknown', 'group-destination-twice', 'group-unused',
  'shares-not-100', 'share-zero', 'fax-among-voices', 'group-no-overflow', 'overflow-unknown', 'forward-loop', 'forwards-too-many', 'forward-to-same-phones',
  'rule-name-missing', 'rule-no-weekday', 'rule-time', 'rule-empty', 'rule-goal-unknown', 'rules-overlap', 'rule-dead', 'rule-late', 'rule-region-unknown', 'rule-region-refused',
  'dates-missing', 'dates-wrong', 'dates-over', 'dates-not-announced',
  'otherwise-missing', 'otherwise-unknown', 'unknown-region-nobody',
  'menu-name-missing', 'menu-name-twice', 'menu-no-keys', 'menu-key-illegal', 'menu-key-twice', 'menu-key-dead', 'menu-key-goal-unknown', 'menu-too-many-keys', 'menu-too-deep', 'menu-loop',
  'menu-operator-missing', 'menu-operator-unknown', 'menu-timeout-unknown', 'menu-invalid-unknown', 'menu-tries-zero', 'menu-unused',
  'list-entry-malformed', 'list-prefix-too-short', 'list-entry-twice', 'list-window-wrong', 'in-both-lists', 'list-holds-destination', 'list-holds-own-number',
  'regions-both-set', 'region-in-both', 'allow-list-empty', 'denied-everywhere', 'region-unknown', 'region-twice',
  'password-missing', 'password-length', 'password-trivial', 'monthly-cap-zero', 'concurrent-cap-zero', 'concurrent-over-capacity', 'recording-without-notice', 'ring-back-with-menu',
  'test-calls-few', 'too-many-test-calls', 'test-call-phone-gone', 'test-call-changed',
] as const;

/** What the checks need beside the form. */
export type RoutingContext = {
  /** The number that the form is for; empty before one is picked. */
  readonly ordered400Number: string;
  readonly limits: RoutingLimits;
  readonly calendar: WorkCalendar;
  readonly regions: RegionTable;
  /** Without it the age of proofs and dates is not judged. */
  readonly today?: string;
};
