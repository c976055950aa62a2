import { useRef, useState } from 'react';
import type { CaseView } from '#contract/cases.ts';
import type { RoutingForm } from '#domain/routing/routing-form.ts';
import { useOpenCase } from '../../stores/open-case.ts';
import { useAutosave } from '../../stores/use-autosave.ts';
import { type FormHistory, noHistory, noted, redone, undone } from './form-history.ts';

export type RoutingEdit = {
  readonly form: RoutingForm;
  readonly editable: boolean;
  readonly change: (next: RoutingForm) => void;
  /** On leaving a field: at once on disk. */
  readonly leave: () => void;
  /** Everything on disk; false when it is not (the failure bar says why). */
  readonly flush: () => Promise<boolean>;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
};

/** The form as typed lies over main's until main has it; it is saved whole, because its parts cite each other. */
export function useRoutingForm(view: CaseView): RoutingEdit {
  const { act } = useOpenCase();
  const unsaved = useRef<RoutingForm | null>(null);
  const [typed, setTyped] = useState<RoutingForm | null>(null);
  const [history, setHistory] = useState<FormHistory>(noHistory);
  const form = typed ?? view.form;
  const autosave = useAutosave(async () => {
    const sent = unsaved.current;
    if (!sent) return { ok: true };
    const answer = await act('cases/save-form', { caseId: view.caseId, form: sent });
    if (answer.ok && unsaved.current === sent) unsaved.current = null;
    return answer;
  });
  const put = (next: RoutingForm): void => {
    unsaved.current = next;
    setTyped(next);
    autosave.changed();
  };
  const step = (taken: ReturnType<typeof undone>): void => {
    if (taken === null || !view.editable) return;
    setHistory(taken.history);
    put(taken.form);
  };
  return {
    form, editable: view.editable,
    change: (next) => {
      if (next === form) return;
      setHistory((before) => noted(before, form, { field: document.activeElement instanceof HTMLInputElement || document.activeElement instanceof HTMLTextAreaElement ? document.activeElement.id : null, now: Date.now() }));
      put(next);
    },
    leave: () => void autosave.flush(),
    flush: async () => {
      await autosave.flush();
      return unsaved.current === null;
    },
    undo: () => step(undone(history, form)), redo: () => step(redone(history, form)), canUndo: history.past.length > 0, canRedo: history.future.length > 0,
  };
}
