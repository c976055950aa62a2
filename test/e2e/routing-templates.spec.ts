import { join } from 'node:path';
import { templateNames } from '#domain/routing/templates.ts';
import { expect, test } from '../support/launch-console.ts';
import { sampleCustomer } from '../support/sample-company.ts';
import { counterOn } from './pages/counter-page.ts';

/** Keys besides the data itself that the longest template may take. */
const MOST_KEYS = 120;
/** Pictures of each step in both sizes, when somebody wants to look: ROUTING_PICTURES=folder. */
const pictures = process.env['ROUTING_PICTURES'];

test('each of the five templates is built from nothing by the keyboard alone', async ({ launch }) => {
  test.setTimeout(240_000);
  const console = await launch({ env: { CONSOLE_POOL: '20000', CONSOLE_TIME_SCALE: '100000' } });
  const counter = counterOn(await console.firstWindow());
  const { page } = counter;
  await counter.signIn();
  const keys: Record<string, number> = {};
  for (const [index, name] of templateNames.entries()) {
    await counter.newCase();
    await counter.fillCustomer(sampleCustomer(60 + index));
    await counter.holdNumber('普通');
    await counter.choosePlan('50元低消');
    await counter.openTask(5);
    await expect(page.getByRole('heading', { name: '从哪里开始' })).toBeVisible();
    await page.evaluate(() => {
      const seen = { pointers: 0 };
      Object.assign(window, { seen });
      for (const event of ['pointerdown', 'mousedown', 'touchstart']) window.addEventListener(event, () => { seen.pointers += 1; }, true);
    });
    let pressed = 0;
    const press = async (key: string): Promise<void> => {
      pressed += 1;
      await page.keyboard.press(key);
    };
    const shot = async (step: string): Promise<void> => {
      if (pictures === undefined) return;
      for (const [width, height] of [[1366, 768], [1092, 534]] as const) {
        await page.setViewportSize({ width, height });
        await page.screenshot({ path: join(pictures, `${index + 1}-${name}-${step}-${width}.png`) });
      }
    };
    await shot('1-start');
    await press(String(index + 1));
    await expect(page.locator('#destinations-d1-number')).toBeFocused();
    await shot('2-template');
    const phones = await page.locator('#destinations tbody tr').count();
    for (let phone = 1; phone <= phones; phone += 1) {
      const field = page.locator(`#destinations-d${phone}-number`);
      // Enter walks on through the row: the next phone's number is the next one of its kind.
      for (let step = 0; step < 12 && !(await field.evaluate((element) => element === document.activeElement)); step += 1) await press('Enter');
      await expect(field).toBeFocused();
      await page.keyboard.type(`010-5920 6${100 + index * 10 + phone}`);
    }
    await shot('3-phones');
    // The proposals of the check, one after the other, until none is left that matters.
    await press('F6');
    for (const step of ['4-rules', '5-menus', '6-lists', '7-try', '8-map']) {
      await press('PageDown');
      if (pictures !== undefined) await page.waitForTimeout(700);
      await shot(step);
    }
    await expect(page.locator('.task-foot')).toContainText('没有错误');
    await press('Control+Enter');
    await expect(page.locator('.sign-read-out')).toBeVisible({ timeout: 20_000 });
    const { form, formProblems } = await counter.view();
    expect(formProblems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(form.destinations.every(({ number }) => number.startsWith('010-5920'))).toBe(true);
    expect(form.testCalls.length).toBe(5);
    expect(await page.evaluate(() => (window as unknown as { seen: { pointers: number } }).seen.pointers)).toBe(0);
    keys[name] = pressed;
  }
  test.info().annotations.push({ type: 'keys', description: JSON.stringify(keys) });
  globalThis.console.log(`keys besides data: ${JSON.stringify(keys)}`);
  expect(Math.max(...Object.values(keys))).toBeLessThanOrEqual(MOST_KEYS);
});
