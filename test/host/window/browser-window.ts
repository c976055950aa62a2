/** BrowserWindow: a top-level window of Chromium, its size and its life. */
import { EventEmitter } from 'node:events';
import { cancellable, host } from '../host.ts';
import { emulated } from '../not-emulated.ts';
import { createTarget } from './targets.ts';
import { WebContents, type WebPreferences } from './web-contents.ts';

type Options = { readonly x?: number; readonly y?: number; readonly width?: number; readonly height?: number; readonly show?: boolean; readonly title?: string; readonly webPreferences?: WebPreferences };

const windows = new Set<BrowserWindow>();

export class BrowserWindow extends EventEmitter {
  readonly id: number;
  readonly webContents: WebContents;
  readonly #size: { readonly width: number; readonly height: number };
  /** Where the app asked for it; headless windows lie nowhere. */
  readonly #place: { readonly x: number; readonly y: number };
  #title: string;
  #visible: boolean;
  #state: 'normal' | 'minimized' | 'maximized' = 'normal';

  constructor(options: Options = {}) {
    super();
    if (!host.state.ready) throw new Error('Cannot create BrowserWindow before app is ready');
    this.#size = { width: options.width ?? 800, height: options.height ?? 600 };
    this.#place = { x: options.x ?? 0, y: options.y ?? 0 };
    this.#title = options.title ?? '';
    this.#visible = options.show !== false;
    this.webContents = new WebContents(options.webPreferences ?? {}, () => createTarget(this.#size.width, this.#size.height));
    this.id = this.webContents.id;
    const outside = emulated('BrowserWindow', this);
    windows.add(outside);
    this.webContents.once('ready-to-show', () => this.emit('ready-to-show'));
    this.webContents.once('destroyed', () => { windows.delete(outside); this.#leave(); });
    queueMicrotask(() => { host.state.app.emit('browser-window-created', {}, outside); });
    return outside;
  }

  static getAllWindows(): readonly BrowserWindow[] { return [...windows]; }
  static fromId(id: number): BrowserWindow | null { return [...windows].find((one) => one.id === id) ?? null; }
  static fromWebContents(page: { readonly id: number }): BrowserWindow | null { return BrowserWindow.fromId(page.id); }
  static getFocusedWindow(): BrowserWindow | null { return [...windows].find((one) => one.isVisible()) ?? null; }

  #leave(): void {
    this.emit('closed');
    if (windows.size === 0) host.emit('all-closed');
  }

  loadURL(url: string): Promise<void> { return this.webContents.loadURL(url); }

  close(): void {
    const event = cancellable({});
    this.emit('close', event);
    if (event.defaultPrevented) host.emit('close-prevented');
    else this.webContents.close();
  }

  destroy(): void { this.webContents.close({ waitForBeforeUnload: false }); }
  isDestroyed(): boolean { return this.webContents.isDestroyed(); }
  show(): void { this.#visible = true; this.emit('show'); this.focus(); }
  showInactive(): void { this.#visible = true; this.emit('show'); }
  isVisible(): boolean { return this.#visible; }
  focus(): void { this.webContents.focus(); this.emit('focus'); }
  minimize(): void { this.#state = 'minimized'; this.emit('minimize'); }
  maximize(): void { this.#state = 'maximized'; this.emit('maximize'); }
  restore(): void { this.#state = 'normal'; this.emit('restore'); }
  isMinimized(): boolean { return this.#state === 'minimized'; }
  isMaximized(): boolean { return this.#state === 'maximized'; }
  setTitle(title: string): void { this.#title = title; }
  getTitle(): string { return this.#title; }
  getSize(): readonly number[] { return [this.#size.width, this.#size.height]; }
  getBounds(): object { return { ...this.#place, ...this.#size }; }
  setMenu(): void { /* the host draws no menu */ }
  removeMenu(): void { /* the host draws no menu */ }
}
