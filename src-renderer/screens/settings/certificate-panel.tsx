import { Input } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { CertificateState } from '#contract/hall.ts';
import { useBridge } from '../../stores/bridge-context.ts';
import { settingsText } from '../../text/settings.ts';
import { Field } from '../../ui/form/field.tsx';
import { Panel } from '../../ui/panel.tsx';
import { QuietButton } from '../../ui/quiet-button.tsx';
import { StatusWord } from '../../ui/status-word.tsx';
import type { PanelProps } from './panel-props.ts';

/** The certificate that seals agreements and forms; the admin imports it as PKCS#12. */
export function CertificatePanel({ mayChange, onFailure }: PanelProps): ReactNode {
  const bridge = useBridge();
  const [state, setState] = useState<CertificateState | null>(null);
  useEffect(() => {
    void bridge.invoke('certificate/state', undefined).then((answer) => { if (answer.ok) setState(answer.value); else onFailure(answer.error); });
  }, [bridge, onFailure]);
  return (
    <Panel title={settingsText.certificate} extra={state?.training ? <StatusWord boxed tone="warning">{settingsText.certificateTraining}</StatusWord> : null}>
      {state?.present ? (
        <dl className="figures">
          <dt>{settingsText.subject}</dt><dd>{state.subject}</dd><dt>{settingsText.issuer}</dt><dd>{state.issuer}</dd>
          <dt>{settingsText.validTo}</dt><dd>{state.validTo?.slice(0, 10)}</dd><dt>{settingsText.fingerprint}</dt><dd className="fingerprint" title={state.fingerprint ?? ''}>{state.fingerprint}</dd>
        </dl>
      ) : <StatusWord tone="warning">{settingsText.certificateNone}</StatusWord>}
      {mayChange ? <ImportForm onFailure={onFailure} onImported={setState} /> : null}
    </Panel>
  );
}

function ImportForm({ onFailure, onImported }: { readonly onFailure: PanelProps['onFailure']; readonly onImported: (state: CertificateState) => void }): ReactNode {
  const bridge = useBridge();
  const chooser = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [password, setPassword] = useState('');
  const send = async (): Promise<void> => {
    if (!file) return;
    const answer = await bridge.invoke('certificate/import', { p12: new Uint8Array(await file.arrayBuffer()), password });
    onFailure(answer.ok ? null : answer.error);
    setPassword('');
    if (answer.ok) { setFile(null); onImported(answer.value); }
  };
  return (
    <div className="import-line">
      <input ref={chooser} type="file" accept=".p12,.pfx" className="visually-hidden" tabIndex={-1} aria-label={settingsText.choose} onChange={(event) => setFile(event.target.files?.[0] ?? null)} />
      <QuietButton label={file ? settingsText.chosen(file.name) : settingsText.choose} onClick={() => chooser.current?.click()} />
      <Field label={settingsText.p12Password} span={1} htmlFor="p12-password"><Input id="p12-password" type="password" autoComplete="off" value={password} onChange={(event) => setPassword(event.target.value)} /></Field>
      <QuietButton label={settingsText.import} disabled={!file} onClick={() => void send()} />
    </div>
  );
}
