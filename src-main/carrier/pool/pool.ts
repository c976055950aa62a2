import { deflateRawSync } from 'node:zlib';
import { countBits, encodePoolSnapshot } from '#domain/number/pool-snapshot.ts';
import type { CarrierStore } from '../store/carrier-store.ts';
import { isMarked, mark } from './bitmap.ts';
import { numberSpace, segmentHeads, type NumberSpace } from './number-space.ts';
import { seededUse } from './seeded-use.ts';

/** TMF639 `allocationStatus` as this carrier uses it. */
export type AllocationStatus = 'available' | 'reserved' | 'allocated';

/** All numbers of the carrier: what the seed says, changed by the rows of `number_state`. */
export type Pool = ReturnType<typeof createPool>;

const allocations = 'pool';

/** A lent number is reserved to all who ask; only its device knows better. */
const publicStatus = (status: AllocationStatus | 'leased'): AllocationStatus => status === 'leased' ? 'reserved' : status;

type Packed = { readonly version: string; readonly hall: string; readonly cursor: number; readonly bytes: Uint8Array };

/** The bitmaps of this moment as the snapshot's bytes. */
function pack(store: CarrierStore, space: NumberSpace, seeded: readonly Uint8Array[], cursor: number): Uint8Array {
  const bitmaps = seeded.map((bitmap) => bitmap.slice());
  for (const row of store.numbers.all()) {
    const place = space.placeOf(row.number);
    const bitmap = place && bitmaps[place.segment];
    if (bitmap) mark(bitmap, place.suffix);
  }
  const segments = segmentHeads.map((head, index) => ({ head, busy: bitmaps[index] ?? new Uint8Array() }));
  return encodePoolSnapshot({ cursor, segments }, (bytes) => deflateRawSync(bytes));
}

/** The pool of a seed over the store's rows. */
export function createPool(store: CarrierStore, size: number, seed: number) {
  const space = numberSpace(size);
  const seeded = seededUse(space, seed);
  let packed: Packed | undefined;

  const version = (): string => `s${seed}-n${size}-a${store.events.head(allocations)}`;
  const statusOf = (number: string): AllocationStatus | undefined => {
    const place = space.placeOf(number);
    if (!place) return undefined;
    const bitmap = seeded[place.segment];
    if (bitmap && isMarked(bitmap, place.suffix)) return 'allocated';
    return publicStatus(store.numbers.find(number)?.status ?? 'available');
  };

  return {
    size,
    space,
    version,
    statusOf,
    /** How many numbers nobody had before our time. */
    unsold: seeded.reduce((sum, bitmap) => sum + bitmap.length * 8 - countBits(bitmap), 0),
    /** Counts an allocation change, so that the version moves; inside the change's transaction. */
    countChange: () => store.events.next(allocations),
    /** Visits every number of the pool with its status, in order, until told to stop. */
    *numbers(): Generator<{ readonly number: string; readonly status: AllocationStatus }> {
      const changed = new Map(store.numbers.all().map((row) => [row.number, row.status]));
      for (const [segment, bitmap] of seeded.entries()) {
        for (let suffix = 0; suffix < space.perSegment; suffix += 1) {
          const number = space.numberAt({ segment, suffix });
          yield { number, status: isMarked(bitmap, suffix) ? 'allocated' : publicStatus(changed.get(number) ?? 'available') };
        }
      }
    },
    /** The snapshot for a hall, packed once a version and cursor. */
    snapshot(hall: string): Packed {
      const [now, cursor] = [version(), store.events.head(hall)];
      if (packed?.version !== now || packed.hall !== hall || packed.cursor !== cursor) packed = { version: now, hall, cursor, bytes: pack(store, space, seeded, cursor) };
      return packed;
    },
  };
}
