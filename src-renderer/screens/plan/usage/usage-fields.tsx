import { InputNumber } from 'antd';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import type { CaseUsage } from '#contract/plans.ts';
import { comparisonText as words } from '../../../text/plan-comparison.ts';
import { focusNextOnEnter } from '../../../ui/form/focus-next.ts';
import { StatusWord } from '../../../ui/status-word.tsx';

export type UsagePatch = Partial<Pick<CaseUsage, 'from' | 'minutes' | 'localPercent' | 'mobilePercent' | 'terminals' | 'addOnIds'>>;

type Typed = Readonly<Record<'minutes' | 'localPercent' | 'mobilePercent' | 'terminals', number | null>>;

/** Minutes, shares and terminals; each is kept on leaving its field. What is neither local nor mobile is a fixed line. */
export function UsageFields({ usage, perTerminal, disabled, onAsk }: {
  readonly usage: CaseUsage;
  readonly perTerminal: boolean;
  readonly disabled: boolean;
  readonly onAsk: (patch: UsagePatch) => void;
}): ReactNode {
  const [typed, setTyped] = useState<Typed>({ minutes: usage.minutes, localPercent: usage.localPercent, mobilePercent: usage.mobilePercent, terminals: usage.terminals });
  const fixed = 100 - (typed.localPercent ?? 0) - (typed.mobilePercent ?? 0);
  const leave = (name: keyof Typed): void => {
    const value = typed[name];
    if (value === null) { setTyped({ ...typed, [name]: usage[name] }); return; }
    if (fixed < 0 || (value === usage[name] && usage.asked)) return;
    // A field that was only passed through is no answer yet.
    if (value !== usage[name]) onAsk({ from: 'questions', localPercent: typed.localPercent ?? 0, mobilePercent: typed.mobilePercent ?? 0, [name]: value });
  };
  const field = (name: keyof Typed, label: string, max: number, width: number): ReactNode => (
    <label className="usage-field"><span>{label}</span>
      <InputNumber id={`usage-${name}`} value={typed[name]} min={name === 'terminals' ? 1 : 0} max={max} precision={0} controls={false} disabled={disabled} style={{ width }}
        {...(fixed < 0 && name.endsWith('Percent') ? { status: 'error' as const } : {})} formatter={name === 'minutes' ? grouped : undefined as never} parser={plain}
        onChange={(value) => setTyped({ ...typed, [name]: value })} onBlur={() => leave(name)} onFocus={(event) => event.currentTarget.select()} />
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
