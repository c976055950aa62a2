import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import type { CarriedText } from '#contract/approval.ts';
import { formatNumber } from '#domain/number/number.ts';
import { ShowCarried } from '../../capture/carried/show-carried.tsx';
import { approvalText } from '../../text/approval.ts';
import { carriedText } from '../../text/carried.ts';
import { sentence } from '../../text/failures.ts';
import { frameText } from '../../text/frame.ts';
import { Field } from '../../ui/form/field.tsx';
import { useKeys } from '../../ui/keys/key-scope.tsx';
import { Dialog } from '../../ui/overlay/dialog.tsx';
import { PrimaryButton } from '../../ui/primary-button.tsx';
import { QuietButton } from '../../ui/quiet-button.tsx';
import { StatusWord } from '../../ui/status-word.tsx';
import type { ApprovalDesk, Decision } from './approval-desk.ts';

type Props = { readonly desk: ApprovalDesk; readonly decision: Decision; readonly onClose: () => void };

/** The supervisor signs for a request that was carried here, and shows what the clerk carries back. */
export function TokenDialog(props: Props): ReactNode {
  const [signed, setSigned] = useState<{ readonly token: CarriedText; readonly password: string } | null>(null);
  const { desk, decision, onClose } = props;
  if (!signed) return <Dialog title={carriedText.signTitle} onClose={onClose}><SignBody {...props} onSigned={(token, password) => setSigned({ token, password })} /></Dialog>;
  const asFile = async (): Promise<string | null> => {
    const answer = await desk.signToken(decision, signed.password, true);
    return 'code' in answer ? null : answer.fileName;
  };
  return <ShowCarried title={carriedText.showToken} hint={carriedText.showTokenHint} parts={signed.token.parts} onFile={asFile} onClose={onClose} />;
}

function SignBody({ desk, decision, onClose, onSigned }: Props & { readonly onSigned: (token: CarriedText, password: string) => void }): ReactNode {
  const [password, setPassword] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const sign = async (): Promise<void> => {
    if (password === '' || busy) return;
    setBusy(true);
    const answer = await desk.signToken(decision, password, false);
    setBusy(false);
    if (!('code' in answer)) return onSigned(answer, password);
    setPassword('');
    setRefused(sentence(answer));
  };
  useKeys([{ keys: 'Enter', label: carriedText.sign, when: 'always', run: () => void sign() }]);
  const what = `${decision === 'approve' ? approvalText.approve.slice(0, 2) : approvalText.giveBack} ${formatNumber(desk.current?.number ?? '')}`;
  return (
    <>
      <h2>{carriedText.signTitle}</h2>
      <p className="hint">{carriedText.signHint(what)}</p>
      <Field label={carriedText.password} span={12} htmlFor="token-password"><Input.Password id="token-password" autoFocus autoComplete="off" maxLength={200} value={password} onChange={(event) => setPassword(event.target.value)} /></Field>
      {refused ? <p role="alert"><StatusWord tone="error">{refused}</StatusWord></p> : null}
      <div className="dialog-actions"><QuietButton label={frameText.cancel} keys="Esc" onClick={onClose} /><PrimaryButton label={carriedText.sign} keys="Enter" busy={busy} disabled={password === ''} onClick={() => void sign()} /></div>
    </>
  );
}
