/** One way to start the product for a test: on real Electron where there is one, on the host elsewhere. No spec branches. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test';
import { hostBinary } from './host-binary.mjs';

/** The repository: npm runs every script in it. */
export const root = process.cwd();
// Holds "ready" until Playwright is connected; Playwright leaves it out when executablePath is given.
const loader = join(dirname(createRequire(join(root, 'package.json')).resolve('playwright-core/package.json')), 'lib/server/electron/loader.js');

export type LaunchOptions = {
  /** Folder of the app; the product when left out. */
  readonly app?: string;
  /** Given to start again on the same data. */
  readonly userData?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
};

export type Console = {
  readonly app: ElectronApplication;
  readonly userData: string;
  readonly isReal: boolean;
  readonly isOver: () => boolean;
  /** The first window once it shows the app: a fresh one is about:blank for a moment on both hosts. */
  readonly firstWindow: () => Promise<Page>;
  /** Runs in the main process with the module "electron": script dialogs, read app state. */
  readonly evaluateMain: ElectronApplication['evaluate'];
  readonly close: () => Promise<void>;
  /** SIGKILL, as a power cut would. */
  readonly kill: () => Promise<void>;
};

export async function launchConsole(options: LaunchOptions = {}): Promise<Console> {
  const { path, isReal } = hostBinary(root);
  const userData = options.userData ?? mkdtempSync(join(tmpdir(), 'console-'));
  const app = await _electron.launch({
    executablePath: path,
    // Never --use-fake-ui-for-media-stream: on real Electron it would go round the app's own permission handler.
    args: ['-r', loader, '--use-fake-device-for-media-stream', options.app ?? root, ...(options.args ?? [])],
    cwd: root,
    env: { ...definedEnv(), CONSOLE_HEADLESS: process.env['CONSOLE_HEADLESS'] ?? '1', CONSOLE_USER_DATA: userData, ...options.env },
  });
  const child = app.process();
  let over = false;
  const ended = new Promise<void>((resolve) => { child.once('exit', () => { over = true; resolve(); }); });
  return {
    app, userData, isReal,
    isOver: () => over,
    firstWindow: () => firstWindow(app),
    evaluateMain: app.evaluate.bind(app) as ElectronApplication['evaluate'],
    close: () => app.close(),
    kill: async () => { child.kill('SIGKILL'); await ended; },
  };
}

async function firstWindow(app: ElectronApplication): Promise<Page> {
  const page = await app.firstWindow();
  await page.waitForFunction(() => location.protocol !== 'about:' && document.readyState === 'complete');
  return page;
}

function definedEnv(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

export const test = base.extend<{ launch: typeof launchConsole }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixture's name from this pattern
  launch: async ({}, use) => {
    const started: Console[] = [];
    await use(async (options) => {
      const console = await launchConsole(options);
      started.push(console);
      return console;
    });
    for (const console of started) if (!console.isOver()) await console.close();
    for (const folder of new Set(started.map((console) => console.userData))) rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  },
});
export { expect } from '@playwright/test';
