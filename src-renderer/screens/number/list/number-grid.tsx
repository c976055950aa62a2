import { Checkbox, Table, type TableProps, type TableRef } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { gradeName } from '../../../text/formats.ts';
import { finderText } from '../../../text/number-finder.ts';
import { meaningText, numberAdvice } from '../../../text/number-meaning.ts';
import { numberText, ruleText, termText } from '../../../text/number.ts';
import { Money } from '../../../ui/money.tsx';
import { useElementSize } from '../../../ui/use-element-size.ts';
import type { NumberRow } from './number-row.ts';
import type { NumberSearchState } from '../number-search.ts';
import { RowState, type RowStanding } from './row-state.tsx';
import { ShapedNumber } from './shaped-number.tsx';

type Columns = NonNullable<TableProps<NumberRow>['columns']>;

const HEAD = 29;

type Props = {
  readonly search: NumberSearchState;
  readonly standing: (row: NumberRow) => RowStanding;
  readonly onList: (row: NumberRow) => void;
  readonly onHold: (row: NumberRow) => void;
};

/** Result rows, virtual; the current row is moved by keys and stays in sight; it is lit once the clerk went there. Dimmed while the box is not understood. */
export function NumberGrid(props: Props): ReactNode {
  const { rows, current, taken, looking, failure, stand, more } = props.search;
  const lit = looking && failure === null ? current : -1;
  const table = useRef<TableRef>(null);
  const [box, size] = useElementSize<HTMLDivElement>();
  useEffect(() => { if (rows.length > 0) table.current?.scrollTo({ index: current }); }, [current, rows.length]);
  return (
    <div className="number-grid" ref={box} data-unread={failure !== null}>
      {size.height > 0 ? (
        <Table<NumberRow> ref={table} virtual size="small" rowKey="digits" pagination={false} showSorterTooltip={false} columns={columnsFor(props, size.width)} dataSource={rows as NumberRow[]}
          scroll={{ x: size.width, y: size.height - HEAD }}
          rowClassName={(row, index) => `${index === lit ? 'row-current' : ''} ${taken.includes(row.digits) ? 'row-taken' : ''}`}
          onRow={(row, index) => ({ onClick: () => stand(index ?? 0), onDoubleClick: () => props.onHold(row), 'aria-selected': index === lit })}
          onScroll={(event) => { const { scrollTop, scrollHeight, clientHeight } = event.currentTarget; if (scrollHeight - scrollTop - clientHeight < 720) more(); }} />
      ) : null}
    </div>
  );
}

/** With the explanation open beside it the list keeps what decides; prepayment and term stand in the explanation. */
function columnsFor({ search: { text }, standing, onList }: Props, width: number): Columns {
  const names = numberText.columns;
  const short = width < 800;
  const fixed = 38 + 168 + 84 + 122 + (short ? 0 : 100 + 92 + 84) + 112;
  return [
    { key: 'listed', title: '', width: 38, className: 'grid-check', render: (_, row) => <Checkbox tabIndex={-1} aria-label={finderText.shortlist} checked={standing(row).rank !== null} onClick={(event) => event.stopPropagation()} onChange={() => onList(row)} /> },
    { key: 'number', title: names.number, width: 168, render: (_, row) => <ShapedNumber row={row} text={text} /> },
    { key: 'grade', title: names.grade, width: 84, render: (_, row) => <strong>{gradeName(row.grade)}</strong> },
    { key: 'minimum', title: names.minimum, width: 122, align: 'right', render: (_, row) => <Money li={row.minimumLi} dash /> },
    ...(short ? [] : [
      { key: 'floor', title: names.floor, width: 100, align: 'right' as const, render: (_: unknown, row: NumberRow) => <Money li={row.floorLi} dash /> },
      { key: 'prepay', title: names.prepay, width: 92, align: 'right' as const, render: (_: unknown, row: NumberRow) => <Money li={row.prepayLi} dash /> },
      { key: 'term', title: names.term, width: 84, render: (_: unknown, row: NumberRow) => termText(row.termMonths) },
    ]),
    { key: 'why', title: finderText.meaning, width: Math.max(120, width - fixed), ellipsis: true, render: (_, row) => <Why row={row} short={short} /> },
    { key: 'state', title: names.state, width: 112, render: (_, row) => <RowState standing={standing(row)} /> },
  ];
}

function Why({ row, short }: { readonly row: NumberRow; readonly short: boolean }): ReactNode {
  const main = row.changed ? finderText.near(row.changed) : row.meaning ? meaningText(row.meaning) : row.looks ? (short ? finderText.looksShort(row.looks) : finderText.looks(row.looks)) : ruleText(row.reason);
  const advice = row.warnings.map(numberAdvice).join('；');
  return <span title={advice ? `${main}；${advice}` : main}>{!row.changed && (row.looks || row.meaning) ? <span className="grid-plus">{main}</span> : main}{advice ? <span className="grid-advice">　{advice}</span> : null}</span>;
}
