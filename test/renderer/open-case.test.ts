import { describe, expect, it } from 'vitest';
import { makeOpenCase } from '../../src-renderer/stores/open-case.ts';
import { makeFakeBridge } from './fake-bridge.ts';
import { sampleCase } from './sample-cases.ts';

const opened = async (answers: Parameters<typeof makeFakeBridge>[0] = {}): Promise<{ store: ReturnType<typeof makeOpenCase>; bridge: ReturnType<typeof makeFakeBridge> }> => {
  const bridge = makeFakeBridge({ open: sampleCase({ patch: { place: { task: 'form', field: 'destination-d2' } } }), ...answers });
  const store = makeOpenCase(bridge);
  await store.getState().open(sampleCase({}).caseId);
  return { store, bridge };
};

describe('the open case', () => {
  it('opens at the task and field where it was left', async () => {
    const { store } = await opened();
    expect([store.getState().task, store.getState().wantedField]).toEqual(['form', 'destination-d2']);
  });

  it('never lets an older answer replace a newer one', async () => {
    const { store } = await opened();
    const view = store.getState().view;
    store.getState().apply(sampleCase({ patch: { revision: 3, ownerName: 'old' } }));
    expect(store.getState().view).toBe(view);
  });

  it('says saved only after the answer, and not while the save is on its way', async () => {
    const { store } = await opened();
    const answer = store.getState().act('cases/save-customer', { caseId: sampleCase({}).caseId, patch: { name: '甲公司' } });
    expect(store.getState().saved.state).toBe('saving');
    await answer;
    expect([store.getState().saved.state, store.getState().view?.customer.name]).toEqual(['saved', '甲公司']);
  });

  it('keeps the time of the last good save when one fails', async () => {
    const { store } = await opened({ answers: { 'cases/save-customer': () => ({ code: 'disk-full' }) } });
    await store.getState().act('cases/save-customer', { caseId: sampleCase({}).caseId, patch: { name: '甲公司' } });
    expect([store.getState().saved, store.getState().failure?.code]).toEqual([{ state: 'failed', at: sampleCase({}).savedAt }, 'disk-full']);
  });

  it('saves what is unsaved before another task is shown', async () => {
    const { store } = await opened();
    const order: string[] = [];
    store.getState().atLeave(async () => { order.push(`flush in ${store.getState().task}`); });
    await store.getState().goTo('documents');
    expect([...order, store.getState().task]).toEqual(['flush in form', 'documents']);
  });

  it('asks again when main says that this case changed, and only then', async () => {
    const { store, bridge } = await opened();
    const asked = (): number => bridge.calls.filter((call) => call.channel === 'cases/open').length;
    const before = asked();
    bridge.push('case/changed', { caseId: '00000000-0000-4000-8000-000000000099', cause: 'carrier' });
    expect(asked()).toBe(before);
    bridge.push('case/changed', { caseId: store.getState().view?.caseId ?? '', cause: 'carrier' });
    expect(asked()).toBe(before + 1);
  });
});
