import type { RoutingForm } from '../routing-form.ts';
import type { RoutingContext, RoutingProblem, RoutingProblemCode } from '../routing-problem.ts';

/** What a mend does; each has its words in `text/`. */
export const mendCodes = [
  'remove-entry', 'remove-region', 'remove-phone', 'remove-group', 'remove-menu', 'remove-rule', 'remove-dates', 'remove-key', 'remove-member', 'remove-test-call', 'keep-first-test-calls',
  'spread-evenly', 'fill-with-unused', 'take-group-name', 'take-number-name', 'lead-to-first-group', 'lead-to-voicemail', 'end-before-next', 'move-before', 'take-unknown', 'every-day', 'till-midnight',
  'one-line', 'most-lines', 'no-ceiling', 'ceiling-of-lines', 'notice-on', 'ring-back-off', 'password-off', 'allow-all', 'deny-none', 'always', 'free-key', 'three-tries', 'operator-first-group', 'suggest-test-calls', 'accept-test-call',
] as const;
export type MendCode = (typeof mendCodes)[number];

/** A form without the problem. */
export type Mend = { readonly code: MendCode; readonly form: RoutingForm };

/** A problem with the form it was found in, its place's parts at hand. */
export type Case = { readonly problem: RoutingProblem; readonly form: RoutingForm; readonly context: RoutingContext; readonly id: string; readonly index: number; readonly field: string };

/** What could mend a problem, the best first; null stands for what this form does not allow. */
export type Propose = (found: Case) => readonly (Mend | null)[];
export type Proposals = Readonly<Partial<Record<RoutingProblemCode, Propose>>>;

/** A mend by the parts of the form that it changes. */
export const mend = (code: MendCode, form: RoutingForm, change: Partial<RoutingForm>): Mend => ({ code, form: { ...form, ...change } });
