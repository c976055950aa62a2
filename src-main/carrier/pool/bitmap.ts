/** Whether the bit of a suffix is set (bit `s & 7` of byte `s >> 3`). */
export const isMarked = (bitmap: Uint8Array, suffix: number): boolean => (((bitmap[suffix >> 3] ?? 0) >> (suffix & 7)) & 1) === 1;

/** Sets the bit of a suffix in place. */
export function mark(bitmap: Uint8Array, suffix: number): void {
  bitmap[suffix >> 3] = (bitmap[suffix >> 3] ?? 0) | (1 << (suffix & 7));
}
