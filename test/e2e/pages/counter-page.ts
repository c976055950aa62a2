/** The counter as a clerk uses it: what a person types and presses, in one place for journeys, campaign and demo. */
import { expect, type Page } from '@playwright/test';
import type { CaseView } from '../../../src-main/shared/contract/cases.ts';
import type { DocumentKind } from '../../../src-main/shared/contract/documents.ts';
import type { RequestChannel } from '../../../src-main/shared/contract/channels.ts';
import type { CounterBridge, Reply, Request } from '../../../src-main/shared/contract/contract.ts';
import type { Caller } from '../../support/test-console.ts';
import type { CustomerDraft } from '../../../src-main/shared/domain/applicant/customer.ts';

export const trainingPassword = '练习密码-2026';
export const clerk = 'WJ0127';
export const supervisor = 'WJ0008';

export type Counter = ReturnType<typeof counterOn>;

export function counterOn(page: Page) {
  /** Asks main directly over the page's own bridge: for reading back, and for what no screen is about in a journey. */
  const ask = async <C extends RequestChannel>(channel: C, request: Request<C>): Promise<Reply<C>> => {
    const answer = await page.evaluate(
      ([name, body]) => (window as unknown as { counter: CounterBridge }).counter.invoke(name as RequestChannel, body as never) as Promise<{ ok: boolean; value: unknown; error: unknown }>,
      [channel, request] as const,
    );
    if (!answer.ok) throw new Error(`${channel}: ${JSON.stringify(answer.error)}`);
    return answer.value as Reply<C>;
  };
  const caseId = async (): Promise<string> => (await ask('cases/find', { text: '@last' }))[0]?.caseId ?? '';
  const view = async (): Promise<CaseView> => ask('cases/open', { caseId: await caseId() });
  /** Money needs an open shift; opened over the bridge where a journey is not about the drawer. */
  const openShift = async (): Promise<void> => {
    if ((await ask('till/state', undefined)).standing === 'none') await ask('till/open', { floatLi: 500_000 });
  };
  const fill = async (field: string, text: string): Promise<void> => page.locator(`#${field}`).fill(text);

  return {
    page, ask, view, caseId,

    signIn: async (staffNo = clerk): Promise<void> => {
      await page.getByLabel('工号', { exact: true }).fill(staffNo);
      await page.getByLabel('密码', { exact: true }).fill(trainingPassword);
      await page.keyboard.press('Enter');
      await expect(page.getByText(staffNo).first()).toBeVisible();
      await expect(page.getByRole('button', { name: /锁屏/ })).toBeVisible();
    },

    newCase: async (): Promise<void> => {
      await page.keyboard.press('Control+n');
      await expect(page.locator('#name')).toBeFocused();
    },

    /** Every field in the order of the screen; selects by their keyboard. */
    fillCustomer: async (customer: CustomerDraft): Promise<void> => {
      await fill('name', customer.name);
      await fill('creditCode', customer.creditCode);
      await fill('phone', customer.phone);
      await fill('address', customer.address);
      await fill('legalName', customer.legalName);
      await fill('legalIdNumber', customer.legalIdNumber);
      await fill('legalPhone', customer.legalPhone);
      await fill('handlerName', customer.handlerName);
      await fill('handlerIdNumber', customer.handlerIdNumber);
      await fill('handlerPhone', customer.handlerPhone);
      await fill('handlerIdFrom', customer.handlerIdFrom);
      await fill('handlerIdTo', customer.handlerIdTo);
      await fill('purpose', customer.purpose);
      await fill('businessScope', customer.businessScope);
      await page.locator('#toldCallerPays').check();
      await page.locator('#consents').check();
      await expect.poll(async () => (await view()).tasks[0]?.status).toBe('done');
    },

    /** Ctrl+Enter: the view's primary, then the next thing that can be done. */
    goOn: async (): Promise<void> => page.keyboard.press('Control+Enter'),

    openTask: async (number: number): Promise<void> => page.keyboard.press(`Alt+${number}`),

    holdNumber: async (query: string): Promise<string> => {
      await page.keyboard.press('Alt+2');
      const box = page.getByPlaceholder(/输号码或条件/);
      await box.fill(query);
      await expect(page.getByRole('button', { name: /^占 400-/ })).toBeEnabled();
      await page.waitForTimeout(400); // the answer to the last key replaces the list
      await page.keyboard.press('Control+Enter');
      await expect.poll(async () => (await view()).number?.hold, { timeout: 20_000 }).toBe('granted');
      return (await view()).number?.digits ?? '';
    },

    choosePlan: async (name: string): Promise<void> => {
      await page.keyboard.press('Alt+3');
      await page.getByRole('columnheader', { name: new RegExp(`^${name}`) }).click();
      await expect(page.getByRole('button', { name: new RegExp(`^选${name}`) })).toBeEnabled();
      await page.keyboard.press('Control+Enter');
      // A dearer plan asks why: one digit answers.
      const why = page.getByRole('dialog', { name: `为什么选${name}？` });
      const settled = page.getByRole('button', { name: /^套餐已定/ });
      await expect(why.or(settled)).toBeVisible();
      if (await why.isVisible()) await page.keyboard.press('1');
      await expect.poll(async () => (await view()).plan?.name).toBe(name);
    },

    /** Ticks what was read out, writes on the pad with the pointer, confirms and seals. */
    signPaper: async (kind: 'agreement' | 'form', beforeWriting?: () => Promise<void>): Promise<void> => {
      if (kind === 'agreement') await page.keyboard.press('Alt+4');
      const readOut = page.locator('.sign-read-out');
      await expect(readOut.getByRole('checkbox').first()).toBeVisible({ timeout: 20_000 });
      const items = await readOut.getByRole('checkbox').count();
      await leaveField(page);
      for (let item = 0; item < items; item++) await page.keyboard.press('Space');
      await expect(page.locator('.signing-pad')).toBeVisible();
      await writeOnPad(page);
      await beforeWriting?.();
      await page.keyboard.press('Control+Enter');
      await expect.poll(async () => (kind === 'agreement' ? (await view()).agreement : (await view()).formPaper).status, { timeout: 20_000 }).toBe('signed');
    },

    /** Two phones that take turns all day, one caller refused; left on the button that goes to signing. */
    buildForm: async (): Promise<void> => {
      await page.keyboard.press('Alt+5');
      await expect(page.getByRole('button', { name: /核对后签字/ })).toBeVisible();
      for (const [id, number] of [['d1', '010-5920 6688'], ['d2', '010-5920 6689']] as const) {
        await page.keyboard.press('Insert');
        await expect(page.locator(`#destinations-${id}-number`)).toBeFocused();
        await page.keyboard.type(number);
      }
      await page.getByRole('button', { name: /^名单和功能/ }).click();
      await page.locator('#blackList').fill('0085*');
      await page.locator('#blackList').blur();
      await expect.poll(async () => (await view()).form.blackList.length).toBe(1);
    },

    /** Two originals for the company's seal, from the sealed paper on screen. */
    printTwo: async (): Promise<void> => {
      const button = page.getByRole('button', { name: /两份|2 份/ });
      await expect(button).toBeEnabled({ timeout: 20_000 });
      await button.click();
      await expect(page.getByText(/已交给打印机|正在打印|已离开打印队列/).first()).toBeVisible({ timeout: 20_000 });
    },

    /** Hands each file to its row of the checklist, looks at it beside what was typed, and calls it matching. */
    addDocuments: async (files: readonly { readonly kind: DocumentKind; readonly jpeg: Uint8Array }[]): Promise<void> => {
      await page.keyboard.press('Alt+6');
      for (const { kind, jpeg } of files) {
        const at = (await view()).documents.needed.findIndex((need) => need.kind === kind);
        await page.keyboard.press(String(at + 1));
        await page.locator('input[type=file]').setInputFiles({ name: `${kind}.jpg`, mimeType: 'image/jpeg', buffer: Buffer.from(jpeg) });
        await expect.poll(async () => (await view()).documents.rows.some((row) => row.kind === kind && row.verdict === 'unjudged'), { timeout: 20_000 }).toBe(true);
        await expect(page.getByRole('img', { name: /^(?!.*第).*，/ }).last()).toBeVisible({ timeout: 20_000 });
        await page.keyboard.press('y');
        await expect.poll(async () => (await view()).documents.needed[at]?.status).toBe('matches');
      }
    },

    openShift,

    payCash: async (): Promise<void> => {
      await openShift();
      await page.keyboard.press('Alt+7');
      await page.keyboard.press('Control+1');
      await expect(page.getByRole('button', { name: /入账/ })).toBeEnabled();
      await page.keyboard.press('Control+Enter');
      await expect.poll(async () => (await view()).payments.rows.every((row) => row.receiptNo !== null) && (await view()).payments.receivedLi).toBeGreaterThan(0);
    },

    submit: async (): Promise<void> => {
      await page.keyboard.press('Alt+8');
      await expect(page.getByRole('button', { name: /提交/ })).toBeEnabled();
      await page.keyboard.press('Control+Enter');
      await expect.poll(async () => (await view()).state).not.toBe('draft');
    },

    untilCompleted: async (): Promise<void> => {
      await expect.poll(async () => (await view()).state, { timeout: 90_000 }).toBe('completed');
    },

    /** A place of the left rail: 工作台, 审批, 待发, 设置. */
    openPlace: async (name: string): Promise<void> => {
      await page.locator('.rail').getByRole('button', { name: new RegExp(`^${name}`) }).click();
      await expect(page.locator('.rail').getByRole('button', { name: new RegExp(`^${name}`) })).toHaveAttribute('aria-current', 'page');
    },

    backToCase: async (): Promise<void> => page.locator('.rail').getByRole('button', { name: /^受理单/ }).click(),

    /** Asks for a special number from the plan task, where number and money are known. */
    requestApproval: async (reason: string): Promise<void> => {
      await page.keyboard.press('Alt+3');
      await page.locator('#approval-reason').fill(reason);
      await page.keyboard.press('Enter');
      await expect.poll(async () => (await view()).approval.state).toBe('requested');
    },

    /** On the approval desk as the clerk: Y, and the supervisor signs in beside with their own number and password. */
    approveBeside: async (staffNo: string): Promise<void> => {
      await expect(page.locator('.decision-bar .ant-btn-primary')).toBeEnabled({ timeout: 20_000 });
      await leaveField(page);
      await page.keyboard.press('y');
      await page.locator('#beside-staff-no').fill(staffNo);
      await page.locator('#beside-password').fill(trainingPassword);
      await page.keyboard.press('Enter');
      await expect.poll(async () => (await view()).approval.state).toBe('approved');
    },
  };
}

