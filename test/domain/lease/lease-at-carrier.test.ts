import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { decideClaim } from '#domain/lease/claim-pick.ts';
import { decideClose, decideForce, decideOverdue } from '#domain/lease/end-lease.ts';
import { judgeEntry, reportHolds, type SeenPick } from '#domain/lease/journal-head.ts';
import { decideRenew, decideRestoreNotice } from '#domain/lease/keep-lease.ts';
import type { LeaseRow, NumberRow } from '#domain/lease/lease-row.ts';
import { appendPick, type PickEntry } from '#domain/lease/pick-journal.ts';

const sha256hex = (text: string): string => createHash('sha256').update(text).digest('hex');
const lease: LeaseRow = { epoch: 3, device: 'A', grantKey: 'k', numbers: ['1', '2', '3'], state: 'active', frozenWhy: null, pickUntilMs: 1_000, settleUntilMs: 2_000, renewals: 0, headSeq: 0, headHash: 'epoch-3' };
const row = (digits: string, change: Partial<NumberRow> = {}): NumberRow => ({ digits, st: 'leased', leaseEpoch: 3, device: 'A', caseRef: null, ...change });
const journalOf = (...picks: readonly (readonly [string, string])[]): readonly PickEntry[] =>
  picks.reduce<readonly PickEntry[]>((journal, [digits, caseRef]) => [...journal, appendPick({ epoch: 3, digits, caseRef, atMs: 5 }, journal, sha256hex)], []);
const journal = journalOf(['1', 'c1'], ['2', 'c2']);
const [first, second] = journal as readonly [PickEntry, PickEntry];
const claim = { digits: '1', epoch: 3, caseRef: 'c1' };

describe('a claim', () => {
  test('moves a lent number to its case by one conditional update', () => {
    expect(decideClaim(row('1'), 'A', claim)).toEqual({ ok: true, value: { outcome: 'held', change: {
      digits: '1', guard: { st: 'leased', leaseEpoch: 3, device: 'A', caseRef: null }, set: { st: 'held', leaseEpoch: 3, device: 'A', caseRef: 'c1' } } } });
  });
  test('finds the number that the closing report kept for its case', () => { expect(decideClaim(row('1', { caseRef: 'c1' }), 'A', claim)).toMatchObject({ ok: true, value: { outcome: 'held' } }); });
  test.each<readonly [string, Partial<NumberRow>]>([['held', { st: 'held', caseRef: 'c1' }], ['sold', { st: 'assigned', caseRef: 'c1' }]])('again, when %s for the case, is a replay', (_state, change) => {
    expect(decideClaim(row('1', change), 'A', claim)).toEqual({ ok: true, value: { outcome: 'replay' } });
  });
  test('of another case of the same lease finds the number taken', () => { expect(decideClaim(row('1', { st: 'held', caseRef: 'c9' }), 'A', claim)).toEqual({ ok: false, error: { code: 'numberTaken' } }); });
  test.each<readonly [string, Partial<NumberRow>, number | null]>([
    ['back in the pool', { st: 'pool', leaseEpoch: null, device: null }, null],
    ['lent again under a later epoch', { leaseEpoch: 4 }, 4],
    ['lent to another device', { device: 'B' }, 3],
    ['held by another hall', { st: 'held', leaseEpoch: null, device: null, caseRef: 'c9' }, null],
  ])('is fenced when the number is %s', (_state, change, currentEpoch) => { expect(decideClaim(row('1', change), 'A', claim)).toEqual({ ok: false, error: { code: 'leaseFenced', currentEpoch } }); });
});

describe('a closing report', () => {
  const report = { epoch: 3, journal };
  const close = { lease, device: 'A', rows: [row('1', { st: 'held', caseRef: 'c1' }), row('2'), row('3')], seen: [], report };
  test('gives back what it does not name and keeps what it names', () => {
    const ended = decideClose(close, sha256hex);
    expect(ended).toMatchObject({ ok: true, value: { outcome: 'closed', lease: { state: 'closed', headSeq: 2, headHash: second.hash } } });
    expect(ended.ok && ended.value.changes.map(({ digits, set }) => [digits, set.st, set.caseRef])).toEqual([['2', 'leased', 'c2'], ['3', 'pool', null]]);
  });
  test('also works late, from quarantine, and only once', () => {
    expect(decideClose({ ...close, lease: { ...lease, state: 'overdue' } }, sha256hex)).toMatchObject({ ok: true, value: { outcome: 'closed' } });
    expect(decideClose({ ...close, lease: { ...lease, state: 'closed' } }, sha256hex)).toMatchObject({ ok: true, value: { outcome: 'replay', changes: [] } });
  });
  test('that misses a claim seen before gives nothing back and freezes', () => {
    const seen = [judgeEntry(lease, [], second, sha256hex).seen];
    expect(decideClose({ ...close, seen, report: { epoch: 3, journal: [first] } }, sha256hex)).toMatchObject({ ok: true, value: { outcome: 'kept', lease: { state: 'closed', frozenWhy: 'journal-forked' }, changes: [] } });
  });
  test('of a frozen lease gives nothing back', () => { expect(decideClose({ ...close, lease: { ...lease, frozenWhy: 'restored' } }, sha256hex)).toMatchObject({ ok: true, value: { outcome: 'kept', lease: { frozenWhy: 'restored' }, changes: [] } }); });
  test('is refused of another device and after force', () => {
    expect([decideClose({ ...close, device: 'B' }, sha256hex), decideClose({ ...close, lease: { ...lease, state: 'forced' } }, sha256hex)].map((each) => !each.ok && each.error.code)).toEqual(['lease-not-found', 'leaseFenced']);
  });
});

