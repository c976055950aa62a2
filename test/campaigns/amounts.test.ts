import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { AgreementPaper, PriceLine, TermCost } from '#domain/agreement/agreement-paper.ts';
import type { FormPaper } from '#domain/agreement/form-paper.ts';
import type { ReceiptPaper } from '#domain/agreement/receipt-paper.ts';
import type { PaymentsView } from '#contract/payments.ts';
import type { BillPreview } from '#contract/plans.ts';
import { type AmountsWorld, openAmountsWorld, type Seen } from './amounts/amounts-world.ts';
import { type AmountsCase, generateCase } from './amounts/generate-case.ts';
import type { Injected } from './amounts/open-counter.ts';

/** One presenter of main is wrong by a fen while its name is here. */
const { state, bent, first } = vi.hoisted(() => {
  const awake = { name: '' };
  type Exports = Record<string, (...args: unknown[]) => unknown>;
  /** The module as it is, with exports that change their answer while theirs is the name. */
  const changed = async (load: () => Promise<unknown>, key: string, changes: Readonly<Record<string, (answer: never) => unknown>>): Promise<object> => {
    const real = (await load()) as Exports;
    const own = (...args: unknown[]): unknown => (changes[awake.name] ?? ((answer: unknown) => answer))(real[key]?.(...args) as never);
    return { ...real, [key]: own };
  };
  return { state: awake, bent: changed, first: <T>(rows: readonly T[], change: (row: T) => T): readonly T[] => rows.map((row, at) => (at === 0 ? change(row) : row)) };
});

vi.mock('../../src-main/services/papers/parts/price-lines.ts', async (load) => {
  const rows = await bent(load, 'priceLines', { 'a row of the annex': (lines: readonly PriceLine[]) => first(lines, (row) => ({ ...row, dueToday: (row.dueToday ?? 0) + 10 })) });
  return bent(async () => rows, 'dueTodayParts', { 'a part of what is due on the front page': (parts: AgreementPaper['dueToday']['parts']) => first(parts, (part) => ({ ...part, amount: part.amount + 10 })) });
});
vi.mock('../../src-main/services/papers/wording/quote-words.ts', (load) =>
  bent(load, 'calculationWords', { 'a fee in the words of the annex': (words: string) => words.replace('100.00元／月', '100.01元／月') }));
vi.mock('../../src-main/services/papers/parts/summary-facts.ts', (load) => bent(load, 'summaryFacts', { 'a fact of the front page': (facts: AgreementPaper['summary']) =>
  ({ ...facts, monthlyMinimum: { ...facts.monthlyMinimum, value: facts.monthlyMinimum.value.replace('360.00', '360.01') } }) }));
vi.mock('../../src-main/services/papers/parts/term-cost.ts', (load) => bent(load, 'termCost', { 'a cell of the cost over the term': (cost: TermCost | undefined) =>
  cost && ({ ...cost, rows: first(cost.rows, (row) => ({ ...row, amounts: first(row.amounts, (li) => (li ?? 0) + 10) })) }) }));
vi.mock('../../src-main/services/papers/parts/receipt-lines.ts', (load) => bent(load, 'receiptLines', { 'a line of the receipt': (lines: ReceiptPaper['lines']) => first(lines, (line) => ({ ...line, amount: line.amount + 10 })) }));
vi.mock('../../src-main/services/payments/view-payments.ts', (load) => bent(load, 'viewPayments', { 'a line that is due': (view: PaymentsView) => ({ ...view, dueLines: first(view.dueLines, (line) => ({ ...line, li: line.li + 10 })) }) }));
vi.mock('../../src-main/services/plans/preview-bills.ts', (load) => bent(load, 'previewBills', { 'a line of the bills': async (answer: Promise<{ readonly value: BillPreview }>) => {
  const { value } = await answer;
  const bills = value.term.bills.map((bill, at) => (at === value.next ? { ...bill, lines: bill.lines.map((line) => (line.item === 'function-fee' ? { ...line, li: line.li + 10 } : line)) } : bill));
  return { ok: true, value: { ...value, term: { ...value.term, bills } } };
} }));
vi.mock('../../src-main/services/papers/parts/form-features.ts', (load) => bent(load, 'formFeatures', { 'a feature of the form': (features: FormPaper['features']) => features.map((one) => ({ ...one, charge: one.charge.replace('516.00', '516.01') })) }));
vi.mock('../../src-main/services/papers/parts/agreement-read-out.ts', (load) => bent(load, 'agreementReadOut', { 'what is read out': (items: AgreementPaper['readOut']) => items.map((one) => ({ ...one, content: one.content.replace('360.00元／月', '360.01元／月') })) }));
type Wire = { readonly productOrderItem: readonly { readonly itemPrice?: readonly { readonly price: { readonly taxIncludedAmount: object } }[] }[] };
vi.mock('../../src-main/sync/bodies/order-body.ts', (load) => bent(load, 'orderBody', { 'a price on the wire': (order: Wire) => ({
  ...order, productOrderItem: order.productOrderItem.map((item) => (item.itemPrice ? { ...item, itemPrice: first(item.itemPrice, (one) => ({ ...one, price: { ...one.price, taxIncludedAmount: { ...one.price.taxIncludedAmount, value: 0.01 } } })) } : item)),
}) }));
type Intent = { readonly kind: string; readonly body: { readonly prices: readonly { readonly li: number }[] } };
vi.mock('../../src-main/services/append-intent.ts', async (load) => {
  const real = await load<{ readonly intend: (...args: readonly unknown[]) => void }>();
  const wrong = ({ kind, body }: Intent): object => ({ kind, body: { ...body, prices: first(body.prices, (price) => ({ ...price, li: price.li + 10 })) } });
  return { ...real, intend: (context: unknown, edit: unknown, intent: Intent, ...rest: readonly unknown[]) => real.intend(context, edit, state.name === 'a price of the stored order' && intent.kind === 'place-order' ? wrong(intent) : intent, ...rest) };
});

