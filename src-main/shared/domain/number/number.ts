import { fail, ok, type Result } from '../result.ts';

/** A 400 number as ten ASCII digits, `4006008899`; display grouping is `formatNumber`. */
export type NumberDigits = string;

/** One carrier segment: the first four digits, whose it is, and whether this console may order from it. */
export type Segment = {
  readonly head: string;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly orderable: boolean;
};

/** Why a text is no number that this console can order. */
export type NumberFailure =
  | { readonly code: 'not-a-400-number'; readonly length: number }
  | SegmentFailure;

/** Why numbers of a segment are refused; the owner's name is what the clerk tells the customer. */
export type SegmentFailure =
  | { readonly code: 'other-carrier'; readonly head: string; readonly ownerName: string }
  | { readonly code: 'unallocated-segment'; readonly head: string };

/** Full-width forms to ASCII, hyphens, dots and spaces gone: any display grouping reads the same. */
export const normaliseDigits = (text: string): string => text.normalize('NFKC').replace(/[\s\u200b\ufeff.·‐-―−-]/g, '');

/** The segment a number (or a prefix of at least four digits) belongs to, if the table knows it. */
export const segmentOf = (digits: string, segments: readonly Segment[]): Segment | undefined =>
  segments.find((segment) => digits.startsWith(segment.head));

/** Accepts a segment that this console may order from, refuses the others by their carrier's name. */
export function orderableSegment(head: string, segments: readonly Segment[]): Result<Segment, SegmentFailure> {
  const segment = segmentOf(head, segments);
  if (!segment) return fail({ code: 'unallocated-segment', head });
  return segment.orderable ? ok(segment) : fail({ code: 'other-carrier', head, ownerName: segment.ownerName });
}

/** Reads one whole number in any grouping (4-3-3, 3-3-4, 3-4-3) and width; refuses what cannot be ordered here. */
export function parseNumber(text: string, segments: readonly Segment[]): Result<NumberDigits, NumberFailure> {
  const digits = normaliseDigits(text);
  if (!/^400\d{7}$/.test(digits)) return fail({ code: 'not-a-400-number', length: digits.length });
  const segment = orderableSegment(digits.slice(0, 4), segments);
  return segment.ok ? ok(digits) : segment;
}

/** `4006008899` as `400-600-8899`, the one grouping used on screen and on paper. */
export const formatNumber = (digits: NumberDigits): string => `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}`;

/** The seven digits after 400, which the grade rules and the search box judge. */
export const sevenOf = (digits: NumberDigits): string => digits.slice(3);
