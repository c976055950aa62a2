/** Where a meaning comes from: the customer's own data, or what everybody knows. */
export const meaningKinds = [
  'founded-year', 'registered-date', 'door-number', 'landline-tail', 'stock-code', 'licence-digits', 'name-initials', 'name-homophones', 'rhyme', 'known-meaning',
] as const;

export type MeaningKind = (typeof meaningKinds)[number];

/** Why a number means something: `digits` stand from place `at` (0–9 of the ten digits), `from` is what they stand for (the year, the street number, the syllables of the name). */
export type Meaning = { readonly kind: MeaningKind; readonly digits: string; readonly at: number; readonly from: string };
