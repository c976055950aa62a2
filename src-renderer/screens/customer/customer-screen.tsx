import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { CaseView } from '#contract/cases.ts';
import { useOpenCaseStore } from '../../stores/open-case.ts';
import { customerText } from '../../text/customer.ts';
import { ErrorSummary } from '../../ui/form/error-summary.tsx';
import { focusNextFromList, focusNextOnEnter } from '../../ui/form/focus-next.ts';
import { TaskFoot } from '../../ui/form/task-foot.tsx';
import { useKeys } from '../../ui/keys/key-scope.tsx';
import { PrimaryButton } from '../../ui/primary-button.tsx';
import { CompanySection } from './company-section.tsx';
import { useCustomerForm } from './customer-edits.ts';
import { customerMessages } from './customer-messages.ts';
import { HandlerSection, LegalPersonSection } from './person-sections.tsx';
import { ConsentLine, PurposeSection } from './purpose-section.tsx';

/** Task 1: the company, its people, the purpose and the consent; each field on disk as it is left. */
export function CustomerScreen({ view }: { readonly view: CaseView }): ReactNode {
  const store = useOpenCaseStore();
  const form = useCustomerForm(view);
  const [complained, setComplained] = useState(false);
  const messages = customerMessages(view, complained);
  const pane = useRef<HTMLDivElement>(null);
  const jump = (field: string): void => pane.current?.querySelector<HTMLElement>(`#${CSS.escape(field)}`)?.focus();
  const finish = async (): Promise<void> => {
    await form.flush();
    const [first] = customerMessages(store.getState().view ?? view, true).errors;
    if (!first) { await store.getState().goNext(); return; }
    setComplained(true);
    jump(first.field);
  };
  useKeys([
    { keys: 'Enter', label: customerText.nextField, when: 'no-field', run: () => jump('name') },
    { keys: 'Ctrl+Enter', label: customerText.done, shown: false, run: () => void finish() },
  ]);
  useEffect(() => {
    if (view.editable && store.getState().wantedField === null) pane.current?.querySelector<HTMLElement>('#name')?.focus();
  }, [store, view.editable]);
  const fields = { form, messages, editable: view.editable } as const;
  return (
    <>
      <div ref={pane} className="form-pane scroll" onKeyDownCapture={focusNextFromList} onKeyDown={focusNextOnEnter}>
        <ErrorSummary items={messages.errors} onJump={jump} />
        <CompanySection {...fields} />
        <LegalPersonSection {...fields} view={view} />
        <HandlerSection {...fields} view={view} />
        <PurposeSection {...fields} />
        <ConsentLine {...fields} />
      </div>
      <TaskFoot note={view.editable ? customerText.foot(messages.open) : customerText.footClosed}>
        <PrimaryButton label={view.editable ? customerText.done : customerText.goOn} keys="Ctrl+Enter" onClick={() => void finish()} />
      </TaskFoot>
    </>
  );
}
