import type { ShortlistItem } from '#contract/shortlist.ts';
import { finderText } from '../../../text/number-finder.ts';
import { numberText } from '../../../text/number.ts';

/** The rank of a listed number in words; `why` where it is none. */
export type RankWords = { readonly rank: string; readonly why: string | null };

/** One word for list and shortlist. Online the rank is the place; offline what goes to the carrier as `ranked`, and why a number does not. */
export function rankWords(items: readonly ShortlistItem[], ranked: readonly string[], offline: boolean, digits: string): RankWords | null {
  const place = items.findIndex((item) => item.hit.digits === digits);
  const item = items[place];
  if (!item) return null;
  if (!offline || ranked.length === 0) return { rank: numberText.rank(place), why: null };
  if (ranked.includes(digits)) return { rank: numberText.rank(ranked.indexOf(digits)), why: null };
  return { rank: finderText.noFallback, why: whyNone(item, items.find((one) => one.hit.digits === ranked[0])) };
}

function whyNone({ hit, state }: ShortlistItem, first: ShortlistItem | undefined): string {
  if (state === 'taken') return finderText.itemState.taken;
  if (first && first.hit.grade !== 9) return finderText.firstIsSpecial;
  return hit.grade === 9 ? finderText.fallbacksFull : finderText.specialNoFallback;
}
