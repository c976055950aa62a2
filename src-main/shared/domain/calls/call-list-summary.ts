import { assert } from '../assert.ts';
import { monthsOfCalls } from '../tariff/bill/call-months.ts';
import { averageProfile } from '../tariff/compare/average-profile.ts';
import type { CallRecord, MonthlyProfile } from '../tariff/usage.ts';

/** A call list in a few numbers: first and last day, calendar months from one to the other, and the average month it stands for. */
export type CallListSummary = {
  readonly count: number; readonly from: string; readonly to: string; readonly months: number; readonly seconds: number;
  readonly profile: MonthlyProfile;
};

/** Sums up a list in the order of its calls. */
export function callListSummary(calls: readonly CallRecord[]): CallListSummary {
  const [first, last] = [calls[0], calls.at(-1)];
  assert(first !== undefined && last !== undefined, 'callListSummary: an empty list');
  return {
    count: calls.length, from: first.at.slice(0, 10), to: last.at.slice(0, 10), months: monthsOfCalls(calls),
    seconds: calls.reduce((sum, call) => sum + call.seconds, 0), profile: averageProfile(calls),
  };
}
