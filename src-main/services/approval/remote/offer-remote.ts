import { takeBackMs } from '#domain/approval/approval.ts';
import { toInstant } from '#domain/calendar/shanghai-time.ts';
import type { ApprovalRow } from '../../../store/tables/approval/approval-rows.ts';
import { intentAbout, openIntentsOf, supersede } from '../../../store/tables/outbox-rows.ts';
import { intend } from '../../append-intent.ts';
import type { Edit } from '../../cases/edit-case.ts';
import type { LoadedCase } from '../../cases/load-case.ts';
import type { ConsoleContext } from '../../console-context.ts';
import { requestPacketOf, scansToSend } from '../request-packet-of.ts';

/** Offers a request to the hall's other PCs: first the marked scans it names, then the task; in the transaction of the request. */
export function offerRemote(context: ConsoleContext, edit: Edit, approval: Pick<ApprovalRow, 'approvalId' | 'binding' | 'bindingHash' | 'reason' | 'requestedBy' | 'requestedAt'>, loaded: LoadedCase): void {
  for (const { documentId, kind, marked } of scansToSend(loaded.scans)) {
    if (intentAbout(context.db, edit.caseId, 'file-document', documentId) !== null) continue;
    intend(context, edit, { kind: 'file-document', body: { documentId, ...marked, name: kind, documentType: kind, mime: 'image/jpeg' } }, documentId);
  }
  intend(context, edit, { kind: 'request-approval', body: requestPacketOf(context, approval, loaded) }, approval.approvalId);
}

/** Takes the task back: nobody needs to decide it any more. One that never went out is not sent at all. */
export function withdrawRemote(context: ConsoleContext, edit: Edit, approvalId: string, when: 'now' | 'after-take-back'): void {
  const offered = intentAbout(context.db, edit.caseId, 'request-approval', approvalId);
  if (offered === null || offered.state === 'superseded') return;
  if (when === 'now' && offered.state === 'waiting' && offered.frozen === null) {
    supersede(context.db, offered.seq);
    return;
  }
  const notBefore = when === 'now' ? edit.at : toInstant(Date.parse(edit.at) + takeBackMs);
  intend(context, edit, { kind: 'withdraw-approval', body: { flowId: approvalId } }, approvalId, notBefore);
}

/** The decision was taken back: the task stays on the hall's other desks. */
export function keepRemote(context: ConsoleContext, caseId: string, approvalId: string): void {
  for (const entry of openIntentsOf(context.db, caseId)) if (entry.kind === 'withdraw-approval' && entry.subject === approvalId) supersede(context.db, entry.seq);
}
