import { assert } from '#domain/assert.ts';
import type { Desk } from '../desk.ts';
import type { Body, StoredResource } from '../store/resource-rows.ts';
import { listIn, objectIn, textIn } from '../tmf/body.ts';
import { changeResource } from '../tmf/create-resource.ts';
import { wireTime } from '../tmf/served.ts';
import { tollFreeNumber } from './toll-free-number.ts';

/** Why a reservation is over. */
export type EndReason = 'released' | 'expired' | 'orderEnded';

/** The one number of a reservation. */
export const numberOf = (reservation: Body): string => {
  const number = textIn(objectIn(listIn(reservation, 'reservationItem')[0] ?? {}, 'resource'), 'value');
  assert(number !== undefined, 'numberOf: reservation without a number');
  return number;
};

/** The case a reservation was made for. */
export const caseOf = (reservation: Body): Body | undefined => listIn(reservation, 'relatedEntity').find((entity) => entity['role'] === 'case');

/** Tells every hall what became of a number; inside the transaction of the change. */
export function announceAllocation(desk: Desk, number: string, cause: string | undefined): void {
  const status = desk.pool.statusOf(number);
  assert(status, 'announceAllocation: not a number of this pool');
  desk.pool.countChange();
  desk.feed.append(desk.halls, 'ResourceAttributeValueChangeEvent', { resource: tollFreeNumber(number, status) }, cause);
}

/** Ends a reservation and gives its number back. */
export function endReservation(desk: Desk, reservation: StoredResource, reason: EndReason, cause: string | undefined): StoredResource {
  const number = numberOf(reservation.body);
  const freed = desk.store.numbers.free(number, reservation.id);
  assert(freed, 'endReservation: the number was not held by it');
  const now = wireTime(desk.now());
  const ended = changeResource(desk, 'resourceReservation', reservation.id, { ...reservation.body, state: 'cancelled', stateChangeReason: reason, stateChangeDate: now }, 'StateChangeEvent', cause);
  announceAllocation(desk, number, cause);
  return ended;
}

/** Ends every hold whose time is over by the carrier's clock; how many there were. */
export function sweepExpired(desk: Desk): number {
  const expired = desk.store.numbers.expired(desk.now());
  if (expired.length > 0) desk.store.write(() => {
    for (const row of expired) {
      const reservation = desk.store.resources.find('resourceReservation', row.reservationId);
      assert(reservation, 'sweepExpired: hold without a reservation');
      endReservation(desk, reservation, 'expired', undefined);
    }
  });
  return expired.length;
}
