import type { CancelOrderBody, PlaceOrderBody } from '#domain/outbox/intent-bodies.ts';
import { caseNumber, counterParties, ref, type Wire } from './wire-refs.ts';

/** The number first, the plan on it, add-ons on the plan; party and reservation ids are the carrier's. */
export const orderBody = (body: PlaceOrderBody, hallCode: string): Wire => ({
  '@type': 'ProductOrder', id: body.orderId, category: 'tollFree',
  externalId: [caseNumber(hallCode, body.caseNo)],
  relatedParty: counterParties({ ...body, hallCode }),
  agreement: [ref('AgreementRef', body.agreementId)],
  ...(body.paymentIds.length === 0 ? {} : { payment: body.paymentIds.map((id) => ref('PaymentRef', id)) }),
  productOrderItem: [
    { ...item('1', 'toll-free-number'), product: { '@type': 'Product', productCharacteristic: characteristics(body) } },
    { ...item('2', body.planId), ...reliesOn('1') },
    ...body.addOnIds.map((addOnId, index) => ({ ...item(String(index + 3), addOnId), ...reliesOn('2') })),
  ],
});

export const cancelOrderBody = (body: CancelOrderBody, taskId: string): Wire => ({
  '@type': 'CancelProductOrder', id: taskId, cancellationReason: body.reason, productOrder: ref('ProductOrderRef', body.orderId),
});

const item = (id: string, offeringId: string): Wire => ({
  '@type': 'ProductOrderItem', id, action: 'add', quantity: 1, productOffering: ref('ProductOfferingRef', offeringId),
});

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
  { '@type': 'ObjectCharacteristic', name: 'routing', value: body.routing },
];
