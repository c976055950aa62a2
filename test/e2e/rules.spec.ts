import { expect, test } from '../support/launch-console.ts';
import { sampleCustomer } from '../support/sample-company.ts';
import { plainSearch } from '../support/plain-search.ts';
import { counterOn } from './pages/counter-page.ts';

test('the admin tries, weighs and publishes a rule; what is held keeps the grade it was held with', async ({ launch }) => {
  test.setTimeout(180_000);
  const console = await launch({ env: { CONSOLE_POOL: '200000' } });
  const counter = counterOn(await console.firstWindow());
  const { page } = counter;
  await counter.signIn();
  await counter.newCase();
  await counter.fillCustomer(sampleCustomer(61));
  const held = await counter.holdNumber('六级 AABB');
  expect((await counter.view()).number?.grade).toBe(6);
  const change = async (staffNo: string): Promise<void> => {
    await page.keyboard.press('F8');
    await page.getByRole('button', { name: /换人登录/ }).click();
    await counter.signIn(staffNo);
  };

  await change('WJ0001');
  await page.getByRole('button', { name: '看规则、试号' }).click();
  await expect(page.getByRole('heading', { name: '靓号规则' })).toBeVisible();
  await expect(page.getByText('未经运营商确认').first()).toBeVisible();
  await page.keyboard.press('/');
  await page.locator('#trial-number').fill(held);
  await expect(page.getByText('两边一样')).toBeVisible();

  // AABB no longer counts: this number becomes ordinary by the draft only.
  const row = page.locator('.rules-table tr').filter({ has: page.locator('input[value="AABB"]') });
  await row.getByRole('checkbox').first().uncheck();
  await expect(page.getByText('等级会变')).toBeVisible();
  await page.locator('body').evaluate((body) => (body.ownerDocument.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('F3');
  await expect(page.locator('.rules-moved')).toContainText('六级靓号 → 普通号', { timeout: 20_000 });
  await page.locator('#publish-note').fill('省公司通知：连对不再算靓号');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('.rules-history')).toContainText('连对不再算靓号', { timeout: 20_000 });

  // New holds follow the new table; the old one stays as it was promised.
  await change('WJ0127');
  await expect.poll(async () => (await counter.ask('numbers/search', plainSearch('AABB', [6], 0, 10))).hits.every((hit) => hit.reason.code !== 'shape' || hit.ruleId !== 'AABB'), { timeout: 20_000 }).toBe(true);
  expect((await counter.view()).number).toMatchObject({ digits: held, grade: 6 });
});
