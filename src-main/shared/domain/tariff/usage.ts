import type { PlainDate } from '../calendar/plain-date.ts';

/** How the price list tells callers apart (tariff-rules.md 2.2). */
export type CallClass = 'local' | 'fixed' | 'mobile';

/** One answered call. `at` is the hall's wall time `YYYY-MM-DDTHH:mm:ss`; areas are telephone area codes, null where unknown. */
export type CallRecord = {
  readonly at: string;
  readonly seconds: number;
  readonly line: 'mobile' | 'fixed';
  readonly callerArea: string | null;
  readonly answeredArea: string | null;
};

/** An average month: whole billed minutes and whole percents; what is neither local nor mobile is fixed. */
export type MonthlyProfile = { readonly minutes: number; readonly localPercent: number; readonly mobilePercent: number };

/** What a bill is made from. Calls are given as they happened; only those inside the service are rated. */
export type Usage = { readonly kind: 'profile'; readonly profile: MonthlyProfile } | { readonly kind: 'calls'; readonly calls: readonly CallRecord[] };

/** Class of a call: same area as the answering phone, else the kind of its line. */
export const callClass = ({ line, callerArea, answeredArea }: Omit<CallRecord, 'at' | 'seconds'>): CallClass =>
  callerArea !== null && callerArea === answeredArea ? 'local' : line;

/** The day a call starts on. */
export const dayOfCall = ({ at }: Pick<CallRecord, 'at'>): PlainDate => at.slice(0, 10);
