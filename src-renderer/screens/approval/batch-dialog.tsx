import { type ReactNode, useState } from 'react';
import type { BatchOutcome } from '#contract/approval.ts';
import type { FailureCode } from '#contract/failures.ts';
import { formatNumber } from '#domain/number/number.ts';
import { approvalText } from '../../text/approval.ts';
import { carriedText } from '../../text/carried.ts';
import { failures, sentence } from '../../text/failures.ts';
import { gradeName } from '../../text/formats.ts';
import { frameText } from '../../text/frame.ts';
import { useKeys } from '../../ui/keys/key-scope.tsx';
import { NumberText } from '../../ui/number-text.tsx';
import { Dialog } from '../../ui/overlay/dialog.tsx';
import { PrimaryButton } from '../../ui/primary-button.tsx';
import { QuietButton } from '../../ui/quiet-button.tsx';
import { StatusWord } from '../../ui/status-word.tsx';
import type { ApprovalDesk, Decision } from './approval-desk.ts';

/** Several requests of one grade and one plan, decided one after the other, each by itself. */
export function BatchDialog({ desk, onClose }: { readonly desk: ApprovalDesk; readonly onClose: () => void }): ReactNode {
  const [done, setDone] = useState<BatchOutcome | null>(null);
  // A dialog of its own for what became of them, so that the keyboard stands on its one button.
  if (done) return <Dialog key="done" title={approvalText.batchDone(done.length)} width={520} onClose={onClose}><Outcome outcome={done} onClose={onClose} /></Dialog>;
  const title = approvalText.batchTitle(desk.batch.length, gradeName(desk.batch[0]?.row.grade ?? 9));
  return <Dialog key="ask" title={title} width={520} onClose={onClose}><Body desk={desk} title={title} onDone={setDone} onClose={onClose} /></Dialog>;
}

function Body({ desk, title, onDone, onClose }: { readonly desk: ApprovalDesk; readonly title: string; readonly onDone: (outcome: BatchOutcome) => void; readonly onClose: () => void }): ReactNode {
  const [refused, setRefused] = useState<string | null>(null);
  const decide = async (decision: Decision): Promise<void> => {
    if (decision === 'return' && !desk.mayReturn()) return setRefused(approvalText.pickReason);
    const answer = await desk.decideBatch(decision);
    if (isOutcome(answer)) return onDone(answer);
    setRefused(sentence(answer));
  };
  return (
    <>
      <h2>{title}</h2>
      <p className="hint">{approvalText.batchHint}</p>
      <ul className="batch-rows scroll">{desk.batch.map(({ row }) => <li key={row.approvalId}><NumberText digits={row.number} /><span className="ellipsis">{row.company}</span><span className="hint">{row.requestedByName}</span></li>)}</ul>
      {refused ? <p role="alert"><StatusWord tone="error">{refused}</StatusWord></p> : null}
      <div className="dialog-actions">
        <QuietButton label={frameText.cancel} keys="Esc" onClick={onClose} />
        <QuietButton label={approvalText.batchReturn} busy={desk.busy} onClick={() => void decide('return')} />
        <PrimaryButton label={approvalText.batchApprove} busy={desk.busy} onClick={() => void decide('approve')} />
      </div>
    </>
  );
}

const isOutcome = (answer: Awaited<ReturnType<ApprovalDesk['decideBatch']>>): answer is BatchOutcome => Array.isArray(answer);

function Outcome({ outcome, onClose }: { readonly outcome: BatchOutcome; readonly onClose: () => void }): ReactNode {
  const failed = outcome.filter(({ done }) => !done);
  useKeys([{ keys: 'Enter', label: carriedText.done, run: onClose }]);
  const why = (code: string | null): string => failures[code as FailureCode]?.({}).title ?? '';
  return (
    <>
      <p role="status"><StatusWord tone="success">{approvalText.batchDone(outcome.length - failed.length)}</StatusWord></p>
      {failed.map((one) => <p key={one.approvalId}><StatusWord tone="error">{approvalText.batchFailed(formatNumber(one.number), why(one.why))}</StatusWord></p>)}
      <div className="dialog-actions"><PrimaryButton label={carriedText.done} keys="Enter" onClick={onClose} /></div>
    </>
  );
}
