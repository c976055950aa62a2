/** Bitmaps of one length in one array; a bitmap is named by its slot. */
export type Bitmaps = { readonly words: Int32Array; readonly length: number };

/** One input of an AND: a slot, taken as it is or negated. */
export type Operand = { readonly slot: number; readonly not: boolean };

export const makeBitmaps = (slots: number, positions: number): Bitmaps => ({ words: new Int32Array((slots * positions) / 32), length: positions / 32 });

export function setBit({ words, length }: Bitmaps, slot: number, position: number, on: boolean): void {
  const at = slot * length + (position >>> 5);
  const bit = 1 << (position & 31);
  words[at] = on ? (words[at] as number) | bit : (words[at] as number) & ~bit;
}

export function fillBitmap({ words, length }: Bitmaps, slot: number, word: number): void {
  words.fill(word, slot * length, (slot + 1) * length);
}

/** target = AND of all operands; no operand leaves every bit set. Three operands a pass, because passes cost memory reads. */
export function andInto(bitmaps: Bitmaps, target: number, operands: readonly Operand[]): void {
  const { words, length } = bitmaps;
  const to = target * length;
  const from = (index: number): number => (operands[index] as Operand).slot * length;
  const flip = (index: number): number => ((operands[index] as Operand).not ? -1 : 0);
  let index = 0;
  if (operands.length >= 3) {
    const [a, b, c] = [from(0), from(1), from(2)];
    const [x, y, z] = [flip(0), flip(1), flip(2)];
    for (let at = 0; at < length; at += 1) words[to + at] = (words[a + at]! ^ x) & (words[b + at]! ^ y) & (words[c + at]! ^ z);
    index = 3;
  } else fillBitmap(bitmaps, target, -1);
  for (; index + 1 < operands.length; index += 2) {
    const [a, b] = [from(index), from(index + 1)];
    const [x, y] = [flip(index), flip(index + 1)];
    for (let at = 0; at < length; at += 1) words[to + at]! &= (words[a + at]! ^ x) & (words[b + at]! ^ y);
  }
  if (index < operands.length) {
    const a = from(index);
    const x = flip(index);
    for (let at = 0; at < length; at += 1) words[to + at]! &= words[a + at]! ^ x;
  }
}

/** target |= AND of the operands, with `spare` for long ones. */
export function orAndInto(bitmaps: Bitmaps, target: number, operands: readonly Operand[], spare: number): void {
  const { words, length } = bitmaps;
  const to = target * length;
  if (operands.length === 2) {
    const [first, second] = operands as [Operand, Operand];
    const [a, b] = [first.slot * length, second.slot * length];
    const [x, y] = [first.not ? -1 : 0, second.not ? -1 : 0];
    for (let at = 0; at < length; at += 1) words[to + at]! |= (words[a + at]! ^ x) & (words[b + at]! ^ y);
    return;
  }
  if (operands.length === 1) {
    const [only] = operands as [Operand];
    const a = only.slot * length;
    const x = only.not ? -1 : 0;
    for (let at = 0; at < length; at += 1) words[to + at]! |= words[a + at]! ^ x;
    return;
  }
  andInto(bitmaps, spare, operands);
  const a = spare * length;
  for (let at = 0; at < length; at += 1) words[to + at]! |= words[a + at]!;
}

/** target = left AND right, counted over a range of words. */
export function andCount({ words, length }: Bitmaps, target: number, left: number, right: number, first: number, last: number): number {
  const [to, a, b] = [target * length, left * length, right * length];
  let count = 0;
  for (let at = first; at < last; at += 1) {
    const word = words[a + at]! & words[b + at]!;
    words[to + at] = word;
    if (word !== 0) count += popcount(word);
  }
  return count;
}

export function popcount(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
