import type { CaseView } from '#contract/cases.ts';
import { ordinaryPlan, ordinarySteps } from '../../support/ordinary-case.ts';
import type { Caller } from '../../support/test-console.ts';
import type { Progress } from './desk.ts';

/** The step that makes the case; the others are the list of the ordinary case. */
export const createStep = 'create';

/** Does what is not done yet of the ordinary case, telling each step before and after. */
export async function workOnCase(call: Caller, caseId: string | null, sequence: number, progress: Progress): Promise<void> {
  const plan = ordinaryPlan(sequence);
  let view: CaseView;
  if (caseId === null) {
    progress.begun(createStep);
    view = await call('cases/create', undefined);
    progress.acknowledged(createStep, view);
  } else view = await call('cases/open', { caseId });
  for (const step of ordinarySteps) {
    if (step.isDone(view, plan)) continue;
    progress.begun(step.name);
    view = await step.run(call, view, plan);
    progress.acknowledged(step.name, view);
  }
}

/** Names of the steps that are still to do. */
export function remainingSteps(view: CaseView | null, sequence: number): readonly string[] {
  if (view === null) return [createStep, ...ordinarySteps.map(({ name }) => name)];
  return ordinarySteps.filter((step) => !step.isDone(view, ordinaryPlan(sequence))).map(({ name }) => name);
}

/** All cases of the console, those that ended included. */
export async function allCases(call: Caller): Promise<readonly CaseView[]> {
  const lists = await Promise.all((['all', 'done'] as const).map((filter) => call('workbench/list', { filter })));
  return Promise.all(lists.flatMap(({ rows }) => rows.map(({ caseId }) => call('cases/open', { caseId }))));
}
