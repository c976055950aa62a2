import { Select } from 'antd';
import type { ReactNode } from 'react';
import type { Goal } from '#domain/routing/routing-form.ts';
import { formText } from '../../text/routing.ts';
import { goalOptions, type PartProps } from './form-parts.ts';

/** Where calls are led: a group, a menu, or an end. `empty`: nothing chosen is a choice. */
export function GoalSelect({ id, label, value, without, empty, edit, wrong, onPick }: PartProps & {
  readonly id: string;
  readonly label: string;
  readonly value: Goal;
  readonly without?: string;
  readonly empty?: string;
  readonly onPick: (goal: Goal) => void;
}): ReactNode {
  const { form, editable } = edit;
  const choices = goalOptions(form, without);
  return (
    <Select id={id} size="small" showSearch={{ filterOption: (input, option) => (option?.label ?? '').includes(input.trim()) }} value={value === '' && empty === undefined ? undefined : value} disabled={!editable} placeholder={formText.goesTo} aria-label={label} status={wrong(id)}
      popupMatchSelectWidth={false} options={empty === undefined ? choices : [{ value: '', label: empty }, ...choices]} onChange={(goal: string) => onPick(goal)} onBlur={edit.leave} />
  );
}
