/** Identity number as paper shows it: first 6 and last 4. */
export const maskedIdentity = (identity: string): string => masked(identity, 6, 4);

/** Mobile number as paper shows it: first 3 and last 4. */
export const maskedMobile = (mobile: string): string => masked(mobile, 3, 4);

/** A private person's name as paper shows it beside a phone: the first character, then *. */
export const maskedOwner = (name: string): string => `${Array.from(name)[0] ?? ''}*`;

function masked(text: string, first: number, last: number): string {
  const characters = Array.from(text);
  if (characters.length <= first + last) return '*'.repeat(characters.length);
  return characters.map((character, i) => (i < first || i >= characters.length - last ? character : '*')).join('');
}
