import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { approvalBinding, type ApprovedContent } from '#domain/approval/approval-binding.ts';
import { approvalStands, decideApproval, type Approval, type Decision } from '#domain/approval/approval.ts';
import { documentsForDecision, mayDecide } from '#domain/approval/may-decide.ts';
import { checkReturn, returnPlaces, returnReasons } from '#domain/approval/return-reason.ts';

const NOW = '2026-11-24T02:00:00.000Z';
const later = (ms: number) => new Date(Date.parse(NOW) + ms).toISOString();
const content: ApprovedContent = {
  number: '4006008899', grade: 4, ruleId: 'AABB', planId: 'bj-plus', planVersion: '2026-08', addOns: ['record', 'ivr'],
  amounts: { minimumLi: 1_000_000, prepayLi: 3_000_000 }, creditCode: '91350100M000100Y43', customerName: '示例有限公司',
};
const asked: Approval = {
  id: 'a1', bindingHash: 'h1', state: 'requested', requestedBy: 'BJ40127', requestedAt: NOW, decidedBy: null, decidedAt: null, expiresAt: null, returnReasons: [], note: '', usedAt: null,
};
const approve: Decision = { kind: 'approve', by: 'BJ40103', at: NOW, seenHash: 'h1', currentHash: 'h1', expiresAt: later(3_600_000) };
const sendBack: Decision = { kind: 'return', by: 'BJ40103', at: NOW, seenHash: 'h1', currentHash: 'h1', reasons: ['identity-unclear'], note: '' };
const decided = (decision: Decision): Approval => {
  const result = decideApproval(asked, decision);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

describe('the binding', () => {
  test('is the same text whatever the order of add-ons and amounts', () => {
    const shuffled = { ...content, addOns: ['ivr', 'record'], amounts: { prepayLi: 3_000_000, minimumLi: 1_000_000 } };
    expect(approvalBinding(shuffled)).toBe(approvalBinding(content));
  });

  test('is exactly this text, so that an old approval still verifies', () => {
    expect(approvalBinding(content)).toBe('["approval/1","4006008899",4,"AABB","bj-plus","2026-08",["ivr","record"],[["minimumLi",1000000],["prepayLi",3000000]],"91350100M000100Y43","示例有限公司"]');
  });

  test.each<[string, Partial<ApprovedContent>]>([
    ['number', { number: '4006008898' }], ['grade', { grade: 5 }], ['rule', { ruleId: 'ABAB' }], ['plan', { planId: 'hall' }], ['plan version', { planVersion: '2026-09' }],
    ['add-ons', { addOns: ['ivr'] }], ['an add-on twice', { addOns: ['ivr', 'ivr', 'record'] }], ['one fen', { amounts: { minimumLi: 1_000_000, prepayLi: 3_000_010 } }],
    ['an amount more', { amounts: { minimumLi: 1_000_000, prepayLi: 3_000_000, oneOffLi: 0 } }], ['credit code', { creditCode: '91350100M000100Y44' }],
    ['a full-width bracket', { customerName: '示例（中国）有限公司' }], ['a blank', { customerName: '示例有限公司 ' }],
  ])('changes with the %s', (_name, change) => {
    expect(approvalBinding({ ...content, ...change })).not.toBe(approvalBinding(content));
  });

  test('loses nothing: every part can be read back, so no two contents share a text', () => {
    const text = fc.string({ maxLength: 4, unit: fc.constantFrom('a', '"', ',', '[', ']', '\\', '公') });
    const any = fc.record({
      number: text, grade: fc.nat(9), ruleId: text, planId: text, planVersion: text, addOns: fc.array(text, { maxLength: 3 }),
      amounts: fc.dictionary(text, fc.nat(20), { maxKeys: 3 }), creditCode: text, customerName: text,
    });
    fc.assert(fc.property(any, ({ addOns, amounts, ...rest }) => {
      const [, number, grade, ruleId, planId, planVersion, readAddOns, readAmounts, creditCode, customerName] = JSON.parse(approvalBinding({ addOns, amounts, ...rest }));
      expect({ number, grade, ruleId, planId, planVersion, creditCode, customerName }).toEqual(rest);
      expect(readAddOns.toSorted()).toEqual(addOns.toSorted());
      expect(new Map(readAmounts)).toEqual(new Map(Object.entries(amounts)));
    }));
  });
});

describe('who may decide', () => {
  const base = { decider: 'BJ40103', role: 'supervisor' as const, createdBy: 'BJ40127', requestedBy: 'BJ40127', lastEditedBy: 'BJ40127' };

  test.each([
    [base, null], [{ ...base, createdBy: 'BJ40103' }, 'own-case'], [{ ...base, createdBy: ' bj40103' }, 'own-case'], [{ ...base, lastEditedBy: 'BJ40103' }, 'last-editor'], [{ ...base, requestedBy: 'bj40103 ' }, 'own-case'], [{ ...base, owner: 'BJ40103' }, 'own-case'],
    [{ ...base, role: 'clerk' as const }, 'not-supervisor'], [{ ...base, role: 'admin' as const }, 'not-supervisor'], [{ ...base, role: 'auditor' as const }, 'not-supervisor'],
  ])('%j: %s', (question, code) => {
    const answer = mayDecide(question);
    expect(answer.ok ? null : answer.error.code).toBe(code);
  });

  test('not before licence and both sides of the card are in', () => {
    expect(documentsForDecision(new Set(['licence', 'handler-id-front']))).toMatchObject({ ok: false, error: { missing: ['handler-id-back'] } });
    expect(documentsForDecision(new Set(['licence', 'handler-id-front', 'handler-id-back'])).ok).toBe(true);
  });
});

describe('an approval', () => {
  const standing = (currentHash: string, now: string, lastEditedBy = 'BJ40127', owner = 'BJ40127') => ({ currentHash, now, lastEditedBy, owner });

  test('stands for exactly its content until it expires', () => {
    const approval = decided(approve);
    expect(approvalStands(approval, standing('h1', later(3_599_999)))).toEqual({ ok: true, value: approval });
    expect(approvalStands(approval, standing('h1', later(3_600_000)))).toEqual({ ok: false, error: { code: 'approval-expired' } });
    expect(approvalStands(approval, standing('h2', NOW))).toEqual({ ok: false, error: { code: 'approval-changed' } });
  });

  test('does not stand once its decider has edited the case', () => {
    expect(approvalStands(decided(approve), standing('h1', NOW, ' bj40103'))).toEqual({ ok: false, error: { code: 'approval-decider-edited' } });
    expect(approvalStands(decided(approve), standing('h1', NOW, 'BJ40127', 'bj40103'))).toEqual({ ok: false, error: { code: 'approval-decider-edited' } });
  });

  test.each<[string, () => Approval, string]>([
    ['not decided', () => asked, 'approval-not-decided'], ['returned', () => decided(sendBack), 'approval-returned'], ['withdrawn', () => ({ ...asked, state: 'withdrawn' }), 'approval-withdrawn'],
    ['used', () => ({ ...decided(approve), state: 'used', usedAt: NOW }), 'approval-used'],
  ])('that was %s does not stand', (_name, make, code) => {
    expect(approvalStands(make(), standing('h1', NOW))).toEqual({ ok: false, error: { code } });
  });

  test('is not given for content other than what was shown, or changed since', () => {
    expect(decideApproval(asked, { ...approve, seenHash: 'h0' })).toEqual({ ok: false, error: { code: 'content-changed' } });
    expect(decideApproval(asked, { ...approve, currentHash: 'h2' })).toEqual({ ok: false, error: { code: 'content-changed' } });
  });

  test('is decided once', () => {
    expect(decideApproval(decided(sendBack), approve)).toEqual({ ok: false, error: { code: 'already-decided' } });
  });
});

describe('a return', () => {
  test('says why, each reason once and in the order of the keys', () => {
    expect(checkReturn(['other', 'licence-unclear', 'licence-unclear'], '章不清')).toEqual({ ok: true, value: ['licence-unclear', 'other'] });
    expect(checkReturn([], 'x')).toEqual({ ok: false, error: { code: 'return-reason-missing' } });
    expect(checkReturn(['other'], ' ')).toEqual({ ok: false, error: { code: 'return-note-missing' } });
  });

  test('keeps reasons and note with the request', () => {
    expect(decided({ ...sendBack, kind: 'return', reasons: ['plan-too-small'], note: ' 低消不够 ' })).toMatchObject({ state: 'returned', returnReasons: ['plan-too-small'], note: '低消不够', expiresAt: null });
  });

  test('points at a place for every reason', () => {
    expect(returnReasons.map((reason) => returnPlaces[reason].task)).toEqual(['documents', 'documents', 'customer', 'number', 'plan', 'customer']);
  });
});
