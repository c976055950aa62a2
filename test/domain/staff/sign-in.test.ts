import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkPassword } from '#domain/staff/password.ts';
import { afterWrongPassword, cleanRecord, lockAfterMs, maySignIn, standardLockout, type SignInRecord } from '#domain/staff/sign-in-lockout.ts';

const NOW = '2026-11-24T02:00:00.000Z';
const later = (ms: number) => new Date(Date.parse(NOW) + ms).toISOString();
const failTimes = (times: number, start: SignInRecord = cleanRecord) => {
  let record = start;
  for (let n = 0; n < times; n += 1) record = afterWrongPassword(record, NOW);
  return record;
};

describe('passwords', () => {
  test.each([
    ['Kz7mP2vQx', 'password-too-short'], ['x'.repeat(129), 'password-too-long'], ['my-bj40127-key', 'password-holds-staff-number'], ['PassWord123', 'password-common'],
    ['unicom10010', 'password-common'], ['aaaaaaaaaaaa', 'password-too-simple'], ['1212121212', 'password-too-simple'], ['1234567890', 'password-too-simple'],
    ['0987654321', 'password-too-simple'], ['abcdefghij', 'password-too-simple'], ['𠮷𠮷𠮷𠮷𠮷', 'password-too-short'],
  ])('%s is refused: %s', (password, code) => {
    expect(checkPassword(password, 'BJ40127')).toMatchObject({ ok: false, error: { code } });
  });

  test.each(['长江黄河泰山华山衡山', 'correct horse battery', 'Kz7mP2vQx9'])('%s is taken as it is', (password) => {
    expect(checkPassword(password, 'BJ40127')).toEqual({ ok: true, value: password });
  });

  test('a refusal tells lengths only, never a piece of the password', () => {
    expect(checkPassword('Kz7mP2vQx', 'BJ40127')).toEqual({ ok: false, error: { code: 'password-too-short', facts: { length: 9, minimum: 10 } } });
    expect(checkPassword('my-bj40127-key', 'BJ40127')).toEqual({ ok: false, error: { code: 'password-holds-staff-number', facts: {} } });
  });
});

describe('failed sign-ins', () => {
  test.each([0, 1, 2, 3, 4])('after %i wrong passwords the rest of five is left', (times) => {
    expect(maySignIn(failTimes(times), NOW)).toEqual({ ok: true, value: { triesLeft: 5 - times } });
  });

  test('the fifth locks for five minutes, to the millisecond', () => {
    const record = failTimes(5);
    expect(maySignIn(record, NOW)).toEqual({ ok: false, error: { code: 'sign-in-locked', until: later(300_000), waitMs: 300_000 } });
    expect(maySignIn(record, later(299_999))).toMatchObject({ ok: false, error: { waitMs: 1 } });
    expect(maySignIn(record, later(300_000))).toEqual({ ok: true, value: { triesLeft: 5 } });
  });

  test('after the lock five tries are there again', () => {
    expect(failTimes(4, failTimes(5))).toEqual({ failures: 4, lockedUntil: null });
    expect(failTimes(5, failTimes(5)).lockedUntil).not.toBeNull();
  });

  test('no run of attempts gets more than five tries in five minutes', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 400_000 }), { maxLength: 60 }), (pauses) => {
      const tried: number[] = [];
      let record = cleanRecord;
      let at = 0;
      for (const pause of pauses) {
        at += Math.floor(pause / 20);
        if (!maySignIn(record, later(at)).ok) continue;
        tried.push(at);
        record = afterWrongPassword(record, later(at));
      }
      for (let n = standardLockout.tries; n < tried.length; n += standardLockout.tries) {
        expect((tried[n] ?? 0) - (tried[n - 1] ?? 0)).toBeGreaterThanOrEqual(standardLockout.lockMs);
      }
    }));
  });

  test.each([[1, 120_000], [5, 300_000], [60, 900_000]])('an idle time of %i minutes becomes %i ms', (minutes, ms) => {
    expect(lockAfterMs(minutes)).toBe(ms);
  });
});
