import { describe, expect, test } from 'vitest';
import { chooseBlock, tailShape, type LeaseCandidate } from '#domain/lease/choose-block.ts';
import { decideGrant, grantRoom, LEASE_TERMS, type GrantQuestion } from '#domain/lease/grant-lease.ts';
import type { LeaseRow } from '#domain/lease/lease-row.ts';

const candidates: readonly LeaseCandidate[] = Array.from({ length: 4_000 }, (_, index) => ({ digits: `400${index % 2 === 0 ? 6 : 1}${String((index * 7_919) % 1_000_000).padStart(6, '0')}`, memorability: (index * 31) % 997 }));
const question: GrantQuestion = { device: 'A', key: 'k1', asked: 100, nowMs: 1_000, terms: LEASE_TERMS, leases: [], nextEpoch: 7, counts: { pool: 4_000, leased: 0, leasedHere: 0 }, candidates };
const lease: LeaseRow = { epoch: 3, device: 'A', grantKey: 'k0', numbers: [], state: 'active', frozenWhy: null, pickUntilMs: 0, settleUntilMs: 0, renewals: 0, headSeq: 0, headHash: 'epoch-3' };

describe('a block', () => {
  test('is spread over looks, segments and memorability', () => {
    const chosen = chooseBlock(candidates, 100);
    const known = new Map(candidates.map((each) => [each.digits, each]));
    expect(new Set(chosen).size).toBe(100);
    expect(new Set(chosen.map(tailShape)).size).toBe(new Set(candidates.map(({ digits }) => tailShape(digits))).size);
    const heads = chosen.filter((digits) => digits.startsWith('4006')).length;
    expect(heads).toBeGreaterThan(35);
    expect(heads).toBeLessThan(65);
    const bands = [0, 1, 2, 3].map((band) => chosen.filter((digits) => Math.floor(((known.get(digits) as LeaseCandidate).memorability * 4) / 997) === band).length);
    for (const count of bands) expect(count).toBeGreaterThan(10);
  });
  test('takes every number when there are not more, and the best of a look first', () => {
    expect([...chooseBlock(candidates.slice(0, 30), 50)].sort()).toEqual(candidates.slice(0, 30).map(({ digits }) => digits).sort());
    expect(chooseBlock([{ digits: '4006001234', memorability: 1 }, { digits: '4006005678', memorability: 2 }], 1)).toEqual(['4006005678']);
  });
  test.each([['4006008868', 'AABA'], ['4006001234', 'ABCD'], ['4006007777', 'AAAA'], ['4006005050', 'ABAB']])('%s looks like %s', (digits, shape) => { expect(tailShape(digits)).toBe(shape); });
});

describe('a grant', () => {
  test('lends pool rows only, fenced by the next epoch', () => {
    const granted = decideGrant(question);
    expect(granted).toMatchObject({ ok: true, value: { outcome: 'granted', lease: { epoch: 7, device: 'A', state: 'active', pickUntilMs: 1_000 + LEASE_TERMS.pickMs, headHash: 'epoch-7' } } });
    const [change] = granted.ok ? granted.value.changes : [];
    expect([change?.guard, change?.set]).toEqual([{ st: 'pool', leaseEpoch: null, device: null, caseRef: null }, { st: 'leased', leaseEpoch: 7, device: 'A', caseRef: null }]);
    expect(granted.ok && granted.value.changes.map(({ digits }) => digits)).toEqual(granted.ok && granted.value.lease.numbers);
  });
  test('asked again by the same key changes nothing and tells the lease as it is', () => {
    expect(decideGrant({ ...question, key: 'k0', leases: [{ ...lease, state: 'closed' }] })).toEqual({ ok: true, value: { outcome: 'replay', lease: { ...lease, state: 'closed' }, changes: [] } });
  });
  test.each<readonly [string, GrantQuestion['counts'], number]>([
    ['at most 200', { pool: 100_000, leased: 0, leasedHere: 0 }, 200],
    ['less what the device has', { pool: 100_000, leased: 150, leasedHere: 150 }, 50],
    ['at most a tenth of the spare numbers in all leases', { pool: 900, leased: 50, leasedHere: 0 }, 45],
    ['nothing beyond the tenth', { pool: 900, leased: 100, leasedHere: 0 }, 0],
  ])('has room for %s', (_what, counts, room) => { expect(grantRoom({ terms: LEASE_TERMS, counts })).toBe(room); });
  test('is partial when there is less room than asked, and refused below the smallest block', () => {
    expect(decideGrant({ ...question, counts: { pool: 900, leased: 50, leasedHere: 0 } })).toMatchObject({ ok: true, value: { outcome: 'partial', lease: { numbers: { length: 45 } } } });
    expect(decideGrant({ ...question, counts: { pool: 190, leased: 0, leasedHere: 0 } })).toEqual({ ok: false, error: { code: 'pool-short' } });
    expect(decideGrant({ ...question, candidates: candidates.slice(0, 19) })).toEqual({ ok: false, error: { code: 'pool-short' } });
  });
  test('waits for people while a journal of the device is forked; a restored one does not stand in its way', () => {
    const frozen = (frozenWhy: LeaseRow['frozenWhy'], state: LeaseRow['state'] = 'active') => decideGrant({ ...question, leases: [{ ...lease, frozenWhy, state }] });
    expect(frozen('journal-forked')).toEqual({ ok: false, error: { code: 'lease-frozen' } });
    expect([frozen('journal-forked', 'forced').ok, frozen('restored').ok]).toEqual([true, true]);
  });
});
