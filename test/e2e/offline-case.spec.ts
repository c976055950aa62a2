import { expect, test } from '../support/launch-console.ts';
import { driveCase, ordinaryPlan } from '../support/ordinary-case.ts';
import { startRealCarrier } from '../support/real-carrier.ts';
import { plainSearch } from '../support/plain-search.ts';
import { callOver, counterOn } from './pages/counter-page.ts';

test('a case made with the carrier stopped is delivered once when it returns', async ({ launch }) => {
  test.setTimeout(240_000);
  const carrier = await startRealCarrier({ hall: 'WJ', pool: 2000 });
  try {
    const console = await launch({ env: { CONSOLE_CARRIER_URL: carrier.baseUrl } });
    const counter = counterOn(await console.firstWindow());
    await counter.signIn();
    await expect(counter.page.getByText('在线', { exact: true })).toBeVisible({ timeout: 30_000 });
    const ordinary = plainSearch('普通', [9], 40, 100);
    await expect.poll(async () => (await counter.ask('numbers/search', ordinary)).hits.length, { timeout: 30_000 }).toBe(100);
    const [free = '', fallback = ''] = (await counter.ask('numbers/search', ordinary)).hits.filter((hit) => !hit.leased).map((hit) => hit.digits);
    await carrier.stop();
    await expect(counter.page.getByText(/离线/).first()).toBeVisible({ timeout: 60_000 });

    await counter.newCase();
    const signed = await driveCase(callOver(counter), await counter.view(), { ...ordinaryPlan(31), offlinePick: [free, fallback] });
    expect(signed.number?.hold).toBe('provisional');
    expect(signed.state).toBe('acknowledged');
    await counter.openPlace('待发');
    await expect(counter.page.getByText('离线', { exact: false }).first()).toBeVisible();

    await carrier.start();
    await counter.untilCompleted();
    expect((await counter.view()).number).toMatchObject({ digits: free, hold: 'granted' });
    const counts = await carrier.counts();
    expect(counts).toMatchObject({ productOrder: 1, agreement: 1, payment: 1, organization: 1 });
    expect((await counter.ask('outbox/status', undefined)).waiting).toBe(0);
  } finally {
    await carrier.dispose();
  }
});
