import { setTimeout as sleep } from 'node:timers/promises';
import type { Db } from '../../../src-main/store/db.ts';
import { readLife } from '../../../src-main/store/tables/number/device-rows.ts';
import { listLeases } from '../../../src-main/store/tables/number/lease-rows.ts';
import { lookInto } from '../../support/test-console.ts';

/** What a carrier is asked. */
export type CarrierReads = { readonly get: (path: string) => Promise<unknown> };

type Reservation = {
  readonly '@type': string; readonly id: string; readonly state: string; readonly leaseEpoch?: number; readonly leaseState?: string;
  readonly relatedEntity?: readonly { readonly role: string; readonly id: string }[]; readonly reservationItem: readonly { readonly resource: { readonly value: string } }[];
};

const reservations = '/tmf-api/resourceReservation/v4/resourceReservation';
const numberOf = (one: Reservation): string => one.reservationItem[0]?.resource.value ?? '';
const caseOf = (one: Reservation): string => one.relatedEntity?.find(({ role }) => role === 'case')?.id ?? '';

/** Both sides move on while they are compared: what is wrong stays wrong. */
const settlesWithinMs = 8000;

/** Console and carrier say the same of every hold and block; what differs only because something is still under way is looked at again. */
export async function auditCarrier(carrier: CarrierReads, dataDir: string, key: Uint8Array): Promise<readonly string[]> {
  const until = Date.now() + settlesWithinMs;
  for (;;) {
    const kept = (await carrier.get(`${reservations}?limit=500`)) as readonly Reservation[];
    const lent = (await carrier.get(`${reservations}?@type=NumberBlockLease&limit=100`)) as readonly Reservation[];
    const found = lookInto(dataDir, key, (db) => [...auditHolds(db, kept.filter((one) => one['@type'] !== 'NumberBlockLease')), ...auditBlocks(db, lent)]);
    if (found.length === 0 || Date.now() > until) return found;
    await sleep(150);
  }
}

type Held = { readonly reservationId: string; readonly digits: string; readonly caseNo: string };

function auditHolds(db: Db, all: readonly Reservation[]): readonly string[] {
  const live = all.filter(({ state }) => state === 'completed');
  const byId = new Map(live.map((one) => [one.id, one]));
  const twice = live.filter((one, at) => live.findIndex((other) => numberOf(other) === numberOf(one)) !== at).map((one) => `the carrier has ${numberOf(one)} bound twice`);
  const unheld = mustBeHeld(db).filter(({ reservationId, digits }) => numberOf(byId.get(reservationId) ?? { '@type': '', id: '', state: '', reservationItem: [] }) !== digits);
  const known = knownReservations(db);
  return [
    ...twice, ...unheld.map(({ digits, caseNo }) => `${caseNo}: ${digits} is shown as held, the carrier does not hold it`),
    ...live.filter(({ id }) => !known.has(id)).map((one) => `the carrier holds ${numberOf(one)} for ${caseOf(one)}, nobody here knows of it`),
  ];
}

/** Holds that the console shows as living. */
const mustBeHeld = (db: Db): readonly Held[] => db.prepare(`
  SELECT p.reservation_id AS reservationId, p.digits, c.case_no AS caseNo FROM picks p JOIN cases c USING(case_id) WHERE p.current = 1 AND p.hold = 'granted' AND c.state = 'draft' AND p.expires_at > :now
  UNION ALL SELECT s.reservation_id, s.digits, c.case_no FROM shortlist s JOIN cases c USING(case_id) WHERE s.state = 'held' AND s.expires_at > :now`).all({ now: new Date().toISOString() }) as Held[];

/** Every reservation that a row stands for: kept by a case or a list, or on its way there or back. */
const knownReservations = (db: Db): ReadonlySet<string> => new Set(db.prepare(`
  SELECT reservation_id FROM picks WHERE current = 1 AND reservation_id IS NOT NULL UNION SELECT reservation_id FROM shortlist WHERE reservation_id IS NOT NULL
  UNION SELECT body ->> 'reservationId' FROM outbox WHERE state IN ('waiting','sending','parked') AND body ->> 'reservationId' IS NOT NULL
  UNION SELECT r.remote_id FROM outbox o JOIN remote_ids r ON r.case_id = o.case_id AND r.subject = 'reservation:' || (o.body ->> 'reservationId') WHERE o.state IN ('waiting','sending','parked')`).pluck().all() as string[]);

/** A block is closed here before the carrier hears of it, and no block is lent to this PC that it does not know. */
function auditBlocks(db: Db, lent: readonly Reservation[]): readonly string[] {
  const own = listLeases(db);
  const asking = readLife(db)?.grantKey != null;
  const open = new Map(lent.map((one) => [one.leaseEpoch ?? 0, one.leaseState ?? '']));
  return [
    ...own.filter(({ epoch, state }) => state === 'active' && open.get(epoch) !== 'active').map(({ epoch }) => `epoch ${epoch} is open here and ${open.get(epoch) ?? 'unknown'} at the carrier`),
    ...own.filter(({ epoch, reportEnd }) => reportEnd === 'closed' && open.get(epoch) !== 'closed').map(({ epoch }) => `epoch ${epoch} was reported, the carrier has it as ${open.get(epoch)}`),
    ...(asking ? [] : Array.from(open.keys()).filter((epoch) => !own.some((block) => block.epoch === epoch)).map((epoch) => `epoch ${epoch} is lent to nobody who knows`)),
  ];
}

/** Numbers of completed cases that the carrier has not given to them alone. */
export async function auditSold(carrier: CarrierReads, sold: readonly string[]): Promise<readonly string[]> {
  const twice = sold.filter((digits, at) => sold.indexOf(digits) !== at).map((digits) => `${digits} was sold twice`);
  const status = async (digits: string): Promise<string> => ((await carrier.get(`/tmf-api/resourceInventory/v5/resource/${digits}`)) as { readonly allocationStatus: string }).allocationStatus;
  const states = await Promise.all(sold.map(async (digits) => [digits, await status(digits)] as const));
  return [...twice, ...states.filter(([, state]) => state !== 'allocated').map(([digits, state]) => `${digits} was sold, the carrier has it as ${state}`)];
}
