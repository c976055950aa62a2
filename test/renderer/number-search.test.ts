import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { NumberHit, NumberSearch, Suggestions } from '#contract/numbers.ts';
import type { Bridge } from '../../src-renderer/bridge/bridge.ts';
import { makeNumberSearch } from '../../src-renderer/screens/number/number-search.ts';
import { sampleCase } from './sample-cases.ts';
import { hit } from './sample-reference.ts';

const { caseId } = sampleCase({});

type Asked = { readonly text: string; readonly offset: number; readonly request: unknown; readonly answer: (hits: readonly NumberHit[], more?: Partial<NumberSearch>) => Promise<void> };

/** Answers each search when the test says so, in any order; suggestions at once. */
function slowSearches(suggestions?: Suggestions): { readonly bridge: Bridge; readonly asked: readonly Asked[]; readonly tell: () => void; readonly tellLease: () => void } {
  const asked: Asked[] = [];
  const listeners = new Map<string, (news: unknown) => void>();
  const invoke = (channel: string, request?: { readonly text: string; readonly offset: number }): Promise<unknown> =>
    new Promise((resolve) => {
      if (channel === 'numbers/suggest' && suggestions) return resolve({ ok: true, value: suggestions });
      if (channel !== 'numbers/search') return undefined;
      const { text = '', offset = 0 } = request ?? {};
      asked.push({ text, offset, request, answer: async (hits, more = {}) => {
        resolve({ ok: true, value: { total: hits.length, perGrade: [], hits, elapsedMs: 1, understood: [], nearMisses: [], gaveUp: [], ...more } });
        await Promise.resolve();
        await Promise.resolve();
      } });
      return undefined;
    });
  const subscribe = (name: string, heard: (news: unknown) => void): (() => void) => { listeners.set(name, heard); return () => undefined; };
  return { asked, tell: () => listeners.get('pool/changed')?.({ loaded: true }), tellLease: () => listeners.get('lease/changed')?.({}), bridge: { invoke, subscribe, ready: () => undefined } as unknown as Bridge };
}

const make = (bridge: Bridge): ReturnType<typeof makeNumberSearch> => makeNumberSearch(bridge, caseId);
const rowsOf = (store: ReturnType<typeof make>): readonly string[] => store.getState().rows.map((row) => row.digits);

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