/** Single letters act only where no field has the focus. */
const leaveField = (page: Page): Promise<void> => page.locator('body').evaluate((body) => (body.ownerDocument.activeElement as HTMLElement | null)?.blur());

/** The page's bridge as the case steps of `test/support/ordinary-case.ts` call it; pictures cross as plain numbers. */
export const callOver = (counter: Counter): Caller => ((channel: RequestChannel, request: unknown) => {
  const { bytes } = (request ?? {}) as { readonly bytes?: Uint8Array };
  if (bytes === undefined) return counter.ask(channel, request as never);
  return counter.page.evaluate(async ([name, body, picture]) => {
    const answer = await (window as unknown as { counter: CounterBridge }).counter.invoke(name, { ...(body as object), bytes: new Uint8Array(picture) } as never);
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.value;
  }, [channel, request, [...bytes]] as const);
}) as Caller;

/** A signature in three strokes, with the pointer as a person moves it. */
async function writeOnPad(page: Page): Promise<void> {
  const box = await page.locator('.signing-pad').boundingBox();
  if (box === null) throw new Error('the pad is not open');
  const strokes = [[[0.1, 0.3], [0.25, 0.7], [0.4, 0.35]], [[0.45, 0.2], [0.5, 0.8], [0.6, 0.5]], [[0.62, 0.4], [0.75, 0.65], [0.9, 0.3]]];
  for (const stroke of strokes) {
    const [first, ...rest] = stroke.map(([x = 0, y = 0]) => [box.x + x * box.width, box.y + y * box.height] as const);
    await page.mouse.move(...(first ?? [0, 0]));
    await page.mouse.down();
    for (const point of rest) await page.mouse.move(...point, { steps: 8 });
    await page.mouse.up();
  }
}
