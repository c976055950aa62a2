import { formProblems } from '../form-problems.ts';
import type { RoutingForm } from '../routing-form.ts';
import type { RoutingContext, RoutingProblem } from '../routing-problem.ts';
import { featureMends } from './feature-mends.ts';
import { listMends } from './list-mends.ts';
import type { Mend, Proposals } from './mend.ts';
import { menuMends } from './menu-mends.ts';
import { phoneMends } from './phone-mends.ts';
import { ruleMends } from './rule-mends.ts';

const proposals: Proposals = { ...phoneMends, ...ruleMends, ...menuMends, ...listMends, ...featureMends };

/** The proposed mend of a problem: the best one that brings no other error; null where only the clerk knows what is meant. */
export function mendOf(problem: RoutingProblem, form: RoutingForm, context: RoutingContext): Mend | null {
  const { id = '', index = 0, field = '', part } = problem.place;
  const proposed = proposals[problem.code]?.({ problem, form, context, id, index, field }) ?? [];
  const harmless = part === 'blackList' || part === 'whiteList' || part === 'features' || part === 'testCalls';
  return proposed.find((one) => one !== null && (harmless || !bringsError(form, one.form, problem, context))) ?? null;
}

/** Whether an error is there afterwards that was not before, or the problem itself still is. */
function bringsError(form: RoutingForm, mended: RoutingForm, problem: RoutingProblem, context: RoutingContext): boolean {
  const before = countsOf(form, context);
  const after = countsOf(mended, context);
  if ((after.get(placed(problem)) ?? 0) >= (before.get(placed(problem)) ?? 1)) return true;
  return [...after].some(([said, count]) => said.startsWith('error') && count > (before.get(said) ?? 0));
}

// All problems of a form are mended on trial one after the other.
const counted = new WeakMap<RoutingForm, { readonly by: RoutingContext; readonly counts: ReadonlyMap<string, number> }>();

function countsOf(form: RoutingForm, context: RoutingContext): ReadonlyMap<string, number> {
  const known = counted.get(form);
  if (known?.by === context) return known.counts;
  const counts = new Map<string, number>();
  for (const problem of formProblems(form, context)) counts.set(placed(problem), (counts.get(placed(problem)) ?? 0) + 1);
  counted.set(form, { by: context, counts });
  return counts;
}

/** Class and place; an index moves when something before it goes. */
const placed = ({ severity, code, place: { part, id = '', field = '' } }: RoutingProblem): string => `${severity} ${code} ${part} ${id} ${field}`;
