/** A whole number as typed at the counter (`2,000`, full-width digits too) within its limits; null when it is none: nothing is cut off or made to fit. */
export function readCount(text: string, least: number, most: number): number | null {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '');
  const count = /^\d{1,12}$/.test(plain) ? Number(plain) : null;
  return count === null || count < least || count > most ? null : count;
}