/** Presenters of the screen: `#` is 10 厘 while the change is awake. */
const onScreen: readonly Injected[] = [
  { name: 'every amount on the screen', file: 'src-renderer/ui/money.tsx', find: 'formatYuan(li)', put: 'formatYuan(li + #)' },
  { name: 'a line of the quote', file: 'plan/quote/quote-lines.tsx', find: '<Money li={line.li} dash />', put: '<Money li={line.li + #} dash />' },
  { name: 'a total of the quote', file: 'plan/quote/quote-lines.tsx', find: 'li={quote.monthlyMinimumLi}', put: 'li={quote.monthlyMinimumLi + #}' },
  { name: 'what is due', file: 'prepayment/due-lines.tsx', find: '<Money li={line.li} />', put: '<Money li={line.li + #} />' },
  { name: 'a line of a bill on the screen', file: 'agreement/bill-detail.tsx', find: '<Money li={line.li} size={13} />', put: '<Money li={line.li + #} size={13} />' },
];

let world: AmountsWorld;
beforeAll(async () => { world = await openAmountsWorld(onScreen); }, 180_000);
afterAll(() => world?.close());

const play = async (generated: AmountsCase): Promise<readonly string[]> => (await world.compare(await world.readBack(await world.sell(generated)))).differences;

const seed = 5;
test('a sample over all plans: screen, papers, order and bills say the same of every line', async () => {
  const seen: Seen[] = [];
  for (let at = 0; at < 9; at += 1) {
    const sold = await world.sell(generateCase(seed, at));
    // Sold under other prices than those in force when it is read.
    if (sold.generated.planId === 'all-answer') await world.reprice({ 'all-answer': 77_770, 'beijing-enhanced': 133_330 });
    seen.push(await world.readBack(sold));
  }
  // Orders of approved numbers go some seconds later: all are sold before the carrier is asked.
  for (const one of seen) {
    const { differences, lines } = await world.compare(one);
    expect([one.generated, differences]).toEqual([one.generated, []]);
    expect(lines).toBeGreaterThan(60);
  }
  expect(world.counter.errors).toEqual([]);
}, 300_000);

/** An ordinary number of 营业厅标准 where nobody calls: opening fee, prepayment, function fee and minimum are all there to be seen. */
const plain: AmountsCase = {
  at: 0, grade: 9, contains: '', pickAt: 3, planId: 'hall-standard', addOnIds: ['seat', 'seat'], minimumShare: null, terminals: null, tender: 'cash', firstPercent: 0,
  usage: { from: 'questions', minutes: 0, localPercent: 0, mobilePercent: 0, terminals: 1, addOnIds: ['seat', 'seat'] },
};
const withTerm: AmountsCase = { ...plain, planId: 'prepaid-3000' };

describe('an injected change of one fen fails it', () => {
  test.each([
    ['a row of the annex', /^opening-fee: .*annex 100\.01/], ['a fee in the words of the annex', /^function-fee: .*annex 100\.01/], ['a part of what is due on the front page', /^opening-fee: .*front page 100\.01/],
    ['a fact of the front page', /^monthly-minimum: .*front page 360\.01/], ['a line of the receipt', /^opening-fee: .*receipt 100\.01/], ['a line that is due', /^opening-fee: .*due screen 100\.01/],
    ['a line of the bills', /^function-fee: .*bill screen 100\.01.*order 100,.*bill preview 100\.01/], ['a price of the stored order', /^opening-fee: .*order 100\.01, .*order at the carrier 100\.01/],
    ['a feature of the form', /^add-on seat monthly: .*form 516\.01/], ['what is read out', /^monthly-minimum: .*read out 360\.01/], ['a price on the wire', /^opening-fee: .*order at the carrier 0\.01/],
  ])('in main: %s', async (name, named) => {
    state.name = name;
    const differences = await play(plain).finally(() => { state.name = ''; });
    expect(differences).toContainEqual(expect.stringMatching(named));
  }, 60_000);

  test('in main: a cell of the cost over the term', async () => {
    state.name = 'a cell of the cost over the term';
    const differences = await play(withTerm).finally(() => { state.name = ''; });
    expect(differences).toContainEqual(expect.stringMatching(/^term prepayment sum: /));
  }, 60_000);

  test.each([
    ['every amount on the screen', /^due now: .*summary \d/], ['a line of the quote', /^function-fee: .*quote screen 100\.01/], ['a total of the quote', /^monthly-minimum: .*quote totals 360\.01/],
    ['what is due', /^opening-fee: .*due screen 100\.01/], ['a line of a bill on the screen', /^function-fee: .*bill screen 100\.01/],
  ])('on the screen: %s', async (name, named) => {
    await world.counter.wake(name);
    const differences = await play(plain).finally(() => world.counter.wake(null));
    expect(differences).toContainEqual(expect.stringMatching(named));
  }, 60_000);

  test('and without one nothing differs', async () => {
    expect(await play(plain)).toEqual([]);
    expect(await play(withTerm)).toEqual([]);
  }, 60_000);
});
