/** Where a meaning comes from: the customer's own data, or what everybody knows. */
export const meaningKinds = [
  'founded-year', 'registered-date', 'door-number', 'landline-tail', 'stock-code', 'licence-digits', 'name-initials', 'name-homophones', 'rhyme', 'known-meaning',
] as const;

export type MeaningKind = (typeof meaningKinds)[number];

/** Why a number means something: `digits` stand from place `at` (0–9 of the ten digits), `from` is what they stand for (the year, the street number, the syllables of the name). */
export type Meaning = { readonly kind: MeaningKind; readonly digits: string; readonly at: number; readonly from: string };

/** Two to seven digits that mean something to this customer, and how well they do (0–100). */
export type MeaningText = { readonly digits: string; readonly from: string; readonly fit: number };

/** One fact of the customer with the digits it gives, longest first; `from` is empty for what everybody knows. */
export type MeaningSource = { readonly kind: MeaningKind; readonly from: string; readonly texts: readonly MeaningText[] };

/** The text of a source that a number carries, the best first: at its end before elsewhere, then by fit; null when it carries none. */
export function meaningOf(number: string, { kind, texts }: MeaningSource): (Meaning & { readonly fit: number }) | null {
  const found = texts.map((text) => ({ ...text, at: number.endsWith(text.digits) ? number.length - text.digits.length : number.indexOf(text.digits, FIRST_FREE) })).filter(({ at }) => at >= 0);
  const placed = found.map(({ digits, from, at, fit }) => ({ kind, digits, at, from, fit: fit + placeFit(number, digits, at) }));
  return placed.toSorted((a, b) => b.fit - a.fit)[0] ?? null;
}

/** 400 itself means nothing. */
const FIRST_FREE = 3;

/** People know a number by its end; a text that fills a spoken group (400-xxx-xxxx, 4006-xxx-xxx) is heard as one, elsewhere it hides. */
function placeFit(number: string, { length }: string, at: number): number {
  if (at + length === number.length) return 15;
  const groups = [[3, 3], [4, 3]];
  return groups.some(([from, size]) => at === from && length === size) ? 6 : -10;
}