describe('the number finder', () => {
  it('asks once, 90 ms after the last key', () => {
    const { bridge, asked } = slowSearches();
    const store = make(bridge);
    store.getState().type('8');
    vi.advanceTimersByTime(89);
    store.getState().type('88');
    vi.advanceTimersByTime(89);
    expect(asked).toHaveLength(0);
    vi.advanceTimersByTime(1);
    expect(asked.map((one) => one.text)).toEqual(['88']);
  });

  it('drops the answer of an older search that comes late', async () => {
    const { bridge, asked } = slowSearches();
    const store = make(bridge);
    store.getState().type('8');
    vi.advanceTimersByTime(90);
    store.getState().type('88');
    vi.advanceTimersByTime(90);
    await asked[1]?.answer([hit('4006008812')]);
    await asked[0]?.answer([hit('4006000008')]);
    expect(rowsOf(store)).toEqual(['4006008812']);
  });

  it('says that the list is of the question before, until the answer or a refusal has come', async () => {
    const { bridge, asked } = slowSearches();
    const store = make(bridge);
    store.getState().type('8');
    expect(store.getState().pending).toBe(true);
    vi.advanceTimersByTime(90);
    store.getState().type('88');
    vi.advanceTimersByTime(90);
    await asked[0]?.answer([hit('4006000008')]);
    expect(store.getState().pending).toBe(true);
    await asked[1]?.answer([hit('4006008812')]);
    expect(store.getState().pending).toBe(false);
  });

  it('takes no answer to the question before, nor a further page of it, once a key was struck', async () => {
    const { bridge, asked } = slowSearches();
    const store = make(bridge);
    store.getState().type('8');
    vi.advanceTimersByTime(90);
    await asked[0]?.answer([hit('4006000008')], { total: 300 });
    store.getState().type('88');
    store.getState().more();
    expect(asked).toHaveLength(1);
    vi.advanceTimersByTime(90);
    store.getState().type('888');
    await asked[1]?.answer([hit('4006000088')]);
    expect(store.getState()).toMatchObject({ pending: true, rows: [{ digits: '4006000008' }] });
  });

  it('sends every filter with the words, and each change at once', () => {
    const { bridge, asked } = slowSearches();
    const store = make(bridge);
    store.getState().filter({ minimumAtMostLi: 100_000, sort: 'price' });
    vi.advanceTimersByTime(0);
    store.getState().filter({ looksSpecial: true });
    vi.advanceTimersByTime(0);
    expect(asked.map((one) => one.request)).toEqual([
      { text: '', grades: [], minimumAtMostLi: 100_000, prepayAtMostLi: null, looksSpecial: false, leasedOnly: false, sort: 'price', offset: 0, limit: 100 },
      { text: '', grades: [], minimumAtMostLi: 100_000, prepayAtMostLi: null, looksSpecial: true, leasedOnly: false, sort: 'price', offset: 0, limit: 100 },
    ]);
  });

  it('counts the numbers of the lease anew when one was picked, while only they are listed', async () => {
    const { bridge, asked, tellLease } = slowSearches();
    const store = make(bridge);
    store.getState().start();
    tellLease();
    expect(asked).toHaveLength(0);
    store.getState().filter({ leasedOnly: true });
    vi.advanceTimersByTime(0);
    await asked[0]?.answer([hit('4006000001'), hit('4006000002')]);
    tellLease();
    await asked[1]?.answer([hit('4006000002')]);
    expect(store.getState()).toMatchObject({ answer: { total: 1 }, rows: [{ digits: '4006000002' }] });
  });

  it('goes on listing where the first hundred ended', async () => {
    const { bridge, asked } = slowSearches();
    const store = make(bridge);
    store.getState().type('6');
    vi.advanceTimersByTime(90);
    await asked[0]?.answer(Array.from({ length: 100 }, (_, at) => hit(`40060000${String(at).padStart(2, '0')}`)), { total: 130 });
    store.getState().more();
    expect(asked[1]).toMatchObject({ offset: 100 });
    await asked[1]?.answer(Array.from({ length: 30 }, (_, at) => hit(`40060001${String(at).padStart(2, '0')}`)), { total: 130 });
    expect(store.getState().rows).toHaveLength(130);
    store.getState().more();
    expect(asked).toHaveLength(2);
  });

  it('shows what is near when nothing fits, and asks for no second page of it', async () => {
    const { bridge, asked } = slowSearches();
    const store = make(bridge);
    store.getState().type('4006888888');
    vi.advanceTimersByTime(90);
    await asked[0]?.answer([], { nearMisses: [{ ...hit('4006888188'), changed: [7] }], gaveUp: [{ what: 'filters' }] });
    store.getState().more();
    expect(store.getState()).toMatchObject({ near: true, rows: [{ digits: '4006888188', changed: [7] }], answer: { total: 0, gaveUp: [{ what: 'filters' }] } });
    expect(asked).toHaveLength(1);
  });

  it('keeps the clerk on the same number when news of the pool comes, and counts the row as a wish only after a move', async () => {
    const { bridge, asked, tell } = slowSearches();
    const store = make(bridge);
    store.getState().start();
    tell();
    await asked.at(-1)?.answer(['4006000001', '4006000002', '4006000003'].map((digits) => hit(digits)));
    expect(store.getState()).toMatchObject({ current: 0, looking: false });
    store.getState().move(1);
    expect(store.getState()).toMatchObject({ current: 0, looking: true });
    store.getState().move(2);
    tell();
    await asked.at(-1)?.answer(['4006000002', '4006000003'].map((digits) => hit(digits)));
    expect(store.getState()).toMatchObject({ current: 1, looking: true });
    store.getState().forgetTaken();
    expect(store.getState().looking).toBe(false);
    // The row that was taken is behind: the next step leaves it at once.
    store.getState().move(-1);
    expect(store.getState()).toMatchObject({ current: 0, looking: true });
  });
});

