import { fail, ok, type Result } from '#domain/result.ts';
import type { Desk } from '../desk.ts';
import type { Answer, Ask, Command, Query } from '../http/ask.ts';
import { refusal, type Refusal } from '../http/refusal.ts';
import { claimPick } from '../leases/claim-pick.ts';
import { closeLease, forceLease, noteRestore } from '../leases/end-lease.ts';
import { grantLease, listLeases, readLease, renewLease } from '../leases/grant-lease.ts';
import { epochOf, leaseRefOf } from '../leases/lease-wire.ts';
import type { Body, StoredResource } from '../store/resource-rows.ts';
import { characteristicIn, listIn, objectIn, partyIdIn, textIn } from '../tmf/body.ts';
import { changeResource, createResource } from '../tmf/create-resource.ts';
import { addressed, addressedForPatch, readQuery, visible } from '../tmf/find-resource.ts';
import { served, servedBody, servedPage, wireTime } from '../tmf/served.ts';
import { checkCaps } from './hold-caps.ts';
import { holdLimits, type HoldKind } from './hold-limits.ts';
import { announceAllocation, caseOf, endReservation, numberOf, sweepExpired } from './reservations.ts';

function holdKind(body: Body): Result<HoldKind, Refusal> {
  const kind = characteristicIn(listIn(body, 'reservationCharacteristic'), 'holdKind') ?? 'browse';
  if (kind === 'browse') return ok(kind);
  if (kind !== 'case') return fail(refusal('semantic', 'holdKind is browse or case', { violations: [{ path: '/reservationCharacteristic', message: 'holdKind is browse or case' }] }));
  const missing = partyIdIn(body, 'customer') === undefined ? '/relatedParty' : caseOf(body) ? undefined : '/relatedEntity';
  return missing === undefined ? ok(kind) : fail(refusal('semantic', 'a case hold names customer and case', { violations: [{ path: missing, message: 'role missing' }] }));
}

/** The live reservation of this hall's same case, if that is who holds the number. */
function ownHold(desk: Desk, ask: Ask, number: string): StoredResource | undefined {
  const row = desk.store.numbers.find(number);
  const holder = row?.status === 'reserved' && row.reservationId !== null ? visible(desk, ask, 'resourceReservation', row.reservationId) : undefined;
  const [held, asked] = [holder && caseOf(holder.body), caseOf(ask.body)];
  return held && asked && held['id'] === asked['id'] ? holder : undefined;
}

function grant(desk: Desk, ask: Ask, number: string, kind: HoldKind): Result<Answer, Refusal> {
  const id = textIn(ask.body, 'id') ?? desk.newId();
  const until = ask.at + holdLimits[kind];
  if (desk.pool.statusOf(number) === 'allocated' || !desk.store.numbers.claim(number, id, until)) {
    const own = ownHold(desk, ask, number);
    if (!own) return fail(refusal('numberTaken', 'the number is held or in use'));
    return kind === 'case' && own.body['holdKind'] === 'browse' ? change(desk, ask, own, ask.body) : ok(served(200, 'resourceReservation', own));
  }
  const fits = checkCaps(desk, ask, ask.body, { kind, upgrading: false });
  if (!fits.ok) return fits;
  const body = {
    ...ask.body, state: 'completed', stateChangeReason: 'granted', creationDate: wireTime(ask.at), holdKind: kind, renewals: 0,
    reservationPeriod: { startDateTime: wireTime(ask.at), endDateTime: wireTime(until) },
  };
  const created = createResource(desk, ask, 'resourceReservation', { body, id });
  if (!created.ok) return created;
  announceAllocation(desk, number, ask.cause);
  return ok(served(201, 'resourceReservation', created.value));
}

const createResourceReservation: Command = (desk, ask) => {
  sweepExpired(desk);
  if (ask.body['@type'] === 'NumberBlockLease') return grantLease(desk, ask);
  if (leaseRefOf(ask.body)) return claimPick(desk, ask);
  const number = numberOf(ask.body);
  const kind = holdKind(ask.body);
  if (!kind.ok) return kind;
  if (!desk.pool.statusOf(number)) {
    return fail(refusal('semantic', 'not a number of this pool', { violations: [{ path: '/reservationItem/0/resource/value', message: 'not a number of this pool' }] }));
  }
  return grant(desk, ask, number, kind.value);
};

