import type { ReactNode } from 'react';
import { customerText, licenceKind, licenceTerm } from '../../text/customer.ts';
import { FormSection } from '../../ui/form/form-section.tsx';
import { ChoiceField, type FieldProps, TextField } from './customer-fields.tsx';

/** 单位: as its licence says. */
export function CompanySection(props: FieldProps): ReactNode {
  const until = props.form.draft.licenceTerm === 'until';
  return (
    <FormSection title={customerText.sections.company}>
      <TextField {...props} field="name" label={customerText.name} span={8} />
      <ChoiceField {...props} field="licenceKind" label={customerText.licenceKind} span={4} words={licenceKind} />
      <TextField {...props} field="creditCode" label={customerText.creditCode} span={until ? 4 : 5} />
      <ChoiceField {...props} field="licenceTerm" label={customerText.licenceTerm} span={until ? 2 : 4} words={licenceTerm} />
      {until ? <TextField {...props} field="licenceUntil" label={customerText.licenceUntil} span={3} placeholder="2038-06-12" /> : null}
      <TextField {...props} field="phone" label={customerText.phone} span={3} />
      <TextField {...props} field="address" label={customerText.address} span={8} />
      <TextField {...props} field="foundedOn" label={customerText.foundedOn} span={2} placeholder="2009-03-18" />
      <TextField {...props} field="stockCode" label={customerText.stockCode} span={2} />
    </FormSection>
  );
}
