import { Checkbox, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import type { RuleDraft } from '#contract/rules.ts';
import { rulesText } from '../../text/rules.ts';

const YUAN = 1000;

/** Heads with a floor of their own and digits that make a number cheaper: as shipped all are off. */
export function HeadsEditor({ draft, mayChange, onEdit }: { readonly draft: RuleDraft; readonly mayChange: boolean; readonly onEdit: (patch: Partial<RuleDraft>) => void }): ReactNode {
  const { heads, downgrades } = draft;
  const putHead = (index: number, patch: Partial<RuleDraft['heads'][number]>): void => onEdit({ heads: heads.map((one, at) => (at === index ? { ...one, ...patch } : one)) });
  const putDown = (index: number, patch: Partial<RuleDraft['downgrades'][number]>): void => onEdit({ downgrades: downgrades.map((one, at) => (at === index ? { ...one, ...patch } : one)) });
  return (
    <section className="rules-heads">
      <h3>{rulesText.heads}</h3>
      <ul>
        {heads.map((head, index) => (
          <li key={head.id}>
            <Checkbox checked={head.enabled} disabled={!mayChange} onChange={(event) => putHead(index, { enabled: event.target.checked })}>{rulesText.head} {head.head}</Checkbox>
            <span>{rulesText.headFloor}</span>
            <InputNumber size="small" controls={false} aria-label={`${rulesText.headFloor} ${head.head}`} min={0} max={1_000_000} precision={0} disabled={!mayChange} value={head.floorLi / YUAN} onChange={(value) => { if (value !== null) putHead(index, { floorLi: value * YUAN }); }} />
          </li>
        ))}
      </ul>
      <h3>{rulesText.downgrades}</h3>
      <ul>
        {downgrades.map((rule, index) => (
          <li key={rule.id}>
            <Checkbox checked={rule.enabled} disabled={!mayChange} onChange={(event) => putDown(index, { enabled: event.target.checked })}>{rulesText.digit} {rule.digit}</Checkbox>
            <span>{rulesText.steps}</span>
            <InputNumber size="small" controls={false} aria-label={`${rulesText.steps} ${rule.digit}`} min={1} max={6} precision={0} disabled={!mayChange} value={rule.steps} onChange={(value) => { if (value !== null) putDown(index, { steps: value }); }} />
          </li>
        ))}
      </ul>
      <p className="hint">{rulesText.headOff}</p>
    </section>
  );
}
