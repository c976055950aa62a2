import { describe, expect, test } from 'vitest';
import { closeBlockers, type Closing, decideClose, type Explanation, mayAuthorise, mayExplain } from '#domain/till/close-shift.ts';
import type { Mismatch, MismatchCode } from '#domain/till/match-three-ways.ts';

const mismatch = (code: MismatchCode, li = -10_000, tender: Mismatch['tender'] = 'cash'): Mismatch => ({ id: `${code}:${li}`, code, entryId: null, caseId: null, receiptNo: null, tender, li });
const closing = (mismatches: readonly Mismatch[], over: Partial<Closing> = {}): Closing => ({ counted: true, forgotten: false, toleranceLi: 1000, mismatches, explanations: new Map(), ...over });
const said = (mismatches: readonly Mismatch[], authorisedBy: string | null = 'S') => new Map<string, Explanation>(mismatches.map(({ id }) => [id, { action: 'explained', note: 'x', authorisedBy }]));
const claim = { note: '', depositLi: 0, countedCashLi: 500_000, authorised: false };
const codeOf = (state: Closing, over: Partial<typeof claim> = {}): string => {
  const decided = decideClose(state, { ...claim, ...over });
  return decided.ok ? `leaves ${decided.value.floatLeftLi}` : decided.error.code;
};

describe('what stands before the close', () => {
  test.each<[string, Closing, readonly string[]]>([
    ['not counted', closing([], { counted: false, forgotten: true }), ['not-counted']], ['counted and even', closing([]), []],
    ['ten fen out', closing([mismatch('count-differs', -100)]), []], ['the tolerance itself', closing([mismatch('count-differs', 1000)]), []],
    ['a fen beyond it', closing([mismatch('count-differs', 1010)]), ['supervisor']], ['a card slip has no tolerance', closing([mismatch('count-differs', -10, 'pos')]), ['supervisor']],
    ['a carrier that waits', closing([mismatch('carrier-waiting')]), ['unexplained']], ['both, and forgotten', closing([mismatch('carrier-waiting'), mismatch('count-differs')], { forgotten: true }), ['unexplained', 'supervisor']],
    ['explained', closing([mismatch('carrier-parked')], { explanations: said([mismatch('carrier-parked')]) }), []],
    ['explained by the clerk alone', closing([mismatch('carrier-parked')], { explanations: said([mismatch('carrier-parked')], null) }), ['unexplained']],
    ['explained as another amount', closing([mismatch('carrier-differs', -20_000)], { explanations: said([mismatch('carrier-differs', -10_000)]) }), ['unexplained']],
    ['forgotten', closing([], { forgotten: true }), ['supervisor']],
  ])('%s', (_what, state, expected) => expect(closeBlockers(state)).toEqual(expected));
});

describe('the close', () => {
  const beyond = closing([mismatch('count-differs')]);
  test.each<[string, Closing, Partial<typeof claim>, string]>([
    ['even', closing([]), {}, 'leaves 500000'], ['put away', closing([]), { depositLi: 300_000 }, 'leaves 200000'], ['all of it', closing([]), { depositLi: 500_000 }, 'leaves 0'],
    ['more than there is', closing([]), { depositLi: 500_010 }, 'deposit-over-cash'], ['part of a fen', closing([]), { depositLi: 5 }, 'deposit-not-whole'],
    ['within the tolerance without a word', closing([mismatch('count-differs', 100)]), {}, 'note-needed'], ['with one', closing([mismatch('count-differs', 100)]), { note: '多收一角' }, 'leaves 500000'],
    ['beyond it alone', beyond, { note: 'x' }, 'supervisor-needed'], ['beyond it with a second person', beyond, { note: 'x', authorised: true }, 'leaves 500000'], ['and no word', beyond, { authorised: true }, 'note-needed'],
    ['not counted', closing([], { counted: false }), { authorised: true, note: 'x' }, 'shift-not-counted'], ['unexplained', closing([mismatch('receipt-gap')]), { authorised: true, note: 'x' }, 'mismatch-unexplained'],
    ['forgotten, without a second person', closing([], { forgotten: true }), { note: 'x' }, 'supervisor-needed'],
  ])('%s', (_what, state, over, expected) => expect(codeOf(state, over)).toBe(expected));
});

test('only what is on its way is marked so, everything else is said in words, both beside a second person', () => {
  const explain = (code: MismatchCode, explanation: Partial<Explanation>) => mayExplain({ code }, { action: 'explained', note: 'x', authorisedBy: 'S', ...explanation });
  expect(explain('carrier-waiting', { action: 'in-transit', note: '' })).toMatchObject({ ok: true });
  expect(explain('carrier-waiting', {})).toEqual({ ok: false, error: 'in-transit-of-another' });
  expect(explain('carrier-missing', { action: 'in-transit' })).toEqual({ ok: false, error: 'in-transit-of-another' });
  expect(explain('receipt-gap', { note: ' ' })).toEqual({ ok: false, error: 'note-needed' });
  expect(explain('receipt-gap', { authorisedBy: null })).toEqual({ ok: false, error: 'supervisor-needed' });
});

test('nobody stands for their own shift or their own count', () => {
  expect(['clerk', 'colleague', 'supervisor'].map((staffNo) => mayAuthorise(staffNo, { owner: 'clerk', countedBy: 'colleague' }))).toEqual([false, false, true]);
});
