/** The script of the world "electron-preload", put in as source: ipcRenderer, contextBridge, a limited require. */
import type { AnyFunction } from './bridge.ts';
import type { Codec } from './codec.ts';
import type { MakeBridge } from './main-world.ts';

/** What the page tells the host. */
export type FromPage =
  | { readonly kind: 'send'; readonly channel: string; readonly args: readonly unknown[] }
  | { readonly kind: 'invoke'; readonly id: number; readonly channel: string; readonly args: readonly unknown[] }
  | { readonly kind: 'permission'; readonly id: number; readonly permission: string; readonly details: object }
  | { readonly kind: 'open'; readonly url: string; readonly frameName: string }
  | { readonly kind: 'preload-error'; readonly error: Error };
/** What the host tells the page. */
export type ToPage =
  | { readonly kind: 'event'; readonly channel: string; readonly args: readonly unknown[] }
  | { readonly kind: 'reply'; readonly id: number; readonly ok: boolean; readonly value: unknown };

export type Emitter = {
  on(event: string, listener: AnyFunction): Emitter;
  once(event: string, listener: AnyFunction): Emitter;
  off(event: string, listener: AnyFunction): Emitter;
  removeAllListeners(event?: string): Emitter;
  listenerCount(event: string): number;
  emit(event: string, ...args: readonly unknown[]): boolean;
};
export type Wire = {
  readonly post: (message: FromPage) => void;
  readonly ask: (message: Omit<Extract<FromPage, { kind: 'invoke' }>, 'id'> | Omit<Extract<FromPage, { kind: 'permission' }>, 'id'>) => Promise<unknown>;
  onEvent: (channel: string, args: readonly unknown[]) => void;
};
type Preload = (...scope: readonly unknown[]) => void;
type PageGlobals = { __hostPost?: (text: string) => void; __hostDeliver?: (text: string) => void };

export function isolatedWorld(hello: string, makeBridge: MakeBridge, connect: (codec: Codec) => Wire, codec: Codec, modulesFor: (wire: Wire, exposeApi: AnyFunction) => Record<string, unknown>, info: object, preload: Preload): void {
  if (window !== window.top) return;
  const wire = connect(codec);
  const node = document.createElement('i');
  document.dispatchEvent(new MouseEvent(hello, { relatedTarget: node }));
  const bridge = makeBridge(node, 'isolated', 'main');
  bridge.lent.set('open', (url, frameName) => wire.post({ kind: 'open', url: url as string, frameName: frameName as string }));
  bridge.lent.set('permission', (permission, details) => wire.ask({ kind: 'permission', permission: permission as string, details: details as object }));
  const modules = modulesFor(wire, (key, api) => { bridge.call('expose', [key, api]); });
  const require = (id: string): unknown => {
    const found = modules[id.replace(/^node:/, '')];
    if (!found) throw new Error(`module not found: ${id}`);
    return found;
  };
  const process = { ...info, type: 'renderer', sandboxed: true, contextIsolated: true, nextTick: queueMicrotask.bind(globalThis), on() { /* as Electron's: no process events here */ }, once() { /* likewise */ } };
  try {
    const module = { exports: {} };
    preload(require, module, module.exports, process);
  } catch (error) {
    console.error('Unable to load preload script:', error);
    wire.post({ kind: 'preload-error', error: error instanceof Error ? error : new Error(String(error)) });
  }
}

export function connectWire(codec: Codec): Wire {
  const globals = globalThis as PageGlobals;
  const postText = globals.__hostPost as (text: string) => void;
  delete globals.__hostPost;
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (reason: unknown) => void }>();
  let lastId = 0;
  const wire: Wire = {
    post: (message) => postText(codec.encode(message)),
    ask: (message) => new Promise((resolve, reject) => {
      lastId += 1;
      wire.post({ ...message, id: lastId } as FromPage);
      waiting.set(lastId, { resolve, reject });
    }),
    onEvent: () => { /* set by the modules */ },
  };
  globals.__hostDeliver = (text) => {
    const message = codec.decode(text) as ToPage;
    if (message.kind === 'event') { wire.onEvent(message.channel, message.args); return; }
    const settlers = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.ok) settlers?.resolve(message.value);
    else settlers?.reject(message.value);
  };
  return wire;
}

