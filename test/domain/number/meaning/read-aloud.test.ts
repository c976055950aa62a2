import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { beatsOf, groupingsOf } from '#domain/number/meaning/number-groupings.ts';
import { readingsOf } from '#domain/number/meaning/read-aloud.ts';

test('a number is printed 400-xxx-xxxx and 4006-xxx-xxx', () => {
  expect(groupingsOf('4006088812')).toEqual(['400-608-8812', '4006-088-812']);
});

test.each([
  ['4006088812', ['四零零，六零八，八八幺二', '四零零六，零八八，八幺二', '四零零，六零，三个八，幺二']],
  ['4006667700', ['四零零，六六六，七七零零', '四零零六，六六七，七零零', '四零零，三个六，七七，零零']],
  ['4001234567', ['四零零，幺二三，四五六七', '四零零幺，二三四，五六七']],
  ['4000000011', ['四零零，零零零，零零幺幺', '四零零零，零零零，零幺幺', '四零零，五个零，幺幺']],
])('%s is said %j', (digits, readings) => expect(readingsOf(digits)).toEqual(readings));

test('no reading drops, adds or swaps a digit, and none says 一 for 1', () => {
  const spelled: Readonly<Record<string, string>> = { 零: '0', 幺: '1', 二: '2', 三: '3', 四: '4', 五: '5', 六: '6', 七: '7', 八: '8', 九: '9' };
  fc.assert(fc.property(fc.integer({ min: 0, max: 9_999_999 }), (seven) => {
    const digits = `400${String(seven).padStart(7, '0')}`;
    expect(beatsOf(digits).join('')).toBe(digits);
    for (const reading of readingsOf(digits)) {
      const written = reading.replace(/([三四五六七])个(.)/g, (_, times: string, digit: string) => digit.repeat(Number(spelled[times]))).replaceAll('，', '');
      expect([...written].map((each) => spelled[each] ?? '?').join('')).toBe(digits);
    }
  }));
});
