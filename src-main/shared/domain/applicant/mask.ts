/** First 6 and last 4 stay: `110105********002X`; what is too short for that is hidden whole. */
export const maskIdentityNumber = (number: string): string => keepEnds(number.trim(), 6, 4);

/** First 3 and last 4 stay: `138****1234`; grouping is dropped. */
export const maskPhone = (phone: string): string => keepEnds(phone.replace(/[\s-]/g, ''), 3, 4);

/** The first character stays, whatever the length: `张*`. */
export function maskPersonName(name: string): string {
  const [first] = Array.from(name.trim());
  return first === undefined ? '' : `${first}*`;
}

function keepEnds(text: string, head: number, tail: number): string {
  const hidden = text.length - head - tail;
  // Something typed half must not show more of itself than what is whole.
  if (hidden < 4) return '*'.repeat(text.length);
  return text.slice(0, head) + '*'.repeat(hidden) + text.slice(-tail);
}
