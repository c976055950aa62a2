import { expect, test } from '../support/launch-console.ts';
import { sampleCustomer } from '../support/sample-company.ts';
import { counterOn } from './pages/counter-page.ts';

test('the keyboard alone: Enter passes lists, the held number is kept, Enter presses the button that has the focus', async ({ launch }) => {
  test.setTimeout(120_000);
  const console = await launch({ env: { CONSOLE_POOL: '20000' } });
  const counter = counterOn(await console.firstWindow());
  const { keyboard } = counter.page;
  await counter.signIn();
  await counter.newCase();
  for (const field of ['licenceKind', 'creditCode', 'licenceTerm', 'phone']) {
    await keyboard.press('Enter');
    await expect(counter.page.locator(`#${field}`)).toBeFocused();
  }
  // On a closed list the screen's own Ctrl+Enter acts: the task complains and goes to its first error.
  await counter.page.locator('#licenceKind').focus();
  await keyboard.press('Control+Enter');
  await expect(counter.page.locator('#name')).toBeFocused();

  await counter.fillCustomer(sampleCustomer(51));
  const held = await counter.holdNumber('普通');
  await expect(counter.page.getByRole('button', { name: /^号码已占，办下一件/ })).toBeEnabled();
  await keyboard.press('ArrowDown');
  await keyboard.press('Control+Enter');
  await expect(counter.page.locator('.dialog-actions').getByRole('button', { name: /^换成/ })).toBeFocused();
  await keyboard.press('Shift+Tab');
  await keyboard.press('Enter');
  await expect(counter.page.locator('dialog')).toHaveCount(0);
  await expect(counter.page.getByPlaceholder(/输号码或条件/)).toBeFocused();
  expect((await counter.view()).number?.digits).toBe(held);

  // F2 leads to the places at the left, and Enter goes there.
  await keyboard.press('F2');
  await expect(counter.page.locator('.rail [aria-current]')).toBeFocused();
  for (let step = 0; step < 9 && !(await counter.page.locator('.rail-item:focus', { hasText: '待发' }).count()); step += 1) await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(counter.page.locator('.rail-item[aria-current]')).toContainText('待发');

  // Ctrl+N is at hand in a case too; on the lock screen Enter on 换人登录 signs out instead of trying a password.
  const before = await counter.caseId();
  await keyboard.press('Control+n');
  await expect(counter.page.locator('#name')).toBeFocused();
  expect(await counter.caseId()).not.toBe(before);
  await keyboard.press('F8');
  await expect(counter.page.locator('#unlock-password')).toBeFocused();
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await expect(counter.page.locator('#staff-no')).toBeFocused();

  // A colleague sees the case but cannot type into it, and reaches the menu by Enter and the arrows.
  await counter.signIn('WJ0131');
  await keyboard.press('Control+k');
  await keyboard.type(held);
  await expect(counter.page.locator('dialog').getByText(held.slice(-4))).toBeVisible();
  await keyboard.press('Enter');
  await expect(counter.page.getByRole('heading', { level: 1, name: sampleCustomer(51).name })).toBeVisible();
  await keyboard.press('Alt+1');
  await expect(counter.page.locator('#name')).toBeDisabled();
  await counter.page.getByRole('button', { name: /^更多/ }).focus();
  await keyboard.press('Enter');
  await expect(counter.page.getByRole('menuitem', { name: '经过' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(counter.page.locator('dialog').getByText('这件单的经过')).toBeVisible();
});
