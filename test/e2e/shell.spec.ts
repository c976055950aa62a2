/** The product's own page in its own window: what it may not do, proved where a page would try it. */
import type { Page } from '@playwright/test';
import { expect, test } from '../support/launch-console.ts';

type Counter = { readonly invoke: (channel: string, request?: unknown) => Promise<unknown>; readonly subscribe: (name: string, listener: () => void) => unknown };
type Own = Window & typeof globalThis & { counter: Counter; violations: string[] };

const root = (page: Page) => page.locator('#root > *').first();

test('our page violates nothing of its policy from its first line on', async ({ launch }) => {
  const page = await (await launch()).firstWindow();
  const complaints: string[] = [];
  page.on('console', (message) => { if (/Content Security Policy|Trusted ?(Type|HTML|Script)/i.test(message.text())) complaints.push(message.text()); });
  await page.addInitScript(() => {
    const list: string[] = [];
    Object.assign(window, { violations: list });
    document.addEventListener('securitypolicyviolation', (event) => list.push(`${event.effectiveDirective} ${event.sample}`));
  });
  await page.reload();
  await expect(root(page)).toBeVisible();
  expect([await page.evaluate(() => (window as unknown as Own).violations), complaints]).toEqual([[], []]);
});

test('the page has the counter and nothing else of ours', async ({ launch }) => {
  const page = await (await launch()).firstWindow();
  const seen = await page.evaluate(async () => {
    const { counter } = window as unknown as Own;
    const attempt = async (run: () => unknown): Promise<unknown> => { try { return await run(); } catch (error) { return (error as Error).message; } };
    return {
      keys: Object.keys(counter), frozen: Object.isFrozen(counter), leaked: ['require', 'process', 'Buffer', 'ipcRenderer', 'electron'].filter((name) => name in window),
      unlisted: await attempt(() => counter.invoke('cases/steal')), unheard: await attempt(() => counter.subscribe('renderer-ready', () => undefined)),
    };
  });
  expect(seen).toEqual({
    keys: ['invoke', 'subscribe', 'ready'], frozen: true, leaked: [],
    unlisted: expect.stringContaining('no such channel'), unheard: expect.stringContaining('no such event'),
  });
});

test('a request that does not fit the contract comes back as a failure, not as an error', async ({ launch }) => {
  const page = await (await launch()).firstWindow();
  const reply = await page.evaluate(() => (window as unknown as Own).counter.invoke('session/sign-in', { staffNo: 'A001', password: 'x', role: 'admin' }));
  expect(reply).toEqual({ ok: false, error: { code: 'bad-request', facts: { fields: '(whole)' } } });
});

test('the page stays where it is, opens nothing and reaches nobody', async ({ launch }) => {
  const console = await launch();
  const page = await console.firstWindow();
  const reached = await page.evaluate(async () => {
    window.open('https://evil.example/');
    location.href = 'https://evil.example/';
    const fetched = await fetch('https://evil.example/').then(() => 'reached', (error: Error) => error.name);
    const missing = (await fetch('/../package.json')).status;
    await new Promise((resolve) => { setTimeout(resolve, 500); });
    return [fetched, missing];
  });
  expect(reached).toEqual(['TypeError', 404]);
  expect(await console.evaluateMain(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((one) => one.webContents.getURL()))).toEqual(['app://console/index.html']);
  await expect(root(page)).toBeVisible();
});

test('the camera is ours, the microphone and the screen are nobody\'s', async ({ launch }) => {
  const page = await (await launch()).firstWindow();
  const seen = await page.evaluate(async () => {
    const outcome = (asked: Promise<MediaStream>) => asked.then((stream) => stream.getTracks().map((track) => track.kind).join('+'), (error: Error) => error.name);
    const media = navigator.mediaDevices;
    return [await outcome(media.getUserMedia({ video: true })), await outcome(media.getUserMedia({ audio: true })), await outcome(media.getUserMedia({ video: true, audio: true }))];
  });
  expect(seen).toEqual(['video', 'NotAllowedError', 'NotAllowedError']);
});
