import type { ReactNode } from 'react';
import { papersText } from '../../../text/papers.ts';
import { TaskFoot } from '../../../ui/form/task-foot.tsx';
import { PrimaryButton } from '../../../ui/primary-button.tsx';
import { StatusWord } from '../../../ui/status-word.tsx';
import { useNow } from '../../../ui/use-now.ts';

/** What is missing before the seal, then how long the sealing runs; the one button that seals. */
export function SigningFoot({ unread, written, answers, signingSince, back, onSign }: {
  readonly unread: number;
  readonly written: boolean;
  readonly answers: number;
  readonly signingSince: number | null;
  readonly back: ReactNode;
  readonly onSign: () => void;
}): ReactNode {
  const ready = unread === 0 && written;
  const note = unread > 0 ? papersText.unread(unread) : !written ? papersText.unwritten : papersText.lasting;
  return (
    <TaskFoot note={signingSince === null ? <><StatusWord tone="success" boxed>{papersText.same(answers)}</StatusWord> {note}</> : <SigningTime since={signingSince} />}>
      {back}
      <PrimaryButton label={papersText.confirm} keys="Ctrl+Enter" busy={signingSince !== null} disabled={!ready} onClick={onSign} />
    </TaskFoot>
  );
}

function SigningTime({ since }: { readonly since: number }): ReactNode {
  const now = useNow();
  return <span role="status">{papersText.signing(Math.max(0, Math.floor((Date.parse(now) - since) / 1000)))}</span>;
}
