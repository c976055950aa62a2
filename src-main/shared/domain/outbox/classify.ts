import type { IntentFailure } from './intent.ts';

/** What came back from a send: an HTTP answer that is really the carrier's, or none at all. */
export type SendOutcome =
  | { readonly kind: 'answer'; readonly status: number; readonly code: string | null; readonly reason: string; readonly retryAfterMs: number | null }
  | { readonly kind: 'no-answer'; readonly reason: string };

/** What to do with the intent. `offline` pauses the lane and spends no attempt. */
export type Verdict =
  | { readonly kind: 'sent' }
  | { readonly kind: 'retry'; readonly afterMs: number; readonly counts: boolean; readonly failure: Omit<IntentFailure, 'at'> }
  | { readonly kind: 'parked'; readonly failure: Omit<IntentFailure, 'at'> };

const capMs = 5 * 60_000;
const givenUpAfterAttempts = 20;
const givenUpAfterMs = 24 * 3_600_000;

/** Backoff with full jitter: between 0.5 and 1 of min(5 min, 1 s × 2^attempts); `random` is in [0, 1). */
export function backoffMs(attempts: number, random: number): number {
  const ceiling = Math.min(capMs, 1000 * 2 ** Math.min(attempts, 10));
  return Math.round(ceiling / 2 + (ceiling / 2) * random);
}

/**
 * Reads an outcome (api.md 4 and 6): success and "already known" end it, line faults wait, the rest needs a person. So does
 * what failed more than 20 times over more than a day (`ageMs` since it was appended), but for a refused device: that is the
 * whole line's fault and no intent's.
 */
export function classify(outcome: SendOutcome, attempts: number, random: number, ageMs = 0): Verdict {
  if (outcome.kind === 'no-answer')
    return { kind: 'retry', afterMs: Math.min(backoffMs(attempts, random), 15_000), counts: false, failure: { code: 'offline', reason: outcome.reason } };
  const failure = { code: outcome.code ?? `http-${outcome.status}`, reason: outcome.reason };
  if (outcome.status >= 200 && outcome.status < 300) return { kind: 'sent' };
  if (outcome.status === 409 && (outcome.code === 'duplicateParty' || outcome.code === 'duplicateExternalId')) return { kind: 'sent' };
  const retryable = outcome.status === 401 || outcome.status === 408 || outcome.status === 425 || outcome.status === 429
    || outcome.status >= 500 || outcome.code === 'idempotencyInProgress';
  const givenUp = outcome.status !== 401 && attempts >= givenUpAfterAttempts && ageMs > givenUpAfterMs;
  if (!retryable || givenUp) return { kind: 'parked', failure };
  return { kind: 'retry', afterMs: Math.min(outcome.retryAfterMs ?? backoffMs(attempts, random), capMs), counts: true, failure };
}
