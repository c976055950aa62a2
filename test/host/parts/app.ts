/** `app`: the command line, paths, the order of quitting. */
import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { launchChromium } from '../chromium.ts';
import { cancellable, host } from '../host.ts';
import { emulated } from '../not-emulated.ts';
import { BrowserWindow } from '../window/browser-window.ts';
import { watchTargets } from '../window/targets.ts';
import { profileFor, removeProfile, removeStaleProfiles } from './profile.ts';
import { SingleInstance } from './single-instance.ts';

export type Package = { readonly name?: string; readonly productName?: string; readonly version?: string; readonly main?: string };

const home = homedir();
const appData = process.platform === 'darwin' ? join(home, 'Library/Application Support') : (process.env['XDG_CONFIG_HOME'] ?? join(home, '.config'));

class App extends EventEmitter {
  readonly isPackaged = false;
  readonly #paths = new Map([['home', home], ['appData', appData], ['temp', tmpdir()], ['exe', process.execPath], ['desktop', join(home, 'Desktop')], ['documents', join(home, 'Documents')], ['downloads', join(home, 'Downloads')]]);
  readonly #switches = new Map<string, string>();
  readonly #instance = new SingleInstance((argv, directory, data) => this.emit('second-instance', {}, argv, directory, data));
  readonly #ready = Promise.withResolvers<void>();
  #root = process.cwd();
  #name = 'Electron';
  #version = '0.0.0';
  #quitting = false;
  readonly commandLine = emulated('app.commandLine', {
    appendSwitch: (name: string, value = ''): void => { this.#switches.set(name, value); },
    hasSwitch: (name: string): boolean => this.#switches.has(name),
    getSwitchValue: (name: string): string => this.#switches.get(name) ?? '',
  });

  /** Not Electron's: boot.ts tells which app it is. */
  load(root: string, description: Package, switches: readonly string[]): void {
    this.#root = root;
    this.#name = description.productName ?? description.name ?? 'Electron';
    this.#version = description.version ?? '0.0.0';
    for (const argument of switches) {
      const [, name, value = ''] = /^--([^=]+)(?:=(.*))?$/s.exec(argument) ?? [];
      if (name && !name.startsWith('inspect')) this.#switches.set(name, value);
    }
  }

  /** Not Electron's: boot.ts calls it when the app's main file has run. */
  async start(): Promise<void> {
    if (this.#quitting) return;
    const profile = profileFor(this.getPath('userData'));
    removeStaleProfiles();
    mkdirSync(profile, { recursive: true });
    const headless = process.env['CONSOLE_HEADLESS'] === '1' || (process.platform === 'linux' && !process.env['DISPLAY']);
    const switches = [...this.#switches].filter(([name]) => name !== 'user-data-dir').map(([name, value]) => (value ? `--${name}=${value}` : `--${name}`));
    const chromium = await launchChromium(profile, switches, headless);
    host.state.chromium = chromium;
    chromium.once('gone', () => { if (!this.#quitting) { console.error('electron host: Chromium is gone'); process.exit(1); } });
    await watchTargets(chromium);
    host.state.ready = true;
    this.#ready.resolve();
    this.emit('ready', {}, {});
  }

  whenReady(): Promise<void> { return this.#ready.promise; }
  isReady(): boolean { return host.state.ready; }
  getName(): string { return this.#name; }
  setName(name: string): void { this.#name = name; }
  getVersion(): string { return this.#version; }
  getAppPath(): string { return this.#root; }
  getLocale(): string { return this.#switches.get('lang') ?? 'zh-CN'; }
  setAppUserModelId(): void { /* a Windows matter */ }
  enableSandbox(): void { /* every page of the host is sandboxed, or refused */ }

  getPath(name: string): string {
    const set = this.#paths.get(name);
    if (set) return set;
    if (name === 'userData') return this.#switches.get('user-data-dir') || join(appData, this.#name);
    if (name === 'sessionData') return this.getPath('userData');
    if (name === 'logs') return join(this.getPath('userData'), 'logs');
    throw new Error(`Failed to get '${name}' path`);
  }

  setPath(name: string, path: string): void { this.#paths.set(name, resolve(path)); }
  requestSingleInstanceLock(data: unknown = {}): boolean { return this.#instance.request(this.getPath('userData'), data); }
  hasSingleInstanceLock(): boolean { return this.#instance.isHeld; }
  releaseSingleInstanceLock(): void { this.#instance.release(); }

  /** before-quit, then every window closes (a window may refuse), then will-quit, then quit. */
  quit(): void {
    if (this.#quitting) return;
    if (!host.state.ready) { this.#quitting = true; setImmediate(() => this.exit(0)); return; }
    if (this.#isPrevented('before-quit')) return;
    this.#quitting = true;
    host.once('close-prevented', () => { this.#quitting = false; });
    const windows = BrowserWindow.getAllWindows();
    if (windows.length === 0) this.lastClosed();
    for (const window of windows) window.close();
  }

  /** Not Electron's: the last window has gone. */
  lastClosed(): void {
    if (!this.#quitting) { if (!this.emit('window-all-closed')) this.quit(); return; }
    if (this.#isPrevented('will-quit')) { this.#quitting = false; return; }
    this.exit(0);
  }

  #isPrevented(name: string): boolean {
    const event = cancellable({});
    this.emit(name, event);
    return event.defaultPrevented;
  }

  exit(code = 0): void {
    this.#quitting = true;
    this.emit('quit', {}, code);
    const chromium = host.state.chromium;
    if (!chromium) process.exit(code);
    const leave = (): never => {
      removeProfile(profileFor(this.getPath('userData')));
      process.exit(code);
    };
    if (chromium.isGone) leave();
    chromium.once('gone', leave);
    chromium.send('Browser.close').catch((error: unknown) => host.log('exit', error));
    setTimeout(() => { chromium.kill(); leave(); }, 3000).unref();
  }
}

export const app = emulated('app', new App());
host.state.app = app;
host.on('all-closed', () => app.lastClosed());
