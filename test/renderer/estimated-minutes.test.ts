import { expect, it } from 'vitest';
import { estimatedMinutes } from '../../src-renderer/screens/plan/usage/estimated-minutes.ts';

it.each([['300', '3', 900], ['301', '2.5', 753], ['1,000', '０.5', 500], ['100', '1.1', 110], ['0', '3', 0]])('%s calls of %s minutes are %i minutes', (calls, average, minutes) => {
  expect(estimatedMinutes(calls, average)).toBe(minutes);
});

it.each([['', '3'], ['12.5', '3'], ['300', ''], ['300', '三'], ['300', '-3'], ['1000000', '11']])('«%s» calls of «%s» minutes are no estimate', (calls, average) => {
  expect(estimatedMinutes(calls, average)).toBeNull();
});
