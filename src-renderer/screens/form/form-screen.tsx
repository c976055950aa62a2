import { Segmented } from 'antd';
import { type ReactNode, useState } from 'react';
import type { CaseView } from '#contract/cases.ts';
import { SignPaper } from '../../capture/sign-paper/sign-paper.tsx';
import { useOpenCase } from '../../stores/open-case.ts';
import { useReferenceView } from '../../stores/use-reference-view.ts';
import { formText } from '../../text/routing.ts';
import { FormEditor } from './form-editor.tsx';
import './form.css';

type Step = 'fill' | 'sign';

/** Task 5: the acceptance form, filled and then signed like the agreement. */
export function FormScreen({ view }: { readonly view: CaseView }): ReactNode {
  const { wantedField, goTo } = useOpenCase();
  const reference = useReferenceView();
  const [step, setStep] = useState<Step>(wantedField === null && view.formPaper.current ? 'sign' : 'fill');
  const [seen, setSeen] = useState(wantedField);
  // A 修改 beside an answer names a field of this same task: back to filling.
  if (seen !== wantedField) {
    setSeen(wantedField);
    if (wantedField !== null) setStep('fill');
  }
  const to = (next: Step): void => void goTo('form').then(() => setStep(next));
  return (
    <div className="task-body form-screen">
      <header className="form-steps">
        <Segmented<Step> value={step} onChange={to} options={[{ value: 'fill', label: `1 ${formText.steps.fill}` }, { value: 'sign', label: `2 ${formText.steps.sign}` }]} />
      </header>
      {step === 'fill' ? (reference === null ? null : <FormEditor view={view} reference={reference} onSign={() => to('sign')} />) : <div className="form-signing"><SignPaper view={view} kind="form" /></div>}
    </div>
  );
}
