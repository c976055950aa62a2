import { Table, type TableProps, type TableRef } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import type { NumberHit, NumberView } from '#contract/numbers.ts';
import { gradeName } from '../../text/formats.ts';
import { boldPlaces, numberText, ruleText, termText } from '../../text/number.ts';
import { Money } from '../../ui/money.tsx';
import { StatusWord } from '../../ui/status-word.tsx';
import { useElementSize } from '../../ui/use-element-size.ts';
import type { NumberSearchState } from './number-search.ts';

type Columns = NonNullable<TableProps<NumberHit>['columns']>;

const HEAD = 29;

/** Result rows, virtual; the current row is moved by keys and stays in sight. */
export function NumberGrid({ search, own, onHold }: {
  readonly search: NumberSearchState;
  readonly own: NumberView | null;
  readonly onHold: (hit: NumberHit) => void;
}): ReactNode {
  const { hits, current, taken, picks, stand, more } = search;
  const table = useRef<TableRef>(null);
  const [box, size] = useElementSize<HTMLDivElement>();
  useEffect(() => { if (hits.length > 0) table.current?.scrollTo({ index: current }); }, [current, hits.length]);
  const columns = columnsFor((hit) => stateOf(hit, own, taken, picks), size.width);
  return (
    <div className="number-grid" ref={box}>
      {size.height > 0 ? (
        <Table<NumberHit> ref={table} virtual size="small" rowKey="digits" pagination={false} showSorterTooltip={false} columns={columns} dataSource={hits as NumberHit[]}
          scroll={{ x: size.width, y: size.height - HEAD }}
          rowClassName={(hit, index) => `${index === current ? 'row-current' : ''} ${taken.includes(hit.digits) ? 'row-taken' : ''}`}
          onRow={(hit, index) => ({ onClick: () => stand(index ?? 0), onDoubleClick: () => onHold(hit), 'aria-selected': index === current })}
          onScroll={(event) => { const { scrollTop, scrollHeight, clientHeight } = event.currentTarget; if (scrollHeight - scrollTop - clientHeight < 720) more(); }} />
      ) : null}
    </div>
  );
}

function columnsFor(state: (hit: NumberHit) => ReactNode, width: number): Columns {
  const names = numberText.columns;
  const narrow = width < 1000;
  return [
    { key: 'number', title: names.number, width: 176, render: (_, hit) => <ShapedNumber hit={hit} /> },
    { key: 'grade', title: names.grade, width: 92, render: (_, hit) => <strong>{gradeName(hit.grade)}</strong> },
    { key: 'floor', title: names.floor, width: 96, align: 'right', render: (_, hit) => <Money li={hit.floorLi} dash /> },
    { key: 'prepay', title: names.prepay, width: 96, align: 'right', render: (_, hit) => <Money li={hit.prepayLi} dash /> },
    { key: 'term', title: names.term, width: 84, render: (_, hit) => termText(hit.termMonths) },
    { key: 'rule', title: names.rule, width: Math.max(150, width - (narrow ? 660 : 680)), ellipsis: true, render: (_, hit) => ruleText(hit.reason) },
    { key: 'state', title: names.state, width: narrow ? 116 : 136, render: (_, hit) => state(hit) },
  ];
}

/** Fixed digits normal, the shape that made the grade bold. */
function ShapedNumber({ hit }: { readonly hit: NumberHit }): ReactNode {
  const [from, to] = boldPlaces(hit.reason);
  const part = (start: number, end: number): ReactNode => {
    const inside = (place: number): number => Math.min(Math.max(place, start), end);
    return <>{hit.digits.slice(start, inside(from))}<b>{hit.digits.slice(inside(from), inside(to))}</b>{hit.digits.slice(inside(to), end)}</>;
  };
  return <span className="grid-number">{part(0, 3)}-{part(3, 6)}-{part(6, 10)}</span>;
}

function stateOf(hit: NumberHit, own: NumberView | null, taken: readonly string[], picks: readonly NumberHit[]): ReactNode {
  if (own?.digits === hit.digits && own.hold === 'granted') return <StatusWord tone="info">{numberText.own}</StatusWord>;
  if (own?.digits === hit.digits && own.hold === 'provisional') return <StatusWord tone="warning">{numberText.provisional}</StatusWord>;
  if (taken.includes(hit.digits)) return <StatusWord tone="error">{numberText.taken}</StatusWord>;
  const place = picks.findIndex((pick) => pick.digits === hit.digits);
  if (place >= 0) return <StatusWord tone="warning">{numberText.rank(place)}</StatusWord>;
  return <StatusWord tone="success" icon={null}>{numberText.free}</StatusWord>;
}
