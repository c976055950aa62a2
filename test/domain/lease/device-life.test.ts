import { describe, expect, test } from 'vitest';
import { beginLife, detectRestore, nextMark, type LifeMark } from '#domain/lease/device-life.ts';

const mark = (incarnation: number, bootId = 'b', previousBootId: string | null = 'a', deviceKeyId = 'key'): LifeMark => ({ deviceKeyId, incarnation, bootId, previousBootId });

describe('this database is', () => {
  test.each<readonly [string, LifeMark | null, LifeMark | null, string | null]>([
    ['ok', null, null, null],
    ['ok', mark(7), mark(7), 'key'],
    ['ok', mark(8), mark(7), 'key'],
    ['ok', mark(8, 'c', 'b'), mark(7), 'key'],
    ['restored', mark(6), mark(7), 'key'],
    ['restored', mark(9), mark(7), 'key'],
    ['restored', mark(7, 'x'), mark(7), 'key'],
    ['restored', mark(8, 'x', 'y'), mark(7), 'key'],
    ['restored', null, mark(7), 'key'],
    ['restored', mark(7), null, 'key'],
    ['restored', null, null, 'key'],
    ['copied', mark(7), mark(7), null],
    ['copied', null, mark(7), null],
    ['copied', mark(7), mark(7), 'other'],
    ['copied', mark(7), mark(3, 'o', null, 'other'), 'other'],
    ['copied', mark(7), mark(7, 'b', 'a', 'other'), 'key'],
    ['copied', null, mark(7), 'other'],
  ])('%s: database %o, side file %o, key %s', (verdict, stored, side, deviceKeyId) => { expect(detectRestore({ stored, side, deviceKeyId })).toBe(verdict); });
});

test('a new life stands above both marks, so the older database shows at the next start', () => {
  const restored = mark(4);
  const begun = beginLife({ stored: restored, side: mark(9) }, 'key', 'new');
  expect(begun).toEqual({ deviceKeyId: 'key', incarnation: 10, bootId: 'new', previousBootId: 'b' });
  expect(detectRestore({ stored: restored, side: begun, deviceKeyId: 'key' })).toBe('restored');
  expect(beginLife({ stored: null, side: null }, 'key', 'first')).toEqual(mark(1, 'first', null));
});

test('every change raises the mark, and a backup from before it shows', () => {
  const before = beginLife({ stored: null, side: null }, 'key', 'first');
  const after = nextMark(before);
  expect(after.incarnation).toBe(2);
  expect(detectRestore({ stored: after, side: before, deviceKeyId: 'key' })).toBe('ok');
  expect(detectRestore({ stored: before, side: after, deviceKeyId: 'key' })).toBe('restored');
});

test('a power failure between database and side file at start is no restore, once the start before has caught the side file up', () => {
  const lived = mark(5);
  const failed = beginLife({ stored: lived, side: lived }, 'key', 'c');
  expect(detectRestore({ stored: failed, side: lived, deviceKeyId: 'key' })).toBe('ok');
  const caughtUp = failed;
  expect(detectRestore({ stored: beginLife({ stored: failed, side: caughtUp }, 'key', 'd'), side: caughtUp, deviceKeyId: 'key' })).toBe('ok');
});
