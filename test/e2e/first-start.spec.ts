import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeTrainingCertificate } from '../../src-main/documents/seal/training-certificate.ts';
import { expect, test } from '../support/launch-console.ts';
import { counterOn } from './pages/counter-page.ts';

const env = { CONSOLE_MODE: 'real' };

test('real use begins with hall, carrier, admin and certificate; the recovery key opens the data on another key store', async ({ launch }) => {
  test.setTimeout(120_000);
  const first = await launch({ env });
  const { page, ask } = counterOn(await first.firstWindow());
  const typed = { hallCode: 'CY01', hallName: '朝阳样本厅', areaCode: '010', region: '北京', carrierUrl: 'http://127.0.0.1:9', deviceToken: 'CY01.desk-1.0123456789abcdef', adminNo: 'cy0001', adminName: '任样本', adminPassword: '朝阳门外大街一号院子里', adminAgain: '朝阳门外大街一号院子里' };
  for (const [field, text] of Object.entries(typed)) await page.locator(`#${field}`).fill(text);
  const { p12 } = makeTrainingCertificate({ hallName: '朝阳样本厅', password: '证书口令', now: new Date() });
  await page.locator('input[type=file]').setInputFiles({ name: 'hall.p12', mimeType: 'application/x-pkcs12', buffer: Buffer.from(p12) });
  await page.locator('#certificatePassword').fill('不是这个');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('证书密码不对')).toBeVisible();
  await page.locator('#certificatePassword').fill('证书口令');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('.recovery-key')).toBeVisible();
  const recoveryKey = (await ask('setup/state', undefined)).recoveryKey ?? '';
  expect(recoveryKey).toMatch(/^[0-9A-Z-]{30,}$/);
  await ask('setup/confirm-recovery-key', undefined);
  await first.close();

  // Another system user or a new key store: the wrap is gone, the data are not.
  rmSync(join(first.userData, 'real', 'key.safe'));
  const second = await launch({ env, userData: first.userData });
  const again = counterOn(await second.firstWindow());
  await again.page.getByLabel('恢复密钥').fill(recoveryKey.toLowerCase());
  await again.page.keyboard.press('Enter');
  await again.page.getByLabel('工号', { exact: true }).fill('CY0001');
  await again.page.getByLabel('密码', { exact: true }).fill(typed.adminPassword);
  await again.page.keyboard.press('Enter');
  await expect(again.page.getByRole('button', { name: /锁屏/ })).toBeVisible();
  expect(await again.ask('certificate/state', undefined)).toMatchObject({ present: true, subject: '训练 朝阳样本厅' });
  // The admin manages the hall and sees nobody's papers.
  await expect(again.ask('workbench/list', { filter: 'all' })).rejects.toThrow(/not-allowed/);
});
