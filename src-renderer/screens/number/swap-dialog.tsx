import type { ReactNode } from 'react';
import type { NumberHit } from '#contract/numbers.ts';
import { formatNumber } from '#domain/number/number.ts';
import { numberText } from '../../text/number.ts';
import { useKeys } from '../../ui/keys/key-scope.tsx';
import { Dialog } from '../../ui/overlay/dialog.tsx';
import { PrimaryButton } from '../../ui/primary-button.tsx';
import { QuietButton } from '../../ui/quiet-button.tsx';

type Props = { readonly from: string; readonly to: NumberHit; readonly onAnswer: (yes: boolean) => void };

/** A held number is let go only after it was said what follows from that. */
export function SwapDialog(props: Props): ReactNode {
  const title = numberText.changeTo(formatNumber(props.to.digits));
  return <Dialog title={title} onClose={() => props.onAnswer(false)}><Question {...props} title={title} /></Dialog>;
}

function Question({ from, title, onAnswer }: Props & { readonly title: string }): ReactNode {
  useKeys([
    { keys: 'Enter', label: title, when: 'always', run: () => onAnswer(true) },
    { keys: 'Ctrl+Enter', label: title, shown: false, run: () => onAnswer(true) },
  ]);
  return (
    <>
      <h2>{title}？</h2>
      <p>{numberText.releaseTextFor(formatNumber(from))}</p>
      <footer className="dialog-actions">
        <QuietButton label="不换" keys="Esc" onClick={() => onAnswer(false)} />
        <PrimaryButton label={title} keys="Enter" onClick={() => onAnswer(true)} />
      </footer>
    </>
  );
}
