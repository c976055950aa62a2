import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkCreditCode, creditCodeCheckCharacter } from '#domain/applicant/credit-code.ts';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const refusal = (text: string) => {
  const checked = checkCreditCode(text);
  return checked.ok ? null : checked.error;
};

// reference/domain.md 6.1 and 10
describe('a code that is right', () => {
  test.each(['914403001922038216', '91110108717743469K', '91350100M000100Y43', '91110105MA00003490', '91110105MA00005840', '9144030071526726XG', '91100000100003962T', '91110105MA0000000Y'])('%s passes', (code) => {
    expect(refusal(code)).toBeNull();
  });

  test.each([
    ['lower case', '91350100m000100y43'], ['full width', '９１３５０１００Ｍ０００１００Ｙ４３'], ['blanks and a byte order mark', '\ufeff9135 0100 M000 100Y43 '],
    ['hyphens and a zero-width space', '91-350100-M000100Y4\u200b-3'],
  ])('%s is read as meant', (_name, text) => {
    expect(checkCreditCode(text)).toMatchObject({ ok: true, value: { code: '91350100M000100Y43', authority: '9', kind: '91', division: '350100' } });
  });

  test('an organisation code whose own check fails is a warning only', () => {
    const checked = checkCreditCode(`91110105MA0000000${creditCodeCheckCharacter('91110105MA0000000')}`);
    expect(checked).toMatchObject({ ok: true, value: { warnings: [{ code: 'credit-code-organisation-check', facts: { position: 17, found: '0' } }] } });
    expect(checkCreditCode('914403001922038216')).toMatchObject({ value: { warnings: [] } });
  });
});

describe('a code that is wrong is refused with the reason', () => {
  test.each([
    ['', 'credit-code-missing', {}],
    ['110108000000016', 'credit-code-old-registration-number', { length: 15 }],
    ['1101080000000', 'credit-code-old-registration-number', { length: 13 }],
    ['91350100M000100Y4', 'credit-code-length', { length: 17, expected: 18 }],
    ['91350100M000100Y433', 'credit-code-length', { length: 19, expected: 18 }],
    ['91350I00M000100Y43', 'credit-code-character', { position: 6, character: 'I', meant: '1' }],
    ['91350100M0O0100Y43', 'credit-code-character', { position: 11, character: 'O', meant: '0' }],
    ['91350100MV00100Y43', 'credit-code-character', { position: 10, character: 'V' }],
    ['9135A100M000100Y43', 'credit-code-division', { position: 5, character: 'A' }],
    ['91A50100M000100Y43', 'credit-code-division', { position: 3, character: 'A' }],
    ['91350100M000100Y4Z', 'credit-code-check-character', { position: 18, expected: '3', found: 'Z' }],
    ['91310115MA1H8R7C6D', 'credit-code-check-character', { position: 18, expected: '7', found: 'D' }],
    ['91110105MA7K2W4X1V', 'credit-code-check-character', { position: 18, expected: 'W', found: 'V' }],
    ['614403001922038219', 'credit-code-authority-not-served', { authority: '6', kind: '61' }],
    ['92110105MA0000349W', 'credit-code-individual-business', { kind: '92' }],
  ])('%s: %s', (text, code, facts) => {
    expect(refusal(text)).toEqual({ code, facts });
  });

  test('an authority that no register uses is named', () => {
    const first17 = 'B1110105MA0000349';
    expect(refusal(first17 + creditCodeCheckCharacter(first17))).toEqual({ code: 'credit-code-authority-unknown', facts: { authority: 'B' } });
  });

  test('whom the hall serves is policy', () => {
    expect(checkCreditCode('92110105MA0000349W', { individualKinds: [], servedAuthorities: '9' }).ok).toBe(true);
  });
});

describe('the check character', () => {
  const body = fc.tuple(fc.constantFrom('91', '12', '51', 'N2'), fc.stringMatching(/^\d{6}$/), fc.array(fc.constantFrom(...ALPHABET), { minLength: 9, maxLength: 9 }))
    .map(([kind, division, rest]) => kind + division + rest.join(''));

  test('is always a character of the alphabet, and the code then passes', () => {
    fc.assert(fc.property(body, (first17) => {
      const check = creditCodeCheckCharacter(first17);
      expect(check).toMatch(/^[0-9A-HJ-NPQRTUWXY]$/);
      expect(checkCreditCode(first17 + check).ok).toBe(true);
    }));
  });

  test('catches every single wrong character', () => {
    fc.assert(fc.property(body, fc.nat(16), fc.constantFrom(...ALPHABET), (first17, at, other) => {
      fc.pre(first17.charAt(at) !== other);
      const code = first17 + creditCodeCheckCharacter(first17);
      expect(checkCreditCode(code.slice(0, at) + other + code.slice(at + 1)).ok).toBe(false);
    }));
  });
});
