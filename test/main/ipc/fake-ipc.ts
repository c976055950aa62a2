/** Electron's side of the door for tests: handlers as they were registered, and senders of every kind. */
import { EventEmitter } from 'node:events';
import type { IpcMain, WebContents, WebFrameMain } from 'electron';
import type { Guard, Sent } from '../../../src-main/ipc/sender.ts';

type Handler = (event: Sent, request: unknown) => Promise<unknown>;

export class FakeIpcMain extends EventEmitter {
  readonly handlers = new Map<string, Handler>();
  handle(channel: string, handler: Handler): void {
    if (this.handlers.has(channel)) throw new Error(`second handler for ${channel}`);
    this.handlers.set(channel, handler);
  }
  get asElectron(): IpcMain { return this as unknown as IpcMain; }
  invoke(channel: string, event: Sent, request?: unknown): Promise<unknown> {
    const handler = this.handlers.get(channel);
    if (!handler) throw new Error(`no handler for ${channel}`);
    return handler(event, request);
  }
}

export const guard: Guard = { origin: 'app://console', audienceOf: (id) => (id === 7 || id === 8 ? 'console' : id === 9 ? 'customer' : null) };

type Frame = { readonly url: string; readonly origin: string; readonly detached: boolean };

/** The sender that is let in, with anything about it changed. */
export function sentFrom(change: { readonly id?: number; readonly destroyed?: boolean; readonly frame?: Partial<Frame> | null; readonly isMainFrame?: boolean } = {}): Sent {
  const frame = { url: 'app://console/index.html', origin: 'app://console', detached: false, ...change.frame };
  const sender = { id: change.id ?? 7, isDestroyed: () => change.destroyed ?? false, mainFrame: change.isMainFrame === false ? { ...frame } : frame };
  return { sender: sender as unknown as WebContents, senderFrame: change.frame === null ? null : frame as unknown as WebFrameMain };
}

/** Senders that must never be heard. */
export const hostileSenders: readonly (readonly [string, Sent])[] = [
  ['no frame', sentFrom({ frame: null })],
  ['a frame inside the page', sentFrom({ isMainFrame: false })],
  ['another origin', sentFrom({ frame: { url: 'https://evil.example/', origin: 'https://evil.example' } })],
  ['a look-alike host', sentFrom({ frame: { url: 'app://console.evil/index.html', origin: 'app://console.evil' } })],
  ['a look-alike address with our origin', sentFrom({ frame: { url: 'app://console@evil/index.html' } })],
  ['about:blank', sentFrom({ frame: { url: 'about:blank', origin: 'null' } })],
  ['about:blank that inherited our origin', sentFrom({ frame: { url: 'about:blank' } })],
  ['a page that has gone', sentFrom({ destroyed: true })],
  ['a frame that was taken out', sentFrom({ frame: { detached: true } })],
  ['a window that is not ours', sentFrom({ id: 99 })],
  ['developer tools', sentFrom({ id: 99, frame: { url: 'devtools://devtools/bundled/', origin: 'devtools://devtools' } })],
];
