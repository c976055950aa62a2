import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ShortlistItem } from '#contract/shortlist.ts';
import { makeNumberExplain } from '../../src-renderer/screens/number/explain/number-explain.ts';
import { makeShortlist, picksWith, rankedPicks, type ShortlistStore } from '../../src-renderer/screens/number/tray/shortlist.ts';
import { rankWords } from '../../src-renderer/screens/number/tray/rank-words.ts';
import { lacksFallbacks, wishOf } from '../../src-renderer/screens/number/tray/wish.ts';
import type { OpenCase } from '../../src-renderer/stores/open-case.ts';
import { type FakeBridge, makeFakeBridge } from './fake-bridge.ts';
import { heldNumber, sampleCase, sampleNow } from './sample-cases.ts';
import { hit } from './sample-reference.ts';
import { listed } from './sample-shortlist.ts';

const open = sampleCase({ number: null });
const { caseId } = open;

const started = async (): Promise<{ readonly bridge: FakeBridge; readonly store: ShortlistStore }> => {
  const bridge = makeFakeBridge({ open });
  const store = makeShortlist(bridge, bridge.invoke as OpenCase['act'], caseId, () => new Date().toISOString());
  store.getState().start();
  store.getState().heed('none');
  await vi.advanceTimersByTimeAsync(0);
  return { bridge, store };
};
const digitsOf = (store: ShortlistStore): readonly string[] => store.getState().items.map((item) => item.hit.digits);
const asked = (bridge: FakeBridge, channel: string): readonly unknown[] => bridge.calls.filter((call) => call.channel === channel).map((call) => call.request);

beforeEach(() => { vi.useFakeTimers({ now: new Date(sampleNow) }); });
afterEach(() => { vi.useRealTimers(); });

describe('the shortlist of a case', () => {
  it('lists a number, makes it the first, and drops it again', async () => {
    const { store } = await started();
    for (const digits of ['4006008899', '4006123457', '4006186688']) await store.getState().toggle(digits);
    await store.getState().first('4006186688');
    expect(digitsOf(store)).toEqual(['4006186688', '4006008899', '4006123457']);
    await store.getState().toggle('4006008899');
    expect(digitsOf(store)).toEqual(['4006186688', '4006123457']);
  });

  it('keeps six when main refuses the seventh, also as the first', async () => {
    const { bridge, store } = await started();
    for (let at = 0; at < 7; at += 1) await store.getState().toggle(`400612345${at}`);
    expect(digitsOf(store)).toEqual([0, 1, 2, 3, 4, 5].map((at) => `400612345${at}`));
    await store.getState().first('4006123459');
    expect(asked(bridge, 'shortlist/order')).toEqual([]);
  });

  it('asks again when the case has another number, once', async () => {
    const { bridge, store } = await started();
    store.getState().heed('none');
    expect(asked(bridge, 'shortlist/read')).toHaveLength(1);
    store.getState().heed('4006123457 granted');
    expect(asked(bridge, 'shortlist/read')).toHaveLength(2);
  });

  it('asks again when the first hold must have run out', async () => {
    const { bridge, store } = await started();
    await store.getState().toggle('4006123457');
    const before = asked(bridge, 'shortlist/read').length;
    await vi.advanceTimersByTimeAsync(14 * 60_000);
    expect(asked(bridge, 'shortlist/read')).toHaveLength(before);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asked(bridge, 'shortlist/read')).toHaveLength(before + 1);
  });

  it('points at the current number only while the window is open and the number is listed', async () => {
    const { bridge, store } = await started();
    await store.getState().toggle('4006123457');
    store.getState().light('4006123457');
    await store.getState().show('4006123457');
    store.getState().light('4006123457');
    store.getState().light('4006000001');
    await store.getState().show('4006123457');
    store.getState().light('4006123457');
    expect(asked(bridge, 'customer/show')).toEqual([{ caseId, lit: '4006123457' }, { caseId, lit: null }, { caseId: null, lit: null }]);
  });
});

