import type { ApprovalDetail, CarriedText } from '#contract/approval.ts';
import type { Failure } from '#contract/failures.ts';
import { ok, type Result } from '#domain/result.ts';
import { inTransaction } from '../../../store/db.ts';
import { findApproval } from '../../../store/tables/approval/approval-rows.ts';
import { findCase } from '../../../store/tables/case-rows.ts';
import type { ScanRow } from '../../../store/tables/document-rows.ts';
import { appendView } from '../../../store/tables/setting-rows.ts';
import { mayEdit, record } from '../../cases/edit-case.ts';
import { loadCase } from '../../cases/load-case.ts';
import type { Actor, ConsoleContext } from '../../console-context.ts';
import { readHall } from '../../hall/policy.ts';
import { refuse } from '../../refuse.ts';
import { contentOf, packetDetail } from '../packet-detail.ts';
import type { RemoteScans } from '../remote/remote-scans.ts';
import { requestPacketOf, scansToSend } from '../request-packet-of.ts';
import { partsOf, readRequest, writeRequest, writeScan } from './carried-text.ts';

/** Marked copies go along in a file as long as they are small together. */
const largestScansBytes = 4 * 1024 * 1024;

/** The request that waits, as QR codes, or as a file that also brings the marked scans along. */
export async function exportRequest(context: ConsoleContext, actor: Actor, caseId: string, asFile: boolean): Promise<Result<CarriedText, Failure>> {
  const row = mayEdit(findCase(context.db, caseId), actor);
  if (!row.ok) return row;
  const loaded = loadCase(context, caseId);
  const approval = loaded?.approval.approvalId == null ? null : findApproval(context.db, loaded.approval.approvalId);
  if (loaded === null || approval === null || loaded.approval.state !== 'requested') return refuse('approval-not-found');
  const text = writeRequest(requestPacketOf(context, approval, loaded));
  const scans = asFile ? await scanLines(context, scansToSend(loaded.scans)) : [];
  const saved = asFile ? await context.saveAs(`报批-${loaded.row.caseNo}.txt`, Buffer.from([text, ...scans, ''].join('\n'))) : null;
  if (asFile && saved === null) return refuse('export-cancelled');
  inTransaction(context.db, () => {
    const at = context.now();
    if (scans.length > 0) appendView(context.db, { at, staffNo: actor.staffNo, what: 'document-exported', subject: caseId });
    record(context, { caseId, by: actor.staffNo, at }, 'approval-carried', { hash: approval.bindingHash, scans: scans.length });
  });
  return ok({ text, parts: partsOf(text), fileName: saved });
}

async function scanLines(context: ConsoleContext, scans: readonly ScanRow[]): Promise<readonly string[]> {
  if (scans.reduce((sum, scan) => sum + scan.marked.size, 0) > largestScansBytes) return [];
  const lines: string[] = [];
  for (const { documentId, marked } of scans) {
    const bytes = await context.vault.get(marked.fileId);
    if (bytes.ok) lines.push(writeScan({ documentId, bytes: bytes.value }));
  }
  return lines;
}

/** Shows a carried request on the supervisor's PC; its scans stay in memory. */
export function importRequest(context: ConsoleContext, scans: RemoteScans, actor: Actor, text: string): Result<ApprovalDetail, Failure> {
  const read = readRequest(text);
  const content = read === null ? null : contentOf(read.packet);
  if (read === null || content === null) return refuse('token-unreadable');
  if (read.packet.hallCode !== readHall(context).code) return refuse('other-hall');
  scans.keep(read.packet.requestId, read.scans);
  return ok(packetDetail(context, actor, read.packet, content, 'carried', new Set(read.scans.map((scan) => scan.documentId))));
}
