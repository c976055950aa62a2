import { maskIdentityNumber } from '#domain/applicant/mask.ts';
import { neededForDecision } from '#domain/approval/may-decide.ts';
import type { RequestPacket } from '#domain/approval/request-packet.ts';
import type { ApprovalRow } from '../../store/tables/approval/approval-rows.ts';
import { countNumbersOf } from '../../store/tables/case-rows.ts';
import type { ScanRow } from '../../store/tables/document-rows.ts';
import { findStaff } from '../../store/tables/staff-rows.ts';
import type { LoadedCase } from '../cases/load-case.ts';
import type { ConsoleContext } from '../console-context.ts';
import { readPolicy } from '../hall/policy.ts';

/** The scans that go along with a request: what a decision must look at, and the letter that lets the handler act. */
export const scansToSend = (scans: readonly ScanRow[]): readonly ScanRow[] => scans.filter((scan) => [...neededForDecision, 'authorisation'].includes(scan.kind)).slice(0, 12);

/** The request as another PC needs it. Digests are those of the marked copies: the clean scans never leave. */
export function requestPacketOf(context: ConsoleContext, approval: Pick<ApprovalRow, 'approvalId' | 'binding' | 'bindingHash' | 'reason' | 'requestedBy' | 'requestedAt'>, loaded: LoadedCase): RequestPacket {
  const { row, hall, pick, plan, scans } = loaded;
  const { customer } = row;
  return {
    requestId: approval.approvalId, caseId: row.caseId, caseNo: row.caseNo, hallCode: hall.code, binding: approval.binding, bindingHash: approval.bindingHash, reason: approval.reason,
    purpose: customer.purpose, legalName: customer.legalName, handler: `${customer.handlerName}　${maskIdentityNumber(customer.handlerIdNumber)}`,
    numbersHeld: `${countNumbersOf(context.db, customer.creditCode, row.caseId)}/${readPolicy(context).numbersPerOrganisation}`, termMonths: plan?.quote?.termMonths ?? 0,
    requestedBy: approval.requestedBy, requestedByName: findStaff(context.db, approval.requestedBy)?.name ?? '', createdBy: row.createdBy, lastEditedBy: row.editedBy,
    requestedAt: approval.requestedAt, deadline: pick?.hold === 'granted' ? pick.expiresAt : null,
    scans: scansToSend(scans).map(({ documentId, kind, marked }) => ({ documentId, kind, sha256: marked.sha256 })),
  };
}
