import type { AddOn, AddOnCharge, Catalogue, Plan, Promotion } from '#domain/tariff/catalogue.ts';
import type { CallClass, CallRecord, MonthlyProfile } from '#domain/tariff/usage.ts';
import { parseDay, type DayNumber } from './day-count.ts';
import { toFen, whole, times } from './exact.ts';
import type { RatingCase, RatingPolicy } from '../rating-case.ts';

/** A minute-counted call of a day. */
export type Ring = { readonly at: string; readonly minutes: number; readonly who: CallClass };

export type Traffic = { readonly kind: 'profile'; readonly profile: MonthlyProfile } | { readonly kind: 'rings'; readonly byDay: ReadonlyMap<DayNumber, readonly Ring[]> };

/** A service to be walked day by day. `leaves: false`: it goes on after the last day that is looked at, so nothing ends early. */
export type Service = {
  readonly plan: Plan;
  readonly extras: readonly { readonly addOn: AddOn; readonly quantity: number }[];
  readonly offers: readonly Promotion[];
  readonly terminals: number;
  readonly minimumLi: number;
  readonly cashLi: number;
  readonly opened: DayNumber;
  readonly last: DayNumber;
  readonly leaves: boolean;
  readonly traffic: Traffic;
  readonly policy: RatingPolicy;
};

export function planOf({ plans }: Catalogue, id: string): Plan {
  const plan = plans.find((each) => each.id === id);
  if (!plan) throw new Error(`no plan ${id}`);
  return plan;
}

export function addOnOf({ addOns }: Catalogue, id: string): AddOn {
  const addOn = addOns.find((each) => each.id === id);
  if (!addOn) throw new Error(`no add-on ${id}`);
  return addOn;
}

/** Rule 6.1: a chosen amount lies within the range of a plan that has one, and not below what the grade asks. */
export function mayChoose(input: RatingCase, { minimum }: Plan, chosenLi: number): boolean {
  if (minimum.kind !== 'by-grade') return false;
  const { hallMinimumLi } = input.gradeTable.grades.find(({ grade }) => grade === input.grade)!;
  return [minimum.fromLi, hallMinimumLi].every((leastLi) => leastLi <= chosenLi) && chosenLi <= minimum.toLi;
}

/** Rule 6.1. */
export function minimumOf(input: RatingCase, plan: Plan, chosenLi: number | null): number {
  const terms = input.gradeTable.grades.find(({ grade }) => grade === input.grade)!;
  const floorLi = toFen(times(whole(Math.max(terms.floorLi, input.headFloorLi)), plan.floorPercent, 100));
  const { minimum } = plan;
  let ownLi = 0;
  if (minimum.kind === 'amount') ownLi = minimum.li;
  if (minimum.kind === 'by-grade') ownLi = chosenLi ?? Math.max(minimum.fromLi, terms.hallMinimumLi);
  return Math.max(ownLi, floorLi);
}

/** Rule 6.2. */
export function prepaymentOf(input: RatingCase, plan: Plan, minimumLi: number): number {
  if (input.grade === 9 && plan.billing === 'postpaid') return 0;
  const { prepayLi } = input.gradeTable.grades.find(({ grade }) => grade === input.grade)!;
  return [plan.prepayLi, input.policy.minimumMonths * minimumLi, prepayLi].reduce((most, each) => (each > most ? each : most), 0);
}

/** Rule 4.1. */
export const offersFor = ({ promotions }: Catalogue, planId: string, chosenOn: string): readonly Promotion[] => {
  const day = parseDay(chosenOn);
  return promotions.filter(({ effectiveFrom, effectiveTo, planIds }) =>
    parseDay(effectiveFrom) <= day && (effectiveTo === null || day <= parseDay(effectiveTo)) && (planIds === null || planIds.some((id) => id === planId)));
};

/** What a fee is to a promotion: `function-fee`, or `add-on ring-back year`. */
export type FeeName = 'opening-fee' | 'function-fee' | 'monthly-fee' | `add-on ${string} ${AddOnCharge['per']}`;

/** Percent taken off in the period counted from 0 (rules 4.2, 4.3). */
export function percentOff(offers: readonly Promotion[], fee: FeeName, period: number): number {
  let added = 0;
  let alone = 0;
  for (const { target, periods, percentOff, stacks } of offers) {
    const name = target.kind === 'add-on' ? `add-on ${target.addOnId} ${target.per}` : target.kind;
    if (name !== fee || period >= periods) continue;
    if (stacks) added += percentOff;
    else if (percentOff > alone) alone = percentOff;
  }
  return Math.min(100, Math.max(added, alone));
}

const whoCalls = (call: CallRecord): CallClass => {
  if (call.callerArea === null) return call.line;
  return call.callerArea === call.answeredArea ? 'local' : call.line;
};

export const ringOf = (call: CallRecord, at = call.at): Ring => ({ at, minutes: Number((BigInt(call.seconds) + 59n) / 60n), who: whoCalls(call) });

/** Rings laid out by day, each day in the order of their start; equal starts as they came. */
export function layOut(rings: readonly Ring[]): Traffic {
  const byDay = new Map<DayNumber, Ring[]>();
  for (const ring of rings) {
    const day = parseDay(ring.at);
    const before = byDay.get(day) ?? [];
    let place = before.length;
    while (place > 0 && before[place - 1]!.at > ring.at) place -= 1;
    byDay.set(day, before.toSpliced(place, 0, ring));
  }
  return { kind: 'rings', byDay };
}
