import { expect, test } from '../support/launch-console.ts';
import { sampleCustomer } from '../support/sample-company.ts';
import { formatNumber } from '../../src-main/shared/domain/number/number.ts';
import { counterOn } from './pages/counter-page.ts';

test('a number is found, explained, listed, shown, held and let go by the keyboard alone', async ({ launch }) => {
  test.setTimeout(180_000);
  const console = await launch({ env: { CONSOLE_POOL: '20000' } });
  const counter = counterOn(await console.firstWindow());
  const { page } = counter;
  const { keyboard } = page;
  const total = page.locator('.number-total strong');
  const row = (at: number) => page.locator('.number-grid .ant-table-row').nth(at);
  await counter.signIn();
  await counter.newCase();
  await counter.fillCustomer(sampleCustomer(52));
  await counter.openTask(2);
  await expect(page.getByPlaceholder(/输号码或条件/)).toBeFocused();

  // What the box understands, by one key; the chosen example stands in it.
  await keyboard.press('Control+h');
  await expect(page.locator('.query-examples button')).not.toHaveCount(0);
  await page.locator('.query-examples button').nth(5).focus();
  await keyboard.press('Enter');
  await expect(page.getByPlaceholder(/输号码或条件/)).toHaveValue('AABB');
  await expect(page.getByPlaceholder(/输号码或条件/)).toBeFocused();
  await keyboard.press('Control+a');

  // The box, its places and its words are one language.
  await keyboard.type('AABB 不含4');
  await expect(page.locator('.understood')).toHaveCount(2);
  await expect(page.locator('.cell[data-kind=letter]')).toHaveCount(4);
  await keyboard.press('F3');
  await expect(page.getByLabel('第 4 位', { exact: true })).toBeFocused();
  await keyboard.type('6');
  await expect(page.getByPlaceholder(/输号码或条件/)).toHaveValue('4006??AABB 不含4');
  await expect(page.getByLabel('第 5 位', { exact: true })).toBeFocused();
  await expect(row(0).locator('.grid-number')).toHaveText(/^400-6/);
  await keyboard.press('F3');
  await expect(page.getByPlaceholder(/输号码或条件/)).toBeFocused();

  // Nothing fits: what is near, with the places that differ.
  await keyboard.press('Control+a');
  await keyboard.type('6?77777');
  await expect(page.locator('.number-near')).toBeVisible();
  await expect(total).toHaveText('0');
  expect(await page.locator('.number-grid .ant-table-row').count()).toBeGreaterThanOrEqual(5);
  await expect(row(0).locator('[data-look=changed]').first()).toBeVisible();

  // What suits the customer, each with why.
  await keyboard.press('Control+g');
  await expect(page.locator('.grid-plus').first()).toBeVisible();
  expect((await counter.ask('numbers/suggest', { caseId: await counter.caseId() })).hits.length).toBeGreaterThanOrEqual(20);
  await keyboard.press('Control+g');

  // Three on the shortlist, held a quarter of an hour, shown to the customer.
  await keyboard.press('Control+a');
  await keyboard.type('普通');
  await expect(row(0)).toContainText('普通号');
  await page.waitForTimeout(400);
  for (let at = 0; at < 3; at += 1) {
    await keyboard.press('ArrowDown');
    await keyboard.press('Insert');
    await expect(page.locator('.tray-card')).toHaveCount(at + 1);
  }
  await expect(page.locator('.tray-card .countdown').first()).toContainText('留号剩 14');
  await keyboard.press('Control+i');
  await expect(page.locator('.explain')).toContainText('怎么念');
  await keyboard.press('F9');
  await expect(page.getByRole('button', { name: /收起客户窗/ })).toBeVisible();
  await keyboard.press('F9');
  await keyboard.press('Alt+Insert');
  await expect(page.locator('.tray-card').first()).toHaveAttribute('data-current', 'true');

  // Held, kept longer, let go by one key each; the list of holds knows it.
  await keyboard.press('Control+Enter');
  await expect.poll(async () => (await counter.view()).number?.hold, { timeout: 20_000 }).toBe('granted');
  const digits = (await counter.view()).number?.digits ?? '';
  await keyboard.press('Control+l');
  await expect(page.locator('.holds')).toBeFocused();
  await expect(page.locator('.hold-item')).toHaveCount(3);
  await expect(page.locator('.hold-item', { hasText: formatNumber(digits) })).toContainText('本单占号');
  await keyboard.press('Escape');
  const until = (await counter.view()).number?.expiresAt ?? '';
  await keyboard.press('F7');
  await expect.poll(async () => (await counter.view()).number?.expiresAt ?? '').not.toBe(until);
  await keyboard.press('Shift+F7');
  await expect.poll(async () => (await counter.view()).number, { timeout: 20_000 }).toBeNull();
});
