import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Instant } from '#domain/calendar/shanghai-time.ts';
import type { RoutingForm } from '#domain/routing/routing-form.ts';
import { inTransaction, type Db } from '../../store/db.ts';
import { findCase } from '../../store/tables/case-rows.ts';
import { appendEvent } from '../../store/tables/event-rows.ts';
import { keepRoutingCheck, uncheckedOrders } from '../../store/tables/routing-check-rows.ts';
import { carrierStaffNo } from '../apply-order-state.ts';
import { routingOf } from '../bodies/routing-characteristics.ts';
import type { CarrierHttp } from '../carrier/carrier-http.ts';
import { paths } from '../carrier/paths.ts';

export type RoutingCheckOptions = { readonly db: Db; readonly http: CarrierHttp; readonly now: () => Instant; readonly signal: AbortSignal; readonly onCases: (caseIds: readonly string[]) => void };

const mostAtOnce = 20;
const productsAnswer = z.array(z.object({
  productOrderItem: z.array(z.object({ orderItemId: z.string() })).min(1), productCharacteristic: z.array(z.object({ name: z.string(), value: z.unknown() })).optional(),
}));

/** The number is the first item of each of our orders. */
const numberItem = '1';

/** Asks for the product of each number that began to ring and compares its routing with the signed form; false when the carrier did not answer. */
export async function checkRouting({ db, http, now, signal, onCases }: RoutingCheckOptions): Promise<boolean> {
  for (const { caseId, orderId } of uncheckedOrders(db, mostAtOnce)) {
    const answer = await http({ method: 'GET', path: `${paths.product}?productOrder.id=${encodeURIComponent(orderId)}`, timeoutMs: 15_000, signal });
    // A carrier that keeps no inventory, or not this order, says no routing.
    const says = answer.kind === 'answer' && (answer.status < 300 || answer.status === 404 || answer.status === 501);
    if (!says) return false;
    const products = productsAnswer.safeParse(answer.status < 300 ? answer.json : null);
    const number = products.success ? products.data.find(({ productOrderItem }) => productOrderItem[0]?.orderItemId === numberItem) : undefined;
    const row = findCase(db, caseId);
    if (row === null) continue;
    const carried = routingOf(number?.productCharacteristic ?? []);
    const parts = carried === null ? null : differingParts(row.form, carried);
    inTransaction(db, () => {
      keepRoutingCheck(db, caseId, { checkedAt: now(), parts });
      if (parts !== null) appendEvent(db, { caseId, at: now(), staffNo: carrierStaffNo, kind: 'routing-checked', facts: { parts: parts.join(' ') } });
    });
    onCases([caseId]);
  }
  return true;
}

const differingParts = (signed: RoutingForm, carried: RoutingForm): readonly string[] =>
  (Object.keys(signed) as (keyof RoutingForm)[]).filter((part) => !isDeepStrictEqual(signed[part], carried[part]));
