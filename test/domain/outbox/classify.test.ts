import { expect, test } from 'vitest';
import { backoffMs, classify } from '#domain/outbox/classify.ts';

const day = 24 * 3_600_000;
const answer = (status: number, code: string | null = null, retryAfterMs: number | null = null) => ({ kind: 'answer', status, code, reason: '', retryAfterMs }) as const;

test.each([
  [answer(200), 'sent'], [answer(201), 'sent'], [answer(409, 'duplicateExternalId'), 'sent'], [answer(409, 'duplicateParty'), 'sent'],
  [answer(401, 'deviceUnknown'), 'retry'], [answer(408), 'retry'], [answer(429), 'retry'], [answer(500), 'retry'], [answer(503), 'retry'], [answer(409, 'idempotencyInProgress'), 'retry'],
  [answer(400, 'malformed'), 'parked'], [answer(403, 'scopeDenied'), 'parked'], [answer(404, 'dependencyUnknown'), 'parked'], [answer(409, 'stateConflict'), 'parked'],
  [answer(410, 'reservationExpired'), 'parked'], [answer(412, 'versionMismatch'), 'parked'], [answer(422, 'idempotencyKeyReused'), 'parked'],
] as const)('%j is %s', (outcome, kind) => { expect(classify(outcome, 0, 0).kind).toBe(kind); });

test('no answer spends no attempt and is tried again within 15 s', () => {
  expect(classify({ kind: 'no-answer', reason: 'timeout' }, 9, 0.99)).toEqual({ kind: 'retry', afterMs: 15_000, counts: false, failure: { code: 'offline', reason: 'timeout' } });
});

test('the carrier’s own waiting time wins over ours, up to five minutes', () => {
  expect(classify(answer(503, 'unavailable', 7000), 0, 0)).toMatchObject({ afterMs: 7000, counts: true });
  expect(classify(answer(429, null, 9_000_000), 0, 0)).toMatchObject({ afterMs: 300_000 });
  expect([backoffMs(0, 0), backoffMs(3, 0), backoffMs(3, 0.999_999), backoffMs(99, 0.999_999)]).toEqual([500, 4000, 8000, 300_000]);
});

test('what failed twenty times over more than a day is given to a person; a refused device never is', () => {
  expect(classify(answer(500), 20, 0, day).kind).toBe('retry');
  expect(classify(answer(500), 19, 0, day + 1).kind).toBe('retry');
  expect(classify(answer(500), 20, 0, day + 1)).toEqual({ kind: 'parked', failure: { code: 'http-500', reason: '' } });
  expect(classify(answer(401, 'deviceUnknown'), 500, 0, 9 * day).kind).toBe('retry');
});
