/** `npm run demo -- --out DIR`: one ordinary and one special case through the real screens; leaves the papers, a picture of each screen and summary.json. */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from '@playwright/test';
import type { CaseView } from '../../src-main/shared/contract/cases.ts';
import type { DocumentKind } from '../../src-main/shared/contract/documents.ts';
import { formatNumber } from '../../src-main/shared/domain/number/number.ts';
import { formatYuan } from '../../src-main/shared/domain/money/money.ts';
import { launchConsole } from '../support/launch-console.ts';
import { idCardPhoto, licencePhoto, paperPhoto } from '../support/demo-photos.ts';
import { canaries, plaintextHits } from '../support/plaintext-hits.ts';
import { sampleCustomer } from '../support/sample-company.ts';
import { type Counter, counterOn, supervisor } from './pages/counter-page.ts';

const { values: options } = parseArgs({ options: { out: { type: 'string', default: 'demo-out' }, 'user-data': { type: 'string' } } });
const out = resolve(options.out);
mkdirSync(out, { recursive: true });

type Told = { readonly caseNo: string; readonly company: string; readonly number: string; readonly grade: number; readonly plan: string; readonly amounts: Readonly<Record<string, string>>; readonly state: string; readonly dueDate: string; readonly papers: readonly { readonly file: string; readonly sha256: string }[] };

const told: Record<string, Told> = {};
const handedIn: Uint8Array[] = [];
/** What the page model puts into the drawer when it opens a shift, and what the two customers paid. */
const floatLi = 500_000;
let takenLi = 0;
const console = await launchConsole({ env: { CONSOLE_TIME_SCALE: '100000', CONSOLE_PRINT_FOLDER: join(out, 'printed') }, ...(options['user-data'] ? { userData: resolve(options['user-data']) } : {}) });
const page = await console.firstWindow();
await page.setViewportSize({ width: 1366, height: 688 });
const counter = counterOn(page);
const picture = async (name: string): Promise<void> => {
  await page.waitForTimeout(350);
  await page.screenshot({ path: join(out, `${name}.png`) });
};

try {
  await picture('00-sign-in');
  await counter.signIn();
  await page.waitForFunction(async () => {
    const answer = await (window as unknown as { counter: { invoke: (channel: string, request: undefined) => Promise<{ ok: boolean; value?: { loaded: boolean } }> } }).counter.invoke('numbers/pool-status', undefined);
    return answer.ok && answer.value?.loaded === true;
  }, undefined, { timeout: 60_000 });
  await picture('01-workbench-empty');
  told['ordinary'] = await walk('ordinary', 21, '不含4 普通', '营业厅标准');
  told['special'] = await walk('special', 22, '尾AABB 六级', '3000套餐');
  await counter.openPlace('工作台');
  await picture('20-workbench');
  await counter.openPlace('待发');
  await picture('21-outbox');
  await closeDay();
  await counter.openPlace('设置');
  await picture('22-settings');
  await showRules();
} finally {
  await console.close();
}
// The console is closed: nothing of the two customers may lie in its data folder in the clear.
const values = canaries([sampleCustomer(21), sampleCustomer(22)], handedIn);
const plaintext = { canaries: values.length, hits: plaintextHits(console.userData, values) };
writeFileSync(join(out, 'summary.json'), `${JSON.stringify({ ...told, plaintext }, null, 2)}\n`);
process.stdout.write(`${JSON.stringify({ demo: out, ordinary: told['ordinary']?.state, special: told['special']?.state, canaries: plaintext.canaries, plaintextHits: plaintext.hits.length })}\n`);
process.exitCode = plaintext.hits.length === 0 ? 0 : 1;

async function walk(kind: 'ordinary' | 'special', sequence: number, query: string, plan: string): Promise<Told> {
  const customer = sampleCustomer(sequence);
  const shot = (step: string): Promise<void> => picture(`${kind}-${step}`);
  await counter.openPlace('工作台');
  await counter.newCase();
  await counter.fillCustomer(customer);
  await shot('1-customer');
  await page.keyboard.press('Alt+2');
  await counter.holdNumber(query);
  await shot('2-number');
  if (kind === 'special') await showCustomer();
  await page.keyboard.press('Alt+3');
  await counter.choosePlan(plan);
  await shot('3-plan');
  await counter.addDocuments(await scans(customer.name, customer.creditCode, customer.handlerName));
  await shot('6-documents');
  if (kind === 'special') await approve(counter, shot);
  await counter.signPaper('agreement', () => shot('4-agreement'));
  await shot('4-agreement-sealed');
  await counter.printTwo();
  await fillForm(kind === 'ordinary' ? '2' : '5', shot);
  await page.keyboard.press('Control+Enter');
  await counter.signPaper('form', () => shot('5-form-signing'));
  await shot('5-form-sealed');
  await counter.printTwo();
  await counter.addDocuments([{ kind: 'sealed-agreement', jpeg: await paperPhoto('盖章协议') }, { kind: 'sealed-form', jpeg: await paperPhoto('盖章受理单') }]);
  await page.keyboard.press('Alt+7');
  await shot('7-prepayment');
  await counter.payCash();
  takenLi += (await counter.view()).payments.receivedLi;
  await shot('7-prepayment-received');
  await page.keyboard.press('Alt+8');
  await shot('8-activation-ready');
  await counter.submit();
  await counter.untilCompleted();
  await shot('8-activation-completed');
  return tell(kind, await counter.view());
}

