import type { CarrierDatabase } from './open-store.ts';

/** One uploaded file. */
export type StoredAttachment = { readonly attachmentId: string; readonly digest: string; readonly mimeType: string; readonly content: Buffer };

/** Rows of `attachment`. */
export function attachmentRows(database: CarrierDatabase) {
  const find = database.prepare<[string, string], StoredAttachment>('SELECT attachment_id AS attachmentId, digest, mime_type AS mimeType, content FROM attachment WHERE document_id = ? AND attachment_id = ?');
  const ids = database.prepare<[string], { id: string }>('SELECT attachment_id AS id FROM attachment WHERE document_id = ?');
  const insert = database.prepare('INSERT INTO attachment (document_id, attachment_id, digest, mime_type, content) VALUES (?, ?, ?, ?, ?)');
  return {
    find: (documentId: string, attachmentId: string) => find.get(documentId, attachmentId),
    idsOf: (documentId: string) => ids.all(documentId).map((row) => row.id),
    insert: (documentId: string, row: StoredAttachment) => insert.run(documentId, row.attachmentId, row.digest, row.mimeType, row.content),
  };
}
