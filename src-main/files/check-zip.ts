import { inflateRawSync } from 'node:zlib';

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;

type Entry = { readonly method: number; readonly packedBytes: number; readonly bytes: number; readonly at: number };

/**
 * Unpacks every part of a zip once, to see that together they are no larger than `limit` bytes: a directory may lie about sizes,
 * and what unpacks it later trusts them. `damaged` also says that a part is encrypted, split or missing.
 */
export function checkZip(bytes: Uint8Array, limit: number): 'sound' | 'damaged' | 'too-large' {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = entriesOf(view);
  if (entries === null || entries.length === 0) return 'damaged';
  if (entries.reduce((sum, entry) => sum + entry.bytes, 0) > limit) return 'too-large';
  let left = limit;
  for (const entry of entries) {
    const size = unpackedSize(view, entry, left);
    if (typeof size === 'string') return size;
    if (size !== entry.bytes) return 'damaged';
    left -= size;
  }
  return 'sound';
}

function entriesOf(view: Buffer): readonly Entry[] | null {
  const end = endOf(view);
  if (end === null) return null;
  const entries: Entry[] = [];
  let at = view.readUInt32LE(end + 16);
  for (let left = view.readUInt16LE(end + 10); left > 0; left--) {
    if (at + 46 > view.length || view.readUInt32LE(at) !== entryMark) return null;
    entries.push({ method: view.readUInt16LE(at + 10), packedBytes: view.readUInt32LE(at + 20), bytes: view.readUInt32LE(at + 24), at: view.readUInt32LE(at + 42) });
    at += 46 + view.readUInt16LE(at + 28) + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
  }
  return entries;
}

/** The record that ends a zip; only a comment of at most 65,535 bytes may follow it. */
function endOf(view: Buffer): number | null {
  for (let at = view.length - 22; at >= Math.max(0, view.length - 22 - 0xffff); at--) if (view.readUInt32LE(at) === endMark) return at;
  return null;
}

function unpackedSize(view: Buffer, { at, method, packedBytes, bytes }: Entry, left: number): number | 'damaged' | 'too-large' {
  if (at + 30 > view.length || view.readUInt32LE(at) !== localMark) return 'damaged';
  const from = at + 30 + view.readUInt16LE(at + 26) + view.readUInt16LE(at + 28);
  const packed = view.subarray(from, from + packedBytes);
  if (packed.length !== packedBytes) return 'damaged';
  if (method === 0) return packedBytes;
  if (method !== 8) return 'damaged';
  try {
    // One byte more than was declared shows a lie without unpacking it.
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, Math.min(bytes + 1, left)) }).length;
  } catch (error) {
    return (error as { readonly code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'damaged';
  }
}
