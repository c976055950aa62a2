import type { AddOnOffer, ComparedPlan, CostPart, PlanComparison } from '#contract/plans.ts';
import { planText } from '../../../text/plan.ts';
import { comparisonText as words } from '../../../text/plan-comparison.ts';

/** One component of the price across the plans: an amount, or that the plan includes the add-on. */
export type MatrixRow = { readonly key: string; readonly label: string; readonly cells: Readonly<Record<string, number | 'included'>> };

type Group = { readonly key: string; readonly label: string; readonly items: readonly CostPart['item'][]; readonly always?: boolean };

/** The components that occur, in the order of a bill; what is nothing in every plan has no row. */
export function matrixRows({ plans, usage, termMonths }: PlanComparison, addOns: readonly AddOnOffer[]): readonly MatrixRow[] {
  const priced = plans.filter((plan) => plan.cost !== null && plan.refusal === null);
  const hasFunctionFee = priced.some((plan) => sumOf(plan, (part) => part.item === 'function-fee') !== 0);
  const groups: readonly Group[] = [
    { key: 'fees', label: hasFunctionFee ? words.parts.feesWithFunction : words.parts.fees, items: ['monthly-fee', 'function-fee'], always: true },
    { key: 'calls', label: words.parts.calls, items: ['calls', 'call-cap'], always: true },
    { key: 'minimum', label: words.parts.minimum, items: ['minimum-top-up'] },
    { key: 'commitment', label: words.parts.commitment, items: ['commitment-shortfall'] },
    { key: 'opening', label: words.parts.opening(termMonths), items: ['opening-fee'] },
    { key: 'exit', label: words.parts.exit, items: ['early-exit'] },
    { key: 'bonus', label: words.parts.bonus(termMonths), items: ['bonus'] },
  ];
  const shown = groups.map((group) => ({ ...group, cells: cellsOf(priced, (plan) => sumOf(plan, (part) => group.items.includes(part.item))) }))
    .filter((row) => row.always === true || Object.values(row.cells).some((li) => li !== 0));
  const wanted = [...new Set(usage.addOnIds)].map((id) => addOnRow(priced, id, planText.shortAddOn[id] ?? addOns.find((one) => one.addOnId === id)?.name ?? id, usage.addOnIds.filter((one) => one === id).length));
  const [fees, calls, ...others] = shown;
  return [...(fees ? [fees] : []), ...(calls ? [calls] : []), ...wanted, ...others].map(({ key, label, cells }) => ({ key, label, cells }));
}

function addOnRow(priced: readonly ComparedPlan[], addOnId: string, name: string, quantity: number): MatrixRow {
  return {
    key: `add-on ${addOnId}`, label: quantity > 1 ? `${name} × ${quantity}` : name,
    cells: Object.fromEntries(priced.map((plan) => [plan.planId, plan.includedAddOnIds.includes(addOnId) ? 'included' as const : sumOf(plan, (part) => part.item === 'add-on' && part.addOnId === addOnId)])),
  };
}

const sumOf = (plan: ComparedPlan, test: (part: CostPart) => boolean): number => (plan.cost?.parts ?? []).reduce((sum, part) => (test(part) ? sum + part.li : sum), 0);

const cellsOf = (plans: readonly ComparedPlan[], value: (plan: ComparedPlan) => number): Readonly<Record<string, number>> => Object.fromEntries(plans.map((plan) => [plan.planId, value(plan)]));
