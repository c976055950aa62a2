import { Input } from 'antd';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import type { CaseUsage } from '#contract/plans.ts';
import { comparisonText as words } from '../../../text/plan-comparison.ts';
import { focusNextOnEnter } from '../../../ui/form/focus-next.ts';
import { readCount } from '../../../ui/form/read-count.ts';
import { StatusWord } from '../../../ui/status-word.tsx';

export type UsagePatch = Partial<Pick<CaseUsage, 'from' | 'minutes' | 'localPercent' | 'mobilePercent' | 'terminals' | 'addOnIds'>>;

const names = ['minutes', 'localPercent', 'mobilePercent', 'terminals'] as const;
type Name = (typeof names)[number];

const limits: Readonly<Record<Name, readonly [least: number, most: number]>> = { minutes: [0, 10_000_000], localPercent: [0, 100], mobilePercent: [0, 100], terminals: [1, 1000] };

/** Minutes, shares and terminals; each is kept on leaving its field. What is neither local nor mobile is a fixed line. What cannot be kept stays as it was typed and is said. */
export function UsageFields({ usage, perTerminal, disabled, onAsk }: {
  readonly usage: CaseUsage;
  readonly perTerminal: boolean;
  readonly disabled: boolean;
  readonly onAsk: (patch: UsagePatch) => Promise<void>;
}): ReactNode {
  // Only what differs from what is kept: an answer changes the other fields under the one that is being typed into, not this one.
  const [typed, setTyped] = useState<Partial<Readonly<Record<Name, string>>>>({});
  const readOf = (name: Name): number | null => { const text = typed[name]; return text === undefined ? usage[name] : readCount(text, ...limits[name]); };
  const isWrong = (name: Name): boolean => (typed[name] ?? '').trim() !== '' && readOf(name) === null;
  const fixed = 100 - (readOf('localPercent') ?? 0) - (readOf('mobilePercent') ?? 0);
  const wrong = names.find(isWrong);
  const drop = (sent: UsagePatch): void => setTyped((all) => Object.fromEntries(Object.entries(all).filter(([name, text]) => readCount(text, ...limits[name as Name]) !== sent[name as Name])));
  const leave = (name: Name): void => {
    if (typed[name] === undefined) return;
    const value = readOf(name);
    const shares = name.endsWith('Percent');
    // Two shares that exceed the whole wait for each other; an emptied field shows again what is kept.
    if (isWrong(name) || (shares && (fixed < 0 || isWrong('localPercent') || isWrong('mobilePercent')))) return;
    if (value === null || value === usage[name]) { setTyped(({ [name]: _same, ...others }) => others); if (!shares || value === null) return; }
    const sent = shares ? { localPercent: readOf('localPercent') ?? usage.localPercent, mobilePercent: readOf('mobilePercent') ?? usage.mobilePercent } : { [name]: value };
    if (Object.entries(sent).every(([key, count]) => usage[key as Name] === count)) return;
    void onAsk({ from: 'questions', ...sent }).then(() => drop(sent));
  };
  const field = (name: Name, label: string, width: number): ReactNode => {
    const bad = isWrong(name) || (fixed < 0 && name.endsWith('Percent'));
    return (
      <label className="usage-field"><span>{label}</span>
        <Input id={`usage-${name}`} inputMode="numeric" autoComplete="off" value={typed[name] ?? usage[name].toLocaleString('en-US')} disabled={disabled} style={{ width }} aria-invalid={bad} status={bad ? 'error' : ''}
          onChange={(event) => { const text = event.target.value; setTyped((all) => ({ ...all, [name]: text })); }} onBlur={() => leave(name)} onFocus={(event) => event.currentTarget.select()} />
      </label>
    );
  };
  const problem = wrong ? words.countWrong(...limits[wrong]) : fixed < 0 ? words.sharesOver : null;
  return (
    <div className="usage-fields" onKeyDown={onEnter}>
      {field('minutes', words.minutes, 86)}
      <span className="usage-part">{words.caller}</span>
      {field('localPercent', `${words.local} %`, 46)}
      {field('mobilePercent', `${words.mobile} %`, 46)}
      {problem === null ? <span className="usage-fixed">{words.fixed} <strong>{fixed}%</strong></span> : null}
      {perTerminal ? field('terminals', words.terminals, 50) : null}
      {problem === null ? null : <span role="alert"><StatusWord tone="error">{problem}</StatusWord></span>}
    </div>
  );
}

/** Enter goes through the fields; after the last one the keys belong to the plans again. */
function onEnter(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || event.ctrlKey || event.nativeEvent.isComposing) return;
  focusNextOnEnter(event);
  if (event.defaultPrevented || !(event.target instanceof HTMLElement)) return;
  event.preventDefault();
  event.target.blur();
}
