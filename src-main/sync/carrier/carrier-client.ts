import { fail, ok, type Result } from '#domain/result.ts';
import type { Instant } from '#domain/calendar/shanghai-time.ts';
import type { CarrierPayment } from '../../store/tables/carrier-payment-rows.ts';
import { extendBody, holdBody, releaseBody, upgradeBody, type HoldFacts, type HoldKind } from '../bodies/reservation-body.ts';
import { capabilityAnswer, holdCapOf, reservationAnswer } from './answers.ts';
import type { CarrierAnswer, CarrierHttp } from './carrier-http.ts';
import { leaseClient, type LeaseClient } from './lease-client.ts';
import { moneyHeld } from './money-held.ts';
import { feedPath, itemPath, paths } from './paths.ts';

/** What a hold at the counter names; `key` is the Idempotency-Key, minted and kept by the caller. */
export type HoldRequest = HoldFacts & { readonly key: string };

/**
 * offline: no answer, or not now; the work goes on by the outbox. taken: another hall has it. over: the hold is no more.
 * limit: the hall or the customer has as many holds as may be. refused: waiting does not help.
 */
export type CallFailure =
  | { readonly code: 'offline' } | { readonly code: 'taken' } | { readonly code: 'over' } | { readonly code: 'limit'; readonly of: 'hall' | 'customer'; readonly limit: number }
  | { readonly code: 'refused'; readonly carrierCode: string; readonly reason: string };

/** A hold as the carrier granted it. */
export type GrantedHold = { readonly reservationId: string; readonly expiresAt: Instant };

export type FeedPage = { readonly events: readonly unknown[]; readonly cursor: number };

/** Immediate calls to the carrier. Nothing here is promised to anybody: what must arrive goes through the outbox. */
export type CarrierClient = {
  readonly hold: (request: HoldRequest, kind?: HoldKind) => Promise<Result<GrantedHold, CallFailure>>;
  /** Makes the browse hold of `reservationId` the hold of its case. */
  readonly upgrade: (request: HoldRequest) => Promise<Result<GrantedHold, CallFailure>>;
  readonly extend: (reservationId: string, key: string) => Promise<Result<GrantedHold, CallFailure>>;
  readonly release: (reservationId: string, key: string) => Promise<Result<null, CallFailure>>;
  /** Blocks of numbers lent to this PC. */
  readonly leases: LeaseClient;
  /** The bytes of a scan that any PC of the hall filed. */
  readonly scan: (documentId: string) => Promise<Result<Uint8Array, CallFailure>>;
  /** Payments and refunds of the hall as the carrier has them, by the numbers of their receipts and vouchers. */
  readonly moneyHeld: (correlatorIds: readonly string[]) => Promise<Result<readonly CarrierPayment[], CallFailure>>;
  readonly capability: () => Promise<Result<{ readonly serverTime: string; readonly poolVersion: string; readonly catalogueVersion?: string | undefined }, CallFailure>>;
  /** `bytes` null: the pool is still the one of that ETag. */
  readonly snapshot: (etag?: string) => Promise<Result<{ readonly bytes: Uint8Array | null; readonly etag: string | null }, CallFailure>>;
  readonly events: (after: number, waitSeconds: number, signal: AbortSignal) => Promise<Result<FeedPage, CallFailure | { readonly code: 'cursor-expired' }>>;
};

// The customer stands at the counter: after this the pick is provisional and the outbox takes over.
const counterMs = 2500;

