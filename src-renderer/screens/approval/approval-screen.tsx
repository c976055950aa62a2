import { Spin } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { ApprovalQueueRow } from '#contract/approval.ts';
import { returnReasons } from '#domain/approval/return-reason.ts';
import { useBridge } from '../../stores/bridge-context.ts';
import { ReadCarried } from '../../capture/carried/read-carried.tsx';
import { codesIn } from '../../stores/codes-in.ts';
import { approvalText } from '../../text/approval.ts';
import { waitedText } from '../../text/countdown.ts';
import { carriedText } from '../../text/carried.ts';
import { failureText, sentence } from '../../text/failures.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useKeys } from '../../ui/keys/key-scope.tsx';
import { QuietButton } from '../../ui/quiet-button.tsx';
import { StatusWord } from '../../ui/status-word.tsx';
import { Toolbar } from '../../ui/toolbar.tsx';
import { useNow } from '../../ui/use-now.ts';
import { type ApprovalDesk, type Decision, makeApprovalDesk } from './approval-desk.ts';
import { ApprovalQueue } from './approval-queue.tsx';
import { BatchDialog } from './batch-dialog.tsx';
import { BesideDialog } from './beside-dialog.tsx';
import { DecisionBar } from './decision-bar.tsx';
import { RequestPane } from './request-pane.tsx';
import { ScanDialog } from './scan-dialog.tsx';
import { missingScans, ScansPane } from './scans-pane.tsx';
import { TokenDialog } from './token-dialog.tsx';
import './approval.css';

/** The approval desk: what waits, one request with its scans, and a decision by one key. */
export function ApprovalScreen(): ReactNode {
  const bridge = useBridge();
  const [store] = useState(() => makeApprovalDesk(bridge));
  const desk = useStore(store);
  const now = useNow(30_000);
  const [zoom, setZoom] = useState<number | null>(null);
  const [open, setOpen] = useState<Layer | null>(null);
  const [beside, setBeside] = useState<Decision | null>(null);
  const { queue, current, detail } = desk;
  useEffect(() => store.getState().start(), [store]);
  const approvable = detail !== null && detail.lines.length > 0 && missingScans(detail) === '';
  const decide = (decision: Decision): void => {
    if (!detail || desk.busy || (decision === 'approve' ? !approvable : !desk.mayReturn())) return;
    if (desk.carried !== null) setOpen({ kind: 'token', decision });
    else if (current?.mayNot) setBeside(decision);
    else void desk.decide(decision, null);
  };
  const scans = detail?.scans.filter((scan) => scan.attached) ?? [];
  useKeys([
    { keys: 'Y', label: approvalText.keys.approve, run: () => decide('approve') },
    { keys: 'N', label: approvalText.keys.giveBack, run: () => decide('return') },
    { keys: '1…6', label: approvalText.keys.reason, run: (key) => { const reason = returnReasons[Number(key) - 1]; if (reason && detail) desk.toggle(reason); } },
    { keys: 'J K', label: approvalText.keys.move, run: (key) => desk.move(key === 'J' ? 1 : -1) },
    { keys: '↓ ↑', label: approvalText.keys.move, shown: false, run: (key) => desk.move(key === '↓' ? 1 : -1) },
    { keys: 'X', label: approvalText.keys.tick, shown: false, run: () => { if (current) desk.tick(current); } },
    { keys: 'B', label: approvalText.keys.batch, shown: desk.batch.length > 1, run: () => { if (desk.mayBatch()) setOpen({ kind: 'batch' }); } },
    { keys: 'U', label: approvalText.keys.takeBack, shown: desk.last !== null, run: () => void desk.takeBack() },
    { keys: 'R', label: approvalText.keys.read, shown: false, run: () => setOpen({ kind: 'read' }) },
    { keys: 'Space', label: approvalText.keys.zoom, run: () => { if (scans.length > 0) setZoom(0); } },
    { keys: 'F5', label: approvalText.keys.refresh, shown: false, run: () => void desk.refresh() },
  ]);
  return (
    <div className="approval-desk">
      <Toolbar title={approvalText.heading} actions={<><Notice desk={desk} />{desk.batch.length > 1 ? <QuietButton label={approvalText.batchOpen(desk.batch.length)} keys="B" onClick={() => setOpen({ kind: 'batch' })} /> : null}<QuietButton label={approvalText.readRequest} keys="R" onClick={() => setOpen({ kind: 'read' })} /></>}><span className="quiet">{queue ? approvalText.count(queue.length, longestWait(queue, now)) : ''}</span></Toolbar>
      <DeskBody desk={desk} now={now} onZoom={setZoom} />
      <DecisionBar desk={desk} approvable={approvable} onDecide={decide} />
      {zoom !== null && scans.length > 0 ? <ScanDialog rows={scans} first={zoom} onClose={() => setZoom(null)} /> : null}
      {open?.kind === 'batch' ? <BatchDialog desk={desk} onClose={() => setOpen(null)} /> : null}
      {open?.kind === 'token' ? <TokenDialog desk={desk} decision={open.decision} onClose={() => setOpen(null)} /> : null}
      {open?.kind === 'read' ? <ReadRequest desk={desk} onClose={() => setOpen(null)} /> : null}
      {beside && current ? <BesideDialog decision={beside} number={current.number} onSign={(supervisor) => desk.decide(beside, supervisor)} onClose={() => setBeside(null)} /> : null}
    </div>
  );
}

