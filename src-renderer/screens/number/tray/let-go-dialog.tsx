import type { ReactNode } from 'react';
import { useKeys } from '../../../ui/keys/key-scope.tsx';
import { Dialog } from '../../../ui/overlay/dialog.tsx';
import { PrimaryButton } from '../../../ui/primary-button.tsx';
import { QuietButton } from '../../../ui/quiet-button.tsx';

type Props = { readonly title: string; readonly text: string; readonly keep: string; readonly go: string; readonly onAnswer: (yes: boolean) => void };

/** A held number is let go (to swap it, or with an approval on it) only after it was said what follows from that. */
export function LetGoDialog(props: Props): ReactNode {
  return <Dialog title={props.title} onClose={() => props.onAnswer(false)}><Question {...props} /></Dialog>;
}

function Question({ title, text, keep, go, onAnswer }: Props): ReactNode {
  useKeys([
    { keys: 'Enter', label: go, when: 'always', run: () => onAnswer(true) },
    { keys: 'Ctrl+Enter', label: go, shown: false, run: () => onAnswer(true) },
  ]);
  return (
    <>
      <h2>{title}</h2>
      <p>{text}</p>
      <footer className="dialog-actions">
        <QuietButton label={keep} keys="Esc" onClick={() => onAnswer(false)} />
        <PrimaryButton label={go} keys="Enter" onClick={() => onAnswer(true)} />
      </footer>
    </>
  );
}
