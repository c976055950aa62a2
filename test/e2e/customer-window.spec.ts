import type { Page } from '@playwright/test';
import { requestChannels } from '../../src-main/shared/contract/channels.ts';
import type { CounterBridge } from '../../src-main/shared/contract/contract.ts';
import { expect, type Console, test } from '../support/launch-console.ts';
import { plainSearch } from '../support/plain-search.ts';
import { startRealCarrier } from '../support/real-carrier.ts';
import { counterOn } from './pages/counter-page.ts';

/** The window that has just come, once it shows the app. */
async function nextWindow(console: Console, opens: () => Promise<unknown>): Promise<Page> {
  const [page] = await Promise.all([console.app.waitForEvent('window'), opens()]);
  await page.waitForFunction(() => location.protocol !== 'about:' && document.readyState === 'complete');
  return page;
}

const countWindows = (console: Console): Promise<number> => console.evaluateMain(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);

test('the customer sees the listed numbers in a window of their own, which may ask for nothing else and goes when the clerk locks', async ({ launch }) => {
  test.setTimeout(180_000);
  const carrier = await startRealCarrier({ hall: 'WJ', pool: 2000 });
  try {
    const console = await launch({ env: { CONSOLE_CARRIER_URL: carrier.baseUrl } });
    const counter = counterOn(await console.firstWindow());
    await counter.signIn();
    await expect.poll(async () => (await counter.ask('numbers/search', plainSearch('', [9], 40, 2))).hits.length, { timeout: 30_000 }).toBe(2);
    const [first = '', second = ''] = (await counter.ask('numbers/search', plainSearch('', [9], 40, 2))).hits.map((hit) => hit.digits);
    await counter.newCase();
    const caseId = await counter.caseId();
    await counter.ask('cases/save-customer', { caseId, patch: { name: '北京不让客户看见名字有限公司' } });
    await counter.ask('shortlist/add', { caseId, digits: first });

    const customer = await nextWindow(console, () => counter.ask('customer/show', { caseId, lit: first }));
    const shown = (digits: string) => customer.getByText(`${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}`, { exact: true }).first();
    await expect(shown(first)).toBeVisible();
    expect(await customer.title()).not.toBe('');
    await counter.ask('shortlist/add', { caseId, digits: second });
    await expect(shown(second)).toBeVisible();
    expect(await customer.locator('body').innerText()).not.toContain('不让客户看见');

    const answers = await customer.evaluate((channels) => Promise.all(channels.map(async (channel) => {
      const answer = await (window as unknown as { counter: CounterBridge }).counter.invoke(channel, undefined as never) as { readonly ok: boolean; readonly error?: { readonly code: string } };
      return [channel, answer.ok ? 'ok' : answer.error?.code ?? ''] as const;
    })), [...requestChannels]);
    expect(answers.filter(([, code]) => code !== 'forbidden-sender')).toEqual([['customer/scene', 'ok']]);

    const gone = customer.waitForEvent('close');
    await counter.ask('session/lock', undefined);
    await gone;
    await expect.poll(() => countWindows(console)).toBe(1);
  } finally {
    await carrier.dispose();
  }
});

test('a customer window that was closed by hand can be shown again, and ends with the console', async ({ launch }) => {
  test.setTimeout(120_000);
  const console = await launch();
  const counter = counterOn(await console.firstWindow());
  await counter.signIn();
  await counter.newCase();
  const caseId = await counter.caseId();
  const show = () => counter.ask('customer/show', { caseId, lit: null });
  await nextWindow(console, show);
  expect((await counter.ask('shortlist/read', { caseId })).shown).toBe(true);
  await console.evaluateMain(({ BrowserWindow }) => BrowserWindow.getAllWindows().find((window) => window.webContents.getURL().endsWith('#customer'))?.close());
  await expect.poll(async () => (await counter.ask('shortlist/read', { caseId })).shown).toBe(false);
  await nextWindow(console, show);
  const over = new Promise<void>((done) => { console.app.process().once('exit', () => done()); });
  await console.evaluateMain(({ BrowserWindow }) => BrowserWindow.getAllWindows().find((window) => !window.webContents.getURL().endsWith('#customer'))?.close());
  await over;
});
