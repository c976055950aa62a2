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
  await page.keyboard.press('PageDown');
  await page.keyboard.press('Insert');
  await expect(page.locator('#rules-t1-name')).toBeFocused();
  await page.locator('#rules-t1-from').fill('830');
  // The list of regions is found by typing.
  await page.locator('#rules-t1-regions').focus();
  await page.keyboard.type('0312');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^名单和功能/ }).click();
  await page.locator('#blackList').fill('0085*\n0316\n13800001111 22:00-6:00');
  // On disk within a second of the last key, the box not left yet.
  await expect.poll(async () => (await counter.view()).form.blackList.length, { timeout: 2500 }).toBe(3);
  // A time that cannot be read holds the signing back: what is shown is what gets signed.
  await page.locator('.form-tabs .chip', { hasText: '规则' }).click();
  await page.locator('#rules-t1-to').fill('25');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('#rules-t1-to')).toBeFocused();
  await expect(page.locator('.sign-read-out')).toBeHidden();
  await page.locator('#rules-t1-to').fill('18');
  // The first proposal of the check, by one key: the test calls that a form should have.
  await page.keyboard.press('F6');
  await expect(page.locator('.form-tabs .chip', { hasText: '试打' })).toContainText('5');
  // What is undone comes back.
  await page.keyboard.press('Control+z');
  await expect(page.locator('.form-tabs .chip', { hasText: '试打' })).toContainText('0');
  await page.keyboard.press('Control+y');
  await expect.poll(async () => (await counter.view()).form.testCalls.length).toBe(5);
  const { form, formProblems } = await counter.view();
  expect(form.groups).toEqual([{ id: 'g1', name: '全天', strategy: 'roundRobin', destinationIds: ['d1', 'd2'], shares: [], onBusy: '', onNoAnswer: '' }]);
  expect(form.rules[0]).toMatchObject({ days: 'workdays', from: '08:30', to: '18:00', regions: ['area:0312'], goal: 'g1' });
  expect(form.blackList).toEqual([{ kind: 'prefix', pattern: '0085' }, { kind: 'area-code', pattern: '0316' }, { kind: 'number', pattern: '13800001111', from: '22:00', to: '06:00' }]);
  expect(formProblems.filter((problem) => problem.severity === 'error')).toEqual([]);

  await page.keyboard.press('Control+Enter');
  await counter.signPaper('form');
  const signed = await counter.view();
  expect(signed.formPaper.status).toBe('signed');
  expect(signed.tasks.find((task) => task.task === 'form')?.status).toBe('done');
});
