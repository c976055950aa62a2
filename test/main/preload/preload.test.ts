import { beforeAll, expect, test, vi } from 'vitest';
import { eventNames, requestChannels } from '#contract/channels.ts';

type Counter = {
  invoke: (channel: string, request?: unknown) => Promise<unknown>;
  subscribe: (name: string, listener: (...args: readonly unknown[]) => void) => () => void;
  ready: () => void;
};
type Listener = (event: object, value: unknown) => void;

const electron = vi.hoisted(() => ({ exposed: {} as Record<string, unknown>, invoked: [] as unknown[][], sent: [] as unknown[][], listeners: new Map<string, Set<unknown>>() }));

vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (name: string, api: unknown) => { electron.exposed[name] = api; } },
  ipcRenderer: {
    invoke: async (...args: readonly unknown[]) => { electron.invoked.push([...args]); return 'answer'; },
    send: (...args: readonly unknown[]) => { electron.sent.push([...args]); },
    on: (name: string, listener: unknown) => { electron.listeners.set(name, (electron.listeners.get(name) ?? new Set()).add(listener)); },
    off: (name: string, listener: unknown) => { electron.listeners.get(name)?.delete(listener); },
  },
}));

let counter: Counter;
beforeAll(async () => {
  await import('../../../src-main/preload/index.ts');
  counter = electron.exposed['counter'] as Counter;
});

const push = (name: string, value: unknown): void => { for (const listener of electron.listeners.get(`event/${name}`) ?? []) (listener as Listener)({ sender: 'never seen' }, value); };

test('the page gets one global with three functions', () => {
  expect([Object.keys(electron.exposed), Object.keys(counter)]).toEqual([['counter'], ['invoke', 'subscribe', 'ready']]);
});

test('every listed channel goes through', async () => {
  for (const channel of requestChannels) expect(await counter.invoke(channel, { x: 1 })).toBe('answer');
  expect(electron.invoked).toEqual(requestChannels.map((channel) => [channel, { x: 1 }]));
});

test.each(['cases/steal', '', 'toString', '__proto__', 'renderer-ready', 'Cases/open', 'cases/open '])('the channel %j is refused before Electron hears of it', async (channel) => {
  electron.invoked.length = 0;
  await expect(counter.invoke(channel)).rejects.toThrow('no such channel');
  expect(electron.invoked).toEqual([]);
});

test('a listener gets the value alone, until it leaves', () => {
  for (const name of eventNames) {
    const got: unknown[][] = [];
    const leave = counter.subscribe(name, (...args) => { got.push([...args]); });
    push(name, 1);
    leave();
    push(name, 2);
    expect([name, got]).toEqual([name, [[1]]]);
  }
});

test('an event that is not listed cannot be heard', () => {
  expect(() => counter.subscribe('renderer-ready', () => undefined)).toThrow('no such event');
});

test('ready is a message without content', () => {
  electron.sent.length = 0;
  counter.ready();
  expect(electron.sent).toEqual([['renderer-ready']]);
});
