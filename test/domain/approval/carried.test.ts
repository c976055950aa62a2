import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { approvalBinding, readBinding } from '#domain/approval/approval-binding.ts';
import { takeBackDecision, type Approval } from '#domain/approval/approval.ts';
import { approvalLifeMs, checkToken, clockSkewMs, tokenLine, type TokenClaims, type TokenQuestion } from '#domain/approval/approval-token.ts';
import { joinParts, partChars, splitParts } from '#domain/approval/carried-parts.ts';
import { onBehalfOf, type Delegated } from '#domain/approval/delegation.ts';
import { likeness, mostAlike } from '#domain/approval/similar.ts';

const at = (ms: number): string => new Date(Date.parse('2026-11-24T02:00:00.000Z') + ms).toISOString();
const hash = 'a'.repeat(64);
const claims: TokenClaims = {
  tokenId: '0198f000-0000-4000-8000-000000000001', requestId: '0198f000-0000-4000-8000-000000000002', caseNo: 'WJ03-20261124-0001', hallCode: 'WJ', bindingHash: hash, decision: 'approve', reasons: [], note: '',
  decidedBy: 'WJ0008', decidedByName: '周立群', onBehalfOf: null, keyId: '0123456789abcdef', issuedAt: at(0), expiresAt: at(approvalLifeMs),
};
const question: TokenQuestion = { requestId: claims.requestId, caseNo: claims.caseNo, hallCode: 'WJ', bindingHash: hash, currentHash: hash, signer: 'wj0008', now: at(60_000) };

describe('a token', () => {
  test('stands for the request it names, as it is, in time', () => {
    expect(checkToken(claims, question)).toEqual({ ok: true, value: claims });
    expect(checkToken(claims, { ...question, now: at(approvalLifeMs - 1) }).ok).toBe(true);
    expect(checkToken(claims, { ...question, now: at(-clockSkewMs) }).ok).toBe(true);
  });

  test.each<[string, Partial<TokenClaims>, Partial<TokenQuestion>, string]>([
    ['another request', { requestId: claims.tokenId }, {}, 'token-for-another'], ['another case', { caseNo: 'WJ03-20261124-0002' }, {}, 'token-for-another'], ['another hall', { hallCode: 'XD' }, {}, 'token-for-another'],
    ['other content than asked', { bindingHash: 'b'.repeat(64) }, {}, 'token-for-another'], ['content that changed', {}, { currentHash: 'b'.repeat(64) }, 'token-for-another'],
    ['another name than the key\'s', { decidedBy: 'WJ0009' }, {}, 'token-forged'], ['a life that is over', {}, { now: at(approvalLifeMs) }, 'token-expired'],
    ['a moment that has not come', {}, { now: at(-clockSkewMs - 1) }, 'token-expired'], ['a longer life than three days', { expiresAt: at(approvalLifeMs + 1) }, {}, 'token-expired'],
    ['an end before its beginning', { expiresAt: at(-1) }, { now: at(-2) }, 'token-expired'],
  ])('does not stand with %s', (_what, change, seen, code) => {
    expect(checkToken({ ...claims, ...change }, { ...question, ...seen })).toEqual({ ok: false, error: { code } });
  });

  test('is signed over one text in which every claim counts', () => {
    const changes: readonly Partial<TokenClaims>[] = [
      { tokenId: 'x' }, { requestId: 'x' }, { caseNo: 'x' }, { hallCode: 'x' }, { bindingHash: 'x' }, { decision: 'return' }, { reasons: ['other'] }, { note: 'x' }, { decidedBy: 'x' }, { decidedByName: 'x' },
      { onBehalfOf: 'x' }, { keyId: 'x' }, { issuedAt: 'x' }, { expiresAt: 'x' },
    ];
    expect(changes.map((change) => Object.keys(change)[0])).toEqual(Object.keys(claims));
    expect(new Set([claims, ...changes.map((change) => ({ ...claims, ...change }))].map(tokenLine)).size).toBe(changes.length + 1);
  });
});

describe('parts', () => {
  test('in any order, each as often as it was scanned, make the text again', () => {
    fc.assert(fc.property(fc.string({ minLength: 1, maxLength: 4000, unit: fc.constantFrom('a', 'B', '7', '-', '_', '.') }), fc.infiniteStream(fc.nat()), (text, numbers) => {
      const parts = splitParts(text, 'abcd1234');
      expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(partChars);
      const scanned = [...parts, ...parts].map((part) => ({ part, key: numbers.next().value ?? 0 })).toSorted((a, b) => a.key - b.key).map(({ part }) => part);
      expect(joinParts(parts.length === 1 ? text : scanned.join('\n'))).toEqual({ ok: true, value: text });
    }));
  });

  test('say which are missing, and never mix two texts', () => {
    const [one, other] = [splitParts('a'.repeat(2500), 'aaaaaaaa'), splitParts('b'.repeat(2500), 'bbbbbbbb')];
    expect(joinParts(`${one[0]} ${one[2]}`)).toEqual({ ok: false, error: { code: 'parts-missing', missing: [2] } });
    expect(joinParts([one[0], one[1], other[2]].join(' '))).toEqual({ ok: false, error: { code: 'parts-mixed' } });
    expect(joinParts([...one, one[0]?.replace('aaa', 'aab').replace('aaaaaaab', 'aaaaaaaa')].join(' '))).toMatchObject({ ok: false });
  });
});

