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

export const hasBit = ({ words, length }: Bitmaps, slot: number, position: number): boolean =>
  (((words[slot * length + (position >>> 5)] as number) >>> (position & 31)) & 1) === 1;

export function fillBitmap({ words, length }: Bitmaps, slot: number, word: number): void {
  words.fill(word, slot * length, (slot + 1) * length);
}

export const anyBit = ({ words, length }: Bitmaps, slot: number): boolean => words.subarray(slot * length, (slot + 1) * length).some((word) => word !== 0);

/** target = AND of all operands; no operand leaves every bit set. Up to four operands a pass, because each pass costs reads and writes. */
export function andInto(bitmaps: Bitmaps, target: number, operands: readonly Operand[]): void {
  const { words, length } = bitmaps;
  const to = target * length;
  const from = (index: number): number => (operands[index] as Operand).slot * length;
  const flip = (index: number): number => ((operands[index] as Operand).not ? -1 : 0);
  let index = Math.min(4, operands.length);
  if (index === 0) fillBitmap(bitmaps, target, -1);
  else if (index === 1) {
    const [a, x] = [from(0), flip(0)];
    for (let at = 0; at < length; at += 1) words[to + at] = words[a + at]! ^ x;
  } else if (index === 2) {
    const [a, b, x, y] = [from(0), from(1), flip(0), flip(1)];
    for (let at = 0; at < length; at += 1) words[to + at] = (words[a + at]! ^ x) & (words[b + at]! ^ y);
  } else if (index === 3) {
    const [a, b, c, x, y, z] = [from(0), from(1), from(2), flip(0), flip(1), flip(2)];
    for (let at = 0; at < length; at += 1) words[to + at] = (words[a + at]! ^ x) & (words[b + at]! ^ y) & (words[c + at]! ^ z);
  } else {
    const [a, b, c, d, x, y, z, w] = [from(0), from(1), from(2), from(3), flip(0), flip(1), flip(2), flip(3)];
    for (let at = 0; at < length; at += 1) words[to + at] = (words[a + at]! ^ x) & (words[b + at]! ^ y) & (words[c + at]! ^ z) & (words[d + at]! ^ w);
  }
  for (; index + 1 < operands.length; index += 2) {
    const [a, b, x, y] = [from(index), from(index + 1), flip(index), flip(index + 1)];
    for (let at = 0; at < length; at += 1) words[to + at]! &= (words[a + at]! ^ x) & (words[b + at]! ^ y);
  }
  if (index < operands.length) {
    const [a, x] = [from(index), flip(index)];
    for (let at = 0; at < length; at += 1) words[to + at]! &= words[a + at]! ^ x;
  }
}

/** target = source OR the AND of the operands, with `spare` for long ones. */
export function orAndInto(bitmaps: Bitmaps, target: number, source: number, operands: readonly Operand[], spare: number): void {
  const { words, length } = bitmaps;
  const [to, base] = [target * length, source * length];
  if (operands.length > 3) {
    andInto(bitmaps, spare, operands);
    const a = spare * length;
    for (let at = 0; at < length; at += 1) words[to + at] = words[base + at]! | words[a + at]!;
    return;
  }
  const [first, second = first, third = second] = operands as readonly [Operand, Operand?, Operand?];
  const [a, b, c] = [first.slot * length, second.slot * length, third.slot * length];
  const [x, y, z] = [first.not ? -1 : 0, second.not ? -1 : 0, third.not ? -1 : 0];
  if (operands.length === 1) for (let at = 0; at < length; at += 1) words[to + at] = words[base + at]! | (words[a + at]! ^ x);
  else if (operands.length === 2) for (let at = 0; at < length; at += 1) words[to + at] = words[base + at]! | ((words[a + at]! ^ x) & (words[b + at]! ^ y));
  else for (let at = 0; at < length; at += 1) words[to + at] = words[base + at]! | ((words[a + at]! ^ x) & (words[b + at]! ^ y) & (words[c + at]! ^ z));
}

