const mask = '***';
const secretName = /password|passphrase|secret|token|authorization|cookie|signature|^key$|key$/i;

// A longer run of letters and digits (a hash, an id) is none of these.
const apart = (pattern: string): RegExp => new RegExp(`(?<![0-9A-Za-z])(?:${pattern})(?![0-9A-Za-z])`, 'g');
const personal: readonly RegExp[] = [
  apart(String.raw`\d{17}[\dXx]|\d{15}`), // identity number, old and new
  apart('[0-9A-HJ-NPQRTUWXY]{18}'), // unified social credit code
  apart(String.raw`(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}`), // mobile
  apart(String.raw`0\d{2,3}[- ]?\d{7,8}`), // fixed line with its area code
];

/** A copy of any value with personal numbers and secrets masked; safe for cycles, buffers and errors. */
export function redact(value: unknown, seen: ReadonlySet<object> = new Set()): unknown {
  if (typeof value === 'string') return redactText(value);
  if (typeof value === 'number' || typeof value === 'bigint') return redactText(String(value)) === String(value) ? printable(value) : mask;
  if (typeof value !== 'object' || value === null) return typeof value === 'function' ? '[function]' : value;
  if (seen.has(value)) return '[again]';
  const inside = new Set(seen).add(value);
  if (value instanceof Error) return { name: value.name, message: redactText(value.message), stack: redactText(value.stack ?? '') };
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return `[${value.byteLength} bytes]`;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map((one) => redact(one, inside));
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [redactText(name), secretName.test(name) ? mask : redact(one, inside)]));
}

function redactText(text: string): string {
  return personal.reduce((masked, pattern) => masked.replaceAll(pattern, mask), text);
}

const printable = (value: number | bigint): number | string => (typeof value === 'bigint' ? String(value) : value);
