import { AutoComplete } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import type { CallerFound } from '#contract/routing.ts';
import type { Caller } from '#domain/routing/caller.ts';
import { callerOfRegion } from '#domain/routing/caller-of-phone.ts';
import { regionName } from '#domain/routing/region-names.ts';
import { useBridge } from '../../../stores/bridge-context.ts';
import { tryText } from '../../../text/routing-tryout.ts';
import { regionOptions } from '../region-select.tsx';
import type { TryoutProps } from './trial.ts';

/** What is typed and not taken yet; null: nothing. */
export type Typed = { readonly text: string; readonly unread: boolean };
export type Typing = { readonly typed: Typed | null; readonly onType: (typed: Typed | null) => void };

/** A number, whose place is looked up, or a region with its kind of line. */
export function CallerField({ context: { regions }, trial, onTrial, typed, onType }: TryoutProps & Typing): ReactNode {
  const bridge = useBridge();
  const [found, setFound] = useState<CallerFound | null>(null);
  const choices = useMemo(() => regionOptions(regions).flatMap(({ value, label }) => (['landline', 'mobile'] as const).map((kind) => ({ value: `${label} ${tryText.lines[kind]}`, key: `${value} ${kind}` }))), [regions]);
  const take = async (text: string): Promise<void> => {
    if (text.trim() === '') { setFound(null); onType(null); return onTrial((before) => ({ ...before, caller: null, callerText: '' })); }
    const choice = choices.find(({ value }) => value === text.trim()) ?? choices.find(({ value }) => value.startsWith(`${text.trim()} `));
    if (choice) {
      const [region = '', kind] = choice.key.split(' ');
      setFound(null);
      onType(null);
      return onTrial((before) => ({ ...before, callerText: choice.value, caller: callerOfRegion(region, kind === 'mobile' ? 'mobile' : 'landline', regions) }));
    }
    const answer = await bridge.invoke('routing/caller', { text });
    if (!answer.ok) return onType({ text, unread: true });
    const { value } = answer;
    setFound(value);
    onType(null);
    return onTrial((before) => ({ ...before, callerText: value.text, caller: value.caller }));
  };
  return (
    <div className="sim-caller">
      <label htmlFor="trial-caller">{tryText.caller}</label>
      <AutoComplete id="trial-caller" size="small" value={typed?.text ?? trial.callerText} placeholder={`${tryText.usualCaller}（${tryText.callerHint}）`} status={typed?.unread ? 'error' : ''} options={/^[\d+]/.test(typed?.text ?? '') ? [] : choices}
        showSearch={{ filterOption: (input, option) => String(option?.value ?? '').includes(input.trim()) }} defaultActiveFirstOption={false} onChange={(text: string) => onType({ text, unread: false })} onSelect={(text: string) => void take(text)} onBlur={() => { if (typed !== null && !typed.unread) void take(typed.text); }}
        onInputKeyDown={(event) => { if (event.key === 'Enter' && typed !== null) void take(typed.text); }} />
      <p className="hint">{typed !== null ? tryText.callerHint : placeText(found?.caller === trial.caller ? found : null, trial.caller, regions)}</p>
    </div>
  );
}

/** 河北保定, 手机, 区号表 2026-11…; of a caller that was picked the place alone. */
function placeText(found: CallerFound | null, tried: Caller | null, regions: TryoutProps['context']['regions']): string {
  if (tried === null) return tryText.usualHint;
  const { province, city, lineKind } = tried;
  const place = province === null ? tryText.unknownPlace : province === 'abroad' ? '境外' : regionName(found === null || city === null ? `province:${province}` : `city:${city}`, regions);
  if (found === null) return place;
  return `${place}　${lineKind === 'other' ? '' : `${tryText.lines[lineKind]}　`}${found.dataVersion}`;
}
