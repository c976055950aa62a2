import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { countBits, crc32, decodePoolSnapshot, encodePoolSnapshot, SEGMENT_BYTES, SEGMENT_SIZE, type SnapshotFailure } from '#domain/number/pool-snapshot.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { deflate, inflate } from './deflate.ts';
import { openDeltaLog, type DeltaChange, type DeltaLog } from './delta-log.ts';

/** A number that became available or stopped being so. */
export type NumberChange = { readonly digits: string; readonly free: boolean };

/** How old the mirror is: cursor of the carrier's number feed, and when it was last brought up to date (ms); null before the first snapshot. */
export type MirrorState = { readonly cursor: number; readonly syncedAt: number; readonly free: number } | null;

export type MirrorFailure = SnapshotFailure | { readonly code: 'no-snapshot' } | { readonly code: 'unknown-number'; readonly digits: string };

/** The durable copy of the pool. `busy` is the live bitmaps, segment after segment, seen by every thread that holds them. */
export type Mirror = {
  readonly state: () => MirrorState;
  readonly loadSnapshot: (bytes: Uint8Array, at: number) => Result<MirrorState, MirrorFailure>;
  /** On disk before it is seen; a batch at or before the cursor was applied already and changes nothing. */
  readonly apply: (changes: readonly NumberChange[], cursor: number, at: number) => Result<readonly DeltaChange[], MirrorFailure>;
  readonly close: () => void;
};

export type MirrorPlace = { readonly dir: string; readonly heads: readonly string[]; readonly busy: Uint8Array };

const SNAPSHOT = 'pool.snapshot';
const COMPACT_AT = 1_000_000;

type Opened = { readonly log: DeltaLog; cursor: number; syncedAt: number };

/** Opens what is there; a damaged snapshot is removed with its log, so that the next sync fetches the pool anew. */
export function openMirror({ dir, heads, busy }: MirrorPlace): Mirror {
  mkdirSync(dir, { recursive: true });
  let opened = openStored();
  let free = opened ? countFree() : 0;

  function openStored(): Opened | null {
    const bytes = readIfThere(join(dir, SNAPSHOT));
    if (!bytes) return null;
    // Whole bytes have the log that was begun with them; any other byte, in the header too, names a log that is not there.
    const taken = existsSync(join(dir, logName(bytes))) ? take(bytes) : fail({ code: 'no-snapshot' } as const);
    if (taken.ok) {
      removeLogs(logName(bytes));
      return openLog(bytes, taken.value);
    }
    rmSync(join(dir, SNAPSHOT), { force: true });
    removeLogs(null);
    return null;
  }

  function take(bytes: Uint8Array): Result<number, MirrorFailure> {
    const snapshot = decodePoolSnapshot(bytes, inflate);
    if (!snapshot.ok) return snapshot;
    const parts = heads.map((head) => snapshot.value.segments.find((segment) => segment.head === head)?.busy);
    if (parts.some((part) => !part)) return fail({ code: 'snapshot-damaged', problem: 'header' });
    parts.forEach((part, segment) => busy.set(part as Uint8Array, segment * SEGMENT_BYTES));
    return ok(snapshot.value.cursor);
  }

  /** A log belongs to one snapshot by its checksum: deltas of another pool are never replayed. */
  function openLog(snapshot: Uint8Array, cursor: number): Opened {
    const state = { cursor, syncedAt: 0 };
    const log = openDeltaLog(join(dir, logName(snapshot)), (delta) => {
      for (const change of delta.changes) mark(change);
      state.cursor = delta.cursor;
      state.syncedAt = delta.at;
    });
    return { log, ...state };
  }

  function removeLogs(keep: string | null): void {
    for (const name of readdirSync(dir)) if (name.endsWith('.deltas') && name !== keep) rmSync(join(dir, name));
  }

  function mark({ place, free: isFree }: DeltaChange): boolean {
    const bit = 1 << (place & 7);
    const byte = busy[place >>> 3] as number;
    if (((byte & bit) === 0) === isFree) return false;
    busy[place >>> 3] = byte ^ bit;
    return true;
  }

  function countFree(): number {
    return busy.length * 8 - countBits(busy);
  }

  /** The new log is there before its snapshot, the old one goes after: a kill in between leaves one whole pair. */
  function store(bytes: Uint8Array, cursor: number, at: number): void {
    opened?.log.close();
    rmSync(join(dir, logName(bytes)), { force: true });
    const next = openLog(bytes, cursor);
    next.log.append({ cursor, at, changes: [] });
    next.syncedAt = at;
    writeWhole(dir, SNAPSHOT, bytes);
    removeLogs(logName(bytes));
    opened = next;
  }

  function compact(state: Opened): void {
    const segments = heads.map((head, segment) => ({ head, busy: busy.slice(segment * SEGMENT_BYTES, (segment + 1) * SEGMENT_BYTES) }));
    store(encodePoolSnapshot({ cursor: state.cursor, segments }, deflate), state.cursor, state.syncedAt);
  }

  const state = (): MirrorState => (opened ? { cursor: opened.cursor, syncedAt: opened.syncedAt, free } : null);

  return {
    state,
    loadSnapshot: (bytes, at) => {
      const cursor = take(bytes);
      if (!cursor.ok) return cursor;
      store(bytes, cursor.value, at);
      free = countFree();
      return ok(state());
    },
    apply: (changes, cursor, at) => {
      if (!opened) return fail({ code: 'no-snapshot' });
      if (cursor <= opened.cursor) {
        if (cursor === opened.cursor) opened.syncedAt = at;
        return ok([]);
      }
      const placed: DeltaChange[] = [];
      for (const { digits, free: isFree } of changes) {
        const place = placeOf(digits, heads);
        if (place === null) return fail({ code: 'unknown-number', digits });
        placed.push({ place, free: isFree });
      }
      opened.log.append({ cursor, at, changes: placed });
      const changed = placed.filter(mark);
      for (const { free: isFree } of changed) free += isFree ? 1 : -1;
      opened.cursor = cursor;
      opened.syncedAt = at;
      if (opened.log.bytes() > COMPACT_AT) compact(opened);
      return ok(changed);
    },
    close: () => opened?.log.close(),
  };
}

const logName = (snapshot: Uint8Array): string => `pool-${crc32(snapshot).toString(16)}.deltas`;

/** Where a number stands in the bitmaps; null when the mirror has no such segment. */
export function placeOf(digits: string, heads: readonly string[]): number | null {
  const segment = heads.indexOf(digits.slice(0, 4));
  return segment < 0 || !/^400\d{7}$/.test(digits) ? null : segment * SEGMENT_SIZE + Number(digits.slice(4));
}

function readIfThere(file: string): Uint8Array | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}

/** Either the old file or the whole new one, also after a power cut. */
function writeWhole(dir: string, name: string, bytes: Uint8Array): void {
  const fresh = join(dir, `${name}.new`);
  const descriptor = openSync(fresh, 'w');
  writeFileSync(descriptor, bytes);
  fsyncSync(descriptor);
  closeSync(descriptor);
  renameSync(fresh, join(dir, name));
}
