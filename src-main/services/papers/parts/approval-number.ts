import type { ApprovalView } from '#contract/approval.ts';

/** The number under which a granted approval is found again: SP and the end of its id; null while none stands. */
export const approvalNumber = ({ state, approvalId }: Pick<ApprovalView, 'state' | 'approvalId'>): string | null =>
  state === 'approved' && approvalId !== null ? `SP-${approvalId.slice(-8).toUpperCase()}` : null;
