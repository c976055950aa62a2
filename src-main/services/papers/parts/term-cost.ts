import type { TermCost } from '#domain/agreement/agreement-paper.ts';
import { assert } from '#domain/assert.ts';
import type { Li } from '#domain/money/money.ts';
import type { Bill, BillLine, TermBill } from '#domain/tariff/bill.ts';
import type { Quote, QuoteItem } from '#domain/tariff/quote.ts';
import { dateWords } from '../wording/days.ts';
import { itemWords, type QuoteNames } from '../wording/quote-words.ts';

type Row = TermCost['rows'][number];
const YEAR = 12;

/**
 * The fixed cost over the term, twelve bills a column: `term` is every bill of it with no call at all, from the function that bills.
 * What is topped up to minimum and commitment is then their whole; less what prepayment and bonus pay of it. Absent where there is no term.
 */
export function termCost(quote: Quote, term: TermBill, names: QuoteNames): TermCost | undefined {
  if (quote.termMonths === 0) return undefined;
  const columns = billColumns(term.bills);
  const rows = [
    row(nameOf(quote, names, 'opening-fee'), total(term.start), columns.map(() => 0)), row('预存款', term.cashLi, columns.map(() => 0)),
    ...(['function-fee', 'monthly-fee'] as const).map((item) => row(nameOf(quote, names, item), 0, columns.map((bills) => charged(bills, (line) => line.item === item)))),
    ...quote.lines.filter(({ item }) => item === 'add-on').map((quoted) => row(itemWords(quoted, names), 0, columns.map((bills) => charged(bills, ({ addOnId, ruleId }) => addOnId === quoted.addOnId && ruleId === quoted.ruleId)))),
    row('月最低消费', 0, columns.map((bills) => charged(bills, ({ item }) => item === 'minimum-top-up'))),
    row('承诺消费', 0, columns.map((bills) => charged(bills, ({ item }) => item === 'commitment-shortfall'))),
    row('由预存款抵扣', 0, columns.map((bills) => -sum(bills.map(({ byCashLi }) => byCashLi)))),
    row('由赠款抵扣', 0, columns.map((bills) => -sum(bills.map(({ byBonusLi }) => byBonusLi)))),
  ].filter(({ amounts }) => amounts.some((amount) => amount !== null));
  const sums = ['', ...columns].map((_, column) => sum(rows.map(({ amounts }) => amounts[column] ?? 0)));
  assert(sum(sums) === sum([total(term.start), term.cashLi, ...term.bills.map(({ payableLi }) => payableLi)]), 'termCost: a line of the bills has no row');
  return {
    title: `${quote.termMonths}个月总费用（固定部分）`, note: `按${dateWords(term.openedOn)}开通，一期一个自然月；不含超出最低消费的通话费`,
    moments: ['今日', ...columns.map((bills, at) => `第${at * YEAR + 1}～${at * YEAR + bills.length}期`)], rows, total: { amounts: sums, sum: sum(sums) },
  };
}

/** Twelve bills each; the last, cut month of a term that began within one stands with the year before. */
function billColumns(bills: readonly Bill[]): readonly (readonly Bill[])[] {
  const count = Math.max(1, Math.round(bills.length / YEAR));
  return Array.from({ length: count }, (_, at) => bills.slice(at * YEAR, at === count - 1 ? bills.length : (at + 1) * YEAR));
}

const sum = (amounts: readonly Li[]): Li => amounts.reduce((a, b) => a + b, 0);
const total = (lines: readonly BillLine[]): Li => sum(lines.map(({ li }) => li));
const charged = (bills: readonly Bill[], is: (line: BillLine) => boolean): Li => sum(bills.map(({ lines }) => total(lines.filter(is))));

function nameOf(quote: Quote, names: QuoteNames, item: QuoteItem): string {
  const line = quote.lines.find((each) => each.item === item);
  return line ? itemWords(line, names) : '';
}

function row(item: string, today: Li, columns: readonly Li[]): Row {
  const amounts = [today, ...columns];
  return { item, amounts: amounts.map((amount) => (amount === 0 ? null : amount)), sum: sum(amounts) };
}
