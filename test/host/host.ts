/** What the host's parts share: the running Chromium, whether the app is ready, and the events between them. */
import { EventEmitter } from 'node:events';
import type { Chromium } from './chromium.ts';

type HostState = {
  chromium: Chromium | null;
  ready: boolean;
  /** Electron's `app`, as the emitter of window and web-contents events. */
  app: EventEmitter;
};

class Host extends EventEmitter {
  readonly state: HostState = { chromium: null, ready: false, app: new EventEmitter() };

  get chromium(): Chromium {
    if (!this.state.chromium) throw new Error('electron host: Chromium has not started');
    return this.state.chromium;
  }

  log(what: string, ...details: readonly unknown[]): void {
    if (process.env['CONSOLE_HOST_DEBUG']) console.error(`[electron host] ${what}`, ...details);
  }
}

export const host = new Host();
host.setMaxListeners(0);

/** An event whose default can be prevented, as Electron hands them out. */
export type Cancellable = { defaultPrevented: boolean; preventDefault(): void };

export function cancellable<T extends object>(details: T): T & Cancellable {
  const event = { ...details, defaultPrevented: false, preventDefault: () => { event.defaultPrevented = true; } };
  return event;
}
