import type { FastifyReply, FastifyRequest } from 'fastify';
import { assert } from '#domain/assert.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { Desk } from '../desk.ts';
import { putAttachmentContent } from '../papers/document-operations.ts';
import type { Body } from '../store/resource-rows.ts';
import type { Answer, Ask, Command, Query } from './ask.ts';
import { readCaller } from './bearer.ts';
import type { Operation } from './contract.ts';
import { answerOnce, fingerprintOf } from './idempotent.ts';
import { errorBody, refusal, type Refusal } from './refusal.ts';

const keyShape = /^[\x21-\x7e]{8,128}$/;
const noBytes = Buffer.alloc(0);

const header = (request: FastifyRequest, name: string): string | undefined => {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
};

/** Sends a refusal as an Error body. */
export function sendRefusal(desk: Desk, reply: FastifyReply, refused: Refusal): FastifyReply {
  if (refused.status === 401) void reply.header('www-authenticate', 'Bearer');
  return reply.code(refused.status).type('application/json; charset=utf-8').send(JSON.stringify(errorBody(refused, desk.newId())));
}

function sendAnswer(reply: FastifyReply, answer: Answer): FastifyReply {
  void reply.code(answer.status).headers(answer.headers);
  if (answer.body === undefined || Buffer.isBuffer(answer.body)) return reply.send(answer.body);
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(answer.body));
}

function readBody(operation: Operation, bytes: Buffer): Result<Body, Refusal> {
  assert(operation.checkBody, 'readBody: the operation takes no JSON');
  let body: unknown;
  try {
    body = JSON.parse(bytes.toString('utf8'));
  } catch {
    return fail(refusal('malformed', 'the body is not JSON', { violations: [{ path: '', message: 'not JSON' }] }));
  }
  const violations = operation.checkBody(body);
  return violations.length === 0 ? ok(body as Body) : fail(refusal('malformed', 'the body is not as the contract says', { violations }));
}

function readAsk(desk: Desk, operation: Operation, request: FastifyRequest, reply: FastifyReply): Result<Ask, Refusal> {
  const caller = operation.open ? { hall: '', device: '' } : readCaller(request.headers.authorization, desk.halls);
  if (!caller) return fail(refusal('deviceUnknown', 'no valid device token'));
  const query = { ...(request.query as Record<string, unknown>) };
  const violations = operation.checkQuery(query);
  if (violations.length > 0) return fail(refusal('malformed', 'the query is not as the contract says', { violations }));
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  const headers = Object.fromEntries(Object.keys(request.headers).map((name) => [name, header(request, name)]));
  return ok({ caller, params: request.params as Record<string, string>, query, headers, body: {}, cause: headers['idempotency-key'], gone: gone.signal, at: desk.now() });
}

/** A request that only reads. */
export async function handleQuery(desk: Desk, operation: Operation, query: Query, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const ask = readAsk(desk, operation, request, reply);
  if (!ask.ok) return sendRefusal(desk, reply, ask.error);
  const outcome = await query(desk, ask.value);
  return outcome.ok ? sendAnswer(reply, outcome.value) : sendRefusal(desk, reply, outcome.error);
}

/** A request that writes: once for each Idempotency-Key. */
export function handleCommand(desk: Desk, operation: Operation, command: Command, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const ask = readAsk(desk, operation, request, reply);
  if (!ask.ok) return sendRefusal(desk, reply, ask.error);
  const key = ask.value.cause;
  if (key === undefined || !keyShape.test(key)) return sendRefusal(desk, reply, refusal('idempotencyKeyMissing', 'Idempotency-Key of 8 to 128 visible characters'));
  void reply.header('idempotency-key', key);
  const bytes = Buffer.isBuffer(request.body) ? request.body : noBytes;
  const body = readBody(operation, bytes);
  if (!body.ok) return sendRefusal(desk, reply, body.error);
  const full = { ...ask.value, body: body.value, cause: key };
  const answer = answerOnce(desk, full, fingerprintOf(request.method, request.url, bytes), () => command(desk, full));
  if (!answer.ok) return sendRefusal(desk, reply, answer.error);
  if (desk.faults.takeLineFault('drop')) {
    request.raw.socket.destroy();
    return reply.hijack();
  }
  if (answer.value.replayed) void reply.header('idempotency-replayed', 'true');
  return reply.code(answer.value.status).headers(answer.value.headers).type('application/json; charset=utf-8').send(answer.value.body);
}

/** The bytes of an attachment: idempotent by nature, so no key. */
export function handleUpload(desk: Desk, operation: Operation, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const ask = readAsk(desk, operation, request, reply);
  if (!ask.ok) return sendRefusal(desk, reply, ask.error);
  if (ask.value.headers['content-digest'] === undefined) {
    return sendRefusal(desk, reply, refusal('malformed', 'Content-Digest is missing', { violations: [{ path: '/content-digest', message: 'missing' }] }));
  }
  const bytes = Buffer.isBuffer(request.body) ? request.body : noBytes;
  const outcome = desk.store.write(() => putAttachmentContent(desk, ask.value, bytes));
  return outcome.ok ? sendAnswer(reply, outcome.value) : sendRefusal(desk, reply, outcome.error);
}
