import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { chromium, type Page } from 'playwright-core';
import { createServer, type Plugin } from 'vite';
import type { RequestChannel } from '#contract/channels.ts';
import type { Answer, Request } from '#contract/contract.ts';
import type { SetupState } from '#contract/session.ts';
import { findChromium } from '../../host/chromium.ts';
import type { TestConsole } from '../../support/test-console.ts';
import { fromText, toText } from './page/bridge-text.ts';

/** The real renderer in a real Chromium on a console of this process. */
export type Counter = {
  readonly page: Page;
  /** What the page complained of. */
  readonly errors: readonly string[];
  /** Wakes an injected change; null lets all sleep. */
  readonly wake: (name: string | null) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** A change of one source file on its way to the browser: a presenter with a bug, which sleeps until the page is told its name. */
export type Injected = { readonly name: string; readonly file: string; readonly find: string; readonly put: string };

const repository = process.cwd();
const setup: SetupState = { mode: 'training', stage: 'ready', problem: null, recoveryKey: null, hallName: '望京营业厅', hallCode: 'WJ', keyStore: 'basic_text', version: '0.0.0', demoStaff: [] };

export async function openCounter(desk: Pick<TestConsole, 'ask' | 'clock'>, injected: readonly Injected[] = []): Promise<Counter> {
  const server = await createServer({
    root: join(repository, 'test/campaigns/amounts/page'), configFile: false, logLevel: 'error', plugins: [...injected.map(injection), react()],
    cacheDir: join(repository, `node_modules/.cache/amounts-${process.pid}`), server: { host: '127.0.0.1', port: 0, fs: { allow: [repository] }, watch: null, hmr: false },
  });
  await server.listen();
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
  const errors: string[] = [];
  const page = await browser.newPage({ viewport: { width: 1366, height: 688 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  page.on('pageerror', (error) => errors.push(error.message));
  await page.exposeFunction('askConsole', async (channel: string, request: string): Promise<string> => toText(await answer(desk, channel, fromText(request))));
  await page.goto(`${server.resolvedUrls?.local[0] ?? ''}index.html`, { timeout: 120_000 });
  await page.waitForSelector('.frame, [data-place], nav', { timeout: 120_000 });
  const wake = (name: string | null): Promise<void> => page.evaluate((one) => { Object.assign(window, { injectedChange: one }); }, name);
  return { page, errors, wake, close: async () => { await browser.close(); await server.close(); } };
}

/** What comes before the first sign-in is not the console's to answer. */
async function answer(desk: Pick<TestConsole, 'ask'>, channel: string, request: unknown): Promise<unknown> {
  if (channel === 'setup/state') return { ok: true, value: setup };
  const ask = desk.ask as (channel: string, request: unknown) => Promise<Answer<RequestChannel>>;
  return ask(channel, request as Request<RequestChannel>);
}

function injection({ name, file, find, put }: Injected): Plugin {
  return {
    name: `injected-change-${file}`, enforce: 'pre',
    transform: (code, id) => {
      if (!id.split('?')[0]?.endsWith(file)) return null;
      // A presenter that was rewritten must not silently turn the change into none.
      if (!code.includes(find)) throw new Error(`injected change: ${file} has no ${find}`);
      return code.replace(find, put.replaceAll('#', `(window.injectedChange === ${JSON.stringify(name)} ? 10 : 0)`));
    },
  };
}
