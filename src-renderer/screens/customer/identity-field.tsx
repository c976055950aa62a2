import { Input } from 'antd';
import { type ChangeEvent, type ReactNode, useState } from 'react';
import type { CaseView } from '#contract/cases.ts';
import { useOpenCase } from '../../stores/open-case.ts';
import { customerText } from '../../text/customer.ts';
import { Field } from '../../ui/form/field.tsx';
import { fieldAria } from '../../ui/form/field-aria.ts';
import type { CustomerForm } from './customer-edits.ts';

type IdField = 'legalIdNumber' | 'handlerIdNumber';

/** An identity number: masked as main sends it, shown on request (each view is recorded), replaced as a whole when typed over. */
export function IdentityField({ view, form, field, message, span }: {
  readonly view: CaseView;
  readonly form: CustomerForm;
  readonly field: IdField;
  readonly message: string | undefined;
  readonly span: number;
}): ReactNode {
  const { act } = useOpenCase();
  const [revealed, setRevealed] = useState<string | null>(null);
  const value = form.draft[field];
  const masked = view.masked.includes(field) && !form.typed(field);
  const reveal = async (): Promise<void> => {
    if (revealed !== null) { setRevealed(null); return; }
    const answer = await act('cases/reveal', { caseId: view.caseId, field });
    if (answer.ok) setRevealed(answer.value.value);
  };
  const onChange = (event: ChangeEvent<HTMLInputElement>): void => {
    const { nativeEvent } = event;
    const key = nativeEvent instanceof InputEvent ? nativeEvent.data : null;
    const hidden = masked && revealed === null && event.target.value.includes('*');
    setRevealed(null);
    form.change(field, hidden ? key ?? '' : event.target.value);
  };
  // The suffix is always there: Ant Design mounts another input when it comes or goes, and the focus would be lost.
  return (
    <Field label={customerText.idNumber} span={span} htmlFor={field} message={message}>
      <Input {...fieldAria(field, message)} value={masked ? revealed ?? value : value} disabled={!view.editable} autoComplete="off" spellCheck={false} maxLength={60}
        onFocus={(event) => { if (masked && revealed === null) event.target.select(); }} onChange={onChange} onBlur={() => form.leave(field)}
        suffix={masked && value !== '' ? <button type="button" className="reveal" title={customerText.showNote} onClick={() => void reveal()}>{revealed === null ? customerText.show : customerText.hide}</button> : <span />} />
    </Field>
  );
}
