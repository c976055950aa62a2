import type { CancelOrderBody, OrderPrice, PlaceOrderBody } from '#domain/outbox/intent-bodies.ts';
import { readForm } from '#domain/routing/read-form.ts';
import { routingCharacteristics } from './routing-characteristics.ts';
import { caseNumber, counterParties, money, ref, type Wire } from './wire-refs.ts';

/** The number first, the plan on it, add-ons on the plan, each with what the customer signed to pay for it; party and reservation ids are the carrier's. */
export const orderBody = (body: PlaceOrderBody, hallCode: string): Wire => ({
  '@type': 'ProductOrder', id: body.orderId, category: 'tollFree',
  externalId: [caseNumber(hallCode, body.caseNo)],
  relatedParty: counterParties({ ...body, hallCode }),
  agreement: [ref('AgreementRef', body.agreementId)],
  ...(body.paymentIds.length === 0 ? {} : { payment: body.paymentIds.map((id) => ref('PaymentRef', id)) }),
  productOrderItem: [
    { ...item('1', 'toll-free-number', 1), product: { '@type': 'Product', productCharacteristic: characteristics(body) } },
    { ...item('2', body.planId, body.terminals ?? 1), ...pricesOf(body, null), ...reliesOn('1') },
    ...[...new Set(body.addOnIds)].map((addOnId, index) => ({
      ...item(String(index + 3), addOnId, body.addOnIds.filter((id) => id === addOnId).length), ...pricesOf(body, addOnId), ...reliesOn('2'),
    })),
  ],
});

export const cancelOrderBody = (body: CancelOrderBody, taskId: string): Wire => ({
  '@type': 'CancelProductOrder', id: taskId, cancellationReason: body.reason, productOrder: ref('ProductOrderRef', body.orderId),
});

const item = (id: string, offeringId: string, quantity: number): Wire => ({
  '@type': 'ProductOrderItem', id, action: 'add', quantity, productOffering: ref('ProductOfferingRef', offeringId),
});

const pricesOf = ({ prices = [] }: PlaceOrderBody, addOnId: string | null): Wire => {
  const own = prices.filter((price) => price.addOnId === addOnId);
  return own.length === 0 ? {} : { itemPrice: own.map(priceBody) };
};

const periods: Readonly<Record<OrderPrice['when'], string | null>> = { now: null, once: null, monthly: 'month', yearly: 'year' };

/** The whole line, quantity included; what is due with the signature and what comes once on the first bill are told apart by the name. */
function priceBody({ item: name, when, ruleId, li }: OrderPrice): Wire {
  const period = periods[when];
  return {
    '@type': 'OrderPrice', name, description: ruleId, ...(period === null ? { priceType: 'oneTime' } : { priceType: 'recurring', recurringChargePeriod: period }),
    price: { '@type': 'Price', taxIncludedAmount: money(li) },
  };
}

const reliesOn = (id: string): Wire => ({ productOrderItemRelationship: [{ '@type': 'OrderItemRelationship', id, relationshipType: 'reliesOn' }] });

const characteristics = (body: PlaceOrderBody): readonly Wire[] => [
  { '@type': 'StringCharacteristic', name: 'number', value: body.number },
  { '@type': 'ObjectCharacteristic', name: 'reservationRef', value: { id: body.reservationId } },
  { '@type': 'IntegerCharacteristic', name: 'grade', value: body.grade },
  { '@type': 'IntegerCharacteristic', name: 'workingDays', value: body.workingDays },
  { '@type': 'StringCharacteristic', name: 'dueDate', value: body.dueDate },
  { '@type': 'StringArrayCharacteristic', name: 'requiresDocument', value: body.requiresDocument },
  { '@type': 'BooleanCharacteristic', name: 'requiresAgreement', value: true },
  { '@type': 'BooleanCharacteristic', name: 'requiresPayment', value: body.requiresPayment },
  ...(body.planVersion === undefined ? [] : [{ '@type': 'StringCharacteristic', name: 'planVersion', value: body.planVersion }]),
  // What an older console queued is sent in today's shape.
  ...routingCharacteristics(readForm(body.routing)),
];
