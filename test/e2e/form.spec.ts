import { expect, test } from '../support/launch-console.ts';
import { sampleCustomer } from '../support/sample-company.ts';
import { counterOn } from './pages/counter-page.ts';

test('the acceptance form is filled by keyboard, told what is wrong, then read out, signed and sealed', async ({ launch }) => {
  test.setTimeout(180_000);
  const console = await launch({ env: { CONSOLE_POOL: '20000', CONSOLE_TIME_SCALE: '100000' } });
  const counter = counterOn(await console.firstWindow());
  const { page } = counter;
  await counter.signIn();
  await counter.newCase();
  await counter.fillCustomer(sampleCustomer(21));
  await counter.holdNumber('普通');
  await counter.choosePlan('50元低消');

  await counter.openTask(5);
  await expect(page.getByRole('button', { name: /核对后签字/ })).toBeVisible();
  await page.keyboard.press('Insert');
  await expect(page.locator('#destinations-d1-number')).toBeFocused();
  await page.keyboard.type('5920 6688');
  await page.keyboard.press('Control+Enter');
  // A refused phone takes the focus back to itself, and says why beside the form.
  await expect(page.locator('#destinations-d1-number')).toBeFocused();
  await expect(page.getByText('固话要带区号')).toBeVisible();
  await page.locator('#destinations-d1-number').fill('010-5920 6688');
  await page.keyboard.press('Insert');
  await page.keyboard.type('010-5920 6689');
  await page.keyboard.press('F7');
  await page.keyboard.press('Insert');
  await expect(page.locator('#timeRules-t1-name')).toBeFocused();
  await page.locator('#timeRules-t1-from').fill('830');
  await page.locator('#blackList').fill('0085*\n0316\n13800001111');
  // On disk within a second of the last key, the box not left yet.
  await expect.poll(async () => (await counter.view()).form.blackList.length, { timeout: 2500 }).toBe(3);
  // A time that cannot be read holds the signing back: what is shown is what gets signed.
  await page.locator('#timeRules-t1-to').fill('25');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('#timeRules-t1-to')).toBeFocused();
  await expect(page.locator('.sign-read-out')).toBeHidden();
  await page.locator('#timeRules-t1-to').fill('18');
  const { form, formProblems } = await counter.view();
  expect(form.groups).toEqual([{ id: 'g1', name: '全天', strategy: 'roundRobin', destinationIds: ['d1', 'd2'] }]);
  expect(form.timeRules[0]).toMatchObject({ weekdays: [1, 2, 3, 4, 5], from: '08:30', to: '18:00', groupId: 'g1' });
  expect(form.blackList.map((entry) => entry.kind)).toEqual(['prefix', 'area-code', 'number']);
  expect(formProblems.filter((problem) => problem.severity === 'error')).toEqual([]);

  await page.keyboard.press('Control+Enter');
  await counter.signPaper('form');
  const signed = await counter.view();
  expect(signed.formPaper.status).toBe('signed');
  expect(signed.tasks.find((task) => task.task === 'form')?.status).toBe('done');
});
