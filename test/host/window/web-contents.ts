/** webContents: one page of Chromium with its two scripts, its messages and its navigations. */
import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { cancellable, host } from '../host.ts';
import { emulated, notEmulated } from '../not-emulated.ts';
import { makeCodec } from '../page/codec.ts';
import type { FromPage, ToPage } from '../page/isolated-world.ts';
import { pageScripts } from '../page/page-scripts.ts';
import { IpcMain, ipcMain } from './ipc-main.ts';
import { answerRequest, type PageLink, type Paused } from './page-requests.ts';
import { fromWire, originOf, toWire } from './schemes.ts';
import { defaultSession } from './session.ts';
import type { Target } from './targets.ts';

export type WebPreferences = {
  readonly preload?: string; readonly sandbox?: boolean; readonly contextIsolation?: boolean;
  readonly nodeIntegration?: boolean; readonly webSecurity?: boolean; readonly session?: unknown;
  readonly additionalArguments?: readonly string[]; readonly partition?: string;
};
type OpenDetails = { readonly url: string; readonly frameName: string; readonly features: string; readonly disposition: string };
type OpenHandler = (details: OpenDetails) => { readonly action: 'allow' | 'deny' };
type Evaluated = { readonly result: { readonly value?: unknown }; readonly exceptionDetails?: { readonly text: string; readonly exception?: { readonly description?: string } } };

const codec = makeCodec();
const world = 'electron-preload';
const contents = new Map<number, WebContents>();
let lastId = 0;

export class WebContents extends EventEmitter {
  readonly id = (lastId += 1);
  readonly session = defaultSession;
  readonly ipc = new IpcMain();
  /** One object for the page's life, as Electron's: event.senderFrame is compared with it. */
  readonly mainFrame = { routingId: 1, processId: 1, parent: null, detached: false, url: '', origin: 'null' };
  /** Settles when Chromium's page is attached and both scripts are in. */
  readonly attached: Promise<void>;
  /** The same page as the app sees it: what is missing throws by name. */
  readonly #outside: WebContents = emulated('webContents', this);
  #target: Target = { targetId: '', sessionId: '' };
  readonly #preferences: WebPreferences;
  #context = 0;
  #gone = false;
  #loading = false;
  #expected = '';
  #openHandler: OpenHandler | null = null;

