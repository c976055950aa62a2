import type { Li } from '#domain/money/money.ts';
import type { NumberRules } from '#domain/number/grade/number-rules.ts';
import { SEGMENT_SIZE } from '#domain/number/pool-snapshot.ts';
import { makeBitmaps, setBit, type Bitmaps } from './bitmaps.ts';
import { slotMap, type SlotMap } from './index-slots.ts';
import { headFloors, type PoolMoney } from './money-classes.ts';
import { orderSuffixes, type SuffixOrder } from './suffix-order.ts';
import { writeDigits } from './write-digits.ts';

/** What the index is made of: one order of the suffixes and bitmaps in that order. */
export type IndexParts = {
  readonly heads: readonly string[];
  readonly rules: NumberRules;
  readonly money: PoolMoney;
  readonly order: SuffixOrder;
  /** Floors that heads ask for; one alone means that no head asks. */
  readonly floors: readonly Li[];
  readonly slots: SlotMap;
  readonly bitmaps: Bitmaps;
};

export function buildIndexParts(heads: readonly string[], rules: NumberRules, money: PoolMoney): IndexParts {
  const order = orderSuffixes(heads, rules);
  const floors = headFloors(rules);
  const slots = slotMap(heads.length, floors.length > 1 ? floors.length : 0);
  const bitmaps = makeBitmaps(slots.slots, order.positions);
  const parts = { heads, rules, money, order, floors, slots, bitmaps };
  writeDigits(bitmaps, order, heads, slots);
  if (floors.length > 1) heads.forEach((head, segment) => writeHeadFloors(parts, head, segment));
  return parts;
}

function writeHeadFloors({ rules, order, floors, slots, bitmaps }: IndexParts, head: string, segment: number): void {
  const asking = rules.heads.filter(({ enabled, head: asks }) => enabled && (asks.startsWith(head) || head.startsWith(asks)));
  for (let suffix = 0; suffix < SEGMENT_SIZE; suffix += 1) {
    const digits = head + String(suffix).padStart(6, '0');
    const floorLi = Math.max(0, ...asking.filter((each) => digits.startsWith(each.head)).map((each) => each.floorLi));
    setBit(bitmaps, slots.headFloor(segment, floors.indexOf(floorLi)), order.positionOf[suffix] as number, true);
  }
}