/** target = the positions where at least `least` and at most `most` of six bitmaps are set: all 32 of a word are counted at once, bit by bit. */
export function countInto({ words, length }: Bitmaps, target: number, six: readonly number[], least: number, most: number): void {
  const [a, b, c, d, e, f] = six.map((slot) => slot * length) as [number, number, number, number, number, number];
  const to = target * length;
  const [l1, l2, l4, always] = reaches(least);
  const [h1, h2, h4, never] = reaches(most + 1);
  for (let at = 0; at < length; at += 1) {
    const p = words[a + at]!, q = words[b + at]!, r = words[c + at]!;
    const s = words[d + at]!, t = words[e + at]!, u = words[f + at]!;
    const left = p ^ q ^ r;
    const right = s ^ t ^ u;
    const ones = left ^ right;
    const x = (p & q) | (r & (p ^ q));
    const y = (s & t) | (u & (s ^ t));
    const z = left & right;
    const twos = x ^ y ^ z;
    const fours = (x & y) | (z & (x ^ y));
    const low = (twos & l2) | (ones & l1 & (twos ^ l2));
    const high = (twos & h2) | (ones & h1 & (twos ^ h2));
    words[to + at] = ((fours & l4) | (low & (fours ^ l4)) | always) & ~((fours & h4) | (high & (fours ^ h4)) | never);
  }
}

/** What must be added to a count so that reaching the bound carries out of three bits: its bits as whole words; the last says that every count reaches it. */
function reaches(bound: number): readonly [number, number, number, number] {
  const add = 8 - Math.max(0, Math.min(8, bound));
  return [add & 1 ? -1 : 0, add & 2 ? -1 : 0, add & 4 ? -1 : 0, add & 8 ? -1 : 0];
}

/** target = AND of the operands over a range of words; answers how many bits are set there. */
export function andCount(bitmaps: Bitmaps, target: number, operands: readonly Operand[], first: number, last: number): number {
  const [left, right] = operands;
  if (operands.length !== 2 || !left || !right || left.not || right.not) return andCountMany(bitmaps, target, operands, first, last);
  const { words, length } = bitmaps;
  const [to, a, b] = [target * length, left.slot * length, right.slot * length];
  let count = 0;
  let at = first;
  while (at + 1 < last) {
    // Two words at a time: their counts fit together in the four bits of a nibble, and fifteen such sums in the eight of a byte.
    let bytes = 0;
    for (const stop = Math.min(at + 30, last - 1); at < stop; at += 2) {
      const v = words[a + at]! & words[b + at]!;
      const w = words[a + at + 1]! & words[b + at + 1]!;
      words[to + at] = v;
      words[to + at + 1] = w;
      const p = v - ((v >>> 1) & 0x55555555);
      const q = w - ((w >>> 1) & 0x55555555);
      const nibbles = (p & 0x33333333) + ((p >>> 2) & 0x33333333) + (q & 0x33333333) + ((q >>> 2) & 0x33333333);
      bytes += (nibbles & 0x0f0f0f0f) + ((nibbles >>> 4) & 0x0f0f0f0f);
    }
    const halves = (bytes & 0x00ff00ff) + ((bytes >>> 8) & 0x00ff00ff);
    count += (halves & 0xffff) + (halves >>> 16);
  }
  return at < last ? count + andCountMany(bitmaps, target, operands, at, last) : count;
}

function andCountMany({ words, length }: Bitmaps, target: number, operands: readonly Operand[], first: number, last: number): number {
  const to = target * length;
  const bases = operands.map(({ slot }) => slot * length);
  const flips = operands.map(({ not }) => (not ? -1 : 0));
  let count = 0;
  for (let at = first; at < last; at += 1) {
    let word = -1;
    for (let index = 0; index < bases.length && word !== 0; index += 1) word &= words[(bases[index] as number) + at]! ^ (flips[index] as number);
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
