import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { effectiveNow } from '#domain/lease/effective-now.ts';
import { floorAfter } from '#domain/lease/keep-lease.ts';
import { blockStanding, closeBlock, freezeBlock, renewBlock, takeOffer, type LeaseBlock } from '#domain/lease/lease-block.ts';
import { leftOf, mayPick, type PickQuestion } from '#domain/lease/may-pick.ts';
import { appendPick, closeReport, headHash, type PickEntry } from '#domain/lease/pick-journal.ts';

const sha256hex = (text: string): string => createHash('sha256').update(text).digest('hex');
const block: LeaseBlock = { epoch: 3, numbers: ['4006000001', '4006000002'], pickUntilMs: 1_000, settleUntilMs: 2_000, state: 'active', frozenWhy: null };
const picked = (digits: string, journal: readonly PickEntry[] = []): PickEntry => appendPick({ epoch: 3, digits, caseRef: 'case', atMs: 5 }, journal, sha256hex);
const question: PickQuestion = { block, journal: [], digits: '4006000001', effectiveNowMs: 999, floor: 0, unsynced: 0, unsyncedLimit: 1 };

describe('a pick', () => {
  test('rests on the epoch of its block', () => { expect(mayPick(question)).toEqual({ ok: true, value: 3 }); });

  test.each<readonly [string, Partial<PickQuestion>]>([
    ['lease-frozen', { floor: null }],
    ['lease-frozen', { block: freezeBlock(block, 'copied') }],
    ['lease-closed', { block: { ...block, state: 'closed' } }],
    ['lease-over', { effectiveNowMs: 1_000 }],
    ['not-in-lease', { digits: '4006000003' }],
    ['already-picked', { journal: [picked('4006000001')] }],
    ['pick-limit', { unsynced: 1 }],
  ])('is refused with %s', (code, change) => { expect(mayPick({ ...question, ...change })).toEqual({ ok: false, error: { code } }); });

  test('takes the number from what is left', () => { expect(leftOf(block, [picked('4006000001')])).toEqual(['4006000002']); });
});

describe('the journal', () => {
  test('each entry holds the hash of the one before', () => {
    const first = picked('4006000001');
    const second = picked('4006000002', [first]);
    expect([first.pickSeq, first.prevHash, second.pickSeq, second.prevHash]).toEqual([1, 'epoch-3', 2, first.hash]);
    expect(headHash(3, [first, second])).toBe(second.hash);
    expect(first.hash).toBe(sha256hex('[3,1,"4006000001","case",5,"epoch-3"]'));
  });
});

describe('closing', () => {
  test('comes before the report', () => {
    expect(() => closeReport(block, [])).toThrow('not durably closed');
    const closed = closeBlock(block);
    expect(closed.ok && closeReport(closed.value, [picked('4006000001')])).toMatchObject({ epoch: 3, journal: [{ digits: '4006000001' }] });
  });

  test('is not for a frozen block, whose picks may be lost', () => { expect(closeBlock(freezeBlock(block, 'restored'))).toEqual({ ok: false, error: { code: 'lease-frozen' } }); });
});

describe('an offered block', () => {
  const offer = { epoch: 3, numbers: block.numbers, pickUntilMs: 1_000, settleUntilMs: 2_000, state: 'active' } as const;
  test('is taken in once', () => {
    expect(takeOffer(offer, [], 0)).toEqual({ ok: true, value: block });
    expect(takeOffer(offer, [{ ...block, state: 'closed' }], 0)).toEqual({ ok: false, error: { code: 'lease-known' } });
  });
  test('is refused from before a restore, before the carrier has answered, and when it is over', () => {
    expect([takeOffer(offer, [], 3), takeOffer(offer, [], null), takeOffer({ ...offer, state: 'closed' }, [], 0)].map((each) => !each.ok && each.error.code)).toEqual(['lease-fenced', 'lease-frozen', 'lease-over']);
  });
  test('that waits in quarantine comes in closed: no number is picked, and its report tells of none', () => {
    const late = takeOffer({ ...offer, state: 'overdue' }, [], 0);
    expect(late).toEqual({ ok: true, value: { ...block, state: 'closed' } });
    if (!late.ok) return;
    expect(mayPick({ ...question, block: late.value, effectiveNowMs: 0 })).toEqual({ ok: false, error: { code: 'lease-closed' } });
    expect(closeReport(late.value, [])).toEqual({ epoch: 3, journal: [] });
  });
  test('the floor comes only from the answer to the notice of this life', () => {
    expect(floorAfter(null, 'boot-2', { noticeId: 'boot-1', epochFloor: 2 })).toBeNull();
    expect(floorAfter(null, 'boot-2', { noticeId: 'boot-2', epochFloor: 7 })).toBe(7);
  });
});

describe('a block', () => {
  test('is worth what its state, freeze and time say', () => {
    expect([blockStanding(block, 0), blockStanding(block, 1_000), blockStanding({ ...block, state: 'closed' }, 0), blockStanding(freezeBlock({ ...block, state: 'closed' }, 'restored'), 0)]).toEqual(['active', 'over', 'closed', 'frozen']);
  });
  test('keeps the first reason of its freeze', () => { expect(freezeBlock(freezeBlock(block, 'restored'), 'copied').frozenWhy).toBe('restored'); });
  test('is renewed, never shortened by a late answer, and not after closing', () => {
    expect(renewBlock(block, { pickUntilMs: 1_500, settleUntilMs: 1_900 })).toMatchObject({ pickUntilMs: 1_500, settleUntilMs: 2_000 });
    expect(renewBlock({ ...block, state: 'closed' }, { pickUntilMs: 9_000, settleUntilMs: 9_000 }).pickUntilMs).toBe(1_000);
  });
});

test('time never runs backwards, whatever the clocks say', () => {
  const readings = fc.record({ wallMs: fc.integer(), lastServerMs: fc.option(fc.nat()), monotonicElapsedMs: fc.integer() });
  fc.assert(fc.property(fc.array(readings), (sequence) => {
    let persisted = 0;
    for (const each of sequence) {
      const now = effectiveNow({ ...each, highestPersistedMs: persisted });
      expect(now).toBeGreaterThanOrEqual(persisted);
      persisted = now;
    }
  }));
  expect(effectiveNow({ wallMs: 5, lastServerMs: 100, monotonicElapsedMs: 20, highestPersistedMs: 90 })).toBe(120);
});
