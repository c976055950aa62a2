import { RollbackOutlined } from '@ant-design/icons';
import { Input } from 'antd';
import type { ReactNode } from 'react';
import { returnReasons } from '#domain/approval/return-reason.ts';
import { approvalText, mayNotDecide, returnReasonNames } from '../../text/approval.ts';
import { Chip } from '../../ui/chip.tsx';
import { PrimaryButton } from '../../ui/primary-button.tsx';
import { QuietButton } from '../../ui/quiet-button.tsx';
import { StatusWord } from '../../ui/status-word.tsx';
import type { ApprovalDesk, Decision } from './approval-desk.ts';

/** Reasons by digit, a note, return and approve. Who may not decide alone asks a supervisor to sign beside. */
export function DecisionBar({ desk, approvable, onDecide }: { readonly desk: ApprovalDesk; readonly approvable: boolean; readonly onDecide: (decision: Decision) => void }): ReactNode {
  const mayNot = desk.current?.mayNot ?? null;
  return (
    <footer className="decision-bar">
      <span className="decision-label hint">{approvalText.reasons}</span>
      <div className="decision-reasons" role="group" aria-label={approvalText.reasons}>
        {returnReasons.map((reason, index) => <Chip key={reason} label={returnReasonNames[reason]} keys={String(index + 1)} on={desk.reasons.includes(reason)} disabled={!desk.detail} onClick={() => desk.toggle(reason)} />)}
      </div>
      <Input className="decision-note" id="approval-note" aria-label={approvalText.note} placeholder={approvalText.note} maxLength={300} value={desk.note} disabled={!desk.detail} onChange={(event) => desk.write(event.target.value)} />
      {mayNot ? <StatusWord tone="quiet">{mayNotDecide[mayNot]}</StatusWord> : null}
      <QuietButton label={approvalText.giveBack} keys="N" icon={<RollbackOutlined aria-hidden />} disabled={!desk.detail || desk.busy} onClick={() => onDecide('return')} />
      <PrimaryButton label={mayNot ? approvalText.approveBeside : approvalText.approve} keys="Y" busy={desk.busy} disabled={!desk.detail || !approvable} onClick={() => onDecide('approve')} />
    </footer>
  );
}
