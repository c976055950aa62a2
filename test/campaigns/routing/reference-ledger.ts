/** What all sections of the blind test oracle write into and ask. Law: resources/reference/routing-rules.md. */
import type { Call, CallLimits, CallState, Step, Wave } from '#domain/routing/call.ts';
import type { Caller, RegionKey } from '#domain/routing/caller.ts';
import type { RoutingForm } from '#domain/routing/routing-form.ts';
import type { RoutingPlace } from '#domain/routing/routing-problem.ts';

/** What is given, and what has been noted of the call so far. */
export type Ledger = {
  readonly form: RoutingForm; readonly call: Call; readonly state: CallState; readonly limits: CallLimits;
  readonly steps: Step[]; readonly ringing: Wave[];
  priority: boolean; listed: boolean;
  turns: Record<string, number>; drawsUsed: number;
  menusEntered: number; keysRead: number; forwardsMade: number;
};

export function note(ledger: Ledger, code: Step['code'], place: RoutingPlace): void {
  ledger.steps.push({ code, place });
}

/** 1.4: whom a region holds. */
export function regionHolds(region: RegionKey, caller: Caller): boolean {
  if (caller.province === null && region === 'unknown') return true;
  if (caller.province !== null && region === `province:${caller.province}`) return true;
  if (caller.city !== null && region === `city:${caller.city}`) return true;
  if (caller.areaCode !== null && region === `area:${caller.areaCode}`) return true;
  return false;
}
