import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradeNumber, gradeReason } from '#domain/number/grade/grade-number.ts';
import type { NumberRules } from '#domain/number/grade/number-rules.ts';

const rules = JSON.parse(readFileSync(resolve('resources/reference/number-rules.json'), 'utf8')) as NumberRules;
const graded = (digits: string) => gradeNumber(digits, rules);

describe('the shipped patterns', () => {
  it.each([
    ['4006666666', 1, 'RUN-7'],
    ['4000666666', 1, 'RUN-6'],
    ['4006700000', 2, 'RUN-5'],
    ['4000888666', 2, 'AAABBB'],
    ['4006123123', 2, 'ABCABC'],
    ['4006654321', 2, 'SEQ-6'],
    ['4000123456', 2, 'SEQ-7'],
    ['4006668888', 3, 'RUN-4'],
    ['4006121212', 3, 'ABABAB'],
    ['4006112233', 3, 'AABBCC'],
    ['4006700888', 4, 'RUN-3-OF-689'],
    ['4006123321', 4, 'ABCCBA'],
    ['4006001234', 4, 'SEQ-5'],
    ['4006775444', 5, 'RUN-3'],
    ['4006100111', 5, 'RUN-3'],
    ['4006121112', 5, 'AAAB'],
    ['4006051688', 5, 'FIX-4'],
    ['4006601122', 6, 'AABB'],
    ['4006112211', 6, 'AABB'],
    ['4006011212', 6, 'ABAB'],
    ['4006071221', 6, 'ABBA'],
    ['4006705678', 6, 'SEQ-4'],
    ['4006704168', 6, 'FIX-3'],
    ['4006189456', 9, 'ORDINARY'],
    ['4006010987', 9, 'ORDINARY'],
    ['4006666120', 9, 'ORDINARY'],
  ])('%s is grade %i by %s', (digits, grade, ruleId) => {
    expect(graded(digits)).toMatchObject({ grade, ruleId });
  });

  it('keeps every match, the winner first', () => {
    expect(graded('4000888666').matches).toEqual([
      { ruleId: 'AAABBB', grade: 2, seen: '888666', at: 1 },
      { ruleId: 'RUN-3-OF-689', grade: 4, seen: '666', at: 4 },
      { ruleId: 'AABBB', grade: 5, seen: '88666', at: 2 },
    ]);
  });

  it('never calls a run of seven a pair', () => {
    expect(graded('4006666666').matches.map(({ ruleId }) => ruleId)).toEqual(['RUN-7']);
  });

  it('says why in facts', () => {
    expect(gradeReason(graded('4006668888'), rules)).toEqual({ code: 'run', seen: '8888', at: 3, anchor: 'tail', name: '四连', lowered: '', digit: '8', length: 4 });
    expect(gradeReason(graded('4006654321'), rules)).toMatchObject({ code: 'falling', seen: '654321', at: 1, length: 6 });
    expect(gradeReason(graded('4006051688'), rules)).toMatchObject({ code: 'fixed-tail', seen: '1688', name: '四位吉祥尾号' });
    expect(gradeReason(graded('4006666120'), rules)).toEqual({ code: 'ordinary' });
  });
});

/** The same table written a second way, by looking at the digits: the oracle. */
function gradeByLooking(seven: string): number {
  const run = /(\d)\1*$/.exec(seven)?.[0] ?? '';
  const tail = (pattern: RegExp): boolean => pattern.test(seven);
  let rising = 1;
  while (rising < 7 && Number(seven[7 - rising]) - Number(seven[6 - rising]) === 1) rising += 1;
  let falling = 1;
  while (falling < 7 && Number(seven[6 - falling]) - Number(seven[7 - falling]) === 1) falling += 1;
  const steps = Math.max(rising, falling);
  if (run.length >= 6) return 1;
  if (run.length === 5 || tail(/(\d)\1\1(?!\1)(\d)\2\2$/)) return 2;
  if (/(\d{3})\1$/.test(seven) && new Set(seven.slice(-3)).size === 3) return 2;
  if (steps >= 6) return 2;
  if (run.length === 4 || tail(/(\d)(?!\1)(\d)\1\2\1\2$/)) return 3;
  if (tail(/(\d)\1(\d)\2(\d)\3$/) && new Set(seven.slice(-6)).size === 3) return 3;
  if (run.length === 3 && '689'.includes(run.slice(0, 1))) return 4;
  if (tail(/(\d)(\d)(\d)\3\2\1$/) && new Set(seven.slice(-3)).size === 3) return 4;
  if (steps === 5) return 4;
  if (run.length === 3 || tail(/(\d)\1\1(?!\1)\d$/) || tail(/(1688|5188|1314|1588)$/)) return 5;
  if (tail(/(\d)\1(?!\1)(\d)\2$/) || tail(/(\d)(?!\1)(\d)\1\2$/) || tail(/(\d)(?!\1)(\d)\2\1$/)) return 6;
  if (steps === 4 || tail(/(168|518|520|158|118|668|998)$/)) return 6;
  return 9;
}

describe('any number', () => {
  it('has the grade that reading the digits gives', () => {
    const digit = fc.constantFrom(...'0123456789');
    const repetitive = fc.tuple(fc.constantFrom('0', '6'), fc.array(fc.constantFrom('1', '2', '3', '6'), { minLength: 6, maxLength: 6 }));
    const any = fc.tuple(fc.constantFrom('0', '6'), fc.array(digit, { minLength: 6, maxLength: 6 }));
    fc.assert(
      fc.property(fc.oneof(any, repetitive), ([head, rest]) => {
        const seven = head + rest.join('');
        expect(gradeNumber(`400${seven}`, rules).grade, seven).toBe(gradeByLooking(seven));
      }),
      { numRuns: 3000 },
    );
  });
});
