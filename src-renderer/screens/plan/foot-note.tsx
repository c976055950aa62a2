import type { ReactNode } from 'react';
import type { CaseView } from '#contract/cases.ts';
import type { Failure } from '#contract/failures.ts';
import type { PlanComparison } from '#contract/plans.ts';
import { failureText } from '../../text/failures.ts';
import { planRefusal, planText } from '../../text/plan.ts';
import { comparisonText as words } from '../../text/plan-comparison.ts';
import { StatusWord } from '../../ui/status-word.tsx';
import { overCheapest } from './over-cheapest.ts';

/** Under the comparison: what stands against the choice, why a dearer plan was taken, else how it was computed. */
export function FootNote({ view: { plan: chosen }, comparison, paper }: { readonly view: CaseView; readonly comparison: PlanComparison | null; readonly paper: string | null }): ReactNode {
  if (paper !== null) return <StatusWord tone="info">{paper}</StatusWord>;
  if (chosen?.refusal) return <StatusWord tone="error">{planText.refusedNow}：{planRefusal(chosen.refusal)}</StatusWord>;
  const over = comparison ? overCheapest(comparison, comparison.plans.find((plan) => plan.planId === chosen?.planId)) : { monthLi: 0, termLi: 0 };
  if (chosen?.reason) return words.chosenBecause(chosen.name, chosen.reason);
  if (chosen && over.termLi > 0) return <StatusWord tone="warning">{words.chosenDearer(chosen.name, over.monthLi)}</StatusWord>;
  if (!comparison) return null;
  const samples = comparison.plans.some((plan) => plan.sample && plan.refusal === null);
  return `${words.note(comparison.termMonths)}${samples ? words.sampleNote : ''}${comparison.confirmed ? '' : words.unconfirmed}`;
}

/** The last question failed; what stands above is still true for the usage before. */
export function FailureStrip({ failure }: { readonly failure: Failure }): ReactNode {
  const { title, safe, next } = failureText(failure);
  return <div className="offer-strip" data-tone="error" role="alert"><StatusWord tone="error">{title}</StatusWord><span>{safe}{next}</span></div>;
}
