import { beginLife, nextMark, type LifeMark } from '#domain/lease/device-life.ts';
import { effectiveNow } from '#domain/lease/effective-now.ts';
import { floorAfter, type RestoreNotice } from '#domain/lease/keep-lease.ts';
import { freezeBlock, renewBlock, type EpochFloor, type FrozenWhy, type LeaseBlock } from '#domain/lease/lease-block.ts';
import { leftOf } from '#domain/lease/may-pick.ts';
import { appendPick, type PickEntry, type Sha256Hex } from '#domain/lease/pick-journal.ts';
import type { ToCarrier, ToDevice } from './messages.ts';
import type { Protocol } from './protocol.ts';

/** A console's database; a value, so a backup is a second name for it. */
export type Database = {
  readonly mark: LifeMark;
  readonly blocks: readonly LeaseBlock[];
  readonly journals: Readonly<Record<number, readonly PickEntry[]>>;
  /** Hashes of claims the carrier has answered. */
  readonly settled: readonly string[];
  readonly reported: readonly number[];
  readonly floor: EpochFloor;
  readonly notice: RestoreNotice | null;
  readonly grantKey: string | null;
  readonly highestMs: number;
};

/** A counter PC: disk, key store and the side file beside it. */
export type Machine = { readonly name: string; keyId: string | null; side: LifeMark | null; database: Database | null; wallOffsetMs: number; lastServerMs: number | null };

/** Chance and clock as the episode hands them in; crash is true when the power fails between commit and side file. */
export type Surroundings = { readonly protocol: Protocol; readonly sha256hex: Sha256Hex; readonly newId: () => string; readonly crash: () => boolean };

const EMPTY = { blocks: [], journals: {}, settled: [], reported: [], floor: 0, notice: null, grantKey: null, highestMs: 0 } as const;

