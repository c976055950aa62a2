import { beatsOf, groupingsOf } from './number-groupings.ts';
import type { NumberDigits } from '../number.ts';

/** Digits as said on the phone: 1 is 幺, so that nobody hears 7. */
const SPOKEN = '零幺二三四五六七八九';
const COUNTED = '零一两三四五六七';
/** Fewer equal digits are said one by one. */
const COUNT_FROM = 3;

/** How the number is said: in both groupings, and, where digits repeat, by its repeats (三个八). Never as thousands. */
export function readingsOf(number: NumberDigits): readonly string[] {
  const grouped = groupingsOf(number).map((grouping) => grouping.split('-').map(digitByDigit).join('，'));
  const byRepeats = beatsOf(number).map((beat, at) => (at > 0 ? beatSaid(beat) : digitByDigit(beat))).join('，');
  return [...new Set(beatsOf(number).length > 2 ? [...grouped, byRepeats] : grouped)];
}

const digitByDigit = (digits: string): string => [...digits].map((digit) => SPOKEN[Number(digit)]).join('');

function beatSaid(beat: string): string {
  const isRepeat = beat.length >= COUNT_FROM && new Set(beat).size === 1;
  return isRepeat ? `${COUNTED[beat.length]}个${digitByDigit(beat.slice(0, 1))}` : digitByDigit(beat);
}