describe('the journal seen by the carrier', () => {
  const seenOf = (...entries: readonly PickEntry[]): readonly SeenPick[] => entries.map((entry) => judgeEntry(lease, [], entry, sha256hex).seen);
  test('fits in any order and repeated, and its head is the highest entry', () => {
    const late = judgeEntry(lease, [], second, sha256hex);
    expect(late).toMatchObject({ standing: 'new', lease: { headSeq: 2, headHash: second.hash, frozenWhy: null } });
    expect(judgeEntry({ ...lease, ...late.lease }, [late.seen], first, sha256hex)).toMatchObject({ standing: 'new', lease: { headSeq: 2, headHash: second.hash } });
    expect(judgeEntry(lease, seenOf(first, second), first, sha256hex).standing).toBe('known');
  });
  test.each<readonly [string, readonly PickEntry[]]>([
    ['another pick at the same place', journalOf(['3', 'c9'])],
    ['another past before the next pick', journalOf(['3', 'c9'], ['2', 'c8'])],
    ['a number picked twice', journalOf(['2', 'c9'], ['3', 'c8'], ['1', 'c7'])],
  ])('is forked by %s', (_what, other) => {
    expect(judgeEntry(lease, seenOf(first), other.at(-1) as PickEntry, sha256hex)).toMatchObject({ standing: 'forked', lease: { frozenWhy: 'journal-forked' } });
  });
  test('an entry of another root is a fork', () => { expect(judgeEntry(lease, [], { ...first, prevHash: 'else' }, sha256hex).standing).toBe('forked'); });
  test('a report holds only as one whole chain', () => {
    expect([journal, [], [first], [second], [{ ...first, caseRef: 'c9' }, second]].map((each) => reportHolds(3, [], each, sha256hex))).toEqual([true, true, true, false, false]);
    expect(reportHolds(3, seenOf(second), [first], sha256hex)).toBe(false);
  });
});

describe('time and people', () => {
  test('the end of picking changes nothing, the end of settling only the lease', () => {
    expect(decideOverdue(lease, 1_999)).toBeNull();
    expect(decideOverdue(lease, 2_000)).toEqual({ ...lease, state: 'overdue' });
    expect(decideOverdue({ ...lease, state: 'closed' }, 9_000)).toBeNull();
  });
  const force = { lease, rows: [row('1', { st: 'held', caseRef: 'c1' }), row('2')], order: { by: '1', second: '2', deviceDestroyed: false }, nowMs: 2_100, terms: { quarantineMs: 100 } };
  test('two people force after quarantine: the unclaimed go back, the claimed stay', () => {
    const ended = decideForce(force);
    expect(ended.ok && [ended.value.lease.state, ended.value.changes.map(({ digits, set }) => [digits, set.st])]).toEqual(['forced', [['2', 'pool']]]);
  });
  test('one person, too early, or no such lease is refused; a destroyed device needs no wait', () => {
    const refused = [decideForce({ ...force, order: { ...force.order, second: '1' } }), decideForce({ ...force, nowMs: 2_099 }), decideForce({ ...force, lease: undefined })];
    expect(refused.map((each) => !each.ok && each.error.code)).toEqual(['second-person-needed', 'lease-not-settled', 'lease-not-found']);
    expect(decideForce({ ...force, nowMs: 0, order: { ...force.order, deviceDestroyed: true } }).ok).toBe(true);
  });
  test('a renewal gives more time under the same epoch while active, so many times', () => {
    const terms = { pickMs: 1_000, settleMs: 1_000, renewals: 1 };
    expect(decideRenew(lease, 'A', 900, terms)).toEqual({ ok: true, value: { ...lease, pickUntilMs: 1_900, settleUntilMs: 2_900, renewals: 1 } });
    const refused = [decideRenew({ ...lease, renewals: 1 }, 'A', 0, terms), decideRenew({ ...lease, state: 'overdue' }, 'A', 0, terms), decideRenew({ ...lease, frozenWhy: 'restored' }, 'A', 0, terms), decideRenew(lease, 'B', 0, terms)];
    expect(refused.map((each) => !each.ok && each.error.code)).toEqual(['renew-limit', 'lease-over', 'lease-frozen', 'lease-not-found']);
  });
  test('a restored device freezes its open leases once and learns from which epoch on it may take blocks', () => {
    const notice = { noticeId: 'boot', why: 'restored' } as const;
    const decided = decideRestoreNotice({ leases: [lease, { ...lease, epoch: 2, state: 'closed' }], notice, lastEpoch: 5, answered: undefined });
    expect(decided).toEqual({ answer: { noticeId: 'boot', epochFloor: 5 }, leases: [{ ...lease, frozenWhy: 'restored' }] });
    expect(decideRestoreNotice({ leases: [{ ...lease, epoch: 6 }], notice, lastEpoch: 6, answered: decided.answer })).toEqual({ answer: decided.answer, leases: [] });
  });
});
