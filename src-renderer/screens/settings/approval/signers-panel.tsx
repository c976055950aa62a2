import { type ReactNode, useEffect, useState } from 'react';
import type { TrustedSigner } from '#contract/approval.ts';
import { ReadCarried } from '../../../capture/carried/read-carried.tsx';
import { useBridge } from '../../../stores/bridge-context.ts';
import { codesIn } from '../../../stores/codes-in.ts';
import { carriedText } from '../../../text/carried.ts';
import { sentence } from '../../../text/failures.ts';
import { settingsText } from '../../../text/settings.ts';
import { Panel } from '../../../ui/panel.tsx';
import { QuietButton } from '../../../ui/quiet-button.tsx';
import { StatusWord } from '../../../ui/status-word.tsx';
import type { PanelProps } from '../panel-props.ts';

/** Whose carried decisions this PC believes; the admin adds a key by code or file and ends one, and an ended one stays listed. */
export function SignersPanel({ mayChange, onFailure }: PanelProps): ReactNode {
  const bridge = useBridge();
  const [signers, setSigners] = useState<readonly TrustedSigner[]>([]);
  const [reading, setReading] = useState(false);
  useEffect(() => {
    void bridge.invoke('approval/trusted', undefined).then((answer) => { if (answer.ok) setSigners(answer.value); });
  }, [bridge]);
  const trust = async (text: string): Promise<string | null> => {
    const answer = await bridge.invoke('approval/trust', { text });
    if (answer.ok) setSigners(answer.value);
    return answer.ok ? null : sentence(answer.error);
  };
  const end = async (keyId: string): Promise<void> => {
    const answer = await bridge.invoke('approval/distrust', { keyId });
    onFailure(answer.ok ? null : answer.error);
    if (answer.ok) setSigners(answer.value);
  };
  return (
    <Panel title={settingsText.signers} extra={mayChange ? <QuietButton small label={settingsText.trust} onClick={() => setReading(true)} /> : null}>
      <p className="hint">{signers.length === 0 ? settingsText.noSigners : settingsText.signersHint}</p>
      <ul className="setting-rows signer-rows">
        {signers.map((one) => (
          <li key={one.keyId}>
            <strong>{one.staffNo}</strong><span>{one.name}</span><span className="hint">{settingsText.keyOf(one.keyId)}</span>
            <StatusWord tone={one.endedAt ? 'quiet' : 'success'}>{one.endedAt ? settingsText.ended : settingsText.trusted}</StatusWord>
            {mayChange && !one.endedAt ? <QuietButton small label={settingsText.distrust} onClick={() => void end(one.keyId)} /> : <span />}
          </li>
        ))}
      </ul>
      {reading ? <ReadCarried title={carriedText.readSigner} readCodes={(image) => codesIn(bridge, image)} onText={trust} onClose={() => setReading(false)} /> : null}
    </Panel>
  );
}
