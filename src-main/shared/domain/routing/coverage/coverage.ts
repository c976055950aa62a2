import type { PlainDate } from '../../calendar/plain-date.ts';
import type { CallLimits, DayFacts } from '../call.ts';
import type { RegionKey } from '../caller.ts';
import type { RegionTable } from '../region-table.ts';
import type { RoutingPlace } from '../routing-problem.ts';

/** What callers come to, the best first: several phones may ring; just one; a voice or fax box; kept out on purpose; an announcement; nothing; 400 numbers cannot be called from there. */
export const coverageStates = ['rings', 'single', 'voicemail', 'refused', 'announcement', 'nobody', 'notOpen'] as const;
export type CoverageState = (typeof coverageStates)[number];

export const HOURS = 168;

/** A day that differs from its weekday: a public holiday, a make-up day, or a date that a rule names. */
export type SpecialDay = { readonly date: PlainDate; readonly kind: 'holiday' | 'makeUp' | 'date'; /** 国庆节; empty for a date. */ readonly name: string; readonly announced: boolean };

/** What the map is made with; `days` with the day before each. */
export type CoverageSetup = {
  readonly regions: RegionTable;
  readonly limits: CallLimits;
  readonly days: readonly { readonly day: SpecialDay; readonly today: DayFacts; readonly yesterday: DayFacts }[];
};

/** One grid of states: index into `coverageStates` by region × hour; `mixed` is 1 where parts of the hour or of the province fare better. */
export type CoverageGrid = { readonly states: Uint8Array; readonly mixed: Uint8Array };

/** The ordinary week by hours for every province and callers of unknown place, and the special days by theirs. A cell is the worst in it. */
export type CoverageMap = {
  /** 34 provinces in the table's order, then `unknown`. */
  readonly regions: readonly RegionKey[];
  readonly landline: CoverageGrid;
  readonly mobile: CoverageGrid;
  readonly days: readonly { readonly day: SpecialDay; readonly landline: CoverageGrid; readonly mobile: CoverageGrid }[];
};

/** Callers who reach nobody at some hours: who, when, and the line of the form that leads there. */
export type Hole = {
  /** Says all of it; a hole that is still the same after an edit has the same key. */
  readonly key: string;
  readonly state: 'announcement' | 'nobody';
  readonly regions: readonly RegionKey[];
  readonly lineKind: 'any' | 'landline' | 'mobile';
  /** Minutes of the week (Monday 00:00 is 0), or of the day where `date` is set. */
  readonly hours: readonly { readonly from: number; readonly to: number }[];
  readonly date: PlainDate | null;
  readonly place: RoutingPlace;
};
