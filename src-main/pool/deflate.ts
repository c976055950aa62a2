import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** The compression of pool snapshots, here and at the carrier: raw deflate. */
export const deflate = (bytes: Uint8Array): Uint8Array => deflateRawSync(bytes);

/** Null for bytes that are no raw deflate stream, or that would swell beyond what ten segments can need. */
export function inflate(bytes: Uint8Array): Uint8Array | null {
  try {
    return inflateRawSync(bytes, { maxOutputLength: 10 * 125_000 });
  } catch {
    return null;
  }
}
