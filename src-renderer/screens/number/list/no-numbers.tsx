import type { ReactNode } from 'react';
import { numberText } from '../../../text/number.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { QuietButton } from '../../../ui/quiet-button.tsx';
import { type NumberSearchState, noFilters } from '../number-search.ts';

/** Nothing to choose: the conditions leave none and nothing is near, or the pool has not arrived yet. */
export function NoNumbers({ search }: { readonly search: NumberSearchState }): ReactNode {
  if (search.pool?.loaded === false) return <div className="number-grid"><EmptyState title={numberText.poolMissing} safe={numberText.emptySafe} next={numberText.poolMissingNext} /></div>;
  return (
    <div className="number-grid">
      <EmptyState title={`${search.text || numberText.query}：${numberText.empty}`} safe={numberText.emptySafe} next={numberText.emptyNext}
        action={<QuietButton label={numberText.clear} onClick={() => { search.filter(noFilters); search.type(''); }} />} />
    </div>
  );
}
