import type { RoutingForm, Rule } from '../routing-form.ts';
import type { Hole } from './coverage.ts';

/** What is proposed for a hole: the voicemail takes the calls of the line that leads there. */
export type HoleMend = { readonly code: 'otherwise-to-voicemail' | 'rule-to-voicemail'; readonly form: RoutingForm };

/** A form without the hole; null where the line is gone. */
export function mendHole(form: RoutingForm, hole: Hole): HoleMend | null {
  const { place } = hole;
  if (place.part === 'otherwise') return { code: 'otherwise-to-voicemail', form: { ...form, otherwise: 'voicemail' } };
  const rule = form.rules.find(({ id }) => id === place.id);
  if (rule === undefined) return null;
  return { code: 'rule-to-voicemail', form: { ...form, rules: form.rules.map((one): Rule => (one === rule ? { ...one, goal: 'voicemail' } : one)) } };
}
