import type { ReactNode } from 'react';
import type { MeaningKind } from '#domain/number/meaning/meaning.ts';
import { finderText } from '../../../text/number-finder.ts';
import { meaningSource } from '../../../text/number-meaning.ts';
import { Chip } from '../../../ui/chip.tsx';
import { QuietButton } from '../../../ui/quiet-button.tsx';
import type { NumberSearchState, Source } from '../number-search.ts';

/** What everybody knows says nothing of the customer. */
const general: ReadonlySet<MeaningKind> = new Set(['rhyme', 'known-meaning']);

/** What the customer's own data gives: a chip for each source with how many numbers are free; one press lists them. */
export function CustomerRow({ search, onCustomer }: { readonly search: NumberSearchState; readonly onCustomer: () => void }): ReactNode {
  const { suggestions, showing, show } = search;
  if (!suggestions) return null;
  const { sources } = suggestions;
  const same = (source: Source): boolean => typeof showing === 'object' && showing.kind === source.kind && showing.from === source.from;
  return (
    <div className="number-row number-folds number-customer" role="group" aria-label={finderText.customer}>
      <span className="number-row-label">{finderText.customer}</span>
      {sources.some((source) => source.count > 0) ? <Chip label={finderText.allSources} on={showing === 'suggested'} onClick={() => show(showing === 'suggested' ? 'found' : 'suggested')} /> : null}
      {sources.map((source) => (
        <Chip key={`${source.kind}${source.from}`} on={same(source)} disabled={source.count === 0} {...(source.count > 0 ? { count: source.count } : {})}
          label={<>{meaningSource[source.kind]} <b>{source.from}</b>{source.count === 0 ? ` ${finderText.none}` : ''}</>} onClick={() => show(same(source) ? 'found' : source)} />
      ))}
      {sources.every((source) => general.has(source.kind)) ? <><span className="hint">{finderText.noData}</span><QuietButton small label={finderText.toCustomer} onClick={onCustomer} /></> : null}
    </div>
  );
}
