import type { Desk } from '../desk.ts';
import { fenIn, listIn, objectIn } from '../tmf/body.ts';
import type { StoredResource } from '../store/resource-rows.ts';
import { refundedFen } from '../papers/refund-operations.ts';
import { numberItemOf } from './number-item.ts';

/** One thing the hall must still bring, as RFC 6902 would say it. */
export type Missing = { readonly op: 'add'; readonly path: string; readonly code: string; readonly reason: string };

const ids = (order: StoredResource, member: string): readonly string[] => listIn(order.body, member).map((ref) => String(ref['id']));

function missingDocuments(desk: Desk, order: StoredResource, wanted: readonly string[]): readonly Missing[] {
  const complete = (id: string): boolean => {
    const document = desk.store.resources.find('document', id);
    return document !== undefined && document.hall === order.hall && document.body['status'] === 'reviewed';
  };
  return wanted.filter((id) => !complete(id)).map((id) => ({ op: 'add', path: `/document/${id}`, code: 'documentMissing', reason: '证照资料未到齐，请补传' }));
}

function missingAgreement(desk: Desk, order: StoredResource): readonly Missing[] {
  const agreements = ids(order, 'agreement').map((id) => desk.store.resources.find('agreement', id));
  if (agreements.some((agreement) => agreement?.hall === order.hall && agreement.body['status'] === 'approved')) return [];
  return [{ op: 'add', path: '/agreement', code: 'agreementMissing', reason: '业务协议未到或尚未全部签署' }];
}

/** What a payment brought for the order and was not given back. */
const keptFen = (desk: Desk, payment: StoredResource, orderId: string): number =>
  listIn(payment.body, 'paymentItem').filter((item) => objectIn(item, 'item')['id'] === orderId).reduce((sum, item) => sum + fenIn(objectIn(item, 'amount')), 0) - refundedFen(desk, payment.id);

function missingPayment(desk: Desk, order: StoredResource): readonly Missing[] {
  const paid = ids(order, 'payment').map((id) => desk.store.resources.find('payment', id)).filter((payment) => payment?.hall === order.hall && payment.body['status'] === 'done');
  const fen = paid.reduce((sum, payment) => sum + (payment ? keptFen(desk, payment, order.id) : 0), 0);
  return fen > 0 ? [] : [{ op: 'add', path: '/payment', code: 'paymentMissing', reason: '预存款尚未到账' }];
}

/** What the order's own `requires…` characteristics ask for and the carrier does not have yet. */
export function missingFor(desk: Desk, order: StoredResource): readonly Missing[] {
  const item = numberItemOf(order.body);
  if (!item) return [];
  return [
    ...missingDocuments(desk, order, item.requiresDocument),
    ...(item.requiresAgreement ? missingAgreement(desk, order) : []),
    ...(item.requiresPayment ? missingPayment(desk, order) : []),
  ];
}