  constructor(preferences: WebPreferences, create: () => Promise<Target>) {
    super();
    if (preferences.contextIsolation === false || preferences.sandbox === false || preferences.nodeIntegration || preferences.webSecurity === false) {
      throw notEmulated('a window without sandbox, context isolation or web security');
    }
    if (preferences.partition ?? preferences.session) throw notEmulated('a session other than the default one');
    this.#preferences = preferences;
    contents.set(this.id, this);
    this.attached = create().then((target) => { this.#target = target; return this.#setUp(); });
    this.attached.catch((error: unknown) => host.log('attach', error));
    queueMicrotask(() => { host.state.app.emit('web-contents-created', {}, this.#outside); });
    return this.#outside;
  }

  static fromId(id: number): WebContents | undefined { const found = contents.get(id); return found && found.#outside; }
  static getAllWebContents(): readonly WebContents[] { return [...contents.values()].map((one) => one.#outside); }
  /** Playwright finds the window of a page by it. */
  static fromDevToolsTargetId(targetId: string): WebContents | undefined {
    const found = [...contents.values()].find((one) => one.#target.targetId === targetId);
    return found && found.#outside;
  }

  readonly #cdp = <T>(method: string, params: object = {}): Promise<T> => host.chromium.send<T>(method, params, this.#target.sessionId);
  #on<T>(method: string, listener: (params: T) => void): void { host.chromium.listen<T>(this.#target.sessionId, method, listener); }

  async #setUp(): Promise<void> {
    host.once(`gone/${this.#target.targetId}`, () => this.#leave());
    host.chromium.once('gone', () => this.#leave());
    this.#listenToPage();
    this.#listenToLoading();
    const preload = this.#preferences.preload ? readFileSync(this.#preferences.preload, 'utf8') : '';
    const info = { platform: process.platform, arch: process.arch, versions: process.versions, env: {}, argv: [process.execPath, ...(this.#preferences.additionalArguments ?? [])] };
    const scripts = pageScripts(`h${randomUUID()}`, info, preload);
    await Promise.all([
      this.#cdp('Page.enable'), this.#cdp('Runtime.enable'), this.#cdp('Inspector.enable'),
      this.#cdp('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
      this.#cdp('Runtime.addBinding', { name: '__hostPost', executionContextName: world }),
      this.#cdp('Page.addScriptToEvaluateOnNewDocument', { source: scripts.main }),
      this.#cdp('Page.addScriptToEvaluateOnNewDocument', { source: scripts.isolated, worldName: world }),
      this.#cdp('Runtime.runIfWaitingForDebugger'),
    ]);
  }

  #listenToPage(): void {
    this.#on<{ context: { id: number; name: string } }>('Runtime.executionContextCreated', ({ context }) => { if (context.name === world) this.#context = context.id; });
    this.#on('Runtime.executionContextsCleared', () => { this.#context = 0; });
    this.#on<{ name: string; payload: string; executionContextId: number }>('Runtime.bindingCalled', (called) => {
      if (called.name === '__hostPost') void this.#receive(codec.decode(called.payload) as FromPage, called.executionContextId);
    });
    this.#on('Inspector.targetCrashed', () => this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 }));
    const link: PageLink = {
      id: this.id, cdp: this.#cdp, isMainFrame: (frameId) => frameId === this.#target.targetId,
      mayNavigate: (url, isMainFrame) => this.#mayNavigate(url, isMainFrame),
    };
    this.#on<Paused>('Fetch.requestPaused', (paused) => {
      answerRequest(link, paused).catch((error: unknown) => host.log('request', paused.request.url, error));
    });
  }

  #listenToLoading(): void {
    this.#on('Page.frameStartedLoading', () => { if (!this.#loading) { this.#loading = true; this.emit('did-start-loading'); } });
    this.#on<{ frame: { url: string; urlFragment?: string; parentId?: string } }>('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId) return;
      this.#setUrl(frame.url + (frame.urlFragment ?? ''));
      this.emit('did-navigate', {}, this.mainFrame.url, 200, 'OK');
    });
    this.#on<{ url: string }>('Page.navigatedWithinDocument', ({ url }) => { this.#setUrl(url); this.emit('did-navigate-in-page', {}, this.mainFrame.url, true); });
    this.#on('Page.domContentEventFired', () => this.emit('dom-ready', {}));
    this.#on('Page.loadEventFired', () => {
      this.#loading = false;
      for (const event of ['did-finish-load', 'did-stop-loading', 'ready-to-show']) this.emit(event, {});
    });
  }

  #setUrl(wireUrl: string): void {
    this.mainFrame.url = fromWire(wireUrl);
    this.mainFrame.origin = originOf(this.mainFrame.url);
  }

  #mayNavigate(url: string, isMainFrame: boolean): boolean {
    if (isMainFrame && url === this.#expected) return true;
    const event = cancellable({ url, isSameDocument: false, isMainFrame });
    this.emit('will-frame-navigate', event);
    if (isMainFrame) this.emit('will-navigate', event, url);
    return !event.defaultPrevented;
  }

  async #receive(message: FromPage, context: number): Promise<void> {
    if (message.kind === 'open') { this.#open(message.url, message.frameName); return; }
    if (message.kind === 'preload-error') { console.error('Unable to load preload script', message.error); this.emit('preload-error', {}, this.#preferences.preload, message.error); return; }
    const event = { type: 'frame', sender: this.#outside, senderFrame: this.mainFrame, frameId: 1, processId: 1 };
    if (message.kind === 'send') { for (const emitter of [this.ipc, ipcMain]) emitter.emit(message.channel, event, ...message.args); return; }
    if (message.kind === 'permission') {
      const value = await this.session.ask(this.#outside, message.permission, message.details);
      await this.#deliver({ kind: 'reply', id: message.id, ok: true, value }, context);
      return;
    }
    const { id, channel } = message;
    const refuse = (error: unknown): ToPage => ({ kind: 'reply', id, ok: false, value: new Error(`Error invoking remote method '${channel}': ${String(error)}`) });
    try {
      const handler = this.ipc.handlers.get(channel) ?? ipcMain.handlers.get(channel);
      if (!handler) throw new Error(`No handler registered for '${channel}'`);
      await this.#deliver({ kind: 'reply', id, ok: true, value: await handler(event, ...message.args) }, context);
    } catch (error) {
      console.error(`Error occurred in handler for '${channel}':`, error);
      await this.#deliver(refuse(error), context);
    }
  }

  #open(url: string, frameName: string): void {
    const answer = this.#openHandler?.({ url: fromWire(url), frameName, features: '', disposition: 'foreground-tab' });
    if (answer?.action !== 'deny') throw notEmulated('a window opened by the page');
  }

  async #deliver(message: ToPage, executionContextId: number): Promise<void> {
    const text = codec.encode(message);
    if (!executionContextId || this.#gone) return;
    await this.#cdp('Runtime.callFunctionOn', { executionContextId, functionDeclaration: '(text) => globalThis.__hostDeliver(text)', arguments: [{ value: text }] })
      .catch((error: unknown) => host.log('deliver', error));
  }

  send(channel: string, ...args: readonly unknown[]): void { void this.#deliver({ kind: 'event', channel, args }, this.#context); }

  async loadURL(url: string): Promise<void> {
    await this.attached;
    this.#expected = url.replace(/#.*/, '');
    const loaded = new Promise<void>((resolve) => { this.once('did-finish-load', () => resolve()); });
    const navigated = await this.#cdp<{ errorText?: string; loaderId?: string }>('Page.navigate', { url: toWire(url) });
    if (navigated.errorText) {
      const code = navigated.errorText.replace('net::', '');
      this.emit('did-fail-load', {}, -2, code, url, true);
      throw Object.assign(new Error(`${code} (-2) loading '${url}'`), { code, url });
    }
    if (navigated.loaderId) await loaded;
  }

  async executeJavaScript(code: string): Promise<unknown> {
    await this.attached;
    const { result, exceptionDetails } = await this.#cdp<Evaluated>('Runtime.evaluate', { expression: code, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  getURL(): string { return this.mainFrame.url; }
  isDestroyed(): boolean { return this.#gone; }
  isLoading(): boolean { return this.#loading; }
  isCrashed(): boolean { return false; }
  setWindowOpenHandler(handler: OpenHandler): void { this.#openHandler = handler; }
  reload(): void { this.#expected = this.mainFrame.url.replace(/#.*/, ''); void this.#cdp('Page.reload'); }
  focus(): void { void this.attached.then(() => this.#cdp('Page.bringToFront')).catch((error: unknown) => host.log('focus', error)); }

  /** Asks the page (beforeunload), then closes it; a page that answers neither way for a second is closed. */
  close(options: { readonly waitForBeforeUnload?: boolean } = {}): void {
    this.#close(options.waitForBeforeUnload !== false).catch((error: unknown) => host.log('close', error));
  }

  async #close(ask: boolean): Promise<void> {
    await this.attached;
    let stays = false;
    this.#on<{ type: string }>('Page.javascriptDialogOpening', ({ type }) => {
      if (type !== 'beforeunload') return;
      const event = cancellable({}); // Electron shows no dialog: the page stays unless will-prevent-unload is prevented
      this.emit('will-prevent-unload', event);
      stays = !event.defaultPrevented;
      if (stays) host.emit('close-prevented');
      this.#cdp('Page.handleJavaScriptDialog', { accept: !stays }).catch((error: unknown) => host.log('dialog', error));
    });
    if (ask) { await this.#cdp('Page.close'); await pause(1000); }
    if (!this.#gone && !stays) await host.chromium.send('Target.closeTarget', { targetId: this.#target.targetId });
  }

  #leave(): void {
    if (this.#gone) return;
    this.#gone = true;
    this.mainFrame.detached = true;
    contents.delete(this.id);
    this.emit('destroyed');
  }
}
