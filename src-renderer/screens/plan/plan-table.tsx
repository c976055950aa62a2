import { Table, type TableProps } from 'antd';
import type { ReactNode } from 'react';
import type { PlanOffer } from '#contract/plans.ts';
import { billingText, planRefusal, planText, ratesText } from '../../text/plan.ts';
import { Money } from '../../ui/money.tsx';
import { StatusWord } from '../../ui/status-word.tsx';

/** All plans, one row each; those that cannot be had stand below and say why. */
export function PlanTable({ offers, current, chosenId, onStand, onChoose }: {
  readonly offers: readonly PlanOffer[];
  readonly current: number;
  readonly chosenId: string | null;
  readonly onStand: (index: number) => void;
  readonly onChoose: () => void;
}): ReactNode {
  return (
    <Table<PlanOffer> className="plan-table scroll" size="small" rowKey="planId" pagination={false} dataSource={offers as PlanOffer[]} columns={columnsFor(chosenId)}
      rowClassName={(offer, index) => `${index === current ? 'row-current' : ''} ${offer.refusal ? 'row-refused' : ''}`}
      onRow={(_, index) => ({ onClick: () => onStand(index ?? 0), onDoubleClick: onChoose, 'aria-selected': index === current })} />
  );
}

function columnsFor(chosenId: string | null): NonNullable<TableProps<PlanOffer>['columns']> {
  const names = planText.columns;
  const hideWhenRefused = (offer: PlanOffer): { readonly colSpan: number } => ({ colSpan: offer.refusal ? 0 : 1 });
  return [
    { key: 'plan', title: names.plan, render: (_, offer) => <PlanName offer={offer} chosen={offer.planId === chosenId} /> },
    { key: 'rates', title: names.rates, width: 214, onCell: (offer) => ({ colSpan: offer.refusal ? 4 : 1 }), render: (_, offer) => (offer.refusal
      ? <StatusWord tone="quiet">{planText.refusedWord}：{planRefusal(offer.refusal)}</StatusWord> : <span className="plan-rates">{ratesText(offer.rates, '')}</span>) },
    { key: 'fee', title: names.fee, width: 104, align: 'right', onCell: hideWhenRefused, render: (_, offer) => <Money li={feeOf(offer)} dash /> },
    { key: 'minimum', title: names.minimum, width: 76, align: 'right', onCell: hideWhenRefused, render: (_, offer) => <Money li={offer.quote?.monthlyMinimumLi ?? 0} dash /> },
    { key: 'due', title: names.due, width: 92, align: 'right', onCell: hideWhenRefused, render: (_, offer) => <strong><Money li={offer.quote?.dueNowLi ?? 0} dash /></strong> },
  ];
}

function PlanName({ offer, chosen }: { readonly offer: PlanOffer; readonly chosen: boolean }): ReactNode {
  return (
    <span className="plan-name">
      <strong>{offer.name}</strong>
      <small>{billingText(offer.billing)}{offer.sample ? ` · ${planText.sample}` : ''} {chosen ? <StatusWord tone="success">{planText.chosen}</StatusWord> : null}</small>
    </span>
  );
}

const feeOf = (offer: PlanOffer): number => (offer.quote?.lines ?? [])
  .reduce((sum, line) => (line.item === 'monthly-fee' || line.item === 'function-fee' ? sum + line.li : sum), 0);