describe('what goes to the carrier from an offline list', () => {
  const item = (digits: string, state: ShortlistItem['state'] = 'free'): ShortlistItem => listed(digits, state);

  it('is a first wish and at most four ordinary fallbacks, none that is taken', () => {
    const ordinary = ['4006123457', '4006123458', '4006123459', '4006123470', '4006123471', '4006123472'];
    expect(rankedPicks(ordinary.map((digits) => item(digits)))).toEqual(ordinary.slice(0, 5));
    expect(rankedPicks([item('4006123457', 'taken'), item('4006123458'), item('4006008899'), item('4006123459')])).toEqual(['4006123458', '4006123459']);
    expect(rankedPicks([])).toEqual([]);
  });

  it('is the list as ranked for a number of it, any other alone', () => {
    expect(picksWith('4006123457', ['4006123457', '4006123458'])).toEqual(['4006123457', '4006123458']);
    expect(picksWith('4006123458', ['4006123457', '4006123458'])).toEqual(['4006123457', '4006123458']);
    expect(picksWith('4006123459', ['4006123457', '4006123458'])).toEqual(['4006123459']);
    expect(picksWith('4006123459', [])).toEqual(['4006123459']);
  });

  it('is a special number alone', () => {
    expect(rankedPicks([item('4006008899'), item('4006123457')])).toEqual(['4006008899']);
  });
});

const [row, other] = [hit('4006123457'), hit('4006123458')];
const standing = { view: open, current: row, looking: false, taken: [] as readonly string[], items: [], ranked: [], offline: false } as const;

describe('what the primary button takes', () => {

  it('is nothing while the list is untouched, then the row the clerk went to', () => {
    expect(wishOf(standing)).toMatchObject({ hit: undefined, settled: false, label: '先找号或移到一个号' });
    expect(wishOf({ ...standing, looking: true })).toMatchObject({ hit: row, label: '占 400-612-3457' });
    expect(wishOf({ ...standing, looking: true, taken: [row.digits], items: [listed('4006123458', 'held')] })).toMatchObject({ hit: undefined, label: '这个号没有了，换一个' });
    expect(wishOf({ ...standing, looking: true, unread: true, items: [listed('4006123458', 'held')] })).toMatchObject({ hit: undefined, label: '先改好条件' });
  });

  it('is the first of the shortlist when the clerk went nowhere', () => {
    expect(wishOf({ ...standing, items: [listed('4006123458', 'held')] }).hit?.digits).toBe('4006123458');
  });

  it('goes on once the number is held, until another row is wished', () => {
    const view = { ...open, number: heldNumber('4006123457') };
    expect(wishOf({ ...standing, view, items: [listed('4006123458', 'held')] })).toMatchObject({ settled: true });
    expect(wishOf({ ...standing, view, looking: true })).toMatchObject({ settled: true });
    expect(wishOf({ ...standing, view, looking: true, current: other })).toMatchObject({ settled: false, hit: other });
  });

  it('is never the list beside a number that the case has for sure, held or lent to this PC, with or without a line', () => {
    const items = [listed('4006123458', 'free')];
    for (const hold of ['granted', 'leased'] as const) for (const offline of [false, true]) {
      const sure = { ...standing, view: { ...open, number: heldNumber('4006123457', { hold }) }, items, ranked: rankedPicks(items), offline };
      expect(wishOf(sure)).toMatchObject({ hit: undefined, settled: true });
      expect(wishOf({ ...sure, looking: true, current: other })).toMatchObject({ hit: other, settled: false });
    }
  });

  it('offline is the ranked list, and goes on when just that is picked', () => {
    const items = ['4006123457', '4006123458'].map((digits) => listed(digits, 'free'));
    const offline = { ...standing, items, ranked: rankedPicks(items), offline: true };
    expect(wishOf(offline)).toMatchObject({ settled: false, label: '暂定 400-612-3457，备选 1 个' });
    const picked = { ...open, number: heldNumber('4006123457', { hold: 'provisional', fallbacks: [other] }) };
    expect(wishOf({ ...offline, view: picked })).toMatchObject({ settled: true, label: '已暂定，办下一件' });
    expect(wishOf({ ...offline, view: { ...open, number: heldNumber('4006123457', { hold: 'provisional' }) } })).toMatchObject({ settled: false, label: '暂定 400-612-3457，备选 1 个' });
    expect(wishOf({ ...offline, items: [], ranked: [], looking: true, current: { ...row, leased: true } }).label).toBe('定离线号 400-612-3457');
  });
});

