import type { Facts } from '../facts.ts';
import { fail, ok, type Result } from '../result.ts';
import { normaliseCode } from './normalise-code.ts';

/** A unified social credit code (统一社会信用代码, GB 32100-2015) that passed its checks. */
export type CreditCode = {
  readonly code: string;
  /** Position 1: who registered it. */
  readonly authority: string;
  /** Positions 1–2: what it is (91 enterprise, 51 society…). */
  readonly kind: string;
  readonly division: string;
  readonly warnings: readonly CreditCodeWarning[];
};

/** Why a credit code is refused. */
export type CreditCodeRefusal = { readonly code: CreditCodeRefusalCode; readonly facts: Facts };
export type CreditCodeRefusalCode =
  | 'credit-code-missing' | 'credit-code-old-registration-number' | 'credit-code-length' | 'credit-code-character' | 'credit-code-division'
  | 'credit-code-check-character' | 'credit-code-authority-unknown' | 'credit-code-authority-not-served' | 'credit-code-individual-business';

/** What is odd about a code that passes: older organisation codes exist whose own check fails. */
export type CreditCodeWarning = { readonly code: 'credit-code-organisation-check'; readonly facts: Facts };

/** Who is served: MIIT 2016 allows organisations only, and which of them is the hall's policy. */
export type CreditCodePolicy = {
  /** Kinds (positions 1–2) that are natural persons in trade. */
  readonly individualKinds: readonly string[];
  /** Authorities (position 1) of organisations that the hall serves. */
  readonly servedAuthorities: string;
};

/** Organisations of every domestic register; 92 is an individual business (个体工商户); 2, 4, 6 are foreign missions. */
export const organisationsOnly: CreditCodePolicy = { individualKinds: ['92'], servedAuthorities: '135789ANY' };

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const AUTHORITIES = '123456789ANY';
const LENGTH = 18;
/** What a clerk reads for a letter that the alphabet leaves out. */
const MEANT: Readonly<Record<string, string>> = { O: '0', I: '1', Z: '2', S: '5' };

/** Checks the code from the outside in: length, characters, division, check character, then whether its owner is served. */
export function checkCreditCode(text: string, policy: CreditCodePolicy = organisationsOnly): Result<CreditCode, CreditCodeRefusal> {
  const code = normaliseCode(text);
  const refusal = refusedShape(code) ?? refusedCheck(code) ?? refusedOwner(code, policy);
  if (refusal !== null) return fail(refusal);
  return ok({ code, authority: code.slice(0, 1), kind: code.slice(0, 2), division: code.slice(2, 8), warnings: organisationWarnings(code) });
}

/** The check character that the first 17 characters call for. */
export function creditCodeCheckCharacter(first17: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of first17) {
    sum += ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  // The outer mod 31 matters: one code in 31 has a sum divisible by 31.
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

function refusedShape(code: string): CreditCodeRefusal | null {
  if (code === '') return { code: 'credit-code-missing', facts: {} };
  if (/^(?:\d{13}|\d{15})$/.test(code)) return { code: 'credit-code-old-registration-number', facts: { length: code.length } };
  if (code.length !== LENGTH) return { code: 'credit-code-length', facts: { length: code.length, expected: LENGTH } };
  for (let index = 0; index < LENGTH - 1; index += 1) {
    const character = code.charAt(index);
    if (!ALPHABET.includes(character)) {
      const meant = MEANT[character];
      return { code: 'credit-code-character', facts: { position: index + 1, character, ...(meant === undefined ? {} : { meant }) } };
    }
    if (index >= 2 && index < 8 && character > '9') return { code: 'credit-code-division', facts: { position: index + 1, character } };
  }
  return null;
}

function refusedCheck(code: string): CreditCodeRefusal | null {
  const expected = creditCodeCheckCharacter(code.slice(0, 17));
  const found = code.charAt(17);
  return expected === found ? null : { code: 'credit-code-check-character', facts: { position: LENGTH, expected, found } };
}

function refusedOwner(code: string, policy: CreditCodePolicy): CreditCodeRefusal | null {
  const authority = code.charAt(0);
  const kind = code.slice(0, 2);
  if (!AUTHORITIES.includes(authority)) return { code: 'credit-code-authority-unknown', facts: { authority } };
  if (policy.individualKinds.includes(kind)) return { code: 'credit-code-individual-business', facts: { kind } };
  if (!policy.servedAuthorities.includes(authority)) return { code: 'credit-code-authority-not-served', facts: { authority, kind } };
  return null;
}

/** Positions 9–17 are an organisation code with a check of its own (GB 11714). */
function organisationWarnings(code: string): readonly CreditCodeWarning[] {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number.parseInt(code.charAt(8 + index), 36), 0);
  const value = 11 - (sum % 11);
  const expected = value === 10 ? 'X' : value === 11 ? '0' : String(value);
  const found = code.charAt(16);
  return expected === found ? [] : [{ code: 'credit-code-organisation-check', facts: { position: 17, expected, found } }];
}
