import type { PlainDate } from '../calendar/plain-date.ts';
import type { Outcome } from './call.ts';
import type { Caller } from './caller.ts';

/** What was seen when a test call was tried: compared with what the form does now. */
export type TestCallResult = {
  readonly outcome: Outcome;
  /** Phones in the order in which they rang, those that rang together in one list. */
  readonly ringing: readonly (readonly string[])[];
  /** The rule that decided; null: none did, or the call was refused before. */
  readonly ruleId: string | null;
};

/** A simulated call (试打) that stands on the form as the customer's acceptance criterion. */
export type TestCall = {
  readonly id: string;
  /** As it was typed or picked: 022-2345 0000, 天津 固话. */
  readonly callerText: string;
  readonly caller: Caller;
  readonly date: PlainDate;
  /** `HH:MM`, Beijing time. */
  readonly time: string;
  /** Phones that are busy, and phones that ring and are not answered. */
  readonly busy: readonly string[];
  readonly silent: readonly string[];
  readonly keys: readonly (string | null)[];
  /** True when the caller keys the form's password. */
  readonly knowsPassword: boolean;
  readonly result: TestCallResult;
};

/** Product.md: five to ten test calls stand on a form. */
export const testCallCounts = { fewest: 5, most: 10 } as const;
