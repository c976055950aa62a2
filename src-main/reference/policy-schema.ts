import type { Policy } from '#domain/policy.ts';
import { z } from 'zod';

const count = z.number().int().nonnegative();
const words = z.array(z.string().min(1));
const limit = z.strictObject({ value: count, source: z.string().min(1), confidence: z.literal(['H', 'M', 'L', 'U']) });

export const policySchema: z.ZodType<Policy> = z.object({
  version: z.number().int().positive(),
  confirmed: z.boolean(),
  customer: z.strictObject({
    minHandlerAge: count,
    maxHandlerAge: count,
    warnDays: count,
    numbersPerOrganisation: count.min(1),
    bannedPurposes: words,
    plainPurposeWords: words,
    organisationEnds: words,
  }),
  holds: z.strictObject({ perClerk: count.min(1), perHall: count.min(1), perCustomer: count.min(1) }),
  leases: z.strictObject({ enabled: z.boolean(), blockSize: count.min(20).max(200), lowWater: count, unsyncedLimit: count.min(1) }),
  activation: z.strictObject({
    cutOff: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
    ordinaryWorkingDays: count.min(1),
    specialWorkingDays: count.min(1),
    sealedScanRequired: z.boolean(),
  }),
  tariff: z.strictObject({
    prepay: z.strictObject({ minimumMonths: count }),
    minuteRounding: z.literal('up-per-call'),
    partMonthMinimum: z.literal(['pro-rata-by-days', 'full', 'actual']),
    partMonthFee: z.literal(['full', 'pro-rata-by-days']),
    compareMonths: count.min(1).max(120),
    usualProfile: z.strictObject({ minutes: count, localPercent: count.max(100), mobilePercent: count.max(100) })
      .refine(({ localPercent, mobilePercent }) => localPercent + mobilePercent <= 100, 'shares exceed 100'),
  }),
  till: z.strictObject({ toleranceLi: count, shiftMaxHours: count.min(1).max(48) }),
  desk: z.strictObject({ idleLockMinutes: count.min(1), poolStaleHours: count.min(1) }),
  routing: z.strictObject({
    forwardsPerCall: limit,
    destinations: limit,
    timeSegments: limit,
    ivrDepth: limit,
    ivrKeysPerLayer: limit,
    passwordDigits: limit,
    listEntries: limit, switchboardCalls: limit,
    ringTimeoutSeconds: limit,
  }),
});
