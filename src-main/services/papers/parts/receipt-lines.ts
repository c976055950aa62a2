import type { ReceiptPaper } from '#domain/agreement/receipt-paper.ts';
import { assert } from '#domain/assert.ts';
import type { Li } from '#domain/money/money.ts';
import type { Quote } from '#domain/tariff/quote.ts';
import { yuanWords } from '../wording/amounts.ts';
import { itemWords, type QuoteNames } from '../wording/quote-words.ts';

type Line = ReceiptPaper['lines'][number];

/** What a payment pays: the due lines in order of the quote, each over what earlier payments left of it. The lines add up to the payment. */
export function receiptLines(quote: Quote, names: QuoteNames, earlierLi: Li, amountLi: Li): readonly Line[] {
  const lines: Line[] = [];
  let [before, rest] = [earlierLi, amountLi];
  for (const line of quote.lines.filter(({ when, li }) => when === 'now' && li > 0)) {
    const paidBefore = Math.min(before, line.li);
    const amount = Math.min(rest, line.li - paidBefore);
    before -= paidBefore;
    rest -= amount;
    if (amount > 0) lines.push({ item: itemWords(line, names), note: noteOf(line.item, names, line.li, paidBefore, amount), amount });
  }
  // A transfer can arrive after the plan became cheaper: what is over is kept as prepayment and said so.
  if (rest > 0) lines.push({ item: '预存款', note: '超过应付的部分，记作预存', amount: rest });
  assert(lines.reduce((sum, { amount }) => sum + amount, 0) === amountLi, 'receiptLines: the lines do not add up to the payment');
  return lines;
}

function noteOf(item: string, { plan }: QuoteNames, dueLi: Li, paidBeforeLi: Li, amountLi: Li): string {
  const openLi = dueLi - paidBeforeLi - amountLi;
  if (openLi === 0 && paidBeforeLi === 0) return `${plan.name}；${item === 'prepayment' ? '抵扣通话费和最低消费' : '一次'}`;
  const before = paidBeforeLi > 0 ? `，此前已收${yuanWords(paidBeforeLi)}` : '';
  return `应付${yuanWords(dueLi)}${before}，${openLi > 0 ? `尚欠${yuanWords(openLi)}` : '本次收齐'}`;
}
