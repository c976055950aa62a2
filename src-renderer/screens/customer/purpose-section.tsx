import { AutoComplete, Checkbox, Input } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useBridge } from '../../stores/bridge-context.ts';
import { customerText } from '../../text/customer.ts';
import { Field } from '../../ui/form/field.tsx';
import { fieldAria } from '../../ui/form/field-aria.ts';
import { FormSection } from '../../ui/form/form-section.tsx';
import { StatusWord } from '../../ui/status-word.tsx';
import type { FieldProps } from './customer-fields.tsx';

/** 用途, judged beside what the licence allows. */
export function PurposeSection({ form, messages, editable }: FieldProps): ReactNode {
  const purposes = usePurposes();
  const purpose = messages.at('purpose');
  const scope = messages.at('businessScope');
  return (
    <FormSection title={customerText.sections.purpose}>
      <Field label={customerText.purpose} span={5} htmlFor="purpose" message={purpose.text} tone={purpose.tone}>
        <AutoComplete {...fieldAria('purpose', purpose.text, purpose.tone)} value={form.draft.purpose} disabled={!editable} options={purposes.map((value) => ({ value }))}
          onChange={(value: string) => form.change('purpose', value)} onBlur={() => form.leave('purpose')} />
      </Field>
      <Field label={customerText.scope} span={7} htmlFor="businessScope" message={scope.text} tone={scope.tone}>
        <Input.TextArea {...fieldAria('businessScope', scope.text, scope.tone)} rows={2} value={form.draft.businessScope} disabled={!editable} maxLength={2000}
          onChange={(event) => form.change('businessScope', event.target.value)} onBlur={() => form.leave('businessScope')} />
      </Field>
    </FormSection>
  );
}

/** What was told and agreed; both must be ticked. */
export function ConsentLine({ form, messages, editable }: FieldProps): ReactNode {
  const box = (field: 'toldCallerPays' | 'consents', words: string): ReactNode => {
    const { text } = messages.at(field);
    return (
      <span>
        <Checkbox id={field} checked={form.draft[field]} disabled={!editable} onChange={(event) => { form.change(field, event.target.checked); form.leave(field); }}>{words}</Checkbox>
        {text ? <span role="alert"><StatusWord tone="error">{text}</StatusWord></span> : null}
      </span>
    );
  };
  return <div className="consent-line">{box('toldCallerPays', customerText.told)}{box('consents', customerText.consents)}</div>;
}

function usePurposes(): readonly string[] {
  const bridge = useBridge();
  const [purposes, setPurposes] = useState<readonly string[]>([]);
  useEffect(() => {
    void bridge.invoke('reference/read', undefined).then((answer) => { if (answer.ok) setPurposes(answer.value.purposes); });
  }, [bridge]);
  return purposes;
}
