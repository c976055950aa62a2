import { AutoComplete } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import type { CallerFound } from '#contract/routing.ts';
import { callerOfRegion } from '#domain/routing/caller-of-phone.ts';
import { regionName } from '#domain/routing/region-names.ts';
import { useBridge } from '../../../stores/bridge-context.ts';
import { tryText } from '../../../text/routing-tryout.ts';
import { regionOptions } from '../region-select.tsx';
import type { TryoutProps } from './trial.ts';

/** A number, whose place is looked up, or a region with its kind of line. */
export function CallerField({ context: { regions }, trial, onTrial }: TryoutProps): ReactNode {
  const bridge = useBridge();
  const [typed, setTyped] = useState<string | null>(null);
  const [found, setFound] = useState<CallerFound | null>(null);
  const [unread, setUnread] = useState(false);
  const choices = useMemo(() => regionOptions(regions).flatMap(({ value, label }) => (['landline', 'mobile'] as const).map((kind) => ({ value: `${label} ${tryText.lines[kind]}`, key: `${value} ${kind}` }))), [regions]);
  const take = async (text: string): Promise<void> => {
    setTyped(null);
    if (text.trim() === '') { setFound(null); setUnread(false); return onTrial({ ...trial, caller: null, callerText: '' }); }
    const choice = choices.find(({ value }) => value === text.trim()) ?? choices.find(({ value }) => value.startsWith(`${text.trim()} `));
    if (choice) {
      const [region = '', kind] = choice.key.split(' ');
      setFound(null);
      setUnread(false);
      return onTrial({ ...trial, callerText: choice.value, caller: callerOfRegion(region, kind === 'mobile' ? 'mobile' : 'landline', regions) });
    }
    const answer = await bridge.invoke('routing/caller', { text });
    setUnread(!answer.ok);
    setFound(answer.ok ? answer.value : null);
    return onTrial(answer.ok ? { ...trial, callerText: answer.value.text, caller: answer.value.caller } : trial);
  };
  return (
    <div className="sim-caller">
      <label htmlFor="trial-caller">{tryText.caller}</label>
      <AutoComplete id="trial-caller" size="small" value={typed ?? trial.callerText} placeholder={`${tryText.usualCaller}（${tryText.callerHint}）`} status={unread ? 'error' : ''} options={/^[\d+]/.test(typed ?? '') ? [] : choices}
        showSearch={{ filterOption: (input, option) => String(option?.value ?? '').includes(input.trim()) }} defaultActiveFirstOption={false} onChange={(text: string) => setTyped(text)} onSelect={(text: string) => void take(text)} onBlur={() => { if (typed !== null) void take(typed); }}
        onInputKeyDown={(event) => { if (event.key === 'Enter' && typed !== null) void take(typed); }} />
      <p className="hint">{unread ? tryText.callerHint : placeText(found, trial.caller?.province ?? null, regions)}</p>
    </div>
  );
}

/** 河北保定 · 手机 · 区号表 2026-11…. */
function placeText(found: CallerFound | null, province: string | null, regions: TryoutProps['context']['regions']): string {
  if (found === null) return province === null ? '' : regionName(`province:${province}`, regions);
  const { caller, dataVersion } = found;
  const place = caller.city !== null ? regionName(`city:${caller.city}`, regions) : caller.province === null ? tryText.unknownPlace : caller.province === 'abroad' ? '境外' : regionName(`province:${caller.province}`, regions);
  const kind = caller.lineKind === 'other' ? '' : `${tryText.lines[caller.lineKind]}　`;
  return `${place}　${kind}${dataVersion}`;
}
