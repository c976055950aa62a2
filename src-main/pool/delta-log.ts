import { closeSync, constants, fdatasyncSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { crc32 } from '#domain/number/pool-snapshot.ts';

/** One batch of the carrier's feed: numbers by place in the mirror (`segment × 1,000,000 + suffix`), the cursor after it, and when it came. */
export type Delta = { readonly cursor: number; readonly at: number; readonly changes: readonly DeltaChange[] };

export type DeltaChange = { readonly place: number; readonly free: boolean };

/** An open file that grows by whole batches. */
export type DeltaLog = {
  readonly append: (delta: Delta) => void;
  readonly bytes: () => number;
  readonly close: () => void;
};

// Record: u32 length of the payload, u32 CRC-32 of the payload, payload = f64 cursor, f64 at, then u32 place × 2 + free each.
const FRAME = 8;
const HEAD = 16;

/**
 * Opens or makes the log and hands every whole batch to `replay`. What follows the first torn or damaged record is cut off:
 * the batches before it are a state that the carrier's feed continues from.
 */
export function openDeltaLog(file: string, replay: (delta: Delta) => void): DeltaLog {
  // No append mode: Windows cannot cut a file that was opened for appending.
  const descriptor = openSync(file, constants.O_RDWR | constants.O_CREAT);
  const bytes = readFileSync(descriptor);
  let end = 0;
  for (let record = readRecord(bytes, end); record; record = readRecord(bytes, end)) {
    replay(record.delta);
    end = record.end;
  }
  const cutTail = (): void => {
    ftruncateSync(descriptor, end);
    fdatasyncSync(descriptor);
  };
  if (end < bytes.length) cutTail();
  return {
    append: (delta) => {
      const record = writeRecord(delta);
      try {
        for (let done = 0; done < record.length; ) done += writeSync(descriptor, record, done, record.length - done, end + done);
        fdatasyncSync(descriptor);
      } catch (error) {
        cutTail(); // half a record would hide every later one from the next start
        throw error;
      }
      end += record.length;
    },
    bytes: () => end,
    close: () => closeSync(descriptor),
  };
}

function writeRecord({ cursor, at, changes }: Delta): Uint8Array {
  const record = new Uint8Array(FRAME + HEAD + changes.length * 4);
  const view = new DataView(record.buffer);
  view.setFloat64(FRAME, cursor);
  view.setFloat64(FRAME + 8, at);
  changes.forEach(({ place, free }, index) => view.setUint32(FRAME + HEAD + index * 4, place * 2 + (free ? 1 : 0)));
  view.setUint32(0, record.length - FRAME);
  view.setUint32(4, crc32(record.subarray(FRAME)));
  return record;
}

function readRecord(bytes: Uint8Array, start: number): { readonly delta: Delta; readonly end: number } | null {
  if (start + FRAME + HEAD > bytes.length) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset + start);
  const length = view.getUint32(0);
  const end = start + FRAME + length;
  if (length < HEAD || length % 4 !== 0 || end > bytes.length || crc32(bytes.subarray(start + FRAME, end)) !== view.getUint32(4)) return null;
  const changes: DeltaChange[] = [];
  for (let at = FRAME + HEAD; at < FRAME + length; at += 4) {
    const packed = view.getUint32(at);
    changes.push({ place: packed >>> 1, free: packed % 2 === 1 });
  }
  return { delta: { cursor: view.getFloat64(FRAME), at: view.getFloat64(FRAME + 8), changes }, end };
}
