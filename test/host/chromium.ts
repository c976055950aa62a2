/** A Chromium of our own, driven over CDP on a pipe: it dies when this process does, SIGKILL included. */
import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { existsSync, mkdirSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { host } from './host.ts';

// The first of Debian's two is the browser itself, past its wrapper's own extensions and flags.
const places = [
  '/usr/lib/chromium/chromium', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox', '--test-type'] : []; // --test-type: no warning bar
const fixedSwitches = [
  '--remote-debugging-pipe', '--no-startup-window', '--no-first-run', '--no-default-browser-check',
  '--use-fake-ui-for-media-stream', // the host asks the app's own permission handler, see page/main-world.ts
  '--disable-component-update', '--disable-background-networking', '--disable-sync', '--disable-default-apps',
  '--disable-popup-blocking', '--disable-dev-shm-usage', '--disable-session-crashed-bubble', '--hide-crash-restore-bubble',
];

type Answer = { readonly method: string; readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void };
type Message = {
  readonly id?: number; readonly method?: string; readonly sessionId?: string;
  readonly params?: unknown; readonly result?: unknown; readonly error?: { readonly message: string };
};

export function findChromium(): string {
  const named = process.env['CONSOLE_CHROMIUM'];
  const found = named ?? places.find((place) => existsSync(place));
  if (!found || !existsSync(found)) {
    throw new Error(`electron host: no Chromium ${named ? `at ${named}` : 'found'} (apt-get install chromium, or set CONSOLE_CHROMIUM)`);
  }
  return found;
}

export class Chromium extends EventEmitter {
  readonly headless: boolean;
  readonly #child: ChildProcess;
  readonly #profile: string;
  readonly #requests: Writable;
  readonly #answers = new Map<number, Answer>();
  #lastId = 0;

  constructor(child: ChildProcess, profile: string, headless: boolean) {
    super();
    this.setMaxListeners(0);
    this.headless = headless;
    this.#child = child;
    this.#profile = profile;
    this.#requests = child.stdio[3] as Writable;
    this.#requests.on('error', () => { /* the exit below tells everyone */ });
    readMessages(child.stdio[4] as Readable, (message) => this.#receive(message));
    child.once('exit', () => {
      for (const answer of this.#answers.values()) answer.reject(new Error(`${answer.method}: Chromium is gone`));
      this.#answers.clear();
      this.emit('gone');
    });
  }

  #receive(message: Message): void {
    const answer = message.id === undefined ? undefined : this.#answers.get(message.id);
    if (!answer || message.id === undefined) { this.emit(`${message.sessionId ?? ''}/${message.method}`, message.params); return; }
    this.#answers.delete(message.id);
    if (message.error) answer.reject(new Error(`${answer.method}: ${message.error.message}`));
    else answer.resolve(message.result);
  }

  send<T>(method: string, params: object = {}, sessionId?: string): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.isGone) { reject(new Error(`${method}: Chromium is gone`)); return; }
      this.#lastId += 1;
      this.#answers.set(this.#lastId, { method, resolve: resolve as (value: unknown) => void, reject });
      this.#requests.write(`${JSON.stringify({ id: this.#lastId, method, params, sessionId })}\0`);
    });
  }

  listen<T>(sessionId: string, method: string, listener: (params: T) => void): void {
    this.on(`${sessionId}/${method}`, listener);
  }

  /** A window without tabs or address bar: a second Chromium on the same profile hands its --app to the first. */
  openAppWindow(url: string, width: number, height: number): void {
    spawn(findChromium(), [`--user-data-dir=${this.#profile}`, `--app=${url}`, `--window-size=${width},${height}`, ...asRoot], { stdio: 'ignore' });
  }

  get isGone(): boolean { return this.#child.exitCode !== null || this.#child.signalCode !== null; }
  kill(): void { this.#child.kill('SIGKILL'); }
}

export async function launchChromium(profile: string, switches: readonly string[], headless: boolean): Promise<Chromium> {
  await settleProfile(profile);
  writePreferences(profile);
  const isOff = (name: string): boolean => name.startsWith('--disable-features=');
  const off = switches.filter(isOff).map((name) => name.slice('--disable-features='.length)); // Chromium heeds only the last one
  const child = spawn(findChromium(), [
    ...(headless ? ['--headless=new', '--hide-scrollbars'] : []), `--user-data-dir=${profile}`, ...fixedSwitches, ...asRoot,
    ...switches.filter((name) => !isOff(name)), `--disable-features=${['Translate', ...off].join(',')}`,
  ], { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] });
  child.stderr?.on('data', (bytes: Buffer) => {
    for (const line of String(bytes).split('\n')) {
      if (line.startsWith('DevTools listening on')) process.stderr.write(`${line}\n`);
      else if (line) host.log('chromium', line);
    }
  });
  return new Chromium(child, profile, headless);
}

function readMessages(stream: Readable, receive: (message: Message) => void): void {
  const parts: Buffer[] = [];
  stream.on('data', (bytes: Buffer) => {
    let from = 0;
    for (let end = bytes.indexOf(0); end >= 0; end = bytes.indexOf(0, from)) {
      parts.push(bytes.subarray(from, end));
      from = end + 1;
      receive(JSON.parse(Buffer.concat(parts.splice(0)).toString('utf8')) as Message);
    }
    if (from < bytes.length) parts.push(bytes.subarray(from));
  });
}

function writePreferences(profile: string): void {
  const file = join(profile, 'Default/Preferences');
  if (existsSync(file)) return;
  mkdirSync(join(profile, 'Default'), { recursive: true });
  writeFileSync(file, JSON.stringify({ translate: { enabled: false }, credentials_enable_service: false, autofill: { profile_enabled: false } }));
}

/** After a SIGKILL the old browser may still be closing this profile; a new one would join it and exit. */
async function settleProfile(profile: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    try {
      const owner = Number(readlinkSync(join(profile, 'SingletonLock')).split('-').pop());
      process.kill(owner, 0);
    } catch { return; } // no lock, or its owner has gone
    await pause(100);
  }
  throw new Error('electron host: another Chromium still uses this profile');
}
