import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Reply } from '#contract/contract.ts';
import { ShowCarried } from '../../../capture/carried/show-carried.tsx';
import { useBridge } from '../../../stores/bridge-context.ts';
import { carriedText } from '../../../text/carried.ts';
import { settingsText } from '../../../text/settings.ts';
import { Panel } from '../../../ui/panel.tsx';
import { QuietButton } from '../../../ui/quiet-button.tsx';
import type { PanelProps } from '../panel-props.ts';

/** The supervisor's own key: made with the password, shown as a code to be registered on the clerks' PCs. */
export function SigningKeyPanel({ onFailure }: Pick<PanelProps, 'onFailure'>): ReactNode {
  const bridge = useBridge();
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState<Reply<'approval/signer'> | null>(null);
  const ask = async (own: string | null): Promise<void> => {
    const answer = await bridge.invoke('approval/signer', { password: own });
    setPassword('');
    onFailure(answer.ok ? null : answer.error);
    if (answer.ok) setShown(answer.value);
  };
  const make = (): void => { if (password !== '') void ask(password); };
  return (
    <Panel title={settingsText.myKey} extra={<QuietButton small label={settingsText.showKey} onClick={() => void ask(null)} />}>
      <p className="hint">{settingsText.myKeyHint}</p>
      <div className="setting-line">
        <Input.Password aria-label={settingsText.myPassword} placeholder={settingsText.myPassword} autoComplete="off" maxLength={200} value={password} onChange={(event) => setPassword(event.target.value)} onPressEnter={make} />
        <QuietButton label={settingsText.makeKey} keys="Enter" disabled={password === ''} onClick={make} />
      </div>
      {shown ? <ShowCarried title={carriedText.showSigner} hint={carriedText.showSignerHint} parts={shown.parts} onFile={null} onClose={() => setShown(null)} /> : null}
    </Panel>
  );
}