/** The form from a template, tried and looked at whole before it is signed. */
async function fillForm(template: string, shot: (step: string) => Promise<void>): Promise<void> {
  await page.keyboard.press('Alt+5');
  await page.getByRole('heading', { name: '从哪里开始' }).waitFor();
  await page.keyboard.press(template);
  const phones = page.locator('[id^=destinations-][id$=-number]');
  await phones.first().waitFor();
  for (let at = 0; at < await phones.count(); at += 1) await phones.nth(at).fill(`010-5920 66${30 + at}`);
  await shot('5-form-phones');
  const turnTo = (name: string): Promise<void> => page.locator('.form-tabs .chip', { hasText: name }).click();
  await turnTo('规则');
  await shot('5-form');
  await turnTo('试打');
  await page.getByRole('button', { name: '补齐试打' }).click();
  await shot('5-form-try');
  await turnTo('覆盖图');
  await page.locator('.hole-list').waitFor();
  await shot('5-form-map');
}

/** Six numbers are listed and shown on the customer's window. */
async function showCustomer(): Promise<void> {
  for (let listed = 0; listed < 6; listed += 1) {
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Insert');
  }
  await picture('special-2-shortlist');
  await page.keyboard.press('F9');
  const customer = console.app.windows().find((one) => one !== page) ?? await console.app.waitForEvent('window');
  await customer.setViewportSize({ width: 1366, height: 688 });
  await customer.locator('.shown-number').nth(5).waitFor();
  await customer.screenshot({ path: join(out, 'special-2-customer-window.png') });
  await page.keyboard.press('F9');
}

/** The drawer is counted blind, agrees with cases and carrier, and the day is closed with its sheet. */
async function closeDay(): Promise<void> {
  await counter.openPlace('收银');
  await page.locator('#count-10000').waitFor();
  const yuan = (takenLi + floatLi) / 1000;
  await page.locator('#count-10000').fill(String(Math.floor(yuan / 100)));
  await page.locator('#count-100').fill(String(Math.floor(yuan % 100)));
  await picture('24-till-blind');
  await page.keyboard.press('Control+Enter');
  await page.locator('.method-table').waitFor();
  await picture('24-till');
  await page.keyboard.press('Control+Enter');
  await page.locator('#close-deposit').waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: /开下个班/ }).waitFor();
  await picture('24-till-closed');
}

/** The hall admin tries a number on the rule table. */
async function showRules(): Promise<void> {
  await page.keyboard.press('F8');
  await page.getByRole('button', { name: /换人登录/ }).click();
  await counter.signIn('WJ0001');
  await page.getByRole('button', { name: '看规则、试号' }).click();
  await page.locator('#trial-number').fill('4006121212');
  await picture('23-rules');
}

/** The supervisor signs in beside the clerk and decides with one key. */
async function approve(desk: Counter, shot: (step: string) => Promise<void>): Promise<void> {
  await desk.requestApproval('客户品牌号码，已核对执照与用途');
  await desk.openPlace('审批');
  await shot('9-approval');
  await desk.openPlace('工作台');
  await shot('9-workbench');
  await desk.openPlace('审批');
  await desk.approveBeside(supervisor);
  await shot('9-approval-done');
  await desk.backToCase();
}

async function scans(company: string, creditCode: string, handler: string): Promise<readonly { readonly kind: DocumentKind; readonly jpeg: Uint8Array }[]> {
  const pages: readonly { readonly kind: DocumentKind; readonly jpeg: Uint8Array }[] = [
    { kind: 'licence', jpeg: await licencePhoto(company, creditCode) },
    { kind: 'handler-id-front', jpeg: await idCardPhoto(handler, 'front') },
    { kind: 'handler-id-back', jpeg: await idCardPhoto(handler, 'back') },
    { kind: 'authorisation', jpeg: await paperPhoto('授权委托书') },
    { kind: 'destination-proof', jpeg: await paperPhoto('话费账单') },
  ];
  handedIn.push(...pages.map((page) => page.jpeg));
  return pages;
}

/** Writes the sealed papers out and says what the case came to. */
async function tell(kind: string, view: CaseView): Promise<Told> {
  const papers = [
    { file: `agreement-${kind}.pdf`, paperId: view.agreement.current?.paperId }, { file: `form-${kind}.pdf`, paperId: view.formPaper.current?.paperId },
    ...view.payments.rows.map((row, at) => ({ file: `receipt-${kind}${at > 0 ? `-${at + 1}` : ''}.pdf`, paperId: row.receiptPaperId ?? undefined })),
  ];
  const written: { file: string; sha256: string }[] = [];
  for (const { file, paperId } of papers) {
    const bytes = Buffer.from(await pdfBytes(page, paperId ?? ''), 'base64');
    writeFileSync(join(out, file), bytes);
    written.push({ file, sha256: createHash('sha256').update(bytes).digest('hex') });
  }
  const quote = view.plan?.quote;
  return {
    caseNo: view.caseNo, company: view.customer.name, number: formatNumber(view.number?.digits ?? ''), grade: view.number?.grade ?? 9, plan: view.plan?.name ?? '',
    amounts: { monthlyMinimum: formatYuan(quote?.monthlyMinimumLi ?? 0), prepayment: formatYuan(quote?.prepayDueLi ?? 0), dueNow: formatYuan(quote?.dueNowLi ?? 0), received: formatYuan(view.payments.receivedLi) },
    state: view.state, dueDate: view.activation?.dueDate ?? '', papers: written,
  };
}

function pdfBytes(from: Page, paperId: string): Promise<string> {
  return from.evaluate(async (id) => {
    const answer = await (window as unknown as { counter: { invoke: (channel: string, request: unknown) => Promise<{ value: { bytes: Uint8Array } }> } }).counter.invoke('papers/open', { paperId: id });
    let text = '';
    for (const byte of answer.value.bytes) text += String.fromCharCode(byte);
    return btoa(text);
  }, paperId);
}
