import * as fc from 'fast-check';
import type { AddOn, Counted, Plan, PlanRates, Promotion } from '#domain/tariff/catalogue.ts';
import type { CallRecord } from '#domain/tariff/usage.ts';
import { addOnNamed, planNamed } from './shipped-tables.ts';

const li = (most: number) => fc.integer({ min: 0, max: most / 10 }).map((fen) => fen * 10);
const rarely = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null, freq: 2 });

const price = fc.integer({ min: 1, max: 700 });
const rates: fc.Arbitrary<PlanRates> = fc.oneof(
  price.map((liPerMinute) => ({ kind: 'flat', liPerMinute }) as const),
  fc.tuple(price, price, price).map(([localLi, mobileLi, fixedLi]) => ({ kind: 'by-caller', localLi, mobileLi, fixedLi }) as const),
  fc.constant({ kind: 'none' } as const),
);

const counts: fc.Arbitrary<readonly Counted[]> = fc.subarray<Counted>(['calls', 'package-fee', 'minimum-top-up']);

/** Any plan with a price: caps, minimums, commitments and bonuses of every kind together. */
export const anyPlan: fc.Arbitrary<Plan> = fc
  .record({
    id: fc.uuid(), rates, openingFeeLi: li(200_000), functionFeeMonthLi: li(200_000), monthlyFeeLi: li(500_000), includedMinutes: fc.constantFrom(0, 0, 300, 2500),
    callCapLi: rarely(li(900_000)), prepayLi: li(2_000_000), commitment: rarely(fc.record({ li: li(6_000_000), months: fc.integer({ min: 1, max: 30 }), counts })),
    bonus: rarely(fc.record({ bonusLi: li(3_000_000), lapsesAfterMonths: fc.integer({ min: 1, max: 30 }) })),
    minimum: fc.oneof(fc.constant({ kind: 'none' } as const), li(600_000).map((amount) => ({ kind: 'amount', li: amount }) as const)),
    minimumCounts: fc.constantFrom<Plan['minimumCounts']>(['calls'], ['calls', 'package-fee'], ['package-fee']),
  })
  .map((more) => ({ ...planNamed('minimum-50'), ...more, name: more.id }));

/** Any add-ons of the catalogue, some with minutes to pool. */
export const anyAddOns: fc.Arbitrary<readonly { readonly addOn: AddOn; readonly quantity: number }[]> = fc
  .subarray(['ring-back', 'recording-yearly', 'extra-phone', 'seat'])
  .chain((ids) => fc.tuple(...ids.map((id) => fc.record({ quantity: fc.integer({ min: 1, max: 3 }), pooledMinutes: fc.constantFrom(0, 0, 200) }).map(({ quantity, pooledMinutes }) => ({ addOn: { ...addOnNamed(id), pooledMinutes }, quantity })))));

/** Any promotion that holds on 2026-11-25. */
export const anyPromotion: fc.Arbitrary<Promotion> = fc
  .record({
    id: fc.uuid(), percentOff: fc.integer({ min: 1, max: 100 }), periods: fc.integer({ min: 1, max: 30 }), stacks: fc.boolean(),
    target: fc.constantFrom<Promotion['target']>({ kind: 'opening-fee' }, { kind: 'function-fee' }, { kind: 'monthly-fee' }, { kind: 'add-on', addOnId: 'ring-back', per: 'year' }, { kind: 'add-on', addOnId: 'seat', per: 'month' }),
  })
  .map((promotion) => ({ ...promotion, name: promotion.id, effectiveFrom: '2026-01-01', effectiveTo: null, planIds: null }));

export const anyShares = fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 })).map(([a, b]) => ({ localPercent: Math.min(a, b), mobilePercent: Math.max(a, b) - Math.min(a, b) }));

const two = (value: number): string => String(value).padStart(2, '0');

/** A call of October 2026 to January 2027. */
export const anyCall: fc.Arbitrary<CallRecord> = fc
  .record({
    month: fc.constantFrom('2026-10', '2026-11', '2026-12', '2027-01'), day: fc.integer({ min: 1, max: 30 }), hour: fc.integer({ min: 0, max: 23 }), second: fc.integer({ min: 0, max: 59 }),
    seconds: fc.oneof(fc.constantFrom(0, 1, 59, 60, 61), fc.integer({ min: 0, max: 4000 })), line: fc.constantFrom('mobile' as const, 'fixed' as const),
    callerArea: fc.constantFrom('010', '0531', null), answeredArea: fc.constantFrom('010', null),
  })
  .map(({ month, day, hour, second, ...call }) => ({ ...call, at: `${month}-${two(day)}T${two(hour)}:00:${two(second)}` }));
