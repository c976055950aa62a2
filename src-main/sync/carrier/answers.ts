import { z } from 'zod';

const instant = z.string().refine((value) => !Number.isNaN(Date.parse(value))).transform((value) => new Date(value).toISOString());

/** What the console reads of the carrier's answers; members it does not know are left alone. */
export const reservationAnswer = z.object({ id: z.string().min(1), state: z.string(), reservationPeriod: z.object({ endDateTime: instant }), stateChangeReason: z.string().optional() });

const holdCaps = { hallHoldLimit: 'hall', customerHoldLimit: 'customer' } as const;
const limitAnswer = z.object({ limit: z.number().int().nonnegative() });

/** Whose holds are as many as may be, and how many that is; null for every other answer. */
export function holdCapOf({ code, json }: { readonly code: string | null; readonly json: unknown }): { readonly of: 'hall' | 'customer'; readonly limit: number } | null {
  const of = code === 'hallHoldLimit' || code === 'customerHoldLimit' ? holdCaps[code] : null;
  return of === null ? null : { of, limit: limitAnswer.safeParse(json).data?.limit ?? 0 };
}

export const duplicateAnswer = z.object({ id: z.string().min(1).optional(), href: z.string().min(1) });

export const errorMessages = z.array(z.object({ reason: z.string().max(2000) })).optional().catch(undefined);

export const orderAnswer = z.object({
  id: z.string().min(1), state: z.string(), productOrderErrorMessage: errorMessages,
});

export const productAnswer = z.object({
  id: z.string().min(1), status: z.string(), startDate: instant.optional(),
  productOrderItem: z.array(z.object({ productOrderId: z.string(), orderItemId: z.string() })).min(1),
});

const yuanAsLi = z.object({ value: z.number() }).transform(({ value }) => Math.round(value * 100) * 10);

/** A payment or refund as the carrier has it; its amount in 厘, where it tells one. */
export const moneyAnswer = z.object({ id: z.string().min(1), correlatorId: z.string().optional(), totalAmount: yuanAsLi.optional() });

export const taskAnswer = z.object({ state: z.string() });

export const capabilityAnswer = z.object({ '@type': z.literal('HallProvisioning'), serverTime: z.string(), poolVersion: z.string(), catalogueVersion: z.string().optional() });

/** The last reason of an order that does not go on; null when the carrier gave none. */
export const reasonOfOrder = (order: { readonly productOrderErrorMessage?: readonly { readonly reason: string }[] | undefined }): string | null =>
  order.productOrderErrorMessage?.at(-1)?.reason ?? null;
