import { expect, test } from '../support/launch-console.ts';
import { sampleCustomer } from '../support/sample-company.ts';
import { counterOn } from './pages/counter-page.ts';

test('a form is tried before it is signed: test calls, differences in words, holes mended and agreed to', async ({ launch }) => {
  test.setTimeout(180_000);
  const console = await launch({ env: { CONSOLE_POOL: '20000', CONSOLE_TIME_SCALE: '100000' } });
  const counter = counterOn(await console.firstWindow());
  const { page } = counter;
  await counter.signIn();
  await counter.newCase();
  await counter.fillCustomer(sampleCustomer(71));
  await counter.holdNumber('普通');
  await counter.choosePlan('50元低消');
  await counter.openTask(5);
  await expect(page.getByRole('heading', { name: '从哪里开始' })).toBeVisible();
  await page.keyboard.press('2');
  for (const [index, number] of ['010-5920 6631', '010-5920 6632', '139 0100 2748'].entries()) await page.locator(`#destinations-d${index + 1}-number`).fill(number);

  // A caller's place is found by the number, with the data that said so; who rings is said, with the line of the form.
  await page.locator('.form-tabs .chip', { hasText: '试打' }).click();
  // What cannot be read stays, says so and is not kept as a test call.
  await page.locator('#trial-caller').fill('你好');
  await page.keyboard.press('F7');
  await page.keyboard.press('Enter');
  await expect(page.locator('.sim-result')).toHaveText('看不懂这个主叫，改一下');
  await expect(page.locator('#trial-caller')).toHaveValue('你好');
  await page.keyboard.press('F7');
  expect((await counter.view()).form.testCalls).toEqual([]);
  await page.locator('#trial-caller').fill('+86 139 3120 0000');
  await page.keyboard.press('Enter');
  await expect(page.locator('.sim-caller .hint')).toContainText('河北保定');
  await expect(page.locator('.sim-caller .hint')).toContainText('libphonenumber 2.0.0');
  await expect(page.locator('.sim-result')).toHaveText(/打通 A 010-5920 6631/);
  await expect(page.locator('.sim-steps')).toContainText('规则 1');
  await expect(page.locator('.flow-box[data-lit=true]')).toHaveCount(3);
  await page.keyboard.press('F7');
  // The customer sees the same on the window that faces them, and it follows.
  const [customer] = await Promise.all([console.app.waitForEvent('window'), page.keyboard.press('F9')]);
  await expect(customer.locator('.shown-result')).toHaveText(/打通 A 010-5920 6631/);
  await page.getByRole('checkbox', { name: 'A 占线' }).check();
  await expect(page.locator('.sim-result')).toHaveText(/打通 B 010-5920 6632/);
  await expect(customer.locator('.shown-result')).toHaveText(/打通 B 010-5920 6632/);
  await Promise.all([customer.waitForEvent('close'), page.keyboard.press('F9')]);
  await page.keyboard.press('F7');
  // The week strip by keys: a Saturday.
  await page.locator('.week-strip').focus();
  for (let step = 0; step < 7 && !(await page.locator('.sim-time .hint').textContent())?.includes('周六'); step += 1) await page.keyboard.press('ArrowDown');
  await expect(page.locator('.sim-result')).toHaveText(/打通 C 139 0100 2748/);
  await page.keyboard.press('F7');
  await page.getByRole('button', { name: '补齐试打' }).click();
  await expect(page.locator('.test-call-table tbody tr')).toHaveCount(5);

  // A later change says in words what it does to the calls that were seen.
  await page.locator('.form-tabs .chip', { hasText: '规则' }).click();
  // Tab leaves a list of several choices with what was picked, and the arrows pick more; one undo takes it back.
  const regions = async () => (await counter.view()).form.rules[0]?.regions;
  await page.locator('#rules [role=combobox][id$="-regions"]').first().focus();
  await page.keyboard.type('北京');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.locator('[id$="-lineKind"]').first()).toBeFocused();
  await expect.poll(regions).toEqual(['province:110000']);
  await page.keyboard.press('Control+z');
  await expect.poll(regions).toEqual([]);
  await page.locator('#otherwise').focus();
  await page.keyboard.type('提示音');
  await page.keyboard.press('Enter');
  await page.locator('.form-tabs .chip', { hasText: '试打' }).click();
  const changed = page.locator('.test-call-table tr[data-changed=true]').first();
  await expect(changed).toContainText('以前：打通 C 139 0100 2748');
  await expect(changed).toContainText('现在：播提示音，没有人接');

  // The map shows who is left without an answer; the customer agrees to one hole, or it is mended by one key.
  await page.locator('.form-tabs .chip', { hasText: '覆盖图' }).click();
  await expect(page.locator('.hole-list')).toContainText('其余来电：提示音，不接');
  await expect(page.locator('.coverage-cursor')).toContainText('北京 固话');
  await page.locator('.hole-list').getByRole('checkbox', { name: '客户同意' }).first().check();
  await expect.poll(async () => (await counter.view()).form.acceptedHoles.length).toBe(1);
  await page.locator('#coverage').focus();
  await page.keyboard.press('1');
  await expect(page.locator('.hole-list')).toContainText('没有：开放地区任何时间都有人接或可留言');
  // Enter tries the call of the cell.
  await page.locator('#coverage').focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.sim-result')).toBeVisible();
  await page.locator('.form-tabs .chip', { hasText: '覆盖图' }).click();
  await page.keyboard.press('F3');
  await expect(page.locator('.coverage-head h3')).toContainText('A 010-5920 6631：谁打得到');

  await page.keyboard.press('Control+Enter');
  await counter.signPaper('form');
  expect((await counter.view()).formPaper.status).toBe('signed');
});
