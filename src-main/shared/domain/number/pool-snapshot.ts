import { fail, ok, type Result } from '../result.ts';

/**
 * One segment of the pool: bit `s & 7` of byte `s >> 3` is the number `segment` + six digits of suffix `s`, set when that number is not
 * available. `count` suffixes, from 0.
 */
export type PoolSegment = { readonly segment: string; readonly count: number; readonly unavailable: Uint8Array };

/** State of the carrier's pool at a position of the hall's feed; applying the allocation events after `cursor` brings it up to date. */
export type PoolSnapshot = { readonly version: string; readonly cursor: number; readonly segments: readonly PoolSegment[] };

/** Compression (zstd) and SHA-256 (lower-case hex) of the process that codes; both exact inverses and pure. */
export type SnapshotCodec = {
  readonly compress: (bytes: Uint8Array) => Uint8Array;
  readonly decompress: (bytes: Uint8Array) => Uint8Array;
  readonly sha256: (bytes: Uint8Array) => string;
};

/** Why bytes are no snapshot: nothing of a damaged one is used. */
export type SnapshotFailure = { readonly code: 'snapshot-damaged'; readonly part: 'header' | 'length' | 'digest' };

/** Name and version of the format, in the header line. */
export const poolSnapshotFormat = 'hall400-pool/1';

type SegmentHeader = { readonly segment: string; readonly count: number; readonly unavailable: number; readonly bytes: number };
type Header = { readonly version: string; readonly cursor: number; readonly count: number; readonly sha256: string; readonly segments: readonly SegmentHeader[] };

const newline = 10;
const longestHeader = 65_536;

/** Whether a suffix is taken. */
export const isUnavailable = (bitmap: Uint8Array, suffix: number): boolean => (((bitmap[suffix >> 3] ?? 0) >> (suffix & 7)) & 1) === 1;

/** Sets or clears one suffix in place. */
export function markUnavailable(bitmap: Uint8Array, suffix: number, unavailable: boolean): void {
  const bit = 1 << (suffix & 7);
  const byte = bitmap[suffix >> 3] ?? 0;
  bitmap[suffix >> 3] = unavailable ? byte | bit : byte & ~bit;
}

/** How many bits are set. */
export function countUnavailable(bitmap: Uint8Array): number {
  let count = 0;
  for (const byte of bitmap) for (let rest = byte; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Header line of JSON, newline, one compressed bitmap a segment (resources/provisioning-api/openapi.yaml). */
export function encodePoolSnapshot(snapshot: PoolSnapshot, codec: SnapshotCodec): Uint8Array {
  const bodies = snapshot.segments.map(({ unavailable }) => codec.compress(unavailable));
  const header = JSON.stringify({
    format: poolSnapshotFormat, version: snapshot.version, cursor: snapshot.cursor,
    count: snapshot.segments.reduce((sum, { count }) => sum + count, 0), sha256: codec.sha256(joined(snapshot.segments.map(({ unavailable }) => unavailable))),
    segments: snapshot.segments.map(({ segment, count, unavailable }, index) => ({ segment, count, unavailable: countUnavailable(unavailable), bytes: bodies[index]?.length })),
  });
  return joined([Uint8Array.from(`${header}\n`, (letter) => letter.charCodeAt(0)), ...bodies]);
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

function readHeader(bytes: Uint8Array): { readonly header: Header; readonly length: number } | undefined {
  const end = bytes.subarray(0, longestHeader).indexOf(newline);
  if (end < 0) return undefined;
  try {
    const header = JSON.parse(String.fromCharCode(...bytes.subarray(0, end))) as Header & { readonly format: unknown };
    const sound = header.format === poolSnapshotFormat && typeof header.version === 'string' && isCount(header.cursor) && typeof header.sha256 === 'string'
      && Array.isArray(header.segments) && header.segments.every(({ segment, count, bytes: size }) => /^\d{4}$/.test(segment) && isCount(count) && isCount(size));
    return sound ? { header, length: end + 1 } : undefined;
  } catch {
    return undefined;
  }
}

/** Reads a snapshot whole or not at all: lengths and digest are checked before anything is handed out. */
export function decodePoolSnapshot(bytes: Uint8Array, codec: SnapshotCodec): Result<PoolSnapshot, SnapshotFailure> {
  const read = readHeader(bytes);
  if (!read) return fail({ code: 'snapshot-damaged', part: 'header' });
  const { version, cursor, sha256, segments } = read.header;
  if (bytes.length !== segments.reduce((sum, segment) => sum + segment.bytes, read.length)) return fail({ code: 'snapshot-damaged', part: 'length' });
  const decoded: PoolSegment[] = [];
  let at = read.length;
  for (const { segment, count, bytes: size } of segments) {
    let unavailable: Uint8Array;
    try {
      unavailable = codec.decompress(bytes.subarray(at, at + size));
    } catch {
      return fail({ code: 'snapshot-damaged', part: 'digest' });
    }
    if (unavailable.length !== Math.ceil(count / 8)) return fail({ code: 'snapshot-damaged', part: 'length' });
    decoded.push({ segment, count, unavailable });
    at += size;
  }
  if (codec.sha256(joined(decoded.map(({ unavailable }) => unavailable))) !== sha256) return fail({ code: 'snapshot-damaged', part: 'digest' });
  return ok({ version, cursor, segments: decoded });
}
