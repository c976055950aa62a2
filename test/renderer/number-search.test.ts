import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { NumberHit } from '#contract/numbers.ts';
import type { Bridge } from '../../src-renderer/bridge/bridge.ts';
import { makeNumberSearch } from '../../src-renderer/screens/number/number-search.ts';

const hit = (digits: string, grade = 9): NumberHit => ({ digits, grade, ruleId: null, floorLi: 0, prepayLi: 0, termMonths: 0 });

/** Answers each search when the test says so, in any order. */
function slowSearches(): { readonly bridge: Bridge; readonly asked: { readonly text: string; readonly offset: number; readonly answer: (hits: readonly NumberHit[], total?: number) => Promise<void> }[] } {
  const asked: ReturnType<typeof slowSearches>['asked'] = [];
  const invoke = (channel: string, request?: { readonly text: string; readonly offset: number }): Promise<unknown> =>
    new Promise((resolve) => {
      if (channel !== 'numbers/search') return;
      const { text = '', offset = 0 } = request ?? {};
      asked.push({ text, offset, answer: async (hits, total = hits.length) => {
        resolve({ ok: true, value: { total, perGrade: [], hits, elapsedMs: 1 } });
        await Promise.resolve();
        await Promise.resolve();
      } });
    });
  return { asked, bridge: { invoke, subscribe: () => () => undefined, ready: () => undefined } as unknown as Bridge };
}

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

describe('the number finder', () => {
  it('asks once, 150 ms after the last key', () => {
    const { bridge, asked } = slowSearches();
    const store = makeNumberSearch(bridge);
    store.getState().type('8');
    vi.advanceTimersByTime(149);
    store.getState().type('88');
    vi.advanceTimersByTime(149);
    expect(asked).toHaveLength(0);
    vi.advanceTimersByTime(1);
    expect(asked.map((one) => one.text)).toEqual(['88']);
  });

  it('drops the answer of an older search that comes late', async () => {
    const { bridge, asked } = slowSearches();
    const store = makeNumberSearch(bridge);
    store.getState().type('8');
    vi.advanceTimersByTime(150);
    store.getState().type('88');
    vi.advanceTimersByTime(150);
    await asked[1]?.answer([hit('4006008812')]);
    await asked[0]?.answer([hit('4006000008')]);
    expect(store.getState().hits.map((one) => one.digits)).toEqual(['4006008812']);
  });

  it('goes on listing where the first hundred ended', async () => {
    const { bridge, asked } = slowSearches();
    const store = makeNumberSearch(bridge);
    store.getState().type('6');
    vi.advanceTimersByTime(150);
    await asked[0]?.answer(Array.from({ length: 100 }, (_, at) => hit(`40060000${String(at).padStart(2, '0')}`)), 130);
    store.getState().more();
    expect(asked[1]).toMatchObject({ offset: 100 });
    await asked[1]?.answer([hit('4006009999')], 130);
    expect(store.getState().hits).toHaveLength(101);
    store.getState().more();
    expect(asked).toHaveLength(2);
  });

  it('keeps the clerk on the same number when news of the pool comes, and counts the row as a wish only after a move', async () => {
    let tell: () => void = () => undefined;
    const { bridge, asked } = slowSearches();
    const store = makeNumberSearch({ ...bridge, subscribe: (_name: string, listener: (pool: unknown) => void) => { tell = () => listener({ loaded: true }); return () => undefined; } } as unknown as Bridge);
    store.getState().start();
    tell();
    await asked.at(-1)?.answer(['4006000001', '4006000002', '4006000003'].map((digits) => hit(digits)));
    expect(store.getState()).toMatchObject({ current: 0, looking: false });
    store.getState().move(2);
    tell();
    await asked.at(-1)?.answer(['4006000002', '4006000003'].map((digits) => hit(digits)));
    expect(store.getState()).toMatchObject({ current: 1, looking: true });
    store.getState().forgetTaken();
    expect(store.getState().looking).toBe(false);
  });

  it('takes fallbacks beside an ordinary number only, at most four, and lets go of one again', () => {
    const store = makeNumberSearch(slowSearches().bridge);
    const { togglePick, clearPicks } = store.getState();
    const picked = (): readonly string[] => store.getState().picks.map((pick) => pick.digits);
    for (let at = 0; at < 7; at += 1) togglePick(hit(`400600000${at}`));
    togglePick(hit('4006008899', 6));
    expect(picked()).toHaveLength(5);
    togglePick(hit('4006000001'));
    togglePick(hit('4006008899', 6));
    expect(picked()).toEqual(['4006000000', '4006000002', '4006000003', '4006000004']);
    clearPicks();
    togglePick(hit('4006008899', 6));
    togglePick(hit('4006000000'));
    expect(picked()).toEqual(['4006008899']);
  });
});
