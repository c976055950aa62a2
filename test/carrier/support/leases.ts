import { createHash, randomUUID } from 'node:crypto';
import { appendPick, type PickEntry, type PickJournal } from '#domain/lease/pick-journal.ts';
import { holdBody, paths, sampleCase } from './bodies.ts';
import { type Carrier, hall, type Reply } from './carrier-process.ts';

const sha256hex = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A lease as served; the contract check vouches for its shape. */
export type ServedLease = {
  readonly id: string; readonly leaseEpoch: number; readonly leaseState: string; readonly state: string; readonly frozenWhy?: string; readonly renewals: number;
  readonly reservationItem: readonly { readonly resource: { readonly value: string } }[]; readonly reservationPeriod: { readonly endDateTime: string };
  readonly validFor: { readonly endDateTime: string }; readonly journalHead: { readonly pickSeq: number }; readonly outcome: string; readonly currentEpoch: number; readonly epochFloor: number;
};

export const leaseOf = (reply: Reply): ServedLease => reply.body as unknown as ServedLease;
export const numbersOf = (lease: ServedLease): readonly string[] => lease.reservationItem.map((item) => item.resource.value);

/** One machine with its own token, its block and its journal. */
export function makeDevice(carrier: Carrier, name: string, code = hall) {
  const headers = { authorization: `Bearer ${code}.${name}.0123456789abcdef` };
  const post = (path: string, body: unknown, key?: string): Promise<Reply> => carrier.post(path, body, { headers, ...(key ? { key } : {}) });
  return {
    post,
    grant: (amount = 20, key?: string) => post(paths.hold, { '@type': 'NumberBlockLease', reservationItem: [{ capacityDemand: { capacityAmount: { amount, units: 'ea' } } }] }, key),
    renew: (id: string) => carrier.call('PATCH', `${paths.hold}/${id}`, { body: { '@type': 'NumberBlockLease' }, headers }),
    read: async (id: string) => leaseOf(await carrier.get(`${paths.hold}/${id}`, { headers })),
    claim: (entry: PickEntry, changes: Readonly<Record<string, unknown>> = {}) => post(paths.hold, { ...claimBody(entry), ...changes }),
    close: (epoch: number, journal: PickJournal) => post(paths.release, {
      '@type': 'CloseNumberBlockLease', id: randomUUID(), resourceReservation: { '@type': 'ResourceReservationRef', id: `lease-${epoch}` },
      pickJournal: journal.map(({ pickSeq, digits, caseRef, atMs, prevHash, hash }) => ({ pickSeq, number: digits, caseRef, pickedAt: new Date(atMs).toISOString(), prevHash, hash })),
    }),
    force: (epoch: number, [by, second]: readonly [string, string], deviceDestroyed = false) => post(paths.release, {
      '@type': 'ForceNumberBlockLease', id: randomUUID(), resourceReservation: { '@type': 'ResourceReservationRef', id: `lease-${epoch}` }, cancellationReason: '设备损坏，无法上报', deviceDestroyed,
      relatedParty: [by, second].map((id) => ({ '@type': 'RelatedPartyRefOrPartyRoleRef', role: 'authoriser', partyOrPartyRole: { '@type': 'PartyRef', '@referredType': 'Individual', id } })),
    }),
    noteRestore: (id: string, reason = 'restored') => post('/tmf-api/resourceReservation/v4/restoreNotice', { '@type': 'RestoreNotice', id, reason }, id.padEnd(8, '0')),
  };
}

/** The journal that comes of picking these numbers for cases of their own, in this order. */
export const journalOf = (epoch: number, numbers: readonly string[]): readonly PickEntry[] =>
  numbers.reduce<readonly PickEntry[]>((journal, digits) => [...journal, appendPick({ epoch, digits, caseRef: randomUUID(), atMs: 1_795_000_000_000 + journal.length }, journal, sha256hex)], []);

function claimBody({ epoch, pickSeq, digits, caseRef, atMs, prevHash }: PickEntry) {
  const body = holdBody({ ...sampleCase(digits), caseId: caseRef });
  return {
    ...body, relatedEntity: [...body.relatedEntity ?? [], { '@type': 'RelatedEntity', role: 'lease', '@referredType': 'NumberBlockLease', id: `lease-${epoch}` }],
    leaseClaim: { leaseEpoch: epoch, pickSeq, pickedAt: new Date(atMs).toISOString(), prevHash },
  };
}
