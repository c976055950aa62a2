import { DeleteOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import type { RuleDraft } from '#contract/rules.ts';
import { rulesText } from '../../text/rules.ts';
import { QuietButton } from '../../ui/quiet-button.tsx';

const YUAN = 1000;

type Props = { readonly draft: RuleDraft; readonly mayChange: boolean; readonly onEdit: (patch: Partial<RuleDraft>) => void };

/** Heads with a floor of their own and digits that make a number cheaper: as shipped all are off. */
export function HeadsEditor(props: Props): ReactNode {
  return (
    <section className="rules-heads">
      <Heads {...props} />
      <Downgrades {...props} />
      <p className="hint">{rulesText.headOff}</p>
    </section>
  );
}

function Heads({ draft: { heads }, mayChange, onEdit }: Props): ReactNode {
  const put = (index: number, patch: Partial<RuleDraft['heads'][number]>): void => onEdit({ heads: heads.map((one, at) => (at === index ? { ...one, ...patch } : one)) });
  const add = (): void => onEdit({ heads: [...heads, { id: freeId('HEAD', heads), head: '4006', floorLi: 0, enabled: false }] });
  return (
    <>
      <h3>{rulesText.heads}</h3>
      <ul>
        {heads.map((head, index) => (
          <li key={head.id}>
            <Checkbox aria-label={`${rulesText.columns.on} ${head.head}`} checked={head.enabled} disabled={!mayChange} onChange={(event) => put(index, { enabled: event.target.checked })} />
            <span>{rulesText.head}</span>
            <Input size="small" className="rules-head" aria-label={`${rulesText.head} ${head.head}`} value={head.head} disabled={!mayChange} maxLength={9} onChange={(event) => put(index, { head: event.target.value.replace(/\D/g, '') })} />
            <span>{rulesText.headFloor}</span>
            <InputNumber size="small" controls={false} aria-label={`${rulesText.headFloor} ${head.head}`} min={0} max={1_000_000} precision={0} disabled={!mayChange} value={head.floorLi / YUAN} onChange={(value) => { if (value !== null) put(index, { floorLi: value * YUAN }); }} />
            {mayChange ? <Button size="small" type="text" aria-label={`${rulesText.remove} ${head.head}`} icon={<DeleteOutlined />} onClick={() => onEdit({ heads: heads.filter((_, at) => at !== index) })} /> : null}
          </li>
        ))}
      </ul>
      {mayChange ? <QuietButton small label={rulesText.addHead} onClick={add} /> : null}
    </>
  );
}

function Downgrades({ draft: { downgrades }, mayChange, onEdit }: Props): ReactNode {
  const put = (index: number, patch: Partial<RuleDraft['downgrades'][number]>): void => onEdit({ downgrades: downgrades.map((one, at) => (at === index ? { ...one, ...patch } : one)) });
  const unused = [...'4123567890'].find((digit) => !downgrades.some((one) => one.digit === digit)) ?? null;
  return (
    <>
      <h3>{rulesText.downgrades}</h3>
      <ul>
        {downgrades.map((rule, index) => (
          <li key={rule.id}>
            <Checkbox checked={rule.enabled} disabled={!mayChange} onChange={(event) => put(index, { enabled: event.target.checked })}>{rulesText.digit} {rule.digit}</Checkbox>
            <span>{rulesText.steps}</span>
            <InputNumber size="small" controls={false} aria-label={`${rulesText.steps} ${rule.digit}`} min={1} max={6} precision={0} disabled={!mayChange} value={rule.steps} onChange={(value) => { if (value !== null) put(index, { steps: value }); }} />
            {mayChange ? <Button size="small" type="text" aria-label={`${rulesText.remove} ${rulesText.digit} ${rule.digit}`} icon={<DeleteOutlined />} onClick={() => onEdit({ downgrades: downgrades.filter((_, at) => at !== index) })} /> : null}
          </li>
        ))}
      </ul>
      {mayChange && unused !== null ? <QuietButton small label={rulesText.addDowngrade} onClick={() => onEdit({ downgrades: [...downgrades, { id: `HAS-${unused}`, digit: unused, steps: 1, enabled: false }] })} /> : null}
    </>
  );
}

function freeId(stem: string, taken: readonly { readonly id: string }[]): string {
  let number = 1;
  while (taken.some(({ id }) => id === `${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}
