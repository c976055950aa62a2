import { createHash } from 'node:crypto';

// Crockford's letters: no I, L, O, U, so that what is read aloud or copied by hand cannot be mistaken.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const secretBytes = 20;
const checkLetters = 4;

/** 160 bits and twenty check bits as nine groups of four: `7K2M-…-Q9XW`. */
export function formatRecoveryKey(secret: Uint8Array): string {
  const text = toLetters(secret) + checkOf(secret);
  return (text.match(/.{4}/g) ?? []).join('-');
}

/** The 20 bytes behind what was typed, or null when a letter is wrong: small letters, spaces and O for 0 are forgiven. */
export function parseRecoveryKey(typed: string): Buffer | null {
  const text = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  const length = (secretBytes * 8) / 5;
  if (text.length !== length + checkLetters || [...text].some((letter) => !letters.includes(letter))) return null;
  const secret = fromLetters(text.slice(0, length));
  return checkOf(secret) === text.slice(length) ? secret : null;
}

function toLetters(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => letters[Number.parseInt(five, 2)]).join('');
}

function fromLetters(text: string): Buffer {
  const bits = [...text].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
}

function checkOf(secret: Uint8Array): string {
  return toLetters(createHash('sha256').update('hall400 recovery key').update(secret).digest()).slice(0, checkLetters);
}
