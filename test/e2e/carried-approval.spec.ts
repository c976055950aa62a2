import { expect, test } from '../support/launch-console.ts';
import { sampleCustomer, samplePhoto } from '../support/sample-company.ts';
import type { CounterBridge } from '../../src-main/shared/contract/contract.ts';
import { type Counter, counterOn, supervisor, trainingPassword } from './pages/counter-page.ts';

/** Reads the codes of the dialog off the screen, as the other PC's camera would, all parts of them. */
async function codesOnScreen({ page }: Counter): Promise<string> {
  const seen = new Set<string>();
  const parts = Number(/\/ (\d+) 张/.exec((await page.locator('.carried-part').textContent({ timeout: 500 }).catch(() => '')) ?? '')?.[1] ?? 1);
  for (let turn = 0; turn < parts; turn += 1) {
    const picture = await page.locator('.carried-code svg').screenshot({ type: 'jpeg', quality: 80 });
    const texts = await page.evaluate(async (bytes) => {
      const answer = await (window as unknown as { counter: CounterBridge }).counter.invoke('codes/read', { image: new Uint8Array(bytes) });
      return answer.ok ? answer.value.texts : [];
    }, [...picture]);
    for (const text of texts) seen.add(text);
    await page.keyboard.press('ArrowRight');
  }
  expect(seen.size).toBe(parts);
  return [...seen].join('\n');
}

async function paste({ page }: Counter, text: string): Promise<void> {
  await page.locator('.carried-text').fill(text);
  await page.keyboard.press('Control+Enter');
}

test('without any line: a request is carried to the supervisor by code, signed there, and the signature opens exactly this case', async ({ launch }) => {
  test.setTimeout(300_000);
  const [clerkPc, otherPc] = await Promise.all([launch({ env: { CONSOLE_POOL: '200000' } }), launch({ env: { CONSOLE_POOL: '20000' } })]);
  const clerk = counterOn(await clerkPc.firstWindow());
  const other = counterOn(await otherPc.firstWindow());
  const change = async (staffNo: string): Promise<void> => {
    await clerk.page.keyboard.press('F8');
    await clerk.page.getByRole('button', { name: /换人登录/ }).click();
    await clerk.signIn(staffNo);
  };

  // The supervisor makes a key on their own PC; the hall admin has it registered at the counter.
  await other.signIn(supervisor);
  await other.openPlace('设置');
  await other.page.getByPlaceholder('您的密码').fill(trainingPassword);
  await other.page.getByRole('button', { name: '建钥匙' }).click();
  await expect(other.page.locator('.carried-code svg')).toBeVisible();
  const key = await codesOnScreen(other);
  await other.page.keyboard.press('Enter');
  await clerk.signIn('WJ0001');
  await clerk.page.getByRole('button', { name: '登记' }).click();
  await paste(clerk, key);
  await expect(clerk.page.locator('.signer-rows')).toContainText(supervisor);

  await change('WJ0127');
  await clerk.newCase();
  await clerk.fillCustomer(sampleCustomer(71));
  await clerk.holdNumber('五级');
  await clerk.choosePlan('3000套餐');
  const jpeg = await samplePhoto(11);
  await clerk.addDocuments(['licence', 'handler-id-front', 'handler-id-back'].map((kind) => ({ kind: kind as 'licence', jpeg })));
  await clerk.requestApproval('客户品牌号码');
  await clerk.page.getByRole('button', { name: '带去班长电脑审批' }).click();
  await expect(clerk.page.locator('.carried-code svg')).toBeVisible();
  const request = await codesOnScreen(clerk);
  await clerk.page.keyboard.press('Enter');

  await other.openPlace('审批');
  await expect(other.page.getByText('现在没有待批的靓号')).toBeVisible();
  await other.page.keyboard.press('r');
  await paste(other, request);
  await expect(other.page.locator('.request-pane')).toContainText('客户品牌号码');
  await other.page.locator('body').evaluate((body) => (body.ownerDocument.activeElement as HTMLElement | null)?.blur());
  await other.page.keyboard.press('y');
  await other.page.locator('#token-password').fill(trainingPassword);
  await other.page.keyboard.press('Enter');
  await expect(other.page.locator('.carried-code svg')).toBeVisible();
  const token = await codesOnScreen(other);

  await clerk.openTask(3);
  await clerk.page.getByRole('button', { name: '导入审批码' }).click();
  await paste(clerk, `${token.slice(0, 60)}${token[60] === 'A' ? 'B' : 'A'}${token.slice(61)}`);
  await expect(clerk.page.locator('dialog').getByRole('alert')).toBeVisible();
  await paste(clerk, token);
  await expect.poll(async () => (await clerk.view()).approval).toMatchObject({ state: 'approved', decidedBy: supervisor });
  await expect(clerk.ask('approval/import-token', { text: token })).rejects.toThrow(/token-used|token-for-another|already/);
});
