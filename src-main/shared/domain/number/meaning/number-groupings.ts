import { sevenOf, type NumberDigits } from '../number.ts';

/** The two ways a 400 number is printed and spoken: 400-xxx-xxxx and 4006-xxx-xxx. */
export const groupingsOf = (number: NumberDigits): readonly [string, string] => [
  `${number.slice(0, 3)}-${number.slice(3, 6)}-${number.slice(6)}`,
  `${number.slice(0, 4)}-${number.slice(4, 7)}-${number.slice(7)}`,
];

/** The number cut where digits repeat, 400 first: 400, 60, 888, 12 for 4006088812. */
export function beatsOf(number: NumberDigits): readonly string[] {
  const beats: string[] = [];
  let plain = '';
  for (const [run] of sevenOf(number).matchAll(/(\d)\1*/g)) {
    if (run.length === 1) {
      plain += run;
      continue;
    }
    if (plain !== '') beats.push(plain);
    plain = '';
    beats.push(run);
  }
  return [number.slice(0, 3), ...beats, ...(plain === '' ? [] : [plain])];
}
