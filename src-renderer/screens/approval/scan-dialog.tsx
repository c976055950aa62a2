import { Spin } from 'antd';
import { type ReactNode, useState } from 'react';
import type { ApprovalScan } from '#contract/approval.ts';
import { useScan } from '../../stores/use-scan.ts';
import { approvalText } from '../../text/approval.ts';
import { documentName, documentsText, verdictWord } from '../../text/documents.ts';
import { failureText } from '../../text/failures.ts';
import { frameText } from '../../text/frame.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useKeys } from '../../ui/keys/key-scope.tsx';
import { Dialog } from '../../ui/overlay/dialog.tsx';
import { Picture } from '../../ui/picture.tsx';
import { QuietButton } from '../../ui/quiet-button.tsx';

type Props = { readonly rows: readonly ApprovalScan[]; readonly first: number; readonly onClose: () => void };

/** One scan large over the desk; ← → go through them, each is recorded as looked at. */
export function ScanDialog(props: Props): ReactNode {
  return <Dialog title={approvalText.scans} width={1040} onClose={props.onClose}><Body {...props} /></Dialog>;
}

function Body({ rows, first, onClose }: Props): ReactNode {
  const [at, setAt] = useState(first);
  const row = rows[at];
  const { picture, failure } = useScan('documents/view', row?.documentId ?? null);
  const turn = (step: number): void => setAt((now) => Math.max(0, Math.min(rows.length - 1, now + step)));
  useKeys([{ keys: '← →', label: approvalText.keys.turn, run: (key) => turn(key === '→' ? 1 : -1) }, { keys: 'Space', label: frameText.close, shown: false, run: onClose }]);
  if (!row) return null;
  return (
    <>
      <header className="scan-head"><h2>{documentName[row.kind]}</h2><span className="hint">{documentsText.page(at + 1, rows.length)}，{verdictWord[row.verdict]}{row.note ? `：${row.note}` : ''}</span><span className="hint scan-recorded">{documentsText.recorded}</span></header>
      <div className="scan-well">{failure ? <EmptyState {...failureText(failure)} /> : picture ? <Picture bytes={picture.bytes} mime={picture.mime} alt={documentName[row.kind]} /> : <Spin aria-label={documentsText.loadingPage} />}</div>
      <div className="dialog-actions"><QuietButton label="上一张" keys="←" disabled={at === 0} onClick={() => turn(-1)} /><QuietButton label="下一张" keys="→" disabled={at === rows.length - 1} onClick={() => turn(1)} /><QuietButton label={frameText.close} keys="Esc" onClick={onClose} /></div>
    </>
  );
}
