import { Input, Select } from 'antd';
import type { ReactNode } from 'react';
import type { CustomerDraft } from '#domain/applicant/customer.ts';
import { Field } from '../../ui/form/field.tsx';
import { fieldAria } from '../../ui/form/field-aria.ts';
import type { CustomerForm } from './customer-edits.ts';
import type { Messages } from './customer-messages.ts';

export type FieldProps = { readonly form: CustomerForm; readonly messages: Messages; readonly editable: boolean };

type TextName = { [F in keyof CustomerDraft]: CustomerDraft[F] extends string ? (string extends CustomerDraft[F] ? F : never) : never }[keyof CustomerDraft];
type ChoiceName = 'licenceKind' | 'licenceTerm' | 'handlerRelation';

/** One line of text. */
export function TextField({ form, messages, editable, field, label, span, placeholder }: FieldProps & {
  readonly field: TextName;
  readonly label: string;
  readonly span: number;
  readonly placeholder?: string;
}): ReactNode {
  const { text, tone } = messages.at(field);
  return (
    <Field label={label} span={span} htmlFor={field} message={text} tone={tone}>
      <Input {...fieldAria(field, text, tone)} value={form.draft[field]} disabled={!editable} autoComplete="off" spellCheck={false} placeholder={placeholder} maxLength={200}
        onChange={(event) => form.change(field, event.target.value)} onBlur={() => form.leave(field)} />
    </Field>
  );
}

/** One of a few; chosen is saved at once. */
export function ChoiceField<F extends ChoiceName>({ form, messages, editable, field, label, span, words }: FieldProps & {
  readonly field: F;
  readonly label: string;
  readonly span: number;
  readonly words: Readonly<Record<CustomerDraft[F], string>>;
}): ReactNode {
  const { text, tone } = messages.at(field);
  const choose = (value: CustomerDraft[F]): void => { form.change(field, value); form.leave(field); };
  return (
    <Field label={label} span={span} htmlFor={field} message={text} tone={tone}>
      <Select<CustomerDraft[F]> {...fieldAria(field, text, tone)} value={form.draft[field]} disabled={!editable} onChange={choose}
        options={(Object.entries(words) as [CustomerDraft[F], string][]).map(([value, name]) => ({ value, label: name }))} />
    </Field>
  );
}
