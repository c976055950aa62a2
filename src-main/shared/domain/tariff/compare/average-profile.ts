import { allocate } from '../../money/allocate.ts';
import { monthsOfCalls } from '../bill/call-months.ts';
import { billedMinutes } from '../bill/rate-call.ts';
import { callClass, type CallRecord, type MonthlyProfile } from '../usage.ts';

/** The average month of a call list in whole minutes and whole percents, for questions of the kind what if. */
export function averageProfile(calls: readonly CallRecord[]): MonthlyProfile {
  const sums = { local: 0, mobile: 0, fixed: 0 };
  for (const call of calls) sums[callClass(call)] += billedMinutes(call.seconds);
  const minutes = sums.local + sums.mobile + sums.fixed;
  if (minutes === 0) return { minutes: 0, localPercent: 0, mobilePercent: 0 };
  const [localPercent = 0, mobilePercent = 0] = allocate(100, [sums.local, sums.mobile, sums.fixed]);
  return { minutes: Math.round(minutes / monthsOfCalls(calls)), localPercent, mobilePercent };
}
