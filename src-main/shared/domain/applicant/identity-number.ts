import { isPlainDate, type PlainDate } from '../calendar/plain-date.ts';
import type { Facts } from '../facts.ts';
import { fail, ok, type Result } from '../result.ts';
import { normaliseCode } from './normalise-code.ts';

/** An 18-character identity number (公民身份号码, GB 11643-1999, and the permits that share its form). */
export type IdentityNumber = {
  readonly number: string;
  readonly birthDate: PlainDate;
  readonly sex: 'male' | 'female';
  readonly holder: 'citizen' | 'hong-kong-resident' | 'macau-resident' | 'taiwan-resident' | 'permanent-resident';
  /** Two digits of the province; null on a foreigner's permanent residence card. */
  readonly province: string | null;
};

/** Why an identity number is refused. */
export type IdentityNumberRefusal = { readonly code: IdentityNumberRefusalCode; readonly facts: Facts };
export type IdentityNumberRefusalCode =
  | 'identity-number-missing' | 'identity-number-first-generation' | 'identity-number-length' | 'identity-number-character'
  | 'identity-number-region' | 'identity-number-birth-date' | 'identity-number-born-later' | 'identity-number-check-character';

const LENGTH = 18;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK = '10X98765432';
/** Province-level codes of GB/T 2260; a retired county code stays valid, a province that never was does not. */
const PROVINCES: ReadonlySet<string> = new Set([
  '11', '12', '13', '14', '15', '21', '22', '23', '31', '32', '33', '34', '35', '36', '37', '41', '42', '43', '44', '45', '46',
  '50', '51', '52', '53', '54', '61', '62', '63', '64', '65', '71', '81', '82', '83',
]);

/** Checks form, region, birth date (not after `today`) and check character, and tells what the number says of its holder. */
export function checkIdentityNumber(text: string, today: PlainDate): Result<IdentityNumber, IdentityNumberRefusal> {
  const number = normaliseCode(text);
  const refusal = refusedShape(number) ?? refusedContent(number, today);
  if (refusal !== null) return fail(refusal);
  const holder = holderOf(number);
  return ok({
    number,
    birthDate: birthDateOf(number),
    sex: Number(number.charAt(16)) % 2 === 1 ? 'male' : 'female',
    holder,
    province: holder === 'permanent-resident' ? null : number.slice(0, 2),
  });
}

/** The check character that the first 17 digits call for (ISO 7064 MOD 11-2). */
export function identityCheckCharacter(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(first17.charAt(index)), 0);
  return CHECK.charAt(sum % 11);
}

function refusedShape(number: string): IdentityNumberRefusal | null {
  if (number === '') return { code: 'identity-number-missing', facts: {} };
  if (/^\d{15}$/.test(number)) return { code: 'identity-number-first-generation', facts: { length: 15 } };
  if (number.length !== LENGTH) return { code: 'identity-number-length', facts: { length: number.length, expected: LENGTH } };
  const index = number.slice(0, 17).search(/\D/);
  if (index >= 0) return { code: 'identity-number-character', facts: { position: index + 1, character: number.charAt(index) } };
  return null;
}

function refusedContent(number: string, today: PlainDate): IdentityNumberRefusal | null {
  const region = number.slice(0, 6);
  if (holderOf(number) !== 'permanent-resident' && !PROVINCES.has(region.slice(0, 2))) {
    return { code: 'identity-number-region', facts: { region } };
  }
  const birthDate = birthDateOf(number);
  if (!isPlainDate(birthDate)) return { code: 'identity-number-birth-date', facts: { date: birthDate } };
  if (birthDate > today) return { code: 'identity-number-born-later', facts: { date: birthDate } };
  const expected = identityCheckCharacter(number.slice(0, 17));
  const found = number.charAt(17);
  return expected === found ? null : { code: 'identity-number-check-character', facts: { position: LENGTH, expected, found } };
}

function birthDateOf(number: string): string {
  return `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
}

function holderOf(number: string): IdentityNumber['holder'] {
  if (number.startsWith('9')) return 'permanent-resident';
  if (number.startsWith('81')) return 'hong-kong-resident';
  if (number.startsWith('82')) return 'macau-resident';
  return number.startsWith('83') ? 'taiwan-resident' : 'citizen';
}
