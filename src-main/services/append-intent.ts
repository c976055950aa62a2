import type { IntentDraft } from '#domain/outbox/intent-bodies.ts';
import { appendIntent } from '../store/tables/outbox-rows.ts';
import type { Edit } from './cases/edit-case.ts';
import type { ConsoleContext } from './console-context.ts';

/** Appends an intent in the transaction of the change it belongs to; the caller wakes the line after the commit. */
export const intend = (context: ConsoleContext, edit: Edit, draft: IntentDraft, subject: string, notBefore = edit.at): void =>
  appendIntent(context.db, { key: context.newId(), caseId: edit.caseId, kind: draft.kind, subject, body: draft.body, createdAt: edit.at, createdBy: edit.by, notBefore });
