import { expect, test } from '../support/launch-console.ts';
import { sampleCustomer } from '../support/sample-company.ts';
import { counterOn } from './pages/counter-page.ts';

const env = { CONSOLE_POOL: '20000', CONSOLE_TIME_SCALE: '100000000' };

test('killed in the middle of a form: what was typed a second ago is there, in the same case and field', async ({ launch }) => {
  const first = await launch({ env });
  const before = counterOn(await first.firstWindow());
  await before.signIn();
  await before.newCase();
  await before.page.locator('#name').fill('北京样本冷链物流有限公司');
  await before.page.locator('#creditCode').click();
  await before.page.keyboard.type('91990000', { delay: 20 });
  await before.page.waitForTimeout(1000); // the promise: on disk within a second of the last key
  await first.kill();

  const second = await launch({ env, userData: first.userData });
  const after = counterOn(await second.firstWindow());
  await after.signIn();
  await expect(after.page.locator('#creditCode')).toBeFocused();
  await expect(after.page.locator('#name')).toHaveValue('北京样本冷链物流有限公司');
  await expect(after.page.locator('#creditCode')).toHaveValue('91990000');
});

test('killed while a form is tried, and the line cut: the form is there, is tried, tells its holes and is signed without the network', async ({ launch }) => {
  test.setTimeout(120_000);
  const first = await launch({ env });
  const before = counterOn(await first.firstWindow());
  await before.signIn();
  await before.newCase();
  await before.fillCustomer(sampleCustomer(81));
  await before.holdNumber('普通');
  await before.choosePlan('50元低消');
  await before.openTask(5);
  const { keyboard } = before.page;
  await expect(before.page.getByRole('heading', { name: '从哪里开始' })).toBeVisible();
  await keyboard.press('1');
  await expect(before.page.locator('#destinations-d1-number')).toBeFocused();
  await keyboard.type('010-5920 6631');
  for (let step = 0; step < 12 && !(await before.page.locator('#destinations-d2-number').evaluate((field) => field === document.activeElement)); step += 1) await keyboard.press('Enter');
  await keyboard.type('010-5920 6632');
  for (let page = 0; page < 4; page += 1) await keyboard.press('PageDown');
  await keyboard.press('F7');
  await before.page.waitForTimeout(1000);
  await first.kill();

  const second = await launch({ env: { ...env, CONSOLE_CARRIER_URL: 'http://127.0.0.1:9' }, userData: first.userData });
  const after = counterOn(await second.firstWindow());
  await after.signIn();
  await expect(after.page.locator('#destinations-d1-number')).toHaveValue('010-5920 6631');
  await expect(after.page.locator('#destinations-d2-number')).toHaveValue('010-5920 6632');
  expect((await after.view()).form.testCalls).toHaveLength(1);
  for (let page = 0; page < 4; page += 1) await after.page.keyboard.press('PageDown');
  await expect(after.page.locator('.sim-result')).toHaveText(/打通 A 010-5920 6631/);
  await after.page.keyboard.press('PageDown');
  await expect(after.page.locator('.hole-list')).toContainText('没有：开放地区任何时间都有人接或可留言');
  await after.page.keyboard.press('Control+Enter');
  await after.signPaper('form');
  expect((await after.view()).formPaper.status).toBe('signed');
});

test('leaving a field saves it at once, and 已保存 is only said after the commit', async ({ launch }) => {
  const console = await launch({ env });
  const counter = counterOn(await console.firstWindow());
  await counter.signIn();
  await counter.newCase();
  await counter.page.locator('#name').fill('北京样本物流有限公司');
  await counter.page.keyboard.press('Tab');
  await expect(counter.page.getByText(/已保存/).first()).toBeVisible();
  expect((await counter.view()).customer.name).toBe('北京样本物流有限公司');
});

test('the lock keeps the draft: nothing is readable or callable until the password is given', async ({ launch }) => {
  const console = await launch({ env });
  const counter = counterOn(await console.firstWindow());
  await counter.signIn();
  await counter.newCase();
  await counter.fillCustomer(sampleCustomer());
  await counter.page.keyboard.press('F8');
  await expect(counter.page.locator('#name')).toBeHidden();
  await expect(counter.ask('cases/find', { text: '@last' })).rejects.toThrow(/session-locked/);
  await counter.page.getByLabel('密码', { exact: true }).fill('练习密码-2026');
  await counter.page.keyboard.press('Enter');
  await expect(counter.page.locator('#name')).toHaveValue(sampleCustomer().name);
});
