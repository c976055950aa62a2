import type { RoutingForm } from '#domain/routing/routing-form.ts';

/** What was, what is, and what was taken back; the newest last. */
export type FormHistory = { readonly past: readonly RoutingForm[]; readonly future: readonly RoutingForm[]; readonly field: string | null; readonly at: number };

export const noHistory: FormHistory = { past: [], future: [], field: null, at: 0 };

const STEPS = 100;
/** Typing in one field without a pause this long is one step. */
const PAUSE_MS = 1500;

/** Notes a change: typing on in the same field joins the step before it; what was taken back is gone. */
export function noted(history: FormHistory, before: RoutingForm, { field, now }: { readonly field: string | null; readonly now: number }): FormHistory {
  const joins = field !== null && field === history.field && now - history.at < PAUSE_MS && history.past.length > 0;
  return { past: joins ? history.past : [...history.past, before].slice(-STEPS), future: [], field, at: now };
}

/** One step back; null at the beginning. */
export function undone(history: FormHistory, form: RoutingForm): { readonly history: FormHistory; readonly form: RoutingForm } | null {
  const last = history.past.at(-1);
  return last === undefined ? null : { form: last, history: { past: history.past.slice(0, -1), future: [...history.future, form], field: null, at: 0 } };
}

/** One step forward again; null where nothing was taken back. */
export function redone(history: FormHistory, form: RoutingForm): { readonly history: FormHistory; readonly form: RoutingForm } | null {
  const next = history.future.at(-1);
  return next === undefined ? null : { form: next, history: { past: [...history.past, form], future: history.future.slice(0, -1), field: null, at: 0 } };
}
