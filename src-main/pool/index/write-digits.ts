import { FOUR_KINDS, standFor } from '#domain/number/query/four-digits.ts';
import { type Bitmaps } from './bitmaps.ts';
import { digitSlot, fourSlot, hasSlot, pairSlot, stepSlot, type SlotMap } from './index-slots.ts';
import type { SuffixOrder } from './suffix-order.ts';

/** Writes what the digits of each suffix say into the bitmaps that the segments share, and each segment's fours from its own digit on. */
export function writeDigits({ words, length }: Bitmaps, { suffixAt, positions }: SuffixOrder, heads: readonly string[], slots: SlotMap): void {
  const fours = FOUR_KINDS.map((what) => Uint8Array.from({ length: 10_000 }, (_, four) => (standFor(what, String(four).padStart(4, '0')) ? 1 : 0)));
  const digits = new Uint8Array(6);
  for (let position = 0; position < positions; position += 1) {
    const suffix = suffixAt[position] as number;
    if (suffix < 0) continue;
    const word = position >>> 5;
    const bit = 1 << (position & 31);
    for (let place = 5, rest = suffix; place >= 0; place -= 1, rest = (rest / 10) | 0) digits[place] = rest % 10;
    for (let place = 0; place < 6; place += 1) {
      const digit = digits[place]!;
      words[digitSlot(place, digit) * length + word]! |= bit;
      words[hasSlot(digit) * length + word]! |= bit;
      for (let later = place + 1; later < 6; later += 1) if (digits[later] === digit) words[pairSlot(place, later) * length + word]! |= bit;
      if (place === 5) continue;
      const step = digits[place + 1]! - digit;
      if (step === 1 || step === -1) words[stepSlot(place, step === 1) * length + word]! |= bit;
    }
    fours.forEach((stands, index) => {
      const what = FOUR_KINDS[index]!;
      if (stands[(suffix / 100) | 0]) words[fourSlot(what, 0) * length + word]! |= bit;
      if (stands[((suffix / 10) | 0) % 10_000]) words[fourSlot(what, 1) * length + word]! |= bit;
      if (stands[suffix % 10_000]) words[fourSlot(what, 2) * length + word]! |= bit;
      for (let segment = 0; segment < heads.length; segment += 1) {
        if (stands[Number(heads[segment]![3]) * 1000 + ((suffix / 1000) | 0)]) words[slots.fourAtHead(segment, what) * length + word]! |= bit;
      }
    });
  }
}
