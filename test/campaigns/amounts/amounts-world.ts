import type { CaseView } from '#contract/cases.ts';
import { readyDesk } from '../../support/hall-cases.ts';
import { type RealCarrier, startRealCarrier } from '../../support/real-carrier.ts';
import { openTestConsole, type TestConsole } from '../../support/test-console.ts';
import { until } from '../../support/until.ts';
import { type Compared, compareReadings } from './compare-readings.ts';
import { driveAmountsCase } from './drive-amounts-case.ts';
import type { AmountsCase } from './generate-case.ts';
import { type Counter, type Injected, openCounter } from './open-counter.ts';
import { pdfWords } from './pdf-words.ts';
import { readAnnex } from './read-annex.ts';
import { type HallPrices, readCatalogue } from './read-catalogue.ts';
import { readFrontPage } from './read-front-page.ts';
import { readCarriersOrder, readStoredOrder } from './read-order.ts';
import { readPreview } from './read-preview.ts';
import { readReceipts } from './read-receipts.ts';
import { readForm, readReadOut } from './read-signed.ts';
import { readScreen } from './read-screen.ts';
import type { Reading } from './reading.ts';
import { showCase } from './show-case.ts';


/** A console with its carrier and a page, and the three steps of a case: sold, read back, held against what the carrier has. */
export type AmountsWorld = {
  readonly counter: Counter;
  /** The hall's admin puts other prices on the plans that the hall prices itself; what was sold before keeps its own. */
  readonly reprice: (prices: HallPrices) => Promise<void>;
  readonly sell: (generated: AmountsCase) => Promise<Sold>;
  readonly readBack: (sold: Sold) => Promise<Seen>;
  readonly compare: (seen: Seen) => Promise<Compared>;
  readonly close: () => Promise<void>;
};

export type Sold = { readonly generated: AmountsCase; readonly view: CaseView; readonly prices: HallPrices };
export type Seen = Sold & { readonly readings: readonly Reading[]; readonly isSilent: boolean; readonly orderId: string };

export async function openAmountsWorld(injected: readonly Injected[] = []): Promise<AmountsWorld> {
  const carrier = await startRealCarrier({ hall: 'WJ', timeScale: 1, pool: 40_000 });
  const desk = await openTestConsole({ carrier });
  const closeBoth = async (): Promise<void> => { await desk.dispose(); await carrier.dispose(); };
  try {
    await readyDesk(desk);
    const counter = await openCounter(desk, injected);
    let sold = 0;
    let prices: HallPrices = {};
    return {
      counter,
      reprice: async (next) => {
        await priceAsAdmin(desk, next);
        prices = next;
      },
      sell: async (generated) => {
        const before = prices;
        return { generated, prices: before, view: await driveAmountsCase(desk.call, generated, sold += 1) };
      },
      readBack: (one) => readBack(desk, counter, one),
      compare: async (seen) => compareReadings([...seen.readings, ...readCarriersOrder(await orderAtCarrier(carrier, seen))], seen.isSilent),
      close: async () => { await counter.close(); await closeBoth(); },
    };
  } catch (error) {
    await closeBoth();
    throw error;
  }
}

async function priceAsAdmin(desk: TestConsole, prices: HallPrices): Promise<void> {
  await desk.signIn('WJ0001');
  for (const [planId, monthlyFeeLi] of Object.entries(prices)) {
    const { version } = await desk.call('catalogue/read', undefined);
    await desk.call('catalogue/price', { planId, monthlyFeeLi, note: '本厅定价', baseVersion: version });
  }
  await desk.signIn('WJ0127');
}

async function readBack({ call, look }: TestConsole, counter: Counter, sold: Sold): Promise<Seen> {
  const { view, generated } = sold;
  const { caseId, caseNo } = view;
  const open = async (paperId: string | null | undefined): Promise<Uint8Array> => (await call('papers/open', { paperId: paperId ?? '' })).bytes;
  const { term, next } = await call('plans/preview-bills', { caseId, exitOn: null });
  const year = term.bills.findIndex(({ lines }, at) => at > 0 && lines.some(({ ruleId }) => ruleId === 'ADD-ON-YEAR'));
  const wanted = new Set([...(term.start.length > 0 ? [-1] : []), 0, next, ...(year < 0 ? [] : [year]), term.bills.length - 1]);
  const shown = await showCase(counter.page, caseNo, [...wanted]);
  const paper = pdfWords(await open(view.agreement.current?.paperId));
  const form = pdfWords(await open(view.formPaper.current?.paperId));
  const receipts = await Promise.all(view.payments.rows.map((row) => open(row.receiptPaperId)));
  const body = look((db) => db.prepare("SELECT body FROM outbox WHERE case_id = ? AND kind = 'place-order'").get(caseId) as { readonly body: string }).body;
  return {
    ...sold, orderId: (JSON.parse(body) as { readonly orderId: string }).orderId,
    readings: [
      ...readCatalogue(generated, sold.prices), ...readScreen(shown, next), ...readFrontPage(paper), ...readAnnex(paper), ...readReadOut(paper), ...readForm(form), ...readStoredOrder(body),
      ...readPreview({ term, next, openedOn: term.openedOn }), ...readReceipts(receipts),
    ],
    isSilent: (term.bills[next]?.lines ?? []).every(({ item, li }) => item !== 'calls' || li === 0),
  };
}

type CarriersOrder = Parameters<typeof readCarriersOrder>[0];

const orderAtCarrier = (carrier: RealCarrier, { orderId, view }: Seen): Promise<CarriersOrder> => until(`order of ${view.caseNo} at the carrier`, async () => {
  const answer = (await carrier.get(`/tmf-api/productOrderingManagement/v5/productOrder/${orderId}`)) as CarriersOrder;
  return 'productOrderItem' in answer ? answer : null;
});
