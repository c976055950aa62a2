import { useState } from 'react';
import type { CaseView } from '#contract/cases.ts';
import type { CustomerDraft } from '#domain/applicant/customer.ts';
import { useOpenCase } from '../../stores/open-case.ts';
import { useAutosave } from '../../stores/use-autosave.ts';
import { type Edits, makeEdits } from './edits.ts';

export type CustomerForm = {
  readonly draft: CustomerDraft;
  /** True while the field holds what the clerk typed here, not what main answered. */
  readonly typed: (field: keyof CustomerDraft) => boolean;
  readonly change: <F extends keyof CustomerDraft>(field: F, value: CustomerDraft[F]) => void;
  /** On leaving the field: at once on disk. */
  readonly leave: (field: keyof CustomerDraft) => void;
  readonly flush: () => Promise<void>;
};

/** What is typed lies over what main holds until main has it; each save carries the fields that changed and nothing else. */
export function useCustomerForm(view: CaseView): CustomerForm {
  const { act } = useOpenCase();
  const [edits] = useState<Edits>(makeEdits);
  const [, redraw] = useState(0);
  const again = (): void => redraw((count) => count + 1);
  const autosave = useAutosave(async () => {
    const patch = edits.take();
    if (Object.keys(patch).length === 0) return { ok: true };
    const answer = await act('cases/save-customer', { caseId: view.caseId, patch });
    if (answer.ok) edits.acknowledge(patch);
    else edits.giveBack(patch);
    again();
    return answer;
  });
  return {
    draft: { ...view.customer, ...edits.shown() },
    typed: (field) => field in edits.shown(),
    change: (field, value) => {
      edits.put(field, value);
      autosave.changed();
      again();
    },
    leave: (field) => {
      void autosave.flush().then(() => { edits.release(field); again(); });
    },
    flush: autosave.flush,
  };
}
