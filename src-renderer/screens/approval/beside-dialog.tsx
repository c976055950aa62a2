import type { ReactNode } from 'react';
import type { Failure } from '#contract/failures.ts';
import { useBeside } from '../../stores/use-beside.ts';
import { approvalText } from '../../text/approval.ts';
import { failureSentence } from '../../text/failure-line.ts';
import { frameText } from '../../text/frame.ts';
import { BesideFields, isBeside } from '../../ui/form/beside-fields.tsx';
import { useKeys } from '../../ui/keys/key-scope.tsx';
import { NumberText } from '../../ui/number-text.tsx';
import { Dialog } from '../../ui/overlay/dialog.tsx';
import { PrimaryButton } from '../../ui/primary-button.tsx';
import { QuietButton } from '../../ui/quiet-button.tsx';
import { StatusWord } from '../../ui/status-word.tsx';
import type { Decision, Supervisor } from './approval-desk.ts';

type Props = { readonly decision: Decision; readonly number: string; readonly onSign: (supervisor: Supervisor) => Promise<Failure | null>; readonly onClose: () => void };

/** The supervisor signs beside the clerk for this one decision; the clerk stays signed in. */
export function BesideDialog(props: Props): ReactNode {
  return <Dialog title={approvalText.besideTitle} onClose={props.onClose}><Body {...props} /></Dialog>;
}

function Body({ decision, number, onSign, onClose }: Props): ReactNode {
  const { beside, sign, busy, refused, send } = useBeside(onSign, onClose);
  const ready = isBeside(beside) && !busy;
  const go = (): void => { if (ready) void send(); };
  useKeys([{ keys: 'Enter', label: approvalText.sign[decision], when: 'always', run: go }]);
  return (
    <>
      <h2>{approvalText.besideTitle}</h2>
      <p><StatusWord tone={decision === 'approve' ? 'info' : 'warning'} icon={null}>{approvalText.besideWhat[decision]}</StatusWord> <NumberText digits={number} size={20} /></p>
      <p className="hint">{approvalText.besideText}</p>
      <BesideFields words={approvalText} value={beside} span={12} onChange={sign} />
      {refused ? <p role="alert"><StatusWord tone="error">{failureSentence(refused)}</StatusWord></p> : null}
      <div className="dialog-actions"><QuietButton label={frameText.cancel} keys="Esc" onClick={onClose} /><PrimaryButton label={approvalText.sign[decision]} keys="Enter" busy={busy} disabled={!ready} onClick={go} /></div>
    </>
  );
}
