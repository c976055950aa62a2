import { z } from 'zod';
import type { Quote } from '#domain/tariff/quote.ts';

const caseId = z.uuid();

export const planRequests = {
  'plans/list': z.strictObject({ caseId }),
  'plans/choose': z.strictObject({
    caseId, planId: z.string().min(1).max(60), addOnIds: z.array(z.string().min(1).max(60)).max(20).readonly(), minimumLi: z.number().int().min(0).nullable(),
  }),
} as const;

/** A plan as offered for the case's number: allowed or why not, and what it would cost. */
export type PlanOffer = {
  readonly planId: string;
  readonly version: string;
  readonly name: string;
  readonly billing: 'prepaid' | 'postpaid';
  readonly sample: boolean;
  readonly refusal: { readonly code: string; readonly facts?: Readonly<Record<string, string | number>> } | null;
  readonly quote: Quote | null;
  readonly rates: readonly { readonly code: string; readonly liPerMinute: number }[];
  readonly note: string | null;
};

/** An add-on and whether the plan takes it. */
export type AddOnOffer = { readonly addOnId: string; readonly name: string; readonly feeLi: number; readonly per: 'month' | 'year' | 'once'; readonly note: string | null };

/** The case's plan with its quote, computed by main from the same function as the papers. */
export type PlanView = {
  readonly planId: string;
  readonly version: string;
  readonly name: string;
  readonly billing: 'prepaid' | 'postpaid';
  readonly addOnIds: readonly string[];
  readonly addOnNames: readonly string[];
  readonly minimumLi: number | null;
  readonly allowed: boolean;
  readonly refusal: PlanOffer['refusal'];
  readonly quote: Quote | null;
  readonly rates: PlanOffer['rates'];
};