export function makeEmitterClass(): new () => Emitter {
  type Entry = { readonly listener: AnyFunction; readonly once: boolean };
  return class EventEmitter implements Emitter {
    #entries = new Map<string, readonly Entry[]>();
    #add(event: string, listener: AnyFunction, once: boolean): this {
      this.#entries.set(event, [...(this.#entries.get(event) ?? []), { listener, once }]);
      return this;
    }
    on(event: string, listener: AnyFunction): this { return this.#add(event, listener, false); }
    once(event: string, listener: AnyFunction): this { return this.#add(event, listener, true); }
    addListener(event: string, listener: AnyFunction): this { return this.on(event, listener); }
    removeListener(event: string, listener: AnyFunction): this { return this.off(event, listener); }
    off(event: string, listener: AnyFunction): this {
      const entries = this.#entries.get(event) ?? [];
      const last = entries.findLastIndex((entry) => entry.listener === listener);
      this.#entries.set(event, entries.filter((_, at) => at !== last));
      return this;
    }
    removeAllListeners(event?: string): this {
      if (event === undefined) this.#entries.clear();
      else this.#entries.delete(event);
      return this;
    }
    listenerCount(event: string): number { return this.#entries.get(event)?.length ?? 0; }
    emit(event: string, ...args: readonly unknown[]): boolean {
      const entries = this.#entries.get(event) ?? [];
      for (const entry of entries) { if (entry.once) this.off(event, entry.listener); Reflect.apply(entry.listener, this, args); }
      return entries.length > 0;
    }
  };
}

export function preloadModules(wire: Wire, exposeApi: AnyFunction, Emitter: new () => Emitter): Record<string, unknown> {
  const missing = (name: string) => (): never => { throw new Error(`electron host: ${name} is not emulated`); };
  // Methods live on the prototype: sent over the bridge this is {}, as since Electron 29.
  class IpcRenderer extends Emitter {
    send(channel: string, ...args: readonly unknown[]): void { wire.post({ kind: 'send', channel, args }); }
    async invoke(channel: string, ...args: readonly unknown[]): Promise<unknown> { return wire.ask({ kind: 'invoke', channel, args }); }
    sendSync(): never { return missing('ipcRenderer.sendSync')(); }
    postMessage(): never { return missing('ipcRenderer.postMessage')(); }
    sendToHost(): never { return missing('ipcRenderer.sendToHost')(); }
  }
  const ipcRenderer = new IpcRenderer();
  wire.onEvent = (channel, args) => { ipcRenderer.emit(channel, { sender: ipcRenderer, senderId: 0, ports: [] }, ...args); };
  const electron = {
    ipcRenderer,
    contextBridge: {
      exposeInMainWorld: exposeApi,
      exposeInIsolatedWorld: missing('contextBridge.exposeInIsolatedWorld'),
      executeInMainWorld: missing('contextBridge.executeInMainWorld'),
    },
    webUtils: { getPathForFile: missing('webUtils.getPathForFile') },
    webFrame: new Proxy({}, { get: (_, key) => missing(`webFrame.${String(key)}`)() }),
  };
  const timers = { setTimeout: setTimeout.bind(globalThis), clearTimeout: clearTimeout.bind(globalThis), setInterval: setInterval.bind(globalThis), clearInterval: clearInterval.bind(globalThis) };
  return { electron, 'electron/renderer': electron, events: Object.assign(Emitter, { EventEmitter: Emitter }), timers, url: { URL, URLSearchParams } };
}
