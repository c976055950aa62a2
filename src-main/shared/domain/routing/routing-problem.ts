import type { DestinationRefusal } from '../applicant/destination-phone.ts';
import type { Facts } from '../facts.ts';
import type { RoutingLimits } from '../policy.ts';

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

export type RoutingProblemCode =
  | DestinationRefusal['code']
  | 'no-destination' | 'nobody-rings' | 'too-many-destinations' | 'too-many-time-rules' | 'too-many-list-entries'
  | 'destination-is-own-number' | 'destination-twice' | 'destination-unknown-segment' | 'destination-unused' | 'destination-without-proof'
  | 'owner-missing' | 'owner-identity-missing' | 'owner-identity-wrong' | 'proof-month-missing' | 'proof-month-wrong' | 'proof-too-old'
  | 'group-name-missing' | 'group-name-twice' | 'group-empty' | 'group-destination-unknown' | 'group-destination-twice' | 'group-unused'
  | 'time-rule-name-missing' | 'time-rule-no-weekday' | 'time-rule-time' | 'time-rule-empty' | 'time-rule-group-unknown' | 'time-rules-overlap'
  | 'default-missing' | 'default-unknown' | 'busy-forward-unknown'
  | 'list-entry-malformed' | 'list-entry-twice' | 'in-both-lists' | 'list-holds-destination';

/** What the checks need beside the form. */
export type RoutingContext = {
  /** The number that the form is for; empty before one is picked. */
  readonly ordered400Number: string;
  readonly limits: RoutingLimits;
  /** Without it the age of proofs is not judged. */
  readonly today?: string;
};
