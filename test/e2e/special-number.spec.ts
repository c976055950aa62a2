import { expect, test } from '../support/launch-console.ts';
import { sampleCustomer, samplePhoto } from '../support/sample-company.ts';
import { clerk, counterOn, supervisor } from './pages/counter-page.ts';

test('a special number is approved by another person, beside the clerk, for exactly this content', async ({ launch }) => {
  test.setTimeout(240_000);
  const console = await launch({ env: { CONSOLE_POOL: '200000', CONSOLE_TIME_SCALE: '100000' } });
  const counter = counterOn(await console.firstWindow());
  const customer = sampleCustomer(41);
  const jpeg = await samplePhoto(9);
  await counter.signIn();
  await counter.newCase();
  await counter.fillCustomer(customer);
  await counter.holdNumber('五级');
  await counter.choosePlan('3000套餐');
  await counter.addDocuments(['licence', 'handler-id-front', 'handler-id-back'].map((kind) => ({ kind: kind as 'licence', jpeg })));

  // Before anyone decided, the agreement cannot be signed.
  await expect(counter.ask('papers/prepare', { caseId: await counter.caseId(), kind: 'agreement' })).rejects.toThrow(/approval-needed/);
  await counter.requestApproval('客户品牌号码');
  await counter.openPlace('审批');
  await expect(counter.page.getByText('本人建单，不能批').or(counter.page.getByText(/班长/)).first()).toBeVisible();
  const [waiting] = await counter.ask('approval/queue', undefined);
  const decision = { approvalId: waiting?.approvalId ?? '', decision: 'approve' as const, reasons: [], note: '', bindingHash: (await counter.view()).approval.bindingHash ?? '' };
  await expect(counter.ask('approval/decide', { ...decision, supervisor: { staffNo: clerk, password: '练习密码-2026' } })).rejects.toThrow(/not-supervisor/);
  await counter.approveBeside(supervisor);
  await counter.backToCase();
  await counter.signPaper('agreement');

  const signed = await counter.view();
  expect(signed.approval).toMatchObject({ state: 'approved', decidedBy: supervisor });
  // Another address is other content: the sealed agreement no longer holds.
  await counter.ask('cases/save-customer', { caseId: signed.caseId, patch: { name: `${customer.name}（改）` } });
  const changed = await counter.view();
  expect(changed.agreement.status).toBe('outdated');
  expect(changed.approval.state).toBe('void');
});
