import { expect, it, vi } from 'vitest';
import { numberKeys } from '../../src-renderer/screens/number/use-number-keys.ts';
import { belongsToField } from '../../src-renderer/ui/keys/key-match.ts';
import { heldNumber, sampleCase } from './sample-cases.ts';
import { hit } from './sample-reference.ts';

type Parts = Parameters<typeof numberKeys>[0];

const act = vi.fn();
const parts = (patch: Partial<Parts> = {}): Parts => ({
  view: sampleCase({ number: heldNumber() }), current: hit('4006123457'), offers: [hit('4006123458')], settled: false,
  search: { move: vi.fn(), stand: vi.fn(), current: 0, show: vi.fn(), showing: 'found', pending: false } as unknown as Parts['search'], list: { toggle: vi.fn(), first: vi.fn(), extend: vi.fn(), show: vi.fn(), items: [] } as unknown as Parts['list'],
  hold: { take: vi.fn(), extend: vi.fn(), release: vi.fn() } as unknown as Parts['hold'],
  onList: vi.fn(), onQuery: act, onFold: act, onExplain: act, onNearest: act, onHolds: act, onCommit: act, ...patch,
});

it('no key of the number task is one of the frame or the case, and none is bound twice', () => {
  const keys = numberKeys(parts()).flatMap((binding) => binding.keys.split(' '));
  expect(new Set(keys).size).toBe(keys.length);
  // Ctrl+Enter is the case's too, on purpose: the task's comes first and means the same.
  const taken = ['Ctrl+K', 'Ctrl+N', 'F1', 'F2', 'F4', 'F6', 'F8', '?', 'Esc', 'Alt+1…8', 'Alt+9', 'Ctrl+P', 'Ctrl+C', 'Ctrl+V', 'Ctrl+X', 'Ctrl+A', 'Ctrl+Z', 'Ctrl+T', 'Ctrl+W'];
  expect(keys.filter((key) => taken.includes(key))).toEqual([]);
});

it('everything works from inside the box, where the focus is, but / and I', () => {
  const dead = numberKeys(parts()).filter((binding) => (binding.when ?? (belongsToField(binding.keys) ? 'no-field' : 'always')) === 'no-field');
  expect(dead.map((binding) => binding.keys)).toEqual(['/', 'I']);
});

it('F7 keeps the held number longer, without one the shortlist; Ins lists the lit row, and lights it first where none is', () => {
  const held = parts();
  const none = parts({ view: sampleCase({ number: null }) });
  const press = (of: Parts, keys: string): void => numberKeys(of).find((binding) => binding.keys === keys)?.run(keys);
  press(held, 'F7');
  press(none, 'F7');
  press({ ...held, current: undefined }, 'Ins');
  press(none, 'Ins');
  expect([held.hold.extend, held.list.extend, none.hold.extend, none.list.extend, held.onList].map((fn) => vi.mocked(fn).mock.calls.length)).toEqual([1, 0, 0, 1, 0]);
  expect(vi.mocked(none.onList).mock.calls).toEqual([['4006123457']]);
  expect(vi.mocked(held.search.stand).mock.calls).toEqual([[0]]);
});
