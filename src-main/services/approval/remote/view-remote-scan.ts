import { inTransaction } from '../../../store/db.ts';
import { appendView } from '../../../store/tables/setting-rows.ts';
import type { Actor, ConsoleContext } from '../../console-context.ts';
import type { RemoteScans } from './remote-scans.ts';

/** A scan of another PC's request, as it came marked; who looked is on disk before it is shown. Null: none of these. */
export function viewRemoteScan(context: ConsoleContext, scans: RemoteScans, actor: Actor, documentId: string): { readonly bytes: Uint8Array; readonly mime: 'image/jpeg' } | null {
  const bytes = scans.find(documentId);
  if (bytes === null) return null;
  inTransaction(context.db, () => appendView(context.db, { at: context.now(), staffNo: actor.staffNo, what: 'document-viewed', subject: documentId }));
  return { bytes, mime: 'image/jpeg' };
}
