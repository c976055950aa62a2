import { Segmented } from 'antd';
import type { ReactNode } from 'react';
import type { Workbench } from '#contract/cases.ts';
import { workbenchText } from '../../text/workbench.ts';

export type Filter = keyof Workbench['counts'];

const order: readonly Filter[] = ['all', 'mine', 'returned', 'due', 'approval', 'customer', 'parked', 'carrier', 'done'];

/** Filters with their counts; those that would show nothing are left out, so that the bar stays short. */
export function FilterBar({ counts, filter, onFilter }: { readonly counts: Workbench['counts']; readonly filter: Filter; readonly onFilter: (filter: Filter) => void }): ReactNode {
  const shown = order.filter((one) => one === 'all' || one === filter || counts[one] > 0);
  return (
    <Segmented<Filter> className="filters" value={filter} onChange={onFilter}
      options={shown.map((value) => ({ value, label: <>{workbenchText.filters[value]} <strong>{counts[value]}</strong></> }))} />
  );
}