/** A browse hold may become a case hold, which has renewals of its own; a case hold stays one. */
function patchedKind(desk: Desk, ask: Ask, current: Body, patch: Body): Result<{ readonly kind: HoldKind; readonly body: Body; readonly renewals: number }, Refusal> {
  const asked = characteristicIn(listIn(patch, 'reservationCharacteristic'), 'holdKind');
  if (asked !== 'case' || current['holdKind'] === 'case') return ok({ kind: current['holdKind'] as HoldKind, body: current, renewals: Number(current['renewals']) + 1 });
  const { reservationCharacteristic, relatedParty = current['relatedParty'], relatedEntity = current['relatedEntity'] } = patch;
  const body = { ...current, reservationCharacteristic, relatedParty, relatedEntity, holdKind: 'case' };
  const kind = holdKind(body);
  if (!kind.ok) return kind;
  const fits = checkCaps(desk, ask, body, { kind: kind.value, upgrading: true });
  return fits.ok ? ok({ kind: kind.value, body, renewals: 0 }) : fits;
}

/** Renews a live hold or makes it a case hold: the number is never free in between. */
function change(desk: Desk, ask: Ask, { id, body: current }: StoredResource, patch: Body): Result<Answer, Refusal> {
  if (current['state'] !== 'completed') return fail(refusal('reservationExpired', 'the reservation is over', { state: String(current['state']) }));
  const row = desk.store.numbers.find(numberOf(current));
  if (!row || row.holdUntil === null) return fail(refusal('stateConflict', 'the reservation lives with its order'));
  const patched = patchedKind(desk, ask, current, patch);
  if (!patched.ok) return patched;
  const { kind, renewals } = patched.value;
  if (renewals > holdLimits.renewals) return fail(refusal('stateConflict', `a hold is renewed at most ${holdLimits.renewals} times`));
  const wished = Date.parse(textIn(objectIn(patch, 'reservationPeriod'), 'endDateTime') ?? '') || ask.at + holdLimits[kind];
  const until = Math.max(row.holdUntil, Math.min(wished, ask.at + holdLimits[kind]));
  desk.store.numbers.extend(row.number, id, until);
  const body = { ...patched.value.body, renewals, reservationPeriod: { ...objectIn(current, 'reservationPeriod'), endDateTime: wireTime(until) } };
  return ok(served(200, 'resourceReservation', changeResource(desk, 'resourceReservation', id, body, 'AttributeValueChangeEvent', ask.cause)));
}

const patchResourceReservation: Command = (desk, ask) => {
  sweepExpired(desk);
  if (ask.body['@type'] === 'NumberBlockLease') return renewLease(desk, ask);
  const found = addressedForPatch(desk, ask, 'resourceReservation');
  return found.ok ? change(desk, ask, found.value, ask.body) : found;
};

const createCancelResourceReservation: Command = (desk, ask) => {
  sweepExpired(desk);
  if (ask.body['@type'] === 'CloseNumberBlockLease') return closeLease(desk, ask);
  if (ask.body['@type'] === 'ForceNumberBlockLease') return forceLease(desk, ask);
  const reservation = visible(desk, ask, 'resourceReservation', String(objectIn(ask.body, 'resourceReservation')['id']));
  if (!reservation) return fail(refusal('dependencyUnknown', 'no such reservation'));
  if (reservation.body['state'] === 'completed') {
    if (desk.store.numbers.find(numberOf(reservation.body))?.holdUntil === null) return fail(refusal('stateConflict', 'the reservation lives with its order'));
    endReservation(desk, reservation, 'released', ask.cause);
  }
  const task = createResource(desk, ask, 'cancelResourceReservation', { body: { ...ask.body, state: 'done', effectiveCancellationDate: wireTime(ask.at) } });
  return task.ok ? ok(served(201, 'cancelResourceReservation', task.value)) : task;
};

const readResourceReservation: Query = (desk, ask) => {
  sweepExpired(desk);
  if (epochOf(ask.params['id'] ?? '') > 0) return readLease(desk, ask);
  const found = addressed(desk, ask, 'resourceReservation');
  return found.ok ? ok(served(200, 'resourceReservation', found.value)) : found;
};

const listResourceReservations: Query = (desk, ask) => {
  sweepExpired(desk);
  if (ask.query['@type'] === 'NumberBlockLease') return listLeases(desk, ask);
  return ok(servedPage(desk.store.resources.ofHall('resourceReservation', ask.caller.hall).map((one) => servedBody('resourceReservation', one)), ask.query));
};

/** Hold, renew, release; blocks lent to devices the same way. */
export const reservationCommands: Readonly<Record<string, Command>> = {
  createResourceReservation, patchResourceReservation, createCancelResourceReservation, createRestoreNotice: noteRestore,
};

/** Reservations as they are. */
export const reservationQueries: Readonly<Record<string, Query>> = {
  readResourceReservation, listResourceReservations, readCancelResourceReservation: readQuery('cancelResourceReservation'),
};
