import { EditOutlined } from '@ant-design/icons';
import { Input } from 'antd';
import type { ReactNode } from 'react';
import type { CaseView } from '#contract/cases.ts';
import { customerText, handlerRelation } from '../../text/customer.ts';
import { Field } from '../../ui/form/field.tsx';
import { FormSection } from '../../ui/form/form-section.tsx';
import { StatusWord } from '../../ui/status-word.tsx';
import { ChoiceField, type FieldProps, TextField } from './customer-fields.tsx';
import { IdentityField } from './identity-field.tsx';

type Props = FieldProps & { readonly view: CaseView };

/** 负责人: the legal person or person in charge. */
export function LegalPersonSection({ view, ...props }: Props): ReactNode {
  return (
    <FormSection title={customerText.sections.legal}>
      <TextField {...props} field="legalName" label={customerText.personName} span={5} />
      <IdentityField view={view} form={props.form} field="legalIdNumber" message={props.messages.at('legalIdNumber').text} span={4} />
      <TextField {...props} field="legalPhone" label={customerText.mobile} span={3} />
    </FormSection>
  );
}

/** 经办人: who stands at the counter, with a card that is valid today. */
export function HandlerSection({ view, ...props }: Props): ReactNode {
  return (
    <FormSection title={customerText.sections.handler}>
      <TextField {...props} field="handlerName" label={customerText.personName} span={3} />
      <IdentityField view={view} form={props.form} field="handlerIdNumber" message={props.messages.at('handlerIdNumber').text} span={5} />
      <TextField {...props} field="handlerPhone" label={customerText.mobile} span={4} />
      <ChoiceField {...props} field="handlerRelation" label={customerText.relation} span={3} words={handlerRelation} />
      <PeriodField {...props} />
      <Field label={customerText.entry} span={4}>
        <span className="entry-kind"><StatusWord boxed tone="warning" icon={<EditOutlined aria-hidden />}>{customerText.byHand}</StatusWord></span>
      </Field>
    </FormSection>
  );
}

function PeriodField({ form, messages, editable }: FieldProps): ReactNode {
  const from = messages.at('handlerIdFrom');
  const to = messages.at('handlerIdTo');
  const shown = from.text ? from : to;
  const input = (field: 'handlerIdFrom' | 'handlerIdTo', name: string, message: typeof from): ReactNode => (
    <Input id={field} aria-label={name} aria-invalid={Boolean(message.text) && message.tone === 'error'} aria-describedby={message.text ? 'handlerIdFrom-message' : undefined} status={message.text ? message.tone : ''}
      value={form.draft[field]} disabled={!editable} autoComplete="off" placeholder={field === 'handlerIdFrom' ? '2018-06-12' : '2038-06-12'} maxLength={20}
      onChange={(event) => form.change(field, event.target.value)} onBlur={() => form.leave(field)} />
  );
  return (
    <Field label={customerText.period} span={5} htmlFor="handlerIdFrom" message={shown.text} tone={shown.tone}>
      <span className="period">{input('handlerIdFrom', `${customerText.period} 起`, from)}<span>{customerText.to}</span>{input('handlerIdTo', `${customerText.period} 止`, to)}</span>
    </Field>
  );
}
