import { useState } from 'react';
import type { CaseView } from '#contract/cases.ts';
import { neededForDecision } from '#domain/approval/may-decide.ts';
import { returnPlaces } from '#domain/approval/return-reason.ts';
import { approvalStates, approvalText, returnReasonNames } from '../text/approval.ts';
import { documentName } from '../text/documents.ts';
import { shortMoment } from '../text/formats.ts';
import type { ApprovalPanelProps } from '../ui/approval-panel.tsx';
import type { Tone } from '../ui/status-word.tsx';
import { useOpenCase } from './open-case.ts';

const tones: Readonly<Record<keyof typeof approvalStates, Tone>> = {
  'not-needed': 'quiet', none: 'warning', requested: 'warning', approved: 'success', returned: 'error', void: 'error',
};

/** What the approval panel shows for this case; null where the number needs no approval. */
export function useApprovalPanel(view: CaseView): ApprovalPanelProps | null {
  const { act, goTo } = useOpenCase();
  const [busy, setBusy] = useState(false);
  const { approval, caseId } = view;
  if (!approval.needed) return null;
  const during = (work: Promise<unknown>): void => { setBusy(true); void work.finally(() => setBusy(false)); };
  const planReady = view.plan?.allowed === true;
  const askable = view.editable && planReady && (approval.state === 'none' || approval.state === 'returned' || approval.state === 'void');
  return {
    title: approvalText.title, hint: planReady ? approvalText.special : approvalText.afterPlan, tone: tones[approval.state], state: approvalStates[approval.state],
    facts: askable ? [...factsOf(view), ...scansFirst(view)] : factsOf(view), busy,
    returned: approval.state === 'returned' ? approval.returnReasons.map((reason) => ({
      label: returnReasonNames[reason], onJump: () => void goTo(returnPlaces[reason].task, returnPlaces[reason].field),
    })) : [],
    ask: askable ? {
      label: approvalText.reason, hint: approvalText.reasonHint, missing: approvalText.reasonMissing, action: approvalText.request, keys: 'Enter', primary: false,
      onRequest: (reason) => during(act('approval/request', { caseId, reason })),
    } : null,
    withdraw: view.editable && approval.state === 'requested' ? { action: approvalText.withdraw, onWithdraw: () => during(act('approval/withdraw', { caseId })) } : null,
  };
}

/** Said before the case is sent: without these scans the supervisor can only give it back. */
function scansFirst({ documents }: CaseView): readonly string[] {
  const missing = documents.needed.filter((need) => neededForDecision.includes(need.kind) && need.status === 'missing').map((need) => documentName[need.kind]);
  return missing.length === 0 ? [] : [approvalText.scansFirst(missing.join('、'))];
}

/** Who decided when, by name, and in whose name. */
const decidedLine = ({ decidedAt, decidedBy, decidedByName, onBehalfOf }: CaseView['approval']): readonly string[] =>
  decidedAt === null ? [] : [approvalText.decided(shortMoment(decidedAt), decidedByName ?? decidedBy ?? '', onBehalfOf)];

function factsOf({ approval }: CaseView): readonly string[] {
  switch (approval.state) {
    case 'requested': return approval.requestedAt ? [approvalText.requestedAt(shortMoment(approval.requestedAt), approval.requestedBy ?? ''), `${approvalText.reason}：${approval.reason}`] : [];
    case 'approved': return [...decidedLine(approval), ...(approval.expiresAt ? [approvalText.expires(shortMoment(approval.expiresAt))] : [])];
    case 'returned': return [...decidedLine(approval), ...(approval.note ? [approval.note] : [])];
    case 'void': return [approvalText.voidWhy];
    default: return [];
  }
}
