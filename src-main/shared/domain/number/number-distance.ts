import type { NumberDigits } from './number.ts';
import type { Mask } from './query/query-mask.ts';

/** Places (0–9) whose digits differ. */
export const changedPlaces = (a: NumberDigits, b: NumberDigits): readonly number[] => [...a].flatMap((digit, place) => (digit === b[place] ? [] : [place]));

/** Fewer other digits are nearer; of as many, those further to the left: people know a number by its end. */
export const numberDistance = (a: NumberDigits, b: NumberDigits): number => changedPlaces(a, b).reduce((sum, place) => sum + 100 + place * place, 0);

/** The seven places with each choice of so many left open. */
export function masksWithOpen(mask: Mask, open: number, from = 0): readonly Mask[] {
  if (open === 0) return [mask];
  const masks: Mask[] = [];
  for (let place = from; place <= mask.length - open; place += 1) {
    masks.push(...masksWithOpen(`${mask.slice(0, place)}?${mask.slice(place + 1)}`, open - 1, place + 1));
  }
  return masks;
}
