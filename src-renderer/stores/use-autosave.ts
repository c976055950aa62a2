import { useEffect, useLayoutEffect, useState } from 'react';
import type { Failure } from '#contract/failures.ts';
import { type Autosave, makeAutosave, type SaveOutcome } from './autosave.ts';
import { useOpenCaseStore } from './open-case.ts';

type Saved = { readonly ok: true } | { readonly ok: false; readonly error: Failure };

/** Failures after which the same save may succeed without the clerk doing anything in this field. */
const passing: readonly Failure['code'][] = ['disk-full', 'internal', 'session-locked', 'not-signed-in'];

/**
 * Autosave for the screen that calls it: `changed()` after each key, `flush()` on leaving the field. `save` sends what is
 * unsaved at that moment (usually `act('cases/save-…')`). Locking, parking and leaving the task flush by themselves.
 */
export function useAutosave(save: () => Promise<Saved>, delayMs = 400): Autosave {
  const store = useOpenCaseStore();
  const [autosave] = useState(() => makeAutosave(async () => outcomeOf(await save()), delayMs));
  useLayoutEffect(() => autosave.saveBy(async () => outcomeOf(await save())));
  useEffect(() => {
    const forget = store.getState().atLeave(autosave.flush);
    return () => { forget(); void autosave.dispose(); };
  }, [autosave, store]);
  return autosave;
}

const outcomeOf = (answer: Saved): SaveOutcome => (answer.ok ? { ok: true } : { ok: false, again: passing.includes(answer.error.code) });
