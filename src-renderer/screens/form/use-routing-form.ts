import { useRef, useState } from 'react';
import type { CaseView } from '#contract/cases.ts';
import type { RoutingForm } from '#domain/routing/routing-form.ts';
import { useOpenCase } from '../../stores/open-case.ts';
import { useAutosave } from '../../stores/use-autosave.ts';

export type RoutingEdit = {
  readonly form: RoutingForm;
  readonly editable: boolean;
  readonly change: (next: RoutingForm) => void;
  /** On leaving a field: at once on disk. */
  readonly leave: () => void;
  /** Everything on disk; false when it is not (the failure bar says why). */
  readonly flush: () => Promise<boolean>;
};

/** The form as typed lies over main's until main has it; it is saved whole, because its parts cite each other. */
export function useRoutingForm(view: CaseView): RoutingEdit {
  const { act } = useOpenCase();
  const unsaved = useRef<RoutingForm | null>(null);
  const [typed, setTyped] = useState<RoutingForm | null>(null);
  const autosave = useAutosave(async () => {
    const sent = unsaved.current;
    if (!sent) return { ok: true };
    const answer = await act('cases/save-form', { caseId: view.caseId, form: sent });
    if (answer.ok && unsaved.current === sent) {
      unsaved.current = null;
      setTyped(null);
    }
    return answer;
  });
  return {
    form: typed ?? view.form, editable: view.editable,
    change: (next) => {
      unsaved.current = next;
      setTyped(next);
      autosave.changed();
    },
    leave: () => void autosave.flush(),
    flush: async () => {
      await autosave.flush();
      return unsaved.current === null;
    },
  };
}
