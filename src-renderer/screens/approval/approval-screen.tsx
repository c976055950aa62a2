import { Spin } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { ApprovalQueueRow } from '#contract/approval.ts';
import { returnReasons } from '#domain/approval/return-reason.ts';
import { useBridge } from '../../stores/bridge-context.ts';
import { approvalText } from '../../text/approval.ts';
import { waitedText } from '../../text/countdown.ts';
import { failureText } from '../../text/failures.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useKeys } from '../../ui/keys/key-scope.tsx';
import { StatusWord } from '../../ui/status-word.tsx';
import { Toolbar } from '../../ui/toolbar.tsx';
import { useNow } from '../../ui/use-now.ts';
import { type ApprovalDesk, type Decision, makeApprovalDesk } from './approval-desk.ts';
import { ApprovalQueue } from './approval-queue.tsx';
import { BesideDialog } from './beside-dialog.tsx';
import { DecisionBar } from './decision-bar.tsx';
import { RequestPane } from './request-pane.tsx';
import { ScanDialog } from './scan-dialog.tsx';
import { missingScans, ScansPane } from './scans-pane.tsx';
import './approval.css';

/** The approval desk: what waits, one request with its scans, and a decision by one key. */
export function ApprovalScreen(): ReactNode {
  const bridge = useBridge();
  const [store] = useState(() => makeApprovalDesk(bridge));
  const desk = useStore(store);
  const now = useNow(30_000);
  const [zoom, setZoom] = useState<number | null>(null);
  const [beside, setBeside] = useState<Decision | null>(null);
  const { queue, current, detail } = desk;
  useEffect(() => {
    const ask = (): void => void store.getState().refresh();
    ask();
    return bridge.subscribe('case/changed', ask);
  }, [bridge, store]);
  const approvable = detail !== null && detail.lines.length > 0 && missingScans(detail) === '';
  const decide = (decision: Decision): void => {
    if (!detail || desk.busy || (decision === 'approve' ? !approvable : !desk.mayReturn())) return;
    if (current?.mayNot) setBeside(decision);
    else void desk.decide(decision, null);
  };
  const scans = detail?.scans.filter((scan) => scan.attached) ?? [];
  useKeys([
    { keys: 'Y', label: approvalText.keys.approve, run: () => decide('approve') },
    { keys: 'N', label: approvalText.keys.giveBack, run: () => decide('return') },
    { keys: '1…6', label: approvalText.keys.reason, run: (key) => { const reason = returnReasons[Number(key) - 1]; if (reason && detail) desk.toggle(reason); } },
    { keys: 'J K', label: approvalText.keys.move, run: (key) => desk.move(key === 'J' ? 1 : -1) },
    { keys: '↓ ↑', label: approvalText.keys.move, shown: false, run: (key) => desk.move(key === '↓' ? 1 : -1) },
    { keys: 'Space', label: approvalText.keys.zoom, run: () => { if (scans.length > 0) setZoom(0); } },
    { keys: 'F5', label: approvalText.keys.refresh, shown: false, run: () => void desk.refresh() },
  ]);
  return (
    <div className="approval-desk">
      <Toolbar title={approvalText.heading} actions={<Notice desk={desk} />}><span className="quiet">{queue ? approvalText.count(queue.length, longestWait(queue, now)) : ''}</span></Toolbar>
      <DeskBody desk={desk} now={now} onZoom={setZoom} />
      <DecisionBar desk={desk} approvable={approvable} onDecide={decide} />
      {zoom !== null && scans.length > 0 ? <ScanDialog rows={scans} first={zoom} onClose={() => setZoom(null)} /> : null}
      {beside ? <BesideDialog decision={beside} onSign={(supervisor) => desk.decide(beside, supervisor)} onClose={() => setBeside(null)} /> : null}
    </div>
  );
}

function DeskBody({ desk, now, onZoom }: { readonly desk: ApprovalDesk; readonly now: string; readonly onZoom: (index: number) => void }): ReactNode {
  const { queue, current, detail, failure } = desk;
  if (queue === null) return <div className="approval-body empty">{failure ? <EmptyState {...failureText(failure)} /> : <Spin aria-label={approvalText.loading} />}</div>;
  if (queue.length === 0) return <div className="approval-body empty"><EmptyState title={approvalText.empty} safe={approvalText.emptySafe} next={approvalText.emptyNext} /></div>;
  return (
    <div className="approval-body">
      <ApprovalQueue rows={queue} currentId={current?.approvalId ?? null} now={now} onStand={desk.stand} />
      {detail ? <><RequestPane detail={detail} /><ScansPane detail={detail} onZoom={onZoom} /></> : <div className="request-wait">{failure ? <EmptyState {...failureText(failure)} /> : <Spin aria-label={approvalText.loading} />}</div>}
    </div>
  );
}

/** What was just decided, what is missing for a return, or why the decision did not go through. */
function Notice({ desk: { notice, failure, detail } }: { readonly desk: ApprovalDesk }): ReactNode {
  if (failure && detail) {
    const { title, safe, next } = failureText(failure);
    return <span role="alert"><StatusWord tone="error">{title}。{safe}{next}</StatusWord></span>;
  }
  return notice ? <span role="status"><StatusWord tone={notice.tone}>{notice.text}</StatusWord></span> : null;
}

function longestWait(queue: readonly ApprovalQueueRow[], now: string): string {
  const first = queue.map((row) => row.requestedAt).toSorted()[0];
  return first ? waitedText(first, now) : '';
}
