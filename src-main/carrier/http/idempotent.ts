import { createHash } from 'node:crypto';
import { fail, type Result } from '#domain/result.ts';
import type { Desk } from '../desk.ts';
import type { StoredAnswer } from '../store/idempotency-rows.ts';
import type { Answer, Ask } from './ask.ts';
import { errorBody, refusal, type Refusal } from './refusal.ts';

/** An answer as bytes, ready to be sent now or again. */
export type Sendable = { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string; readonly replayed: boolean };

/** Refusals that a repeat may turn into something else are not kept: what was missing may have come. */
const kept: readonly number[] = [409, 410, 412, 422];

class Undo extends Error {
  readonly refused: Refusal;
  constructor(refused: Refusal) {
    super(refused.code);
    this.refused = refused;
  }
}

/** Runs a decision in a savepoint: what it wrote before it refused is undone. */
function attempt(desk: Desk, work: () => Result<Answer, Refusal>): Result<Answer, Refusal> {
  try {
    return desk.store.write(() => {
      const outcome = work();
      if (!outcome.ok) throw new Undo(outcome.error);
      return outcome;
    });
  } catch (error) {
    if (error instanceof Undo) return fail(error.refused);
    throw error;
  }
}

const sendable = (desk: Desk, outcome: Result<Answer, Refusal>): Omit<Sendable, 'replayed'> => outcome.ok
  ? { status: outcome.value.status, headers: outcome.value.headers, body: JSON.stringify(outcome.value.body) }
  : { status: outcome.error.status, headers: {}, body: JSON.stringify(errorBody(outcome.error, desk.newId())) };

/** What makes two requests the same: method, path with query, and every byte. */
export const fingerprintOf = (method: string, url: string, bytes: Uint8Array): string =>
  createHash('sha256').update(`${method} ${url}\n`).update(bytes).digest('hex');

const replay = (stored: StoredAnswer, fingerprint: string): Result<Sendable, Refusal> =>
  stored.fingerprint === fingerprint ? { ok: true, value: { ...stored, replayed: true } } : fail(refusal('idempotencyKeyReused', 'this key was used for another request'));

/** Effect and answer in one transaction under the key; a repeat gets the same bytes and has no effect. */
export function answerOnce(desk: Desk, ask: Ask & { readonly cause: string }, fingerprint: string, work: () => Result<Answer, Refusal>): Result<Sendable, Refusal> {
  const { hall } = ask.caller;
  return desk.store.write(() => {
    const stored = desk.store.idempotency.find(hall, ask.cause);
    if (stored) return replay(stored, fingerprint);
    const outcome = attempt(desk, work);
    const answer = sendable(desk, outcome);
    if (outcome.ok || kept.includes(outcome.error.status)) desk.store.idempotency.insert(hall, ask.cause, { fingerprint, ...answer }, ask.at);
    return { ok: true, value: { ...answer, replayed: false } };
  });
}
