import { expect, test } from '../support/launch-console.ts';
import { formatYuan } from '../../src-main/shared/domain/money/money.ts';
import { sampleCustomer } from '../support/sample-company.ts';
import { counterOn } from './pages/counter-page.ts';

const callList = ['主叫号码,通话开始时间,通话时长(秒)', '13901002748,2026-08-24 10:00:05,65', '010-59206688,2026-09-02 11:20:00,610', '匿名,2026-09-02 11:21:00,40', '13901002750,2026-10-30 09:00:00,30'].join('\n');

test('plans side by side by what the customer says: keyboard alone, a dearer one with its reason, a call list, a page to take home, the bills beside the agreement', async ({ launch }) => {
  test.setTimeout(180_000);
  const console = await launch({ env: { CONSOLE_POOL: '20000' } });
  const counter = counterOn(await console.firstWindow());
  const { page } = counter;
  const problems: string[] = [];
  page.on('console', (message) => { if (message.type() === 'error') problems.push(message.text()); });
  await counter.signIn();
  await counter.newCase();
  await counter.fillCustomer(sampleCustomer(61));
  await counter.holdNumber('普通');
  const caseId = await counter.caseId();
  const compared = () => counter.ask('plans/compare', { caseId, usage: null });

  await counter.openTask(3);
  await expect(page.getByText('还没问客户，按常见用量')).toBeVisible();
  await page.keyboard.press('F3');
  // What is no whole number stays as it was typed, and nobody chooses by what was not counted.
  await page.keyboard.type('12.7');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('.usage-fields [role=alert]')).toContainText('还没算');
  await expect(page.locator('#usage-minutes')).toBeFocused();
  expect((await compared()).usage.asked).toBe(false);
  for (const answer of ['1600', '10', '55', '7']) {
    await page.keyboard.type(answer);
    await page.keyboard.press('Enter');
    // The field that was left is kept before the next is written: the fields are made anew by each answer.
    await expect.poll(async () => Object.values((await compared()).usage).map(String)).toContain(answer);
  }
  for (const key of ['Control+2', 'Control+5', 'Control+5']) await page.keyboard.press(key);
  await expect.poll(async () => (await compared()).usage).toMatchObject({ minutes: 1600, localPercent: 10, mobilePercent: 55, terminals: 7, addOnIds: ['recording-monthly'], asked: true });

  // What stands on the screen is what main computed, column by column.
  const { plans, cheapestPlanId } = await compared();
  const priced = plans.filter((plan) => plan.refusal === null && plan.cost !== null);
  await expect(page.locator('.matrix-total > td[data-current] > strong')).toHaveText(priced.map((plan) => formatYuan(plan.cost?.monthLi ?? 0)));
  await expect(page.locator('.matrix thead th[data-plan] > strong')).toHaveText(priced.map((plan) => plan.name));
  await expect(page.locator('.matrix thead th[aria-selected=true]')).toHaveAttribute('data-plan', cheapestPlanId ?? '');
  await expect(page.locator('.cost-chart svg path').first()).toBeAttached();
  await expect(page.locator('.cost-chart')).toHaveAttribute('aria-label', /客户 1,600 分/);

  // F9: the customer sees them too, the plan under the cursor lit.
  const [customer] = await Promise.all([console.app.waitForEvent('window'), page.keyboard.press('F9')]);
  await expect(customer.locator('.shown-number[data-lit=true]')).toContainText(priced[0]?.name ?? '');
  await page.bringToFront();
  await page.keyboard.press('ArrowRight');
  await expect(customer.locator('.shown-number[data-lit=true]')).toContainText(priced[1]?.name ?? '');
  await Promise.all([customer.waitForEvent('close'), page.keyboard.press('F9')]);
  await page.keyboard.press('ArrowLeft');

  // A dearer plan: Esc leaves everything as it was, a written reason is kept with the choice.
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toContainText('为什么选');
  await page.keyboard.press('Escape');
  expect((await counter.view()).plan).toBeNull();
  await page.keyboard.press('Enter');
  await page.keyboard.press('5');
  await page.keyboard.type('客户看中大品牌套餐');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await counter.view()).plan).toMatchObject({ planId: priced[1]?.planId, addOnIds: ['recording-monthly'], reason: '客户看中大品牌套餐' });
  await expect(page.locator('.task-foot')).toContainText('原因：客户看中大品牌套餐');
  await expect(page.getByRole('button', { name: /^套餐已定/ })).toBeEnabled();

  await page.keyboard.press('Control+p');
  await expect(page.locator('.task-foot-note')).toContainText(/比价单 .+(已交给打印机|已存好)/, { timeout: 20_000 });

  await page.getByLabel('导入话单', { exact: true }).setInputFiles({ name: '话单.csv', mimeType: 'text/csv', buffer: Buffer.from(callList) });
  await expect(page.getByRole('dialog', { name: '话单读好了' })).toContainText('收下 3 通');
  await expect(page.getByRole('dialog')).toContainText('主叫号码看不懂：匿名');
  await page.keyboard.press('Enter');
  await expect(page.locator('.usage-bar')).toContainText('按话单');
  expect((await compared()).usage).toMatchObject({ from: 'calls', calls: { count: 3, months: 3 } });
  await page.getByRole('button', { name: '不用话单' }).click();
  await expect(page.locator('#usage-minutes')).toBeVisible();
  expect((await compared()).usage).toMatchObject({ from: 'questions', minutes: 1600, localPercent: 10, mobilePercent: 55, calls: null });

  await counter.openTask(4);
  const preview = await counter.ask('plans/preview-bills', { caseId, exitOn: null });
  const bill = preview.term.bills[preview.next];
  await expect(page.locator('.bill-strip')).toContainText(`¥${formatYuan(bill?.totalLi ?? -10)}`);
  await expect(page.locator('.bill-strip')).toContainText('400 电话不是免费的');
  await page.keyboard.press('b');
  await expect(page.locator('.bill-lines li > .money')).toHaveText([...(bill?.lines ?? []).map((line) => formatYuan(line.li)), `¥${formatYuan(bill?.totalLi ?? -10)}`]);
  await expect(page.locator('.bill-months td:nth-child(2)')).toHaveCount(preview.term.bills.length + (preview.term.start.length > 0 ? 1 : 0));
  await page.keyboard.press('Escape');
  await expect(page.locator('.bill-panel')).toHaveCount(0);
  expect(problems).toEqual([]);
});
