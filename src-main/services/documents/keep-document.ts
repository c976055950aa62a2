import { createHash } from 'node:crypto';
import type { CaseView } from '#contract/cases.ts';
import type { Reply } from '#contract/contract.ts';
import { type DocumentKind, documentKinds } from '#contract/documents.ts';
import type { Failure } from '#contract/failures.ts';
import { wallTime } from '#domain/calendar/shanghai-time.ts';
import { ok, type Result } from '#domain/result.ts';
import { takeImage } from '../../imaging/intake.ts';
import { inTransaction } from '../../store/db.ts';
import { findCase, touchCase } from '../../store/tables/case-rows.ts';
import { findScan, insertScan, judgeScan, listScans, removeScan, type ScanRow } from '../../store/tables/document-rows.ts';
import { appendView } from '../../store/tables/setting-rows.ts';
import { viewCase } from '../cases/case-view.ts';
import { editCase, mayEdit, record } from '../cases/edit-case.ts';
import type { Actor, ConsoleContext } from '../console-context.ts';
import { readHall } from '../hall/policy.ts';
import { storeFile } from '../papers/keep-paper.ts';
import { refuse } from '../refuse.ts';

const most = 60;

/** Files a photo: re-encoded, encrypted in the vault, then named by a row. The bytes never lie on disk in the clear. */
export async function addDocument(
  context: ConsoleContext, actor: Actor, request: { readonly caseId: string; readonly kind: DocumentKind; readonly bytes: Uint8Array; readonly source: 'camera' | 'file' },
): Promise<Result<Reply<'documents/add'>, Failure>> {
  const { caseId, kind, source } = request;
  const row = mayEdit(findCase(context.db, caseId), actor);
  if (!row.ok) return row;
  if (listScans(context.db, caseId).length >= most) return refuse('too-many-documents', { most });
  const taken = await takeImage(request.bytes);
  if (!taken.ok) return refuse(taken.error.code);
  const { jpeg, thumbnail, width, height, advice } = taken.value;
  const at = context.now();
  const marked = await storeFile(context, await context.watermark(jpeg, purposeOf(context, actor, at)));
  const [file, thumb] = [await context.vault.put(jpeg), await context.vault.put(thumbnail)];
  const documentId = context.newId();
  const added = editCase(context, actor, caseId, (_row, edit) => {
    insertScan(context.db, {
      documentId, caseId, kind, fileId: file.fileId, thumbId: thumb.fileId, width, height, sha256: createHash('sha256').update(jpeg).digest('hex'), marked,
      source, addedAt: edit.at, addedBy: actor.staffNo,
    });
    touchCase(context.db, edit);
    record(context, edit, 'document-added', { kind });
    return ok(null);
  });
  return added.ok ? ok({ documentId, view: viewCase(context, caseId), advice }) : added;
}

/** The clerk's verdict after comparing the page with what was typed. */
export function judgeDocument(context: ConsoleContext, actor: Actor, documentId: string, verdict: Exclude<ScanRow['verdict'], 'unjudged'>, note: string): Result<CaseView, Failure> {
  const scan = findScan(context.db, documentId);
  if (scan === null) return refuse('document-not-found');
  const judged = editCase(context, actor, scan.caseId, (_row, edit) => {
    judgeScan(context.db, documentId, verdict, note, edit.by, edit.at);
    touchCase(context.db, edit);
    record(context, edit, 'document-judged', { kind: scan.kind, verdict });
    return ok(null);
  });
  return judged.ok ? ok(viewCase(context, scan.caseId)) : judged;
}

/** Takes a page out of the case; its row stays with who, when and why. */
export function removeDocument(context: ConsoleContext, actor: Actor, documentId: string, reason: string): Result<CaseView, Failure> {
  const scan = findScan(context.db, documentId);
  if (scan === null) return refuse('document-not-found');
  const removed = editCase(context, actor, scan.caseId, (_row, edit) => {
    removeScan(context.db, documentId, edit.by, edit.at, reason);
    touchCase(context.db, edit);
    record(context, edit, 'document-removed', { kind: scan.kind, reason });
    return ok(null);
  });
  return removed.ok ? ok(viewCase(context, scan.caseId)) : removed;
}

/** The page full size with its purpose burnt in; who looked is on disk before the picture leaves. */
export async function viewDocument(context: ConsoleContext, actor: Actor, documentId: string): Promise<Result<Reply<'documents/view'>, Failure>> {
  const marked = await markedCopy(context, actor, documentId, 'document-viewed');
  return marked.ok ? ok({ bytes: marked.value.bytes, mime: 'image/jpeg' }) : marked;
}

/** Saves a watermarked copy where the clerk chooses; the clean page never leaves. */
export async function exportDocument(context: ConsoleContext, actor: Actor, documentId: string): Promise<Result<Reply<'documents/export'>, Failure>> {
  const marked = await markedCopy(context, actor, documentId, 'document-exported');
  if (!marked.ok) return marked;
  const fileName = `${marked.value.caseNo}-${marked.value.kind}.jpg`;
  const saved = await context.saveAs(fileName, marked.value.bytes);
  return saved === null ? refuse('export-cancelled') : ok({ fileName: saved });
}

/** Small picture for the checklist. */
export async function thumbnailOf(context: ConsoleContext, documentId: string): Promise<Result<Reply<'documents/thumbnail'>, Failure>> {
  const scan = findScan(context.db, documentId);
  if (scan === null) return refuse('document-not-found');
  const bytes = await context.vault.get(scan.thumbId);
  return bytes.ok ? ok({ bytes: bytes.value, mime: 'image/jpeg' }) : refuse('document-unreadable', { why: bytes.error.code });
}

/** Carrier, hall, purpose, day and hand (domain.md 2.1.11). */
const purposeOf = (context: ConsoleContext, actor: Actor, at: string): readonly string[] => [`中国联通 ${readHall(context).name}`, '仅供办理400业务使用', `${wallTime(at).date} ${actor.staffNo}`];

async function markedCopy(context: ConsoleContext, actor: Actor, documentId: string, kind: 'document-viewed' | 'document-exported'): Promise<Result<{ readonly bytes: Uint8Array; readonly caseNo: string; readonly kind: string }, Failure>> {
  const scan = findScan(context.db, documentId);
  const row = scan === null ? null : findCase(context.db, scan.caseId);
  if (scan === null || row === null) return refuse('document-not-found');
  const clean = await context.vault.get(scan.fileId);
  if (!clean.ok) return refuse('document-unreadable', { why: clean.error.code });
  const at = context.now();
  const bytes = await context.watermark(clean.value, purposeOf(context, actor, at));
  inTransaction(context.db, () => {
    appendView(context.db, { at, staffNo: actor.staffNo, what: kind, subject: documentId });
    record(context, { caseId: scan.caseId, by: actor.staffNo, at }, kind, { document: scan.kind });
  });
  return ok({ bytes, caseNo: row.caseNo, kind: documentKinds.includes(scan.kind as DocumentKind) ? scan.kind : 'other' });
}