describe('offline, the lit row', () => {
  const items = ['4006123457', '4006123458'].map((digits) => listed(digits, 'free'));
  const offline = { ...standing, items, ranked: rankedPicks(items), offline: true, looking: true } as const;

  it('stands for the list when it is in it, and is picked alone when it is not', () => {
    expect(wishOf({ ...offline, current: other }).label).toBe('暂定 400-612-3457，备选 1 个');
    expect(wishOf({ ...offline, current: hit('4006123470') })).toMatchObject({ hit: { digits: '4006123470' }, label: '暂定 400-612-3470' });
  });

  it('is no step back: with nothing listed a pick that stands goes on, also from its own row', () => {
    const picked = { ...offline, items: [], ranked: [], view: { ...open, number: heldNumber('4006123457', { hold: 'provisional' }) } };
    expect(wishOf({ ...picked, looking: false })).toMatchObject({ settled: true, label: '已暂定，办下一件' });
    expect(wishOf(picked)).toMatchObject({ settled: true });
    expect(wishOf({ ...picked, current: other })).toMatchObject({ settled: false, label: '暂定 400-612-3458' });
    expect(wishOf({ ...picked, offline: false, looking: false })).toMatchObject({ settled: true });
  });

  it('names the change beside a number that the case has for sure', () => {
    expect(wishOf({ ...standing, looking: true, current: other, view: { ...open, number: heldNumber('4006123457') } }).label).toBe('换成 400-612-3458');
  });

  it('says fallbacks are missing only for a lone ordinary pick', () => {
    const alone = (patch: object, digits = '4006123457'): boolean => lacksFallbacks({ ...open, number: heldNumber(digits, { hold: 'provisional', ...patch }) });
    expect([alone({}), alone({ fallbacks: [other] }), alone({}, '4006008899'), alone({ hold: 'leased' })]).toEqual([true, false, false, false]);
  });
});

describe('the rank of a listed number', () => {
  const words = (digits: readonly string[], offline: boolean): readonly (string | undefined)[] => {
    const items = digits.map((one) => listed(one, 'free'));
    return digits.map((one) => { const said = rankWords(items, rankedPicks(items), offline, one); return said?.why ?? said?.rank; });
  };

  it('is what goes to the carrier offline, with the reason where it does not', () => {
    expect(words(['4006008899', '4006123457'], true)).toEqual(['首选', '首选是靓号，不能带备选']);
    expect(words(['4006123457', '4006008899', '4006123458'], true)).toEqual(['首选', '靓号不能作备选', '备选 1']);
    expect(words(['57', '58', '59', '70', '71', '72'].map((tail) => `40061234${tail}`), true).at(-1)).toBe('备选最多 4 个');
    expect(words(['4006008899', '4006123457'], false)).toEqual(['首选', '备选 1']);
    expect(rankWords([], [], true, '4006123457')).toBeNull();
  });
});

describe('the explanation', () => {
  it('asks only while open, only when the keys rest, and keeps the newest', async () => {
    const bridge = makeFakeBridge({ open });
    const store = makeNumberExplain(bridge);
    store.getState().follow('4006008899');
    await vi.advanceTimersByTimeAsync(500);
    expect(asked(bridge, 'numbers/explain')).toHaveLength(0);
    store.getState().toggle();
    for (const digits of ['4006123457', '4006123458', '4006186688']) store.getState().follow(digits);
    await vi.advanceTimersByTimeAsync(100);
    expect(asked(bridge, 'numbers/explain')).toEqual([{ digits: '4006186688' }]);
    expect(store.getState().answer?.hit.digits).toBe('4006186688');
  });
});
