import { createHash } from 'node:crypto';
import { fail, ok, type Result } from '#domain/result.ts';
import type { Desk } from '../desk.ts';
import type { Answer, Ask, Command, Query } from '../http/ask.ts';
import { refusal, type Refusal } from '../http/refusal.ts';
import { listIn, objectIn } from '../tmf/body.ts';
import { changeResource, createResource } from '../tmf/create-resource.ts';
import { addressed, readQuery } from '../tmf/find-resource.ts';
import { served, wireTime } from '../tmf/served.ts';

/** One attachment may have at most this many bytes. */
export const largestAttachmentBytes = 20 * 1024 * 1024;

const createDocument: Command = (desk, ask) => {
  const ids = listIn(ask.body, 'attachment').map((attachment) => attachment['id']);
  if (new Set(ids).size !== ids.length) return fail(refusal('semantic', 'attachment ids repeat', { violations: [{ path: '/attachment', message: 'ids repeat' }] }));
  const created = createResource(desk, ask, 'document', { body: { ...ask.body, status: 'created', creationDate: wireTime(ask.at) } });
  return created.ok ? ok(served(201, 'document', created.value)) : created;
};

/** `Content-Digest` of RFC 9530. */
export const contentDigest = (content: Uint8Array): string => `sha-256=:${createHash('sha256').update(content).digest('base64')}:`;

/** Takes the bytes of one attachment; what is there already is never replaced. Runs in one transaction. */
export function putAttachmentContent(desk: Desk, ask: Ask, content: Buffer): Result<Answer, Refusal> {
  const found = addressed(desk, ask, 'document');
  if (!found.ok) return found;
  const document = found.value;
  const attachmentId = ask.params['attachmentId'] ?? '';
  const declared = listIn(document.body, 'attachment').find((attachment) => attachment['id'] === attachmentId);
  if (!declared) return fail(refusal('notFound', 'the document declares no such attachment'));
  const mimeType = (ask.headers['content-type'] ?? '').split(';')[0]?.trim() ?? '';
  if (mimeType !== declared['mimeType']) return fail(refusal('mediaType', `declared as ${String(declared['mimeType'])}`));
  const digest = contentDigest(content);
  const stored = desk.store.attachments.find(document.id, attachmentId);
  if (digest !== ask.headers['content-digest']) return fail(refusal('digestMismatch', 'the bytes do not match Content-Digest'));
  if (stored) return stored.digest === digest ? ok(served(200, 'document', document)) : fail(refusal('versionMismatch', 'other bytes are there already'));
  if (digest !== declared['contentDigest'] || content.length !== objectIn(declared, 'size')['amount']) return fail(refusal('digestMismatch', 'the bytes do not match the metadata'));
  desk.store.attachments.insert(document.id, { attachmentId, digest, mimeType, content });
  const complete = desk.store.attachments.idsOf(document.id).length === listIn(document.body, 'attachment').length;
  const body = { ...document.body, status: complete ? 'reviewed' : 'created', lastUpdate: wireTime(ask.at) };
  return ok(served(201, 'document', changeResource(desk, 'document', document.id, body, complete ? 'ChangeEvent' : 'AttributeValueChangeEvent', undefined)));
}

const readAttachmentContent: Query = (desk, ask) => {
  const found = addressed(desk, ask, 'document');
  if (!found.ok) return found;
  const stored = desk.store.attachments.find(found.value.id, ask.params['attachmentId'] ?? '');
  if (!stored) return fail(refusal('notFound', 'no bytes yet'));
  return ok({ status: 200, body: stored.content, headers: { 'content-type': stored.mimeType, 'content-digest': stored.digest } });
};

/** Document metadata; the bytes come by PUT. */
export const documentCommands: Readonly<Record<string, Command>> = { createDocument };

/** Documents and their bytes. */
export const documentQueries: Readonly<Record<string, Query>> = { readDocument: readQuery('document'), readAttachmentContent };
