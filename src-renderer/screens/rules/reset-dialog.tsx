import type { ReactNode } from 'react';
import { rulesText } from '../../text/rules.ts';
import { useKeys } from '../../ui/keys/key-scope.tsx';
import { Dialog } from '../../ui/overlay/dialog.tsx';
import { PrimaryButton } from '../../ui/primary-button.tsx';
import { QuietButton } from '../../ui/quiet-button.tsx';

type Props = { readonly onReset: () => void; readonly onClose: () => void };

/** An unpublished draft is hours of work: it is asked for before it goes. */
export function ResetDialog(props: Props): ReactNode {
  return <Dialog title={rulesText.resetAsk} onClose={props.onClose}><Body {...props} /></Dialog>;
}

function Body({ onReset, onClose }: Props): ReactNode {
  const reset = (): void => { onReset(); onClose(); };
  useKeys([{ keys: 'Enter', label: rulesText.reset, run: reset }]);
  return (
    <>
      <h2>{rulesText.resetAsk}</h2>
      <p className="hint">{rulesText.resetHint}</p>
      <div className="dialog-actions"><QuietButton label={rulesText.keep} keys="Esc" onClick={onClose} /><PrimaryButton label={rulesText.reset} keys="Enter" onClick={reset} /></div>
    </>
  );
}
