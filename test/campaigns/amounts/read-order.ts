import { type Reading, reading } from './reading.ts';
import { addOnLine } from './line-names.ts';

type Price = { readonly item: string; readonly addOnId: string | null; readonly when: string; readonly li: number };
type WirePrice = { readonly name: string; readonly priceType: string; readonly recurringChargePeriod?: string; readonly price: { readonly taxIncludedAmount: { readonly unit: string; readonly value: string | number } } };
type WireItem = { readonly productOffering: { readonly id: string }; readonly itemPrice?: readonly WirePrice[] };

const lineOf = ({ item, addOnId, when }: Pick<Price, 'item' | 'addOnId' | 'when'>): string => (item === 'add-on' ? addOnLine(addOnId ?? '', when) : item);
const dueNow = ['opening-fee', 'prepayment'];

/** The body of place-order as it is stored in the outbox. */
export function readStoredOrder(body: string): readonly Reading[] {
  const { prices } = JSON.parse(body) as { readonly prices: readonly Price[] };
  return withSums('order', prices.map((price) => reading('order', lineOf(price), price.li)));
}

/** The order as the carrier keeps it: yuan on the wire, add-ons as items of their own. */
export function readCarriersOrder(order: { readonly productOrderItem: readonly WireItem[] }): readonly Reading[] {
  const readings = order.productOrderItem.flatMap(({ productOffering, itemPrice = [] }) => itemPrice.map((price) => {
    const { unit, value } = price.price.taxIncludedAmount;
    if (unit !== 'CNY' || !/^-?\d+(\.\d{1,2})?$/.test(String(value))) throw new Error(`the carrier keeps ${JSON.stringify(price)}`);
    return reading('order at the carrier', lineOf({ item: price.name, addOnId: productOffering.id, when: whenOf(price) }), Math.round(Number(value) * 1000));
  }));
  return withSums('order at the carrier', readings);
}

function whenOf({ name, priceType, recurringChargePeriod }: WirePrice): string {
  if (priceType !== 'recurring') return dueNow.includes(name) ? 'now' : 'once';
  return recurringChargePeriod === 'month' ? 'monthly' : 'yearly';
}

function withSums(source: 'order' | 'order at the carrier', readings: readonly Reading[]): readonly Reading[] {
  const sum = (lines: readonly string[]): number => readings.reduce((all, { line, li }) => (lines.includes(line) ? all + li : all), 0);
  return [...readings, reading(source, 'due now', sum(dueNow)), reading(source, 'monthly fixed', sum(['function-fee', 'monthly-fee']))];
}
