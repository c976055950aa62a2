import { expect, test } from '../support/launch-console.ts';
import { startRealCarrier } from '../support/real-carrier.ts';
import { sampleCustomer } from '../support/sample-company.ts';
import { counterOn } from './pages/counter-page.ts';

test('a number lent to this PC is picked with the line cut, outlasts a kill, and is granted when the line is back', async ({ launch }) => {
  test.setTimeout(150_000);
  const carrier = await startRealCarrier({ hall: 'WJ', pool: 20_000 });
  try {
    const first = await launch({ env: { CONSOLE_CARRIER_URL: carrier.baseUrl } });
    let counter = counterOn(await first.firstWindow());
    await counter.signIn();
    await counter.newCase();
    await counter.fillCustomer(sampleCustomer(91));
    await expect.poll(async () => (await counter.ask('leases/state', undefined)).left, { timeout: 40_000 }).toBe(60);
    await carrier.stop();
    await expect(counter.page.getByText(/离线/).first()).toBeVisible({ timeout: 60_000 });
    await counter.openTask(2);
    await counter.page.keyboard.type('普通');
    await counter.page.getByText('只看离线号').first().click();
    await expect(counter.page.locator('.number-total strong')).toHaveText('60');
    await counter.page.keyboard.press('/');
    await counter.page.keyboard.press('ArrowDown');
    await expect(counter.page.getByRole('button', { name: /^定离线号 400-/ })).toBeEnabled();
    await counter.page.keyboard.press('Control+Enter');
    await expect.poll(async () => (await counter.view()).number?.hold).toBe('leased');
    const digits = (await counter.view()).number?.digits;
    await first.kill();
    const second = await launch({ userData: first.userData, env: { CONSOLE_CARRIER_URL: carrier.baseUrl } });
    counter = counterOn(await second.firstWindow());
    await counter.signIn();
    expect((await counter.view()).number).toMatchObject({ hold: 'leased', digits });
    expect(await counter.ask('leases/state', undefined)).toMatchObject({ state: 'active', left: 59, picked: 1 });
    await carrier.start();
    await expect.poll(async () => (await counter.view()).number?.hold, { timeout: 60_000 }).toBe('granted');
  } finally {
    await carrier.dispose();
  }
});