/** `signal` ends what runs behind the counter: blocks are tended in requests that may take their time. */
export function carrierClient(http: CarrierHttp, hallCode: string, signal?: AbortSignal): CarrierClient {
  const post = (path: string, key: string, body: unknown): Promise<CarrierAnswer> => http({ method: 'POST', path, key, body: JSON.stringify(body), timeoutMs: counterMs });
  const change = async (reservationId: string, key: string, body: unknown): Promise<Result<GrantedHold, CallFailure>> => {
    const answer = await http({ method: 'PATCH', path: itemPath(paths.reservation, reservationId), key, body: JSON.stringify(body), timeoutMs: counterMs });
    return isOver(answer) ? fail({ code: 'over' }) : understood(answer, reservationAnswer, holdOf);
  };
  return {
    hold: async (request, kind = 'case') => understood(await post(paths.reservation, request.key, holdBody(request, kind)), reservationAnswer, holdOf),
    upgrade: (request) => change(request.reservationId, request.key, upgradeBody(request)),
    extend: (reservationId, key) => change(reservationId, key, extendBody),
    release: async (reservationId, key) => {
      const answer = await post(paths.cancelReservation, key, releaseBody(reservationId, key));
      // Unknown: the hold never reached the carrier, so there is nothing to give back.
      return isUnknown(answer) || succeeded(answer) ? ok(null) : fail(failureOf(answer));
    },
    leases: leaseClient((request) => http({ ...request, ...(signal && { signal }) })),
    scan: async (documentId) => {
      const answer = await http({ method: 'GET', path: `${itemPath(paths.document, documentId)}/attachment/1/content`, expects: 'bytes', timeoutMs: 60_000 });
      return answer.kind === 'answer' && succeeded(answer) ? ok(answer.bytes) : fail(failureOf(answer));
    },
    moneyHeld: (correlatorIds) => moneyHeld(http, correlatorIds, signal),
    capability: async () => understood(await http({ method: 'GET', path: paths.capability, timeoutMs: counterMs }), capabilityAnswer, (facts) => facts),
    snapshot: async (etag) => {
      const headers: Record<string, string> = etag === undefined ? {} : { 'if-none-match': etag };
      const answer = await http({ method: 'GET', path: paths.snapshot, headers, expects: 'bytes', timeoutMs: 120_000 });
      if (answer.kind === 'no-answer' || !(succeeded(answer) || answer.status === 304)) return fail(failureOf(answer));
      return ok({ bytes: answer.status === 304 ? null : answer.bytes, etag: answer.header('etag') });
    },
    events: async (after, waitSeconds, signal) => {
      const headers: Record<string, string> = waitSeconds > 0 ? { prefer: `wait=${waitSeconds}` } : {};
      const answer = await http({ method: 'GET', path: feedPath(hallCode, after), headers, signal, timeoutMs: (waitSeconds + 15) * 1000 });
      if (answer.kind === 'answer' && answer.code === 'cursorExpired') return fail({ code: 'cursor-expired' });
      if (answer.kind === 'no-answer' || !succeeded(answer)) return fail(failureOf(answer));
      const cursor = answer.header('x-feed-cursor') ?? '';
      return Array.isArray(answer.json) && /^\d{1,15}$/.test(cursor) ? ok({ events: answer.json as unknown[], cursor: Number(cursor) }) : fail(notUnderstood);
    },
  };
}

type Schema<T> = { readonly safeParse: (json: unknown) => { readonly success: boolean; readonly data?: T | undefined } };

const notUnderstood: CallFailure = { code: 'refused', carrierCode: 'answer-not-understood', reason: '' };

function understood<T, V>(answer: CarrierAnswer, schema: Schema<T>, value: (facts: T) => V): Result<V, CallFailure> {
  if (answer.kind === 'no-answer' || !succeeded(answer)) return fail(failureOf(answer));
  const read = schema.safeParse(answer.json);
  return read.success && read.data !== undefined ? ok(value(read.data)) : fail(notUnderstood);
}

const succeeded = (answer: CarrierAnswer): boolean => answer.kind === 'answer' && answer.status >= 200 && answer.status < 300;

const holdOf = ({ id, reservationPeriod }: { readonly id: string; readonly reservationPeriod: { readonly endDateTime: Instant } }): GrantedHold => ({ reservationId: id, expiresAt: reservationPeriod.endDateTime });

const isOver = (answer: CarrierAnswer): boolean => answer.kind === 'answer' && (answer.code === 'reservationExpired' || answer.code === 'notFound');

const isUnknown = (answer: CarrierAnswer): boolean => answer.kind === 'answer' && answer.code === 'dependencyUnknown';

function failureOf(answer: CarrierAnswer): CallFailure {
  const over = answer.kind === 'answer' ? holdCapOf(answer) : null;
  if (over !== null) return { code: 'limit', ...over };
  if (answer.kind === 'answer' && answer.code === 'numberTaken') return { code: 'taken' };
  if (answer.kind === 'no-answer' || answer.status === 408 || answer.status === 425 || answer.status === 429 || answer.status >= 500) return { code: 'offline' };
  return { code: 'refused', carrierCode: answer.code ?? `http-${answer.status}`, reason: answer.reason };
}
