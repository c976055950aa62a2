import type { Page } from 'playwright-core';

type Said = { readonly name: string; readonly small: string; readonly amount: string };
export type ShownBill = { readonly at: number; readonly lines: readonly Said[]; readonly total: string; readonly words: readonly string[] };

/** What stood on the screens of one case, word by word. */
export type ShownCase = {
  readonly rates: string;
  readonly quote: readonly Said[];
  readonly totals: readonly (readonly [string, string])[];
  readonly summaryDue: string;
  readonly strip: readonly string[];
  readonly months: readonly { readonly at: number; readonly amounts: readonly string[] }[];
  readonly bills: readonly ShownBill[];
  readonly headOfBills: string;
  readonly sums: readonly (readonly [string, string])[];
  readonly commitment: string;
  readonly due: readonly (readonly [string, string])[];
};

/** Goes to the case as a clerk does and looks at quote, bills and what is due. `wanted`: the bills to be looked into, by their place. */
export async function showCase(page: Page, caseNo: string, wanted: readonly number[]): Promise<ShownCase> {
  await openByNumber(page, caseNo);
  await page.keyboard.press('Alt+3');
  await page.locator('.plan-panes').waitFor();
  await page.keyboard.press('F7');
  await page.locator('.quote-pane .quote-totals').waitFor();
  const quote = await readQuote(page);
  await page.keyboard.press('Alt+4');
  await page.locator('.bill-strip .ant-btn').waitFor();
  await page.keyboard.press('b');
  await page.locator('.bill-panel').waitFor();
  const bills: ShownBill[] = [];
  for (const at of wanted) {
    // Scrolled to and clicked in the page: moving the mouse to each would take longer than all the rest.
    await page.locator(`.bill-months tr[data-at="${at}"]`).dispatchEvent('click');
    await page.locator(`.bill-months tr[data-at="${at}"][data-current="true"]`).waitFor();
    bills.push(await readBill(page, at));
  }
  const panel = await readPanel(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+7');
  await page.locator('.money-total').waitFor();
  const due = await page.evaluate(() => [...document.querySelectorAll<HTMLElement>('section[aria-label="应收"] .money-rows li')]
    .map((row) => [row.querySelector<HTMLElement>(':scope > :first-child')?.innerText ?? '', row.querySelector<HTMLElement>('.money')?.innerText ?? ''] as const));
  return { ...quote, ...panel, bills, due };
}

async function openByNumber(page: Page, caseNo: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.locator('#found').waitFor({ state: 'attached' });
  await page.keyboard.insertText(caseNo);
  await page.locator('#found li').filter({ hasText: caseNo }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('#found').waitFor({ state: 'detached' });
  await page.locator('.case-head, header').filter({ hasText: caseNo }).first().waitFor();
}

const readQuote = (page: Page): Promise<Pick<ShownCase, 'rates' | 'quote' | 'totals' | 'summaryDue'>> => page.evaluate(() => {
  // Hidden text counts as none: innerText leaves it out.
  const text = (from: ParentNode, selector: string): string => from.querySelector<HTMLElement>(selector)?.innerText ?? '';
  const pane = document.querySelector('.quote-pane') ?? document;
  return {
    rates: text(pane, '.pane-head .hint'),
    quote: [...pane.querySelectorAll('.quote-lines li')].map((line) => ({ name: text(line, 'strong'), small: text(line, 'small'), amount: text(line, '.money') })),
    totals: [...pane.querySelectorAll('.quote-totals > div')].map((total) => [text(total, 'dt'), text(total, 'dd')] as const),
    summaryDue: text(document, '.summary-due .money'),
  };
});

const readBill = (page: Page, at: number): Promise<ShownBill> => page.evaluate((place) => {
  const side = document.querySelector('.bill-side > section') ?? document;
  const lines = [...side.querySelectorAll('.bill-lines li:not(.bill-total)')].map((line) => {
    const small = line.querySelector<HTMLElement>('small')?.innerText ?? '';
    const both = line.querySelector<HTMLElement>('span')?.innerText ?? '';
    return { name: both.slice(0, both.length - small.length).trim(), small, amount: line.querySelector<HTMLElement>('.money')?.innerText ?? '' };
  });
  return { at: place, lines, total: side.querySelector<HTMLElement>('.bill-total .money')?.innerText ?? '', words: [...side.querySelectorAll<HTMLElement>(':scope > p')].map((one) => one.innerText) };
}, at);

const readPanel = (page: Page): Promise<Pick<ShownCase, 'strip' | 'months' | 'headOfBills' | 'sums' | 'commitment'>> => page.evaluate(() => {
  const pairs = [...document.querySelectorAll<HTMLElement>('.bill-sums dt')].map((dt) => [dt.innerText, (dt.nextElementSibling as HTMLElement | null)?.innerText ?? ''] as const);
  return {
    strip: [...document.querySelectorAll<HTMLElement>('.bill-strip strong')].map((one) => one.innerText),
    months: [...document.querySelectorAll<HTMLElement>('.bill-months tbody tr')].map((row) => ({ at: Number(row.dataset['at']), amounts: [...row.querySelectorAll<HTMLElement>('td .money')].map((one) => one.innerText) })),
    headOfBills: document.querySelector<HTMLElement>('.bill-panel .pane-head')?.innerText ?? '',
    sums: pairs, commitment: [...document.querySelectorAll<HTMLElement>('.bill-side > section')].map((one) => one.innerText).find((words) => words.includes('承诺')) ?? '',
  };
});
