import type { Body } from '../store/resource-rows.ts';
import { characteristicIn, listIn, objectIn, textIn } from '../tmf/body.ts';

/** What the item of the number asks for; undefined members were not sent. */
export type NumberItem = {
  readonly number: string;
  readonly reservationId: string | undefined;
  readonly workingDays: number | undefined;
  readonly dueDate: string | undefined;
  readonly requiresDocument: readonly string[];
  readonly requiresAgreement: boolean;
  readonly requiresPayment: boolean;
};

/** Reads the item that adds a 400 number; undefined for an order without one. */
export function numberItemOf(order: Body): NumberItem | undefined {
  for (const item of listIn(order, 'productOrderItem')) {
    const characteristics = listIn(objectIn(item, 'product'), 'productCharacteristic');
    const number = characteristicIn(characteristics, 'number');
    if (item['action'] !== 'add' || typeof number !== 'string') continue;
    const [reservation, days, due, documents] = ['reservationRef', 'workingDays', 'dueDate', 'requiresDocument'].map((name) => characteristicIn(characteristics, name));
    return {
      number,
      reservationId: typeof reservation === 'object' && reservation !== null ? textIn(reservation as Body, 'id') : undefined,
      workingDays: typeof days === 'number' && days > 0 ? days : undefined,
      dueDate: typeof due === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(due) ? due : undefined,
      requiresDocument: Array.isArray(documents) ? documents.map(String) : [],
      requiresAgreement: characteristicIn(characteristics, 'requiresAgreement') === true,
      requiresPayment: characteristicIn(characteristics, 'requiresPayment') === true,
    };
  }
  return undefined;
}
