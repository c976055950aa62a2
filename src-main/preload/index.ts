import { contextBridge, ipcRenderer } from 'electron';
import { type EventName, eventNames, type RequestChannel, requestChannels } from '#contract/channels.ts';

const channels: ReadonlySet<string> = new Set(requestChannels);
const events: ReadonlySet<string> = new Set(eventNames);

// The page gets three functions and never Electron's own event object or a channel that is not listed.
const counter = {
  invoke: async (channel: RequestChannel, request: unknown): Promise<unknown> => {
    if (!channels.has(channel)) throw new Error('counter.invoke: no such channel');
    return ipcRenderer.invoke(channel, request) as Promise<unknown>;
  },
  subscribe: (name: EventName, listener: (event: unknown) => void): (() => void) => {
    if (!events.has(name)) throw new Error('counter.subscribe: no such event');
    const heard = (_: unknown, event: unknown): void => listener(event);
    ipcRenderer.on(`event/${name}`, heard);
    return () => { ipcRenderer.off(`event/${name}`, heard); };
  },
  ready: (): void => ipcRenderer.send('renderer-ready'),
};

contextBridge.exposeInMainWorld('counter', counter);