function DeskBody({ desk, now, onZoom }: { readonly desk: ApprovalDesk; readonly now: string; readonly onZoom: (index: number) => void }): ReactNode {
  const { queue: waiting, current, detail, failure, carried, similar } = desk;
  // A carried request stands before the queue while it is in hand.
  const queue = carried !== null && current && waiting ? [current, ...waiting.filter((row) => row.approvalId !== current.approvalId)] : waiting;
  if (queue === null) return <div className="approval-body empty">{failure ? <EmptyState {...failureText(failure)} /> : <Spin aria-label={approvalText.loading} />}</div>;
  if (queue.length === 0) return <div className="approval-body empty"><EmptyState title={approvalText.empty} safe={approvalText.emptySafe} next={approvalText.emptyNext} /></div>;
  return (
    <div className="approval-body">
      <ApprovalQueue rows={queue} ticked={new Set(desk.batch.map(({ row }) => row.approvalId))} currentId={current?.approvalId ?? null} now={now} onStand={desk.stand} />
      {detail ? <><RequestPane detail={detail} /><ScansPane detail={detail} similar={similar} onZoom={onZoom} /></> : <div className="request-wait">{failure ? <EmptyState {...failureText(failure)} /> : <Spin aria-label={approvalText.loading} />}</div>}
    </div>
  );
}

type Layer = { readonly kind: 'batch' } | { readonly kind: 'read' } | { readonly kind: 'token'; readonly decision: Decision };

function ReadRequest({ desk, onClose }: { readonly desk: ApprovalDesk; readonly onClose: () => void }): ReactNode {
  const bridge = useBridge();
  return <ReadCarried title={carriedText.readRequest} readCodes={(image) => codesIn(bridge, image)} onText={async (text) => { const failure = await desk.readRequest(text); return failure ? sentence(failure) : null; }} onClose={onClose} />;
}

/** What was just decided, what is missing for a return, or why the decision did not go through. */
function Notice({ desk: { notice, failure, detail, last, takeBack } }: { readonly desk: ApprovalDesk }): ReactNode {
  const now = useNow(1000);
  if (failure && detail) {
    const { title, safe, next } = failureText(failure);
    return <span role="alert"><StatusWord tone="error">{title}。{safe}{next}</StatusWord></span>;
  }
  const left = last ? Math.ceil((last.until - Date.parse(now)) / 1000) : 0;
  return notice ? <span role="status" className="approval-notice"><StatusWord tone={notice.tone}>{notice.text}</StatusWord>{left > 0 ? <QuietButton small label={`${approvalText.takeBack} ${left}`} keys="U" onClick={() => void takeBack()} /> : null}</span> : null;
}

function longestWait(queue: readonly ApprovalQueueRow[], now: string): string {
  const first = queue.map((row) => row.requestedAt).toSorted()[0];
  return first ? waitedText(first, now) : '';
}
