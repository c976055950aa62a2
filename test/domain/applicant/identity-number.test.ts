import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkIdentityNumber, identityCheckCharacter } from '#domain/applicant/identity-number.ts';
import { maskIdentityNumber, maskPersonName, maskPhone } from '#domain/applicant/mask.ts';

const TODAY = '2026-11-24';

// reference/domain.md 6.3 and 10
describe('an identity number that is right tells of its holder', () => {
  test.each([
    ['11010519491231002X', '1949-12-31', 'female', 'citizen', '11'],
    ['11010519491231002x', '1949-12-31', 'female', 'citizen', '11'],
    ['34052419800101001X', '1980-01-01', 'male', 'citizen', '34'],
    ['440524188001010014', '1880-01-01', 'male', 'citizen', '44'],
    ['110101200002290018', '2000-02-29', 'male', 'citizen', '11'],
    ['330106202501010027', '2025-01-01', 'female', 'citizen', '33'],
    ['110101202611240015', '2026-11-24', 'male', 'citizen', '11'],
    ['810000199001010019', '1990-01-01', 'male', 'hong-kong-resident', '81'],
    ['820000199001010010', '1990-01-01', 'male', 'macau-resident', '82'],
    ['830000199001010012', '1990-01-01', 'male', 'taiwan-resident', '83'],
    ['911156199001010010', '1990-01-01', 'male', 'permanent-resident', null],
  ])('%s: born %s, %s, %s', (text, birthDate, sex, holder, province) => {
    expect(checkIdentityNumber(text, TODAY)).toEqual({ ok: true, value: { number: text.toUpperCase(), birthDate, sex, holder, province } });
  });
});

describe('one that is wrong is refused with the reason', () => {
  test.each([
    [' ', 'identity-number-missing', {}],
    ['110105491231002', 'identity-number-first-generation', { length: 15 }],
    ['11010519491231002', 'identity-number-length', { length: 17, expected: 18 }],
    ['1101051949123100XX', 'identity-number-character', { position: 17, character: 'X' }],
    ['000000199001010018', 'identity-number-region', { region: '000000' }],
    ['721101199001010018', 'identity-number-region', { region: '721101' }],
    ['110105198502302834', 'identity-number-birth-date', { date: '1985-02-30' }],
    ['110101190002290011', 'identity-number-birth-date', { date: '1900-02-29' }],
    ['110101202611250010', 'identity-number-born-later', { date: '2026-11-25' }],
    ['110101209901010017', 'identity-number-born-later', { date: '2099-01-01' }],
    ['11010119900307001X', 'identity-number-check-character', { position: 18, expected: '1', found: 'X' }],
  ])('%s: %s', (text, code, facts) => {
    expect(checkIdentityNumber(text, TODAY)).toEqual({ ok: false, error: { code, facts } });
  });

  test('any single wrong digit and any swap of neighbours is caught', () => {
    const first17 = fc.tuple(fc.date({ min: new Date('1930-01-01'), max: new Date('2008-01-01'), noInvalidDate: true }), fc.integer({ min: 0, max: 999 }))
      .map(([born, sequence]) => `110105${born.toISOString().slice(0, 10).replaceAll('-', '')}${String(sequence).padStart(3, '0')}`);
    fc.assert(fc.property(first17, fc.nat(16), fc.integer({ min: 1, max: 9 }), (body, at, shift) => {
      const number = body + identityCheckCharacter(body);
      expect(checkIdentityNumber(number, TODAY).ok).toBe(true);
      const wrong = String((Number(number.charAt(at)) + shift) % 10);
      expect(checkIdentityNumber(number.slice(0, at) + wrong + number.slice(at + 1), TODAY).ok).toBe(false);
      const next = number.charAt(at + 1);
      fc.pre(next !== number.charAt(at));
      expect(checkIdentityNumber(number.slice(0, at) + next + number.charAt(at) + number.slice(at + 2), TODAY).ok).toBe(false);
    }));
  });
});

describe('masks', () => {
  test.each([['11010519491231002X', '110105********002X'], ['110105491231002', '110105*****1002'], ['1101051949', '**********'], ['11010519491', '***********'], ['', '']])('identity number %s is shown as %s', (number, shown) => {
    expect(maskIdentityNumber(number)).toBe(shown);
  });

  test.each([['138 0000 1234', '138****1234'], ['01059206688', '010****6688'], ['62301234', '********'], ['', '']])('phone %s is shown as %s', (phone, shown) => {
    expect(maskPhone(phone)).toBe(shown);
  });

  test.each([['张三丰', '张*'], ['𠮷野家', '𠮷*'], ['阿卜杜·热合曼', '阿*'], [' ', '']])('name %s is shown as %s', (name, shown) => {
    expect(maskPersonName(name)).toBe(shown);
  });

  test('never show a text whole, and keep its length', () => {
    fc.assert(fc.property(fc.stringMatching(/^\d{1,20}$/), (digits) => {
      for (const shown of [maskIdentityNumber(digits), maskPhone(digits)]) {
        expect(shown).toHaveLength(digits.length);
        expect(shown.split('*').length - 1).toBeGreaterThanOrEqual(Math.min(4, digits.length));
      }
    }));
  });
});
