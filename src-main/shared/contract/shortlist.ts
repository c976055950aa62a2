import { z } from 'zod';
import type { FormDiagram } from '#domain/agreement/form-paper.ts';
import type { Outcome } from '#domain/routing/call.ts';
import type { NumberExplained, NumberHit } from './numbers.ts';
import { trialSetup } from './routing.ts';

const caseId = z.uuid();
const digits = z.string().regex(/^400\d{7}$/);

export const shortlistRequests = {
  'shortlist/read': z.strictObject({ caseId }),
  /** Puts a number on the list; online and with a named customer it is held for 15 minutes. Six at most. */
  'shortlist/add': z.strictObject({ caseId, digits }),
  'shortlist/drop': z.strictObject({ caseId, digits }),
  'shortlist/order': z.strictObject({ caseId, ranked: z.array(digits).max(6).readonly() }),
  /** Holds the listed numbers once more for 15 minutes; one alone only while it is held. */
  'shortlist/extend': z.strictObject({ caseId, digits: digits.optional() }),
  /** Shows the case's shortlist on the customer's window, with `plan` its plans side by side or with `trial` what becomes of a call on its form instead, or closes it (null). */
  'customer/show': z.strictObject({ caseId: caseId.nullable(), /** A number to point at; null: all alike. */ lit: digits.nullable(), /** The plan to point at. */ plan: z.string().min(1).max(60).optional(), trial: trialSetup.optional() }),
  /** What stands on the customer's window; the only question that window may ask. */
  'customer/scene': z.undefined(),
} as const;

/** A number the customer is thinking about. free: listed without a hold (offline, or no customer yet). */
export type ShortlistItem = NumberExplained & { readonly state: 'held' | 'free' | 'taken' | 'expired'; readonly expiresAt: string | null };

export type ShortlistView = { readonly items: readonly ShortlistItem[]; readonly limit: number; readonly shown: boolean; /** Three of the same kind when the number just added was taken. */ readonly alternatives?: readonly NumberHit[]; /** It was taken by another case of this PC. */ readonly here?: boolean };

/** A plan as the customer sees it: what it costs by what they said, cheapest first. */
export type ShownPlan = {
  readonly planId: string; readonly name: string; readonly sample: boolean; readonly monthLi: number; readonly yearLi: number; readonly termLi: number; readonly dueNowLi: number;
  readonly monthlyMinimumLi: number; readonly commitment: { readonly li: number; readonly months: number } | null;
};

/** What the customer's window shows: the hall's name alone, numbers or plans side by side, or a call on its way through the form. No personal data ever stands in it. */
export type CustomerScene =
  | { readonly kind: 'closed' }
  | { readonly kind: 'shortlist'; readonly hallName: string; readonly items: readonly ShortlistItem[]; readonly lit: string | null }
  | {
    readonly kind: 'plans'; readonly hallName: string; readonly minutes: number; readonly localPercent: number; readonly mobilePercent: number; readonly byCalls: boolean; readonly asked: boolean; readonly termMonths: number;
    /** Six at most: the cheapest, and the one that is pointed at. */
    readonly plans: readonly ShownPlan[]; readonly lit: string;
  }
  | {
    readonly kind: 'trial'; readonly hallName: string; /** The 400 number, where one is held. */ readonly digits: string | null;
    /** Who calls, when, and which phones are engaged, in words; what becomes of the call. */
    readonly caller: string; readonly at: string; readonly busy: string; readonly result: string; readonly outcome: Outcome['kind'];
    /** The form as a picture, and the boxes and ways that the call takes. */
    readonly diagram: FormDiagram; readonly lit: readonly string[];
  };
