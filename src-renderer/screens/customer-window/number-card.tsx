import type { ReactNode } from 'react';
import type { ShortlistItem } from '#contract/shortlist.ts';
import { formatYuan } from '#domain/money/money.ts';
import { customerWindowText as words } from '../../text/customer-window.ts';
import { gradeName } from '../../text/formats.ts';
import { wallTime } from '#domain/calendar/shanghai-time.ts';

/** One number, large: how it is written and read, and what it costs over its term. */
export function NumberCard({ item, place, lit }: { readonly item: ShortlistItem; readonly place: number; readonly lit: boolean }): ReactNode {
  const { hit } = item;
  const [first = hit.digits, ...others] = item.groupings;
  return (
    <article className="shown-number" data-lit={lit} data-state={item.state} aria-current={lit || undefined}>
      <header><span className="shown-place">{place}</span><span>{hit.grade === 9 ? words.ordinary : gradeName(hit.grade)}</span><State item={item} /></header>
      <p className="shown-digits">{first}</p>
      {others.length > 0 ? <p className="shown-others">{words.alsoAs} {others.join('　')}</p> : null}
      <p className="shown-read">{words.read} {item.readings[0] ?? ''}</p>
      <dl>
        <dt>{words.monthly}</dt><dd>{money(item.monthlyMinimumLi)}</dd>
        <dt>{words.prepay}</dt><dd>{money(item.prepayDueLi)}</dd>
        <dt>{words.term}</dt><dd>{item.termMonths === 0 ? words.noTerm : words.months(item.termMonths)}</dd>
        {item.termMonths > 0 ? <><dt className="shown-total">{words.totalOf(item.termMonths)}</dt><dd className="shown-total">{money(item.totalOverTermLi)}</dd></> : null}
      </dl>
    </article>
  );
}

const money = (li: number): string => `${formatYuan(li)} ${words.yuan}`;

function State({ item }: { readonly item: ShortlistItem }): ReactNode {
  if (item.state === 'taken') return <strong className="shown-state error-text">{words.taken}</strong>;
  if (item.state === 'expired') return <strong className="shown-state warning-text">{words.expired}</strong>;
  return item.state === 'held' && item.expiresAt ? <span className="shown-state">{words.held(wallTime(item.expiresAt).time.slice(0, 5))}</span> : null;
}
