import { SEGMENT_BYTES } from '#domain/number/pool-snapshot.ts';

/** A pool with three numbers in ten gone: blocks of a hundred that halls hold, and single ones. */
export function busyPool(heads: readonly string[]): Uint8Array {
  const busy = new Uint8Array(heads.length * SEGMENT_BYTES);
  let seed = 400;
  const random = (): number => (seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
  for (let block = 0; block < busy.length * 8; block += 100) {
    const held = random() < 0.15;
    for (let place = block; place < block + 100; place += 1) if (held || random() < 0.18) busy[place >>> 3]! |= 1 << (place & 7);
  }
  return busy;
}

export const isBusy = (busy: Uint8Array, place: number): boolean => ((busy[place >>> 3] as number) & (1 << (place & 7))) !== 0;
