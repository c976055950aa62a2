import { InputNumber } from 'antd';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import type { CaseUsage } from '#contract/plans.ts';
import { comparisonText as words } from '../../../text/plan-comparison.ts';
import { focusNextOnEnter } from '../../../ui/form/focus-next.ts';
import { StatusWord } from '../../../ui/status-word.tsx';

export type UsagePatch = Partial<Pick<CaseUsage, 'from' | 'minutes' | 'localPercent' | 'mobilePercent' | 'terminals' | 'addOnIds'>>;

type Name = 'minutes' | 'localPercent' | 'mobilePercent' | 'terminals';

/** Minutes, shares and terminals; each is kept on leaving its field. What is neither local nor mobile is a fixed line. */
export function UsageFields({ usage, perTerminal, disabled, onAsk }: {
  readonly usage: CaseUsage;
  readonly perTerminal: boolean;
  readonly disabled: boolean;
  readonly onAsk: (patch: UsagePatch) => Promise<void>;
}): ReactNode {
  // Only what differs from what is kept: an answer changes the other fields under the one that is being typed into, not this one.
  const [typed, setTyped] = useState<Partial<Readonly<Record<Name, number | null>>>>({});
  const valueOf = (name: Name): number | null => { const value = typed[name]; return value === undefined ? usage[name] : value; };
  const fixed = 100 - (valueOf('localPercent') ?? 0) - (valueOf('mobilePercent') ?? 0);
  const drop = (sent: UsagePatch): void => setTyped((all) => Object.fromEntries(Object.entries(all).filter(([name, value]) => value !== sent[name as Name])));
  const leave = (name: Name): void => {
    const value = typed[name];
    if (value === undefined) return;
    const shares = name.endsWith('Percent');
    // Two shares that exceed the whole wait for each other; an emptied field shows again what is kept.
    if (shares && fixed < 0) return;
    if (value === null || value === usage[name]) { setTyped(({ [name]: _emptied, ...others }) => others); return; }
    const sent = shares ? { localPercent: valueOf('localPercent') ?? 0, mobilePercent: valueOf('mobilePercent') ?? 0 } : { [name]: value };
    void onAsk({ from: 'questions', ...sent }).then(() => drop(sent));
  };
  const field = (name: Name, label: string, max: number, width: number): ReactNode => (
    <label className="usage-field"><span>{label}</span>
      <InputNumber id={`usage-${name}`} value={valueOf(name)} min={name === 'terminals' ? 1 : 0} max={max} precision={0} controls={false} disabled={disabled} style={{ width }}
        {...(fixed < 0 && name.endsWith('Percent') ? { status: 'error' as const } : {})} formatter={name === 'minutes' ? grouped : undefined as never} parser={plain}
        onChange={(value) => setTyped((all) => ({ ...all, [name]: value }))} onBlur={() => leave(name)} onFocus={(event) => event.currentTarget.select()} />
    </label>
  );
  return (
    <div className="usage-fields" onKeyDown={onEnter}>
      {field('minutes', words.minutes, 10_000_000, 76)}
      <span className="usage-part">{words.caller}</span>
      {field('localPercent', `${words.local} %`, 100, 46)}
      {field('mobilePercent', `${words.mobile} %`, 100, 46)}
      {fixed < 0 ? <span role="alert"><StatusWord tone="error">{words.sharesOver}</StatusWord></span> : <span className="usage-fixed">{words.fixed} <strong>{fixed}%</strong></span>}
      {perTerminal ? field('terminals', words.terminals, 1000, 46) : null}
    </div>
  );
}

const grouped = (value: number | string | undefined): string => String(value ?? '').replace(/\B(?=(\d{3})+$)/g, ',');
const plain = (text: string | undefined): number => Number((text ?? '').replace(/[^\d]/g, '') || Number.NaN);

/** Enter goes through the fields; after the last one the keys belong to the plans again. */
function onEnter(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || event.ctrlKey || event.nativeEvent.isComposing) return;
  focusNextOnEnter(event);
  if (event.defaultPrevented || !(event.target instanceof HTMLElement)) return;
  event.preventDefault();
  event.target.blur();
}
