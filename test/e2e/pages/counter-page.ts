/** The counter as a clerk uses it: what a person types and presses, in one place for journeys, campaign and demo. */
import { expect, type Page } from '@playwright/test';
import type { CaseView } from '../../../src-main/shared/contract/cases.ts';
import type { RequestChannel } from '../../../src-main/shared/contract/channels.ts';
import type { CounterBridge, Reply, Request } from '../../../src-main/shared/contract/contract.ts';
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
  };
}
