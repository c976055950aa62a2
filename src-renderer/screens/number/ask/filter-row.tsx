import { Select } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import type { LeaseView } from '#contract/leases.ts';
import type { Li } from '#domain/money/money.ts';
import { useBridge } from '../../../stores/bridge-context.ts';
import { finderText, leaseLine } from '../../../text/number-finder.ts';
import { Chip } from '../../../ui/chip.tsx';
import { StatusWord } from '../../../ui/status-word.tsx';
import type { Filters, NumberSearchState } from '../number-search.ts';
import { PoolAge } from './pool-age.tsx';

type Bounds = { readonly minimums: readonly Li[]; readonly prepays: readonly Li[] };

/** What narrows and orders the list, beside how fresh the list is and what is left for offline hours. */
export function FilterRow({ search, lease }: { readonly search: NumberSearchState; readonly lease: LeaseView | null }): ReactNode {
  const { filters, filter } = search;
  const bounds = useBounds();
  return (
    <div className="number-filters" role="group" aria-label={finderText.sort}>
      <Select<Filters['sort']> size="small" aria-label={finderText.sort} value={filters.sort} onChange={(sort) => filter({ sort })} popupMatchSelectWidth={false}
        options={(['memorable', 'price', 'number'] as const).map((sort) => ({ value: sort, label: finderText.sorts[sort] }))} />
      <AtMost label={finderText.minimumAny} none={finderText.minimumNone} words={finderText.minimumAtMost} steps={bounds.minimums} value={filters.minimumAtMostLi} onChange={(minimumAtMostLi) => filter({ minimumAtMostLi })} />
      <AtMost label={finderText.prepayAny} none={finderText.prepayNone} words={finderText.prepayAtMost} steps={bounds.prepays} value={filters.prepayAtMostLi} onChange={(prepayAtMostLi) => filter({ prepayAtMostLi })} />
      <Chip label={finderText.looksSpecial} on={filters.looksSpecial} onClick={() => filter({ looksSpecial: !filters.looksSpecial })} />
      {lease && lease.left > 0 ? <Chip label={finderText.leasedOnly} on={filters.leasedOnly} onClick={() => filter({ leasedOnly: !filters.leasedOnly })} /> : null}
      <span className="number-fresh"><LeaseWords lease={lease} /><PoolAge pool={search.pool} /></span>
    </div>
  );
}

function AtMost({ label, none, words, steps, value, onChange }: {
  readonly label: string;
  readonly none: string;
  readonly words: (li: Li) => string;
  readonly steps: readonly Li[];
  readonly value: Li | null;
  readonly onChange: (li: Li | null) => void;
}): ReactNode {
  const options = [{ value: -1, label }, ...steps.map((li) => ({ value: li, label: li === 0 ? none : words(li) }))];
  return <Select<number> size="small" aria-label={label} value={value ?? -1} onChange={(li) => onChange(li === -1 ? null : li)} options={options} popupMatchSelectWidth={false} />;
}

function LeaseWords({ lease }: { readonly lease: LeaseView | null }): ReactNode {
  const line = lease && leaseLine(lease);
  if (!line) return null;
  return line.tone === 'warning' ? <span title={line.why}><StatusWord tone="warning">{line.text}</StatusWord></span> : <span className="hint">{line.text}</span>;
}

const steps = (amounts: readonly Li[]): readonly Li[] => [...new Set(amounts)].sort((a, b) => b - a).slice(1);

/** The amounts that occur in the grade table, dearest first: any other bound would say the same as one of these. */
function useBounds(): Bounds {
  const bridge = useBridge();
  const [bounds, setBounds] = useState<Bounds>({ minimums: [], prepays: [] });
  useEffect(() => {
    void bridge.invoke('reference/read', undefined).then((answer) => {
      if (!answer.ok) return;
      const { grades } = answer.value;
      setBounds({ minimums: steps(grades.map((grade) => grade.minimumLi)), prepays: steps(grades.map((grade) => grade.prepayLi)) });
    });
  }, [bridge]);
  return bounds;
}
