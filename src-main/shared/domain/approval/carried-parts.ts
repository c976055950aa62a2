import { fail, ok, type Result } from '../result.ts';

/** One QR code carries at most this many characters, so that a plain camera reads it. */
export const partChars = 900;

const head = 'H4P';
const shape = /^H4P\.([0-9a-z]{8})\.(\d{1,3})\.(\d{1,3})\.([\x21-\x7e]+)$/;

/** Cuts a text into numbered parts with a common id; a text that fits stays as it is. */
export function splitParts(text: string, id: string): readonly string[] {
  if (text.length <= partChars) return [text];
  const room = partChars - `${head}.${id}.999.999.`.length;
  const count = Math.ceil(text.length / room);
  return Array.from({ length: count }, (_, at) => `${head}.${id}.${at + 1}.${count}.${text.slice(at * room, (at + 1) * room)}`);
}

/** Puts scanned parts together, in whatever order and however often they were read; one whole text passes as it is. */
export function joinParts(scanned: string): Result<string, { readonly code: 'parts-missing'; readonly missing: readonly number[] } | { readonly code: 'parts-mixed' }> {
  const pieces = scanned.trim().split(/\s+/);
  const read = pieces.map((piece) => shape.exec(piece));
  if (read.every((match) => match === null)) return pieces.length === 1 ? ok(scanned.trim()) : fail({ code: 'parts-mixed' });
  const [, id = '', , count = ''] = read.find((match) => match !== null) ?? [];
  const parts = new Map<number, string>();
  for (const match of read) {
    const [, ofId, at = '', of, chunk = ''] = match ?? [];
    const known = parts.get(Number(at));
    if (ofId !== id || of !== count || Number(at) < 1 || Number(at) > Number(count) || (known !== undefined && known !== chunk)) return fail({ code: 'parts-mixed' });
    parts.set(Number(at), chunk);
  }
  const numbers = Array.from({ length: Number(count) }, (_, at) => at + 1);
  const missing = numbers.filter((at) => !parts.has(at));
  return missing.length > 0 ? fail({ code: 'parts-missing', missing }) : ok(numbers.map((at) => parts.get(at)).join(''));
}
