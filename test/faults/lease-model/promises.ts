import { isLeasedUnder, type LeaseRow, type NumberRow } from '#domain/lease/lease-row.ts';
import type { PickEntry } from '#domain/lease/pick-journal.ts';

/** A number that a clerk told a customer is theirs. Excused: the whole machine was twinned or rolled back, which nothing on it can see. */
export type Promised = { readonly entry: PickEntry; readonly device: string; honoured: boolean; excused: boolean };

/** What went wrong, in one line. */
export type Violation = { readonly kind: 'double-sale' | 'broken-promise' | 'stuck-number' | 'false-alarm'; readonly line: string };

/** The judge beside the carrier: it sees what people were told and every row, and takes no part. */
export function promiseBook() {
  const promised = new Map<string, Promised[]>();
  const owners = new Map<string, string>();
  const forced = new Set<number>();
  const violations: Violation[] = [];
  let brokenByForce = 0;
  let unseenBroken = 0;
  let honoured = 0;

  /** A promise that can no longer be honoured: a violation, unless people forced it or nothing could know. */
  const broken = (promise: Promised, how: string): void => {
    const { entry, device } = promise;
    if (forced.has(entry.epoch)) brokenByForce += 1;
    else if (promise.excused) unseenBroken += 1;
    else violations.push({ kind: 'broken-promise', line: `${how}: ${entry.digits} promised to ${entry.caseRef} by ${device} under epoch ${entry.epoch}` });
    promise.honoured = true;
  };

  return {
    violations,
    counts: () => ({ brokenByForce, unseenBroken, honoured, promises: [...promised.values()].reduce((sum, list) => sum + list.length, 0) }),
    /** The receipt was handed over. */
    promise: (entry: PickEntry, device: string, excused: boolean): void => {
      const promise = { entry, device, honoured: false, excused };
      promised.set(entry.digits, [...(promised.get(entry.digits) ?? []), promise]);
    },
    /** Everything a device promises or promised after this moment may be lost with its unseen past. */
    excuseSince: (device: string, isLater: (entry: PickEntry) => boolean): void => {
      for (const list of promised.values()) for (const each of list) if (each.device === device && isLater(each.entry)) each.excused = true;
    },
    force: (epoch: number): void => { forced.add(epoch); },
    /** The carrier told this case that the number is its own. */
    bind: (digits: string, caseRef: string): void => {
      const owner = owners.get(digits);
      if (owner !== undefined && owner !== caseRef) violations.push({ kind: 'double-sale', line: `${digits} given to ${caseRef} while ${owner} has it` });
      owners.set(digits, caseRef);
    },
    /** The case gave the number back, or its hold is over. */
    unbind: (digits: string, caseRef: string): void => { if (owners.get(digits) === caseRef) owners.delete(digits); },
    /** The carrier's answer to a claim. */
    answered: (entry: PickEntry, device: string, won: boolean): void => {
      for (const each of promised.get(entry.digits) ?? []) {
        if (each.honoured || each.device !== device || each.entry.hash !== entry.hash) continue;
        if (!won) broken(each, 'claim refused');
        else { each.honoured = true; honoured += 1; }
      }
    },
    /** After every change of a row: what is promised on it and not yet claimed must still be in reach. */
    rowChanged: (row: NumberRow): void => {
      for (const each of promised.get(row.digits) ?? []) {
        if (each.honoured) continue;
        const own = row.leaseEpoch === each.entry.epoch && row.device === each.device;
        const reserved = own && row.st === 'leased' && (row.caseRef === null || row.caseRef === each.entry.caseRef);
        const justClaimed = own && row.caseRef === each.entry.caseRef;
        if (!reserved && !justClaimed) broken(each, `row became ${row.st}`);
      }
    },
    /** The owner in the carrier's rows must be the one who was told so. */
    audit: (rows: Iterable<NumberRow>): void => {
      for (const row of rows) {
        const owner = row.st === 'held' || row.st === 'assigned' ? row.caseRef : undefined;
        if (owner !== owners.get(row.digits)) violations.push({ kind: 'double-sale', line: `${row.digits} is ${row.st} for ${String(owner)}, told to ${String(owners.get(row.digits))}` });
      }
    },
    /** A device with one honest past was taken for two. */
    falseAlarms: (leases: readonly LeaseRow[]): void => {
      for (const { epoch, device } of leases) violations.push({ kind: 'false-alarm', line: `epoch ${epoch} of ${device} frozen as forked` });
    },
    /** After everything was delivered, a block whose device is sound holds nothing any more. */
    settled: (leases: readonly LeaseRow[], rows: readonly NumberRow[]): void => {
      for (const lease of leases) for (const row of rows) if (isLeasedUnder(row, lease)) violations.push({ kind: 'stuck-number', line: `${row.digits} never left epoch ${lease.epoch}` });
    },
  };
}

/** One judge. */
export type PromiseBook = ReturnType<typeof promiseBook>;
