import { isKnownRegion } from '../region-names.ts';
import type { RoutingForm } from '../routing-form.ts';
import type { RoutingContext, RoutingProblem } from '../routing-problem.ts';

/** Region blocking that contradicts itself, keeps everybody out, or names no region. */
export function regionProblems(form: RoutingForm, { regions }: RoutingContext): readonly RoutingProblem[] {
  const { deniedRegions, allowOnly, allowedRegions } = form;
  const problems: RoutingProblem[] = [];
  if (allowOnly && allowedRegions.length === 0) problems.push({ code: 'allow-list-empty', severity: 'error', place: { part: 'regions', field: 'allowed' } });
  if (allowOnly && deniedRegions.length > 0) problems.push({ code: 'regions-both-set', severity: 'error', place: { part: 'regions', field: 'denied' } });
  if (form.whiteList.length === 0 && regions.provinces.every(({ code, open }) => !open || deniedRegions.includes(`province:${code}`))) problems.push({ code: 'denied-everywhere', severity: 'error', place: { part: 'regions', field: 'denied' } });
  for (const [field, keys] of [['denied', deniedRegions], ['allowed', allowedRegions]] as const) {
    keys.forEach((region, index) => {
      const place = { part: 'regions', field, index } as const;
      if (!isKnownRegion(region, regions)) problems.push({ code: 'region-unknown', severity: 'error', place, facts: { region } });
      else if (keys.indexOf(region) < index) problems.push({ code: 'region-twice', severity: 'warning', place, facts: { region } });
      else if (field === 'allowed' && deniedRegions.includes(region)) problems.push({ code: 'region-in-both', severity: 'error', place, facts: { region } });
    });
  }
  return problems;
}