/** The console's lease work on one PC, step by step, as the services will do it. */
export function machineModel(machine: Machine, { protocol, sha256hex, newId, crash }: Surroundings) {
  const write = (database: Database): boolean => {
    machine.database = database;
    if (crash()) return false;
    machine.side = database.mark;
    return true;
  };
  /** One change of leases: database, then side file; false when the power failed between, and the program starts again. */
  const commit = (change: Partial<Database>): boolean => {
    const database = machine.database as Database;
    if (write({ ...database, ...change, mark: nextMark(database.mark) })) return true;
    start();
    return false;
  };
  const withBlock = (block: LeaseBlock): readonly LeaseBlock[] => (machine.database as Database).blocks.map((each) => (each.epoch === block.epoch ? block : each));

  function start(): void {
    const { database, side, keyId } = machine;
    const stored = database?.mark ?? null;
    const verdict = protocol.detectRestore({ stored, side, deviceKeyId: keyId });
    machine.keyId = keyId ?? newId();
    machine.lastServerMs = null;
    if (verdict === 'ok' && stored) machine.side = stored;
    const mark = beginLife({ stored, side }, machine.keyId, newId());
    const kept = database ?? { ...EMPTY, mark };
    const frozen: Partial<Database> = verdict === 'ok' ? {} : { blocks: kept.blocks.map((block) => freezeBlock(block, verdict)), floor: null, notice: { noticeId: mark.bootId, why: verdict }, grantKey: null };
    if (!write({ ...kept, ...frozen, mark })) start();
  }

  const nowMs = (trueMs: number): number => effectiveNow({ wallMs: trueMs + machine.wallOffsetMs, lastServerMs: machine.lastServerMs, monotonicElapsedMs: 0, highestPersistedMs: (machine.database as Database).highestMs });
  const device = (): string => machine.keyId as string;
  const unsynced = ({ journals, settled }: Database): readonly PickEntry[] => Object.values(journals).flat().filter(({ hash }) => !settled.includes(hash));

  return {
    machine,
    start,
    nowMs,
    /** Picks a number for the case: the entry when the promise was spoken, null when refused or the power failed first. */
    pick: (trueMs: number, caseRef: string, choose: (count: number) => number): PickEntry | null => {
      const database = machine.database as Database;
      const latest = database.blocks.filter(({ state }) => state === 'active' || choose(8) === 0);
      const block = latest[choose(latest.length)];
      if (!block) return null;
      const journal = database.journals[block.epoch] ?? [];
      const digits = leftOf(block, journal)[choose(leftOf(block, journal).length)];
      const atMs = nowMs(trueMs);
      if (digits === undefined || !protocol.mayPick({ block, journal, digits, effectiveNowMs: atMs, floor: database.floor, unsynced: unsynced(database).length, unsyncedLimit: 12 }).ok) return null;
      const entry = appendPick({ epoch: block.epoch, digits, caseRef, atMs }, journal, sha256hex);
      return commit({ journals: { ...database.journals, [block.epoch]: [...journal, entry] }, highestMs: atMs }) ? entry : null;
    },
    /** Closes a block durably; the report goes with `outbox`. */
    close: (choose: (count: number) => number): void => {
      const block = (machine.database as Database).blocks[choose((machine.database as Database).blocks.length)];
      const closed = block?.state === 'active' ? protocol.closeBlock(block) : null;
      if (closed?.ok) commit({ blocks: withBlock(closed.value), reported: [...(machine.database as Database).reported, closed.value.epoch] });
    },
    askForBlock: (): void => {
      const database = machine.database as Database;
      if (database.grantKey === null && database.floor !== null) commit({ grantKey: newId() });
    },
    /** Everything that still wants an answer; it is sent again and again. */
    outbox: (): readonly ToCarrier[] => {
      const database = machine.database as Database;
      const reports = database.blocks.filter(({ epoch }) => database.reported.includes(epoch)).map((block): ToCarrier => ({ device: device(), kind: 'report', report: protocol.closeReport(block, database.journals[block.epoch] ?? []) }));
      return [
        ...(database.notice && database.floor === null ? [{ device: device(), kind: 'notice', notice: database.notice } as const] : []),
        ...(database.grantKey === null ? [] : [{ device: device(), kind: 'grant', key: database.grantKey, asked: 8 } as const]),
        ...unsynced(database).map((entry): ToCarrier => ({ device: device(), kind: 'claim', entry })),
        ...reports,
        ...database.blocks.filter(({ state, frozenWhy }) => state === 'active' && frozenWhy === null).map(({ epoch }): ToCarrier => ({ device: device(), kind: 'renew', epoch })),
      ];
    },
    receive: (message: ToDevice): void => {
      const database = machine.database as Database;
      machine.lastServerMs = message.serverMs;
      const block = 'epoch' in message ? database.blocks.find(({ epoch }) => epoch === message.epoch) : undefined;
      switch (message.kind) {
        case 'offer': {
          const taken = protocol.takeOffer(message.offer, database.blocks, database.floor);
          const grantKey = message.key === database.grantKey ? null : database.grantKey;
          if (taken.ok) commit({ blocks: [...database.blocks, taken.value], grantKey, reported: taken.value.state === 'closed' ? [...database.reported, taken.value.epoch] : database.reported });
          else if (grantKey !== database.grantKey && taken.error.code !== 'lease-frozen') commit({ grantKey });
          return;
        }
        case 'claimed': return claimed(message);
        case 'reported': return void (database.reported.includes(message.epoch) && commit({ reported: database.reported.filter((epoch) => epoch !== message.epoch) }));
        case 'renewed': return void (block && commit({ blocks: withBlock(renewBlock(block, message)) }));
        case 'noticed': return void (database.floor === null && commit({ floor: floorAfter(database.floor, database.notice?.noticeId ?? null, message.answer) }));
      }
    },
  };

  function claimed({ entry, frozenWhy }: { readonly entry: PickEntry; readonly frozenWhy: FrozenWhy | null }): void {
    const database = machine.database as Database;
    const own = (database.journals[entry.epoch] ?? []).some(({ hash }) => hash === entry.hash);
    if (!own || database.settled.includes(entry.hash)) return;
    const blocks = frozenWhy === null ? database.blocks : database.blocks.map((block) => (block.epoch === entry.epoch ? freezeBlock(block, frozenWhy) : block));
    commit({ settled: [...database.settled, entry.hash], blocks });
  }
}

/** One counter PC at work. */
export type MachineModel = ReturnType<typeof machineModel>;
