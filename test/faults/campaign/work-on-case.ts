import type { Place, CaseTask } from './campaign-step.ts';
import type { Progress, WorkOrder } from './desk.ts';
import { readCase, readHall, type Standing } from './standing.ts';
import { planOf, stepsOf } from './steps-of-case.ts';

/** The step that makes the case; the others are those of its kind. */
export const createStep = 'create';

/** Does what is not done yet of a case, telling each step before and after. */
export async function workOnCase(place: Place, { caseId, task, token: carried }: WorkOrder, progress: Pick<Progress, 'begun' | 'acknowledged'>): Promise<void> {
  const { call } = place;
  let token = carried;
  const stands = async (id: string): Promise<Standing> => ({ ...(await readCase(call, id)), hall: await readHall(call), token });
  if (caseId === null) progress.begun(createStep);
  const id = caseId ?? (await call('cases/create', undefined)).caseId;
  let standing = await stands(id);
  if (caseId === null) progress.acknowledged(createStep, standing);
  const plan = planOf(task);
  for (const step of stepsOf(task)) {
    if (step.isDone(standing, plan, place.isUp())) continue;
    progress.begun(step.name);
    token = (await step.run(place, standing, plan)) ?? token;
    standing = await stands(id);
    progress.acknowledged(step.name, standing);
  }
}

/** Names of the steps that are still to do. */
export function remainingSteps(standing: Standing | null, task: CaseTask, isUp: boolean): readonly string[] {
  const steps = stepsOf(task);
  if (standing === null) return [createStep, ...steps.map(({ name }) => name)];
  return steps.filter((step) => !step.isDone(standing, planOf(task), isUp)).map(({ name }) => name);
}
