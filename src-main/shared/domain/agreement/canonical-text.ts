import { assert } from '../assert.ts';

/**
 * One spelling for one value: JSON with keys in code point order, no white space, absent members left out (RFC 8785 for
 * the values that we use: strings, booleans, null, safe integers, lists, plain objects). What a content digest is taken of.
 */
export function canonicalText(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    assert(Number.isSafeInteger(value) && !Object.is(value, -0), 'canonicalText: only whole numbers have one spelling');
    return String(value);
  }
  if (Array.isArray(value)) return `[${value.map((item) => canonicalText(item)).join(',')}]`;
  assert(typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype, 'canonicalText: not a plain value');
  const members = Object.entries(value).filter(([, member]) => member !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalText(member)}`).join(',')}}`;
}
