import { FOUR_KINDS, type FourDigits } from '#domain/number/query/four-digits.ts';

// Bitmaps that all segments share, over the six digits of a suffix; places 0–5.
const DIGIT = 0;
const PAIR = 60;
const HAS = 75;
const UP = 85;
const DOWN = 90;
const FOUR = 95;

/** Digit at a place. */
export const digitSlot = (place: number, digit: number): number => DIGIT + place * 10 + digit;
/** Two places with the same digit, a < b. */
export const pairSlot = (a: number, b: number): number => PAIR + (a * (11 - a)) / 2 + (b - a - 1);
/** Digit anywhere in the six. */
export const hasSlot = (digit: number): number => HAS + digit;
/** One more, or one less, at the next place. */
export const stepSlot = (place: number, up: boolean): number => (up ? UP : DOWN) + place;
/** Four digits from a place (0–2) that are a year, a date, a rhyme. */
export const fourSlot = (what: FourDigits, place: number): number => FOUR + FOUR_KINDS.indexOf(what) * 3 + place;
/** No bit set. */
export const EMPTY_SLOT = FOUR + FOUR_KINDS.length * 3;

const SHARED = EMPTY_SLOT + 1;
const PER_SEGMENT = 4 + FOUR_KINDS.length;

/** Most conditions of a query; each may need a slot while the query is evaluated. */
export const TERM_SLOTS = 12;

/** Where everything stands for so many segments and head floors. */
export type SlotMap = {
  readonly slots: number;
  readonly free: (segment: number) => number;
  readonly hits: (segment: number) => number;
  readonly looks: (segment: number) => number;
  readonly leased: (segment: number) => number;
  /** Four digits from the segment's own digit on. */
  readonly fourAtHead: (segment: number, what: FourDigits) => number;
  /** Numbers whose heads ask for the floor with this index (0: none). */
  readonly headFloor: (segment: number, floor: number) => number;
  readonly fits: number;
  readonly spare: number;
  /** A term's alternatives that all segments share, and the same with those of one segment. */
  readonly term: (index: number) => number;
  readonly ownTerm: (index: number) => number;
};

export function slotMap(segments: number, headFloors: number): SlotMap {
  const size = PER_SEGMENT + headFloors;
  const of = (segment: number): number => SHARED + segment * size;
  const scratch = of(segments);
  return {
    slots: scratch + 2 + 2 * TERM_SLOTS,
    free: of, hits: (segment) => of(segment) + 1, looks: (segment) => of(segment) + 2, leased: (segment) => of(segment) + 3,
    fourAtHead: (segment, what) => of(segment) + 4 + FOUR_KINDS.indexOf(what),
    headFloor: (segment, floor) => of(segment) + PER_SEGMENT + floor,
    fits: scratch, spare: scratch + 1, term: (index) => scratch + 2 + index, ownTerm: (index) => scratch + 2 + TERM_SLOTS + index,
  };
}
