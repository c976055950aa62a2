import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/launch-console.ts';
import { driveCase, ordinaryPlan } from '../support/ordinary-case.ts';
import { callOver, counterOn, supervisor, trainingPassword } from './pages/counter-page.ts';

const shots = process.env['TILL_SHOTS'];

test('a day of money: taken two ways, voided with a supervisor, counted blind, a wrong slip named, explained, closed, exported, and the next shift from the float that was left', async ({ launch }) => {
  test.setTimeout(240_000);
  const console = await launch({ env: { CONSOLE_POOL: '20000', CONSOLE_TIME_SCALE: '1000000' } });
  const counter = counterOn(await console.firstWindow());
  const { page } = counter;
  const problems: string[] = [];
  page.on('console', (message) => { if (message.type() === 'error') problems.push(message.text()); });
  await counter.signIn();
  await counter.newCase();
  const signed = await driveCase(callOver(counter), await counter.view(), ordinaryPlan(71), 'pay cash');
  await page.keyboard.press('Control+k');
  await page.keyboard.type(signed.caseNo);
  await expect(page.getByRole('dialog').getByText(signed.caseNo).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: signed.customer.name })).toBeVisible();
  const dueLi = signed.payments.dueLi;
  expect(dueLi).toBe(200_000);
  const paid = async () => (await counter.view()).payments;
  const look = lookAt(page);

  // The first money of the day opens the shift where it is taken.
  await page.keyboard.press('Alt+7');
  await expect(page.locator('#shift-float')).toBeFocused();
  await look('01-no-shift');
  await page.keyboard.type('500');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('#pay-amount')).toBeFocused();
  await look('02-take');

  await page.keyboard.press('Control+3');
  await type(page, '80');
  await type(page, '4200001234');
  await page.keyboard.press('Control+Enter');
  await expect.poll(async () => (await paid()).receivedLi).toBe(80_000);

  // The rest in cash, by somebody else: nothing is booked before it says why.
  await page.keyboard.press('Control+1');
  await expect(page.locator('#pay-amount')).toHaveValue('120.00');
  await page.keyboard.press('Enter');
  await type(page, '150');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('王淑琴');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('#pay-payer-note')).toBeFocused();
  await look('03-stranger');
  expect((await paid()).receivedLi).toBe(80_000);
  await page.keyboard.type('法人代垫');
  await expect(page.locator('.tender-fields')).toContainText('30.00');
  await page.keyboard.press('Control+Enter');
  await expect.poll(async () => (await paid()).receivedLi).toBe(dueLi);
  expect((await paid()).rows[1]).toMatchObject({ tender: 'cash', amountLi: 120_000, tenderedLi: 150_000, changeLi: 30_000, payerName: '王淑琴' });
  await expect(page.locator('.ledger-row').nth(1)).toContainText('王淑琴 付（法人代垫）');
  await look('04-paid');

  // Voided with the supervisor beside, who signs in with the wrong password first.
  await page.keyboard.press('F7');
  await expect(page.getByRole('dialog')).toContainText('整笔作废');
  await look('05-void');
  await page.locator('#beside-staff-no').fill(supervisor);
  await page.locator('#beside-password').fill('不是这个');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible();
  await look('06-void-refused');
  await page.locator('#beside-password').fill(trainingPassword);
  await page.setViewportSize({ width: 1092, height: 534 });
  await page.keyboard.press('Control+Enter');
  await expect.poll(async () => (await paid()).receivedLi).toBe(80_000);
  // However many rows stand above, what is typed next is in sight in the smallest window.
  await expect(page.locator('#pay-given')).toBeInViewport({ ratio: 1 });
  await page.setViewportSize({ width: 1366, height: 688 });
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.locator('#pay-amount')).toHaveValue('120.00');
  // The paper of the void is the newest, and prints like a receipt.
  await expect(page.locator('.receipt-list > li').last()).toContainText('作废单 −120.00');
  await expect(page.locator('.receipt-list > li').nth(1)).toContainText('已退');
  await page.keyboard.press('Control+p');
  await expect(page.locator('.receipt-list > li').last()).toContainText(/已交给打印机|正在打印|已离开打印队列/);
  await look('07-voided');
  await page.keyboard.press('Control+Enter');
  await expect.poll(async () => (await paid()).receivedLi).toBe(dueLi);

  // Blind: the screen has no figure of what should be there, in no form.
  await counter.openPlace('收银');
  await expect(page.locator('#count-10000')).toBeFocused();
  const blind = await page.locator('.till').innerHTML();
  for (const told of ['620', '120', '80.00', '<dt>应有']) expect(blind).not.toContain(told);
  await look('08-blind');
  await typeCount(page, { 10000: '5', 5000: '1' }, { wechat: '100' });
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('.cash-total')).toContainText('少 70.00');
  await expect(page.locator('.mismatch-row')).not.toHaveCount(0);
  await look('09-wrong');

  // A recount that is given up leaves the count that stands.
  await page.keyboard.press('F6');
  await expect(page.locator('#count-10000')).toBeFocused();
  await page.keyboard.type('9');
  await look('10-recount');
  await page.keyboard.press('Escape');
  await expect(page.locator('#count-10000')).toHaveValue('5');
  await page.keyboard.press('F6');
  await typeCount(page, { 10000: '6', 5000: '', 1000: '2' }, { wechat: '100' });
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('.cash-total')).toContainText('平');
  await expect(page.locator('.cash-total')).toContainText('第 2 次点');

  // The slip is named: from then on the difference belongs to its case.
  const rows = page.locator('.mismatch-row');
  await expect(rows.first()).toContainText('点得多 20.00');
  await page.keyboard.press('Enter');
  const slips = page.getByRole('dialog', { name: '微信小票' });
  await expect(slips).toBeVisible();
  await look('11-slips');
  await slips.getByRole('textbox').fill('100');
  await page.keyboard.press('Control+Enter');
  await expect(slips).toHaveCount(0);
  await expect(rows.first()).toContainText('小票多 20.00');
  await look('12-named');

  // What the carrier has taken in comes to the screen by itself.
  await expect(page.locator('.method-table tbody tr').first()).toContainText('三方一致', { timeout: 30_000 });
  for (let left = await rows.count(); left > 0; left -= 1) {
    await page.keyboard.press('Control+Enter');
    const dialog = page.getByRole('dialog', { name: '写说明' });
    await expect(page.locator('#explain-note')).toBeFocused();
    await page.keyboard.type('客户多付 20，明天来退');
    await look('13-explain');
    if (await page.locator('#beside-staff-no').count() > 0) {
      await page.keyboard.press('Enter');
      await type(page, supervisor);
      await page.keyboard.type(trainingPassword);
    }
    await page.keyboard.press('Control+Enter');
    await expect(dialog).toHaveCount(0);
  }
  await expect(rows.first()).toContainText('客户多付 20，明天来退');
  await look('14-explained');

  await page.keyboard.press('Control+Enter');
  const closing = page.getByRole('dialog', { name: '日结' });
  await expect(page.locator('#close-deposit')).toHaveValue('120.00');
  await look('15-close');
  await page.locator('#close-bag').fill('1125-01');
  await page.locator('#close-note').fill('多收 20 已说明');
  if (await page.locator('#beside-staff-no').count() > 0) {
    await page.locator('#beside-staff-no').fill(supervisor);
    await page.locator('#beside-password').fill(trainingPassword);
  }
  await page.keyboard.press('Control+Enter');
  await expect(closing).toHaveCount(0);
  await expect(page.locator('.till')).toContainText('已日结');
  const till = await counter.ask('till/state', undefined);
  expect(till).toMatchObject({ standing: 'none', floatProposedLi: 500_000 });
  for (const told of ['解款', '120.00', '封包 1125-01', '留在抽屉', '500.00']) await expect(page.locator('.cash-total')).toContainText(told);
  await look('16-closed');

  await page.keyboard.press('Control+p');
  await expect(page.locator('.till .toolbar')).toContainText(/日结单：/);
  const file = join(console.userData, '日结.xlsx');
  await console.evaluateMain(({ dialog }, filePath) => { dialog.showSaveDialog = async () => ({ canceled: false, filePath }); }, file);
  await page.keyboard.press('Control+e');
  await expect(page.locator('.task-foot-note')).toContainText('已存为');
  expect((await readFile(file)).subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
  await look('17-exported');

  // The next shift starts from what was left.
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('#till-float')).toBeFocused();
  await expect(page.locator('#till-float')).toHaveValue('500.00');
  await look('18-next');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('#count-10000')).toBeFocused();
  expect(await counter.ask('till/state', undefined)).toMatchObject({ standing: 'own', shift: { floatLi: 500_000, entries: 0 } });
  await look('19-opened');
  expect(problems).toEqual([]);
});

/** A figure and Enter, as at the counter: Enter goes on to the next field. */
async function type(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

async function typeCount(page: Page, pieces: Readonly<Record<number, string>>, slips: Readonly<Record<string, string>>): Promise<void> {
  for (const [face, text] of [...Object.entries(pieces), ...Object.entries(slips)]) await page.locator(`#count-${face}`).fill(text);
}

/** Pictures for a person who judges the screens; none where nobody asked. */
const lookAt = (page: Page) => async (name: string): Promise<void> => {
  if (shots === undefined) return;
  for (const [width, height] of [[1366, 688], [1092, 534]] as const) {
    await page.setViewportSize({ width, height });
    await page.screenshot({ path: join(shots, `${name}-${width}.png`) });
  }
  await page.setViewportSize({ width: 1366, height: 688 });
};
