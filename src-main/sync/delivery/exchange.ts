import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Result } from '#domain/result.ts';
import { saveFrozen, remoteId, saveRemoteId, type OutboxEntry } from '../../store/tables/outbox-rows.ts';
import { inTransaction, type Db } from '../../store/db.ts';
import type { Vault, VaultFailure } from '../../vault/vault.ts';
import type { Wire } from '../bodies/wire-refs.ts';
import type { CarrierAnswer, CarrierHttp } from '../carrier/carrier-http.ts';

/** One conversation with the carrier about one intent: every step is frozen on disk before its first byte goes out. */
export type Exchange = {
  readonly key: string;
  readonly caseId: string;
  readonly hallCode: string;
  /** Sends a step. The first try builds and freezes it, every later one repeats those bytes under the same key. */
  readonly send: (step: string, method: 'POST' | 'PATCH', path: string, build: () => Wire) => Promise<CarrierAnswer>;
  readonly upload: (path: string, mime: string, digest: string, bytes: Uint8Array) => Promise<CarrierAnswer>;
  readonly ask: (path: string) => Promise<CarrierAnswer>;
  readonly file: (fileId: string) => Promise<Result<Uint8Array, VaultFailure>>;
  /** What the carrier calls a thing of ours; our own id until it said otherwise. */
  readonly remote: (subject: string, ourId: string) => string;
  readonly learn: (subject: string, id: string) => void;
};

export type ExchangeOptions = { readonly db: Db; readonly http: CarrierHttp; readonly vault: Pick<Vault, 'get'>; readonly hallCode: string; readonly signal: AbortSignal };

type FrozenStep = { readonly step: string; readonly key: string; readonly method: 'POST' | 'PATCH'; readonly path: string; readonly body: string };

const frozenSchema = z.array(z.object({ step: z.string(), key: z.string(), method: z.enum(['POST', 'PATCH']), path: z.string(), body: z.string() }));

const requestMs = 15_000;
const uploadMs = 180_000;

/** Null when what was frozen no longer reads: then nothing may be sent, for it could differ from what went out before. */
export function openExchange(options: ExchangeOptions, entry: OutboxEntry): Exchange | null {
  const { db, http, vault, hallCode, signal } = options;
  const frozen = frozenSchema.safeParse(JSON.parse(entry.frozen ?? '[]'));
  if (!frozen.success) return null;
  const steps: FrozenStep[] = [...frozen.data];
  const freeze = (step: FrozenStep): FrozenStep => {
    steps.push(step);
    saveFrozen(db, entry.seq, JSON.stringify(steps));
    return step;
  };
  return {
    key: entry.key, caseId: entry.caseId, hallCode,
    send: (step, method, path, build) => {
      const known = steps.find((frozenStep) => frozenStep.step === step);
      const sent = known ?? freeze({ step, key: steps.length === 0 ? entry.key : derivedId(entry.key, step), method, path, body: JSON.stringify(build()) });
      return http({ method: sent.method, path: sent.path, key: sent.key, body: sent.body, timeoutMs: requestMs, signal });
    },
    upload: (path, mime, digest, bytes) =>
      http({ method: 'PUT', path, body: bytes, headers: { 'content-type': mime, 'content-digest': digest, 'if-none-match': '*' }, timeoutMs: uploadMs, signal }),
    ask: (path) => http({ method: 'GET', path, timeoutMs: requestMs, signal }),
    file: (fileId) => vault.get(fileId),
    remote: (subject, ourId) => remoteId(db, entry.caseId, subject) ?? ourId,
    learn: (subject, id) => inTransaction(db, () => saveRemoteId(db, entry.caseId, subject, id)),
  };
}

/** A UUID made from another and a word, the same each time: so a later step's key follows from the intent's key, and a repeat after a crash uses it again. */
export function derivedId(key: string, step: string): string {
  const hex = createHash('sha256').update(`${key}/${step}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
