import { z } from 'zod';
import type { SendOutcome } from '#domain/outbox/classify.ts';

/** One request to the carrier. `key` is the Idempotency-Key; its echo proves that the answer is the carrier's. */
export type CarrierRequest = {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT';
  readonly path: string;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
  /** What a success must be; JSON unless said. */
  readonly expects?: 'json' | 'bytes';
};

/** The carrier's own answer, or none: a broken line, a time-out and a captive portal all look alike to the work. */
export type CarrierAnswer =
  | {
    readonly kind: 'answer'; readonly status: number; readonly json: unknown; readonly bytes: Uint8Array; readonly code: string | null; readonly reason: string;
    readonly retryAfterMs: number | null; readonly header: (name: string) => string | null;
  }
  | { readonly kind: 'no-answer'; readonly reason: string };

export type CarrierHttp = (request: CarrierRequest) => Promise<CarrierAnswer>;

export type CarrierHttpOptions = { readonly fetch: typeof globalThis.fetch; readonly baseUrl: string; readonly token: string };

const refusalSchema = z.object({ '@type': z.literal('Error'), code: z.string().max(64), reason: z.string().max(2000).optional(), message: z.string().max(2000).optional() });

/** Sends a request and never throws: what is not surely the carrier's answer is no answer. */
export function carrierHttp({ fetch, baseUrl, token }: CarrierHttpOptions): CarrierHttp {
  const base = baseUrl.replace(/\/+$/, '');
  return async (request) => {
    const limit = AbortSignal.timeout(request.timeoutMs);
    try {
      const response = await fetch(base + request.path, {
        method: request.method, redirect: 'manual', signal: request.signal ? AbortSignal.any([limit, request.signal]) : limit,
        headers: headersOf(request, token), ...(request.body === undefined ? {} : { body: request.body as string | Uint8Array<ArrayBuffer> }),
      });
      return read(request, response, new Uint8Array(await response.arrayBuffer()));
    } catch (error) {
      return { kind: 'no-answer', reason: limit.aborted ? 'timeout' : reasonOf(error) };
    }
  };
}

/** The outcome for `classify`, without what only the sender of this kind reads. */
export const outcomeOf = (answer: CarrierAnswer): SendOutcome =>
  answer.kind === 'no-answer' ? answer : { kind: 'answer', status: answer.status, code: answer.code, reason: answer.reason, retryAfterMs: answer.retryAfterMs };

function headersOf(request: CarrierRequest, token: string): Record<string, string> {
  return {
    accept: request.expects === 'bytes' ? '*/*' : 'application/json', authorization: `Bearer ${token}`,
    ...(request.key === undefined ? {} : { 'idempotency-key': request.key }),
    ...(typeof request.body === 'string' ? { 'content-type': 'application/json' } : {}),
    ...request.headers,
  };
}

function read(request: CarrierRequest, response: Response, bytes: Uint8Array): CarrierAnswer {
  const { status } = response;
  const stranger = (reason: string): CarrierAnswer => ({ kind: 'no-answer', reason });
  if (status < 400 && request.key !== undefined && response.headers.get('idempotency-key') !== request.key) return stranger('not-the-carrier');
  const isJson = /^application\/([\w.-]+\+)?json\b/.test(response.headers.get('content-type') ?? '');
  const wantsJson = request.expects !== 'bytes' || status >= 400;
  const empty = bytes.byteLength === 0 && (status === 204 || status === 304);
  if (wantsJson && !empty && !isJson) return stranger('not-the-carrier');
  if (status >= 300 && status < 400 && status !== 304) return stranger('redirected');
  const json = isJson ? parse(bytes) : null;
  if (isJson && json === undefined) return stranger('answer-cut-short');
  const refusal = refusalSchema.safeParse(json);
  // A refusal at the door carries no echo (the token comes before the key), but always the carrier's own error body.
  if (status >= 400 && !refusal.success) return stranger('not-the-carrier');
  return {
    kind: 'answer', status, json, bytes, retryAfterMs: retryAfterOf(response), header: (name) => response.headers.get(name),
    code: status >= 400 && refusal.success ? refusal.data.code : null,
    reason: status >= 400 && refusal.success ? (refusal.data.message ?? refusal.data.reason ?? '') : '',
  };
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

// Only seconds are honoured; a date would trust two clocks.
function retryAfterOf(response: Response): number | null {
  const text = response.headers.get('retry-after') ?? '';
  return /^\d{1,6}$/.test(text) ? Number(text) * 1000 : null;
}

function reasonOf(error: unknown): string {
  const cause = (error as { readonly cause?: { readonly code?: unknown } }).cause?.code;
  return typeof cause === 'string' ? cause : ((error as { readonly name?: string }).name ?? 'broken');
}
