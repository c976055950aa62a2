import type { ReactNode } from 'react';
import type { AddOnOffer } from '#contract/plans.ts';
import type { Quote } from '#domain/tariff/quote.ts';
import { calcText, planText, quoteItem, quoteWhen, ruleName } from '../../../text/plan.ts';
import { Money } from '../../../ui/money.tsx';
import { StatusWord } from '../../../ui/status-word.tsx';

/** Each line of the quote with the rule that made it and the calculation in words, then the totals. */
export function QuoteLines({ quote, addOns }: { readonly quote: Quote; readonly addOns: readonly AddOnOffer[] }): ReactNode {
  const nameOf = (line: Quote['lines'][number]): string =>
    (line.addOnId ? addOns.find((addOn) => addOn.addOnId === line.addOnId)?.name ?? line.addOnId : quoteItem[line.item]);
  return (
    <>
      <ul className="quote-lines">
        {quote.lines.map((line) => (
          <li key={`${line.item} ${line.addOnId ?? ''} ${line.ruleId} ${line.when}`}>
            <strong>{nameOf(line)}</strong><small>{[quoteWhen[line.when], ruleName(line.ruleId)].filter(Boolean).join(' · ')}</small><Money li={line.li} dash />
            <span className="quote-calc">{calcText(line)}</span>
          </li>
        ))}
      </ul>
      <dl className="quote-totals">
        <Total label={planText.totals.minimum}><Money li={quote.monthlyMinimumLi} size={16} /></Total>
        <Total label={planText.totals.prepay}><Money li={quote.prepayDueLi} size={16} /></Total>
        <Total label={planText.totals.term}><span className="strong">{planText.months(quote.termMonths)}</span></Total>
        <Total label={planText.totals.now}><Money li={quote.dueNowLi} size={20} sign /></Total>
      </dl>
      {quote.confirmed ? null : <StatusWord tone="quiet">{planText.unconfirmed}</StatusWord>}
    </>
  );
}

function Total({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  return <div><dt>{label}</dt><dd>{children}</dd></div>;
}
