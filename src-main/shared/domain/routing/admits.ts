import { type Caller, isInRegion, provincesNotOpen } from './caller.ts';
import { bestHit } from './list-match.ts';
import type { RoutingForm } from './routing-form.ts';

/** Whether callers of a place come in at a minute of the day, as far as it depends on them (not on how many call, nor on a password they know). */
export type Admission = (minuteOfDay: number) => 'in' | 'not-open' | 'refused';

/** The part of the admission (routing-rules.md 1) that is the same for everybody of a place. */
export function admits(form: RoutingForm, caller: Caller): Admission {
  if (form.monthlyCap !== null && form.monthlyCap <= 0) return () => 'refused';
  if (provincesNotOpen.has(caller.province ?? '')) return () => 'not-open';
  if (isShut(form)) return () => 'refused';
  const inRegions = !form.deniedRegions.some((region) => isInRegion(caller, region)) && (!form.allowOnly || form.allowedRegions.some((region) => isInRegion(caller, region)));
  const onlyListed = form.whiteListKind === 'only' && form.whiteList.length > 0;
  return (minuteOfDay) => {
    const black = bestHit(form.blackList, caller, minuteOfDay);
    const white = bestHit(form.whiteList, caller, minuteOfDay);
    if (black !== null && black.rank >= (white?.rank ?? 0)) return 'refused';
    return white !== null || (!onlyListed && inRegions) ? 'in' : 'refused';
  };
}

/** A password that nobody can key, or no call at once. */
const isShut = ({ passwordOn, password, concurrentCap }: RoutingForm): boolean => (passwordOn && password === '') || (concurrentCap !== null && concurrentCap <= 0);