describe('numbers of the case itself', () => {
  const list = async (): Promise<ReturnType<typeof slowSearches> & { readonly store: ReturnType<typeof make> }> => {
    const slow = slowSearches();
    const store = make(slow.bridge);
    store.getState().start();
    slow.tell();
    await slow.asked.at(-1)?.answer(['4006000001', '4006000002', '4006000003', '4006000004'].map((digits) => hit(digits)));
    return { ...slow, store };
  };

  it('keep their place when the pool no longer has them, as do lost ones; a new question starts afresh', async () => {
    const { store, asked, tell } = await list();
    store.getState().move(2);
    store.getState().keep([hit('4006000003'), hit('4006009999')]);
    store.getState().markTaken('4006000001', []);
    tell();
    await asked.at(-1)?.answer([hit('4006000002'), hit('4006000004')], { total: 2 });
    expect(rowsOf(store)).toEqual(['4006000001', '4006000002', '4006000003', '4006000004']);
    expect(store.getState().current).toBe(2);
    store.getState().type('2');
    vi.advanceTimersByTime(90);
    await asked.at(-1)?.answer([hit('4006000002')]);
    expect(rowsOf(store)).toEqual(['4006000002']);
  });

  it('are listed alone on wish, and follow what is dropped', async () => {
    const { store, asked } = await list();
    store.getState().keep([hit('4006000003'), hit('4006009999')]);
    store.getState().show('shortlist');
    expect(rowsOf(store)).toEqual(['4006000003', '4006009999']);
    store.getState().keep([hit('4006009999')]);
    expect(rowsOf(store)).toEqual(['4006009999']);
    const before = asked.length;
    store.getState().more();
    expect(asked).toHaveLength(before);
    store.getState().keep([]);
    expect(store.getState().showing).toBe('found');
  });
});

describe('suggestions for the customer', () => {
  const row = (digits: string, kind: 'landline-tail' | 'rhyme', from: string): Suggestions['hits'][number] => ({ ...hit(digits), meaning: { kind, digits: digits.slice(-4), at: 6, from } });
  const two = [{ kind: 'landline-tail', from: '59206688', count: 9 }, { kind: 'landline-tail', from: '64001206', count: 4 }, { kind: 'rhyme', from: '', count: 2 }] as const;
  const given: Suggestions = { sources: two, hits: [row('4006126688', 'landline-tail', '59206688'), row('4006121206', 'landline-tail', '64001206'), row('4006013721', 'rhyme', '三七二十一')], elapsedMs: 3 };

  const started = async (): Promise<ReturnType<typeof slowSearches> & { readonly store: ReturnType<typeof make> }> => {
    const slow = slowSearches(given);
    const store = make(slow.bridge);
    store.getState().start();
    slow.tell();
    await vi.advanceTimersByTimeAsync(0);
    return { ...slow, store };
  };

  it('lists all, or those of one source; a kind with two sources keeps them apart', async () => {
    const { store } = await started();
    store.getState().show('suggested');
    expect(rowsOf(store)).toEqual(['4006126688', '4006121206', '4006013721']);
    store.getState().show(two[1]);
    expect(rowsOf(store)).toEqual(['4006121206']);
    store.getState().show(two[2]);
    expect(rowsOf(store)).toEqual(['4006013721']);
  });

  it('stay when the answer of a search comes late, and go with the next word in the box', async () => {
    const { store, asked } = await started();
    store.getState().show('suggested');
    await asked.at(-1)?.answer([hit('4006000001')]);
    expect(rowsOf(store)).toHaveLength(3);
    store.getState().type('88');
    vi.advanceTimersByTime(90);
    await asked.at(-1)?.answer([hit('4006000088')]);
    expect(store.getState()).toMatchObject({ showing: 'found', rows: [{ digits: '4006000088' }] });
  });
});
