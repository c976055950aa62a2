/** Full-width ASCII block, from ！ to ～, lies this far above ASCII. */
const FULL_WIDTH_OFFSET = 0xfee0;

/** Full-width letters, digits and marks as ASCII; the rest of the text is left alone. */
export function halfWidth(text: string): string {
  return text.replace(/[！-～]/g, (character) => String.fromCharCode(character.charCodeAt(0) - FULL_WIDTH_OFFSET)).replace(/\u3000/g, ' ');
}

/** A code as it was meant: half width, upper case, without blanks, hyphens and invisible characters. */
export function normaliseCode(text: string): string {
  return halfWidth(text).replace(/[\s\-\u200b-\u200f\u2060\ufeff]/g, '').toUpperCase();
}
