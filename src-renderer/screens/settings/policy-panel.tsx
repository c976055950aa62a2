import { Checkbox, InputNumber } from 'antd';
import { type ReactNode, useState } from 'react';
import type { ReferenceView } from '#contract/hall.ts';
import { useBridge } from '../../stores/bridge-context.ts';
import { settingsText } from '../../text/settings.ts';
import { Field } from '../../ui/form/field.tsx';
import { Panel } from '../../ui/panel.tsx';
import { QuietButton } from '../../ui/quiet-button.tsx';
import type { PanelProps } from './panel-props.ts';

/** How many numbers may be kept at once; the largest values are the contract's. */
const caps = [['holdsPerClerk', settingsText.holdsPerClerk, 200], ['holdsPerHall', settingsText.holdsPerHall, 2000], ['holdsPerCustomer', settingsText.holdsPerCustomer, 100]] as const;

/** The hall's own rules. */
export function PolicyPanel({ mayChange, onFailure, reference, onSaved }: PanelProps & { readonly reference: ReferenceView; readonly onSaved: (value: ReferenceView) => void }): ReactNode {
  const bridge = useBridge();
  const { cutOff, ...start } = reference.policy;
  const [policy, setPolicy] = useState(start);
  const changed = JSON.stringify(policy) !== JSON.stringify(start);
  const save = async (): Promise<void> => {
    const answer = await bridge.invoke('policy/save', policy);
    onFailure(answer.ok ? null : answer.error);
    if (answer.ok) onSaved(answer.value);
  };
  return (
    <Panel title={settingsText.policy}>
      <div className="form-grid">
        <Field label={settingsText.lockAfter} span={4} htmlFor="lock-after">
          <InputNumber id="lock-after" min={2} max={15} precision={0} disabled={!mayChange} value={policy.lockAfterMinutes} suffix={settingsText.minutes} onChange={(value) => setPolicy({ ...policy, lockAfterMinutes: value ?? policy.lockAfterMinutes })} />
        </Field>
        <Field label={settingsText.limit} span={4} htmlFor="number-limit">
          <InputNumber id="number-limit" min={1} max={100} precision={0} disabled={!mayChange} value={policy.numbersPerOrganisation} onChange={(value) => setPolicy({ ...policy, numbersPerOrganisation: value ?? policy.numbersPerOrganisation })} />
        </Field>
        {caps.map(([field, label, max]) => (
          <Field key={field} label={label} span={4} htmlFor={field}>
            <InputNumber id={field} min={1} max={max} precision={0} disabled={!mayChange} value={policy[field]} suffix={settingsText.numbers} onChange={(value) => setPolicy({ ...policy, [field]: value ?? policy[field] })} />
          </Field>
        ))}
        <Field label={settingsText.cutOff} span={4}><strong className="field-value">{cutOff}</strong></Field>
        <div className="span-all policy-last">
          <Checkbox disabled={!mayChange} checked={policy.sealedScanRequired} onChange={(event) => setPolicy({ ...policy, sealedScanRequired: event.target.checked })}>{settingsText.sealed}</Checkbox>
          {mayChange ? <QuietButton label={settingsText.save} disabled={!changed} onClick={() => void save()} /> : null}
        </div>
      </div>
    </Panel>
  );
}
