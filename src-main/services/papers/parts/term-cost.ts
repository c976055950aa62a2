import type { TermCost } from '#domain/agreement/agreement-paper.ts';
import type { Li } from '#domain/money/money.ts';
import type { Quote, QuoteLine } from '#domain/tariff/quote.ts';
import { itemWords, type QuoteNames } from '../wording/quote-words.ts';

type Span = { readonly first: number; readonly months: number };
type Row = TermCost['rows'][number];

/**
 * The fixed cost over the term, year by year: fees and add-ons, the least that is spent on calls (monthly minimum, or what the
 * commitment asks for beyond it), less what the prepayment and then the bonus pay of that least. Absent where there is no term.
 */
export function termCost(quote: Quote, names: QuoteNames): TermCost | undefined {
  if (quote.termMonths === 0) return undefined;
  const spans = Array.from({ length: Math.ceil(quote.termMonths / 12) }, (_, year): Span => ({ first: year * 12 + 1, months: Math.min(12, quote.termMonths - year * 12) }));
  const rows = [
    ...quote.lines.filter(({ when, li }) => when === 'now' && li > 0).map((line) => row(itemWords(line, names), line.li, spans.map(() => 0))),
    ...quote.lines.filter(({ item }) => item === 'function-fee' || item === 'monthly-fee').map((line) => row(itemWords(line, names), 0, spans.map(({ months }) => line.li * months))),
    ...quote.lines.filter(({ item }) => item === 'add-on').map((line) => row(itemWords(line, names), 0, spans.map((span) => addOnInYear(line, span)))),
    ...spendRows(quote, spans),
  ].filter(({ amounts }) => amounts.some((amount) => amount !== null));
  const sums = ['', ...spans].map((_, column) => rows.reduce((sum, { amounts }) => sum + (amounts[column] ?? 0), 0));
  return {
    title: `${quote.termMonths}个月总费用（固定部分）`, note: '不含超出最低消费的通话费', moments: ['今日', ...spans.map(({ first, months }) => `第${first}～${first + months - 1}个月`)],
    rows, total: { amounts: sums, sum: sums.reduce((a, b) => a + b, 0) },
  };
}

function spendRows(quote: Quote, spans: readonly Span[]): readonly Row[] {
  const minimum = spans.map(({ months }) => quote.monthlyMinimumLi * months);
  const committed = Math.max(0, (quote.commitment?.li ?? 0) - minimum.reduce((a, b) => a + b, 0));
  const toCommitment = spans.map((_, year) => (year === spans.length - 1 ? committed : 0));
  let cash = quote.prepayDueLi;
  let bonus = quote.lines.find(({ item }) => item === 'bonus')?.li ?? 0;
  const paid = spans.map((_, year) => {
    const least = (minimum[year] ?? 0) + (toCommitment[year] ?? 0);
    const byCash = Math.min(cash, least);
    // Cash first, and the bonus lapses: it is counted in the first year only.
    const byBonus = year === 0 ? Math.min(bonus, least - byCash) : 0;
    cash -= byCash;
    bonus -= byBonus;
    return { byCash, byBonus };
  });
  return [
    row('月最低消费', 0, minimum),
    row('承诺消费', 0, toCommitment),
    row('由预存款抵扣', 0, paid.map(({ byCash }) => -byCash)),
    row('由赠款抵扣', 0, paid.map(({ byBonus }) => -byBonus)),
  ];
}

/** Periods that fall into the year and are not waived; a yearly charge falls into the year's first month. */
function addOnInYear(line: QuoteLine, { first, months }: Span): Li {
  const waived = Number(line.calc.facts['waivedPeriods'] ?? 0);
  if (line.when === 'once') return first === 1 ? line.li : 0;
  if (line.when === 'yearly') return (first - 1) / 12 >= waived ? line.li : 0;
  return line.li * Math.max(0, Math.min(months, first + months - 1 - waived));
}

function row(item: string, today: Li, years: readonly Li[]): Row {
  const amounts = [today, ...years];
  return { item, amounts: amounts.map((amount) => (amount === 0 ? null : amount)), sum: amounts.reduce((a, b) => a + b, 0) };
}
