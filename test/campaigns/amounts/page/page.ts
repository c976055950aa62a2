import { fromText, toText } from './bridge-text.ts';

// The page of the real renderer; its bridge is one function that the browser's driver put there.
const { askConsole } = window as unknown as { readonly askConsole: (channel: string, request: string) => Promise<string> };
const counter = {
  invoke: async (channel: string, request: unknown): Promise<unknown> => fromText(await askConsole(channel, toText(request))),
  subscribe: () => () => undefined,
  ready: () => undefined,
};
Object.defineProperty(window, 'counter', { value: counter });
await import('../../../../src-renderer/main.tsx');
