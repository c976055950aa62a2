import { CheckOutlined } from '@ant-design/icons';
import { type ReactNode, useEffect, useRef } from 'react';
import type { AddOnOffer, ComparedPlan, PlanComparison, PlanOffer } from '#contract/plans.ts';
import { ratesShort } from '../../../text/plan.ts';
import { comparisonText as words, partText } from '../../../text/plan-comparison.ts';
import { StatusWord } from '../../../ui/status-word.tsx';
import { overCheapest } from '../over-cheapest.ts';
import { canBeHad } from '../plan-desk.ts';
import { matrixRows } from './matrix-rows.ts';
import { RefusedPlans } from './refused-plans.tsx';

type Props = {
  readonly comparison: PlanComparison;
  readonly offers: readonly PlanOffer[];
  readonly addOns: readonly AddOnOffer[];
  readonly current: string | null;
  /** Something stands beside: the column under the cursor is brought into what is left. */
  readonly beside: boolean;
  readonly chosenId: string | null;
  readonly onStand: (planId: string) => void;
  readonly onChoose: () => void;
};

/** One plan a column, cheapest first; the components of the price are rows, so that a column adds up by eye. */
export function CostMatrix(props: Props): ReactNode {
  const { comparison, addOns, current, beside } = props;
  const box = useRef<HTMLDivElement>(null);
  const plans = comparison.plans.filter(canBeHad);
  const refused = comparison.plans.filter((plan) => !canBeHad(plan));
  const rows = matrixRows(comparison, addOns);
  useEffect(() => { box.current?.querySelector(`[data-plan="${current}"]`)?.scrollIntoView({ block: 'nearest', inline: beside ? 'center' : 'nearest' }); }, [current, beside]);
  if (plans.length === 0) return <p className="matrix-none">{words.allRefused}</p>;
  const facts = factRows(comparison, plans);
  return (
    <div className="matrix scroll" ref={box}>
      <table role="grid" data-many={plans.length > 7} aria-label={words.tableLabel}>
        <colgroup><col className="matrix-names" />{plans.map((plan) => <col key={plan.planId} />)}{refused.length > 0 ? <col className="matrix-refused" /> : null}</colgroup>
        <MatrixHead {...props} plans={plans} refused={refused.length} />
        <tbody>
          <tr className="matrix-total"><th scope="row">{words.month}</th>{plans.map((plan) => <TotalCell key={plan.planId} comparison={comparison} plan={plan} current={plan.planId === current} onStand={props.onStand} />)}
            {refused.length > 0 ? <td className="matrix-refused" rowSpan={1 + rows.length + facts.length}><RefusedPlans plans={refused} /></td> : null}
          </tr>
          {[...rows, ...facts].map((row) => (
            <tr key={row.key} data-fact={row.key.startsWith('fact')}>
              <th scope="row" className="ellipsis" title={row.label}>{row.label}</th>
              {plans.map((plan) => <td key={plan.planId} data-current={plan.planId === current} onClick={() => props.onStand(plan.planId)}>{cellText(row.cells[plan.planId])}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function MatrixHead({ plans, refused, offers, current, chosenId, onStand, onChoose }: Props & { readonly plans: readonly ComparedPlan[]; readonly refused: number }): ReactNode {
  return (
    <thead>
      <tr>
        <th scope="col" className="matrix-unit">{words.unit}</th>
        {plans.map((plan) => {
          const offer = offers.find((one) => one.planId === plan.planId);
          return (
            <th key={plan.planId} scope="col" data-plan={plan.planId} data-current={plan.planId === current} aria-selected={plan.planId === current} onClick={() => onStand(plan.planId)} onDoubleClick={onChoose}>
              <strong>{plan.name}</strong>
              <small>{plan.planId === chosenId ? <StatusWord tone="success" icon={<CheckOutlined aria-hidden />}>{words.chosen}</StatusWord> : ratesShort(offer?.rates ?? [])}{plan.sample ? ` ${words.sample}` : ''}</small>
            </th>
          );
        })}
        {refused > 0 ? <th scope="col" className="matrix-refused">{words.refused(refused)}</th> : null}
      </tr>
    </thead>
  );
}

function TotalCell({ comparison, plan, current, onStand }: { readonly comparison: PlanComparison; readonly plan: ComparedPlan; readonly current: boolean; readonly onStand: (planId: string) => void }): ReactNode {
  const { cost } = plan;
  return (
    <td data-current={current} onClick={() => onStand(plan.planId)}>
      <strong>{partText(cost?.monthLi ?? 0)}</strong>
      {cost?.overCheapestLi === 0 ? <small className="success-text">{words.cheapest}</small> : <small>{words.over(overCheapest(comparison, plan).monthLi)}</small>}
    </td>
  );
}

const cellText = (value: number | string | undefined): string => (value === 'included' ? words.included : typeof value === 'number' ? partText(value) : value ?? '–');

/** What has to be spent: each month, or within a time; both where both stand. */
const spendText = ({ monthlyMinimumLi, commitment }: NonNullable<ComparedPlan['cost']>): string =>
  [...(monthlyMinimumLi > 0 ? [words.eachMonth(monthlyMinimumLi)] : []), ...(commitment ? [words.within(commitment.months, commitment.li)] : [])].join(' ') || '–';

type FactRow = { readonly key: string; readonly label: string; readonly cells: Readonly<Record<string, number | string>> };

/** Below the components: the longer sums, and what is owed or promised. */
function factRows({ termMonths }: PlanComparison, plans: readonly ComparedPlan[]): readonly FactRow[] {
  const row = (key: string, label: string, value: (cost: NonNullable<ComparedPlan['cost']>) => number | string): FactRow =>
    ({ key: `fact-${key}`, label, cells: Object.fromEntries(plans.flatMap((plan) => (plan.cost ? [[plan.planId, value(plan.cost)]] : []))) });
  const some = (test: (cost: NonNullable<ComparedPlan['cost']>) => boolean): boolean => plans.some((plan) => plan.cost !== null && test(plan.cost));
  return [
    row('year', words.year, (cost) => cost.yearLi),
    row('term', words.term(termMonths), (cost) => cost.termLi),
    row('due', words.dueNow, (cost) => cost.dueNowLi),
    ...(some((cost) => cost.monthlyMinimumLi > 0 || cost.commitment !== null) ? [row('spend', words.spend, spendText)] : []),
  ];
}
