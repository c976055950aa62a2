import type { Goal } from '../routing-form.ts';
import { withGoal } from './form-edits.ts';
import type { Case, Mend, MendCode } from './mend.ts';

/** Groups that can ring, in the order of the form. */
export const ringingGroups = ({ form }: Case): readonly Goal[] => form.groups.filter(({ destinationIds }) => destinationIds.length > 0).map(({ id }) => id);

/** The line leads to the first group that does, or to the voicemail. */
export const lead = (found: Case): readonly Mend[] => [...leadToGroup(found), ...leadToVoicemail(found)];

/** The line leads to the first group that does. */
export const leadToGroup = (found: Case, code: MendCode = 'lead-to-first-group'): readonly Mend[] =>
  ringingGroups(found).filter((goal) => goal !== found.id).map((goal) => ({ code, form: withGoal(found.form, found.problem.place, goal) }));

export const leadToVoicemail = ({ form, problem }: Case): readonly Mend[] => [{ code: 'lead-to-voicemail', form: withGoal(form, problem.place, 'voicemail') }];
