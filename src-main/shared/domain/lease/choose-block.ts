import type { NumberDigits } from '../number/number.ts';

/** A free ordinary number that may be lent; memorability orders numbers of one look. */
export type LeaseCandidate = { readonly digits: NumberDigits; readonly memorability: number };

const BANDS = 4;

/** A spread block: round after round one number of every look (repeats in the last four digits), segment and band of memorability, the best first. */
export function chooseBlock(candidates: readonly LeaseCandidate[], size: number): readonly NumberDigits[] {
  const ranked = [...candidates].sort((a, b) => b.memorability - a.memorability || (a.digits < b.digits ? -1 : 1));
  const buckets = new Map<string, NumberDigits[]>();
  for (const [rank, { digits }] of ranked.entries()) {
    const key = `${Math.floor((rank * BANDS) / ranked.length)} ${tailShape(digits)} ${digits.slice(0, 4)}`;
    const bucket = buckets.get(key);
    if (bucket) bucket.push(digits);
    else buckets.set(key, [digits]);
  }
  const lines = [...buckets.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, numbers]) => numbers);
  const chosen: NumberDigits[] = [];
  for (let round = 0; chosen.length < size && lines.some((line) => line.length > round); round += 1) {
    for (const line of lines) if (line.length > round && chosen.length < size) chosen.push(line[round] as NumberDigits);
  }
  return chosen;
}

/** The last four digits as letters of first sight: 8868 is AABA. */
export function tailShape(digits: NumberDigits): string {
  const seen: string[] = [];
  return Array.from(digits.slice(-4), (digit) => {
    if (!seen.includes(digit)) seen.push(digit);
    return 'ABCD'[seen.indexOf(digit)];
  }).join('');
}
