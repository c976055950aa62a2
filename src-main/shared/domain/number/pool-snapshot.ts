import { assert } from '../assert.ts';
import { fail, ok, type Result } from '../result.ts';

/** Numbers of one segment. */
export const SEGMENT_SIZE = 1_000_000;

/** Bytes of a segment's bitmap. */
export const SEGMENT_BYTES = SEGMENT_SIZE / 8;

/** One segment of the pool: bit `n % 8` of byte `n >> 3` is set when the number with suffix `n` cannot be had. */
export type SegmentBusy = { readonly head: string; readonly busy: Uint8Array };

/** The whole pool at one position of the carrier's number feed. */
export type PoolSnapshot = { readonly cursor: number; readonly segments: readonly SegmentBusy[] };

/** Why bytes are no snapshot; the receiver asks the carrier for a new one. */
export type SnapshotFailure = { readonly code: 'snapshot-damaged'; readonly problem: 'header' | 'version' | 'body' | 'checksum' | 'count' };

const VERSION = 1;
const MAX_HEADER = 1000;

type Header = { version: number; cursor: number; segments: string[]; count: number; checksum: number };

/**
 * One JSON line `{version, cursor, segments, count, checksum}`, then the segments' bitmaps one after another, compressed as a
 * whole by the function handed in (both sides use raw deflate). `count` is the numbers that can be had, `checksum` the CRC-32
 * of the bitmaps before compression.
 */
export function encodePoolSnapshot(snapshot: PoolSnapshot, compress: (bytes: Uint8Array) => Uint8Array): Uint8Array {
  const body = new Uint8Array(snapshot.segments.length * SEGMENT_BYTES);
  snapshot.segments.forEach(({ busy }, index) => {
    assert(busy.length === SEGMENT_BYTES, 'encodePoolSnapshot: a bitmap of another size');
    body.set(busy, index * SEGMENT_BYTES);
  });
  const header: Header = {
    version: VERSION,
    cursor: snapshot.cursor,
    segments: snapshot.segments.map(({ head }) => head),
    count: body.length * 8 - countBits(body),
    checksum: crc32(body),
  };
  const line = `${JSON.stringify(header)}\n`;
  const packed = compress(body);
  const bytes = new Uint8Array(line.length + packed.length);
  for (let at = 0; at < line.length; at += 1) bytes[at] = line.charCodeAt(at);
  bytes.set(packed, line.length);
  return bytes;
}

/** Reads a snapshot back; `decompress` answers null for bytes that it cannot read. */
export function decodePoolSnapshot(bytes: Uint8Array, decompress: (bytes: Uint8Array) => Uint8Array | null): Result<PoolSnapshot, SnapshotFailure> {
  const damaged = (problem: SnapshotFailure['problem']) => fail({ code: 'snapshot-damaged', problem } as const);
  const end = bytes.indexOf(10);
  const header = end > 0 && end < MAX_HEADER ? readHeader(bytes.subarray(0, end)) : null;
  if (!header) return damaged('header');
  if (header.version !== VERSION) return damaged('version');
  const body = decompress(bytes.subarray(end + 1));
  if (!body || body.length !== header.segments.length * SEGMENT_BYTES) return damaged('body');
  if (crc32(body) !== header.checksum) return damaged('checksum');
  if (body.length * 8 - countBits(body) !== header.count) return damaged('count');
  const segments = header.segments.map((head, index) => ({ head, busy: body.slice(index * SEGMENT_BYTES, (index + 1) * SEGMENT_BYTES) }));
  return ok({ cursor: header.cursor, segments });
}

function readHeader(line: Uint8Array): Header | null {
  let value: unknown;
  try {
    value = JSON.parse(String.fromCharCode(...line));
  } catch {
    return null;
  }
  const header = value as Partial<Header> | null;
  const numbers = [header?.version, header?.cursor, header?.count, header?.checksum];
  const heads = header?.segments;
  const sound = numbers.every(Number.isSafeInteger) && Array.isArray(heads) && heads.every((head) => /^400\d$/.test(head));
  return sound ? (header as Header) : null;
}

/** Numbers marked in a bitmap. */
export function countBits(bytes: Uint8Array): number {
  let count = 0;
  for (let byte of bytes) {
    for (; byte !== 0; byte &= byte - 1) count += 1;
  }
  return count;
}

const CRC_TABLE = Int32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32 (IEEE) as an unsigned integer: finds damage, proves nothing about the sender. */
export function crc32(bytes: Uint8Array): number {
  let value = -1;
  for (const byte of bytes) value = (value >>> 8) ^ (CRC_TABLE[(value ^ byte) & 255] as number);
  return (value ^ -1) >>> 0;
}