test('a binding is read back only from the very text it makes', () => {
  const content = { number: '4006008899', grade: 4, ruleId: 'AABB', planId: 'p', planVersion: '1', addOns: ['a', 'b'], amounts: { x: 1, y: 2 }, creditCode: 'c', customerName: '某' };
  const text = approvalBinding(content);
  expect(readBinding(text)).toEqual(content);
  for (const other of ['', '[]', text.replace('"a","b"', '"b","a"'), ` ${text}`, text.replace('"approval/1"', '"approval/2"'), text.replace('4,', '"4",'), text.replace('[["x",1],["y",2]]', '[["x",1.5]]')]) expect(readBinding(other), other).toBeNull();
});

describe('in whose name', () => {
  const given: Delegated = { delegationId: 'd', from: 'WJ0008', to: 'WJ0009', fromDay: '2026-11-24', until: '2026-11-26', endedAt: null };
  const hands = { createdBy: 'WJ0127', requestedBy: 'WJ0127', lastEditedBy: 'WJ0127', decider: 'wj0009', role: 'supervisor' as const };

  test.each([
    ['on its first day', given, hands, '2026-11-24', 'WJ0008'], ['on its last day', given, hands, '2026-11-26', 'WJ0008'], ['the day after', given, hands, '2026-11-27', null], ['the day before', given, hands, '2026-11-23', null],
    ['when it was ended', { ...given, endedAt: at(0) }, hands, '2026-11-24', null], ['when given to another', { ...given, to: 'WJ0010' }, hands, '2026-11-24', null],
    ['for a case the absent one made', given, { ...hands, createdBy: 'WJ0008' }, '2026-11-24', null], ['for one they edited last', given, { ...hands, lastEditedBy: 'WJ0008' }, '2026-11-24', null],
    ['for one they asked for', given, { ...hands, requestedBy: 'WJ0008' }, '2026-11-24', null],
  ])('%s', (_when, delegation, question, today, name) => {
    expect(onBehalfOf([delegation], { ...question, today })).toBe(name);
  });
});

describe('likeness', () => {
  const wanted = { grade: 3, ruleId: 'RUN-4', planId: 'hall', words: '冷链运输客户服务 自用多年的尾号' };

  test('is whole for the same, nothing for all else, and grows with each thing in common', () => {
    expect(likeness(wanted, wanted)).toBeCloseTo(1);
    expect(likeness(wanted, { grade: 9, ruleId: 'x', planId: 'x', words: '教育' })).toBe(0);
    const steps = [{ grade: 6 }, { grade: 3 }, { ruleId: 'RUN-4' }, { planId: 'hall' }, { words: wanted.words }];
    let one = { grade: 9, ruleId: 'x', planId: 'x', words: '' };
    const scores = steps.map((step) => { one = { ...one, ...step }; return likeness(wanted, one); });
    expect(scores).toEqual(scores.toSorted((a, b) => a - b));
  });

  test('five at most, the most alike first, of equals the newest', () => {
    const past = Array.from({ length: 8 }, (_, index) => ({ ...wanted, ruleId: index % 2 ? 'RUN-4' : 'AABB', decidedAt: at(index) }));
    expect(mostAlike(wanted, past).map((one) => [one.ruleId, one.decidedAt])).toEqual([['RUN-4', at(7)], ['RUN-4', at(5)], ['RUN-4', at(3)], ['RUN-4', at(1)], ['AABB', at(6)]]);
  });
});

describe('taking back', () => {
  const decided: Approval = { id: 'a', bindingHash: hash, state: 'approved', requestedBy: 'c', requestedAt: at(0), decidedBy: 'WJ0008', decidedAt: at(0), expiresAt: at(1000), returnReasons: [], note: '', usedAt: null };
  const codeOf = (approval: Approval, by: string, ms: number): string => {
    const undone = takeBackDecision(approval, { by, at: at(ms) });
    return undone.ok ? undone.value.state : undone.error.code;
  };

  test('by the decider, for ten seconds, unless it was used', () => {
    expect([codeOf(decided, 'wj0008', 0), codeOf(decided, 'WJ0008', 10_000), codeOf({ ...decided, state: 'returned' }, 'WJ0008', 1)]).toEqual(['requested', 'requested', 'requested']);
    expect([codeOf(decided, 'WJ0008', 10_001), codeOf(decided, 'WJ0008', -1), codeOf({ ...decided, state: 'used' }, 'WJ0008', 1), codeOf(decided, 'WJ0009', 1)]).toEqual(
      ['take-back-too-late', 'take-back-too-late', 'take-back-too-late', 'not-decider']);
  });
});
