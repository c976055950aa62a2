import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDestinationPhone } from '#domain/applicant/destination-phone.ts';
import { formatPhone, parsePhone } from '#domain/applicant/phone.ts';

const read = (text: string) => {
  const parsed = parsePhone(text);
  return parsed.ok ? [parsed.value.kind, formatPhone(parsed.value)] : parsed.error.code;
};

// reference/domain.md 6.5 and 10
describe('numbers as people write them', () => {
  test.each([
    ['13901002748', 'mobile', '139 0100 2748'],
    ['139-0100-2748', 'mobile', '139 0100 2748'],
    ['013901002748', 'mobile', '139 0100 2748'],
    ['+86 139 0100 2748', 'mobile', '139 0100 2748'],
    ['008613901002748', 'mobile', '139 0100 2748'],
    ['１３９０１００２７４８', 'mobile', '139 0100 2748'],
    ['010-59206688', 'landline', '010-5920 6688'],
    ['（010）5920 6688', 'landline', '010-5920 6688'],
    ['+86 10 5920 6688', 'landline', '010-5920 6688'],
    ['01059206688转801', 'landline', '010-5920 6688 转 801'],
    ['010-59206688-801', 'landline', '010-5920 6688 转 801'],
    ['010-5920 6688 ext. 12', 'landline', '010-5920 6688 转 12'],
    ['021-61234567', 'landline', '021-6123 4567'],
    ['0755-26014591', 'landline', '0755-2601 4591'],
    ['0471-6201234', 'landline', '0471-620 1234'],
    ['0316—2012345', 'landline', '0316-201 2345'],
    ['400-600-1688', 'access-400', '400-600-1688'],
    ['8008101234', 'access-800', '800-810-1234'],
    ['13491234567', 'satellite', '134 9123 4567'],
    ['10010', 'short', '10010'], ['95588', 'short', '95588'], ['110', 'short', '110'], ['12315', 'short', '12315'], ['96110', 'short', '96110'],
  ])('%s is a %s, shown %s', (text, kind, shown) => {
    expect(read(text)).toEqual([kind, shown]);
  });

  test.each([
    ['', 'phone-missing'], ['0755-2601459', 'phone-not-a-number'], ['0471-620123', 'phone-not-a-number'], ['026-12345678', 'phone-not-a-number'],
    ['026-22345678', 'phone-not-a-number'], ['400612345', 'phone-not-a-number'], ['40061234567', 'phone-not-a-number'], ['12345678901', 'phone-not-a-number'],
    ['1390100274', 'phone-not-a-number'], ['139010027481', 'phone-not-a-number'], ['59206688', 'phone-area-code-missing'], ['+852 2123 4567', 'phone-foreign'],
    ['139 0100 27a8', 'phone-character'], ['转801', 'phone-not-a-number'], ['--', 'phone-not-a-number'],
  ])('%s is refused: %s', (text, code) => {
    expect(read(text)).toBe(code);
  });

  test('a segment or area that the bundled plan does not know is taken with a mark', () => {
    expect(parsePhone('19412345678')).toMatchObject({ ok: true, value: { kind: 'mobile', known: false } });
    expect(parsePhone('0910-2123456')).toMatchObject({ ok: true, value: { kind: 'landline', areaCode: '0910', known: false } });
    expect(parsePhone('0755-26014591')).toMatchObject({ ok: true, value: { known: true } });
  });

  test('what is shown is read back as the same number', () => {
    const mobile = fc.tuple(fc.integer({ min: 13, max: 19 }), fc.stringMatching(/^\d{9}$/)).map(([head, rest]) => `${head}${rest}`);
    const landline = fc.stringMatching(/^[2-8]\d{7}$/).map((local) => `010${local}`);
    fc.assert(fc.property(fc.oneof(mobile, landline), fc.option(fc.stringMatching(/^\d{1,6}$/)), (digits, extension) => {
      const first = parsePhone(extension === null ? digits : `${digits}转${extension}`);
      fc.pre(first.ok);
      if (first.ok) expect(parsePhone(formatPhone(first.value))).toEqual(first);
    }));
  });
});

describe('where calls may be sent', () => {
  test.each(['13901002748', '010-59206688', '0316-2012345', '010-59206688转801'])('%s may', (text) => {
    expect(checkDestinationPhone(text).ok).toBe(true);
  });

  test.each([
    ['4006001688', 'destination-is-400'], ['800-810-1234', 'destination-is-800'], ['95588', 'destination-is-service-number'], ['10010', 'destination-is-service-number'],
    ['96110', 'destination-is-service-number'], ['13491234567', 'destination-is-satellite'], ['17012345678', 'destination-is-virtual-operator'],
    ['017112345678', 'destination-is-virtual-operator'], ['16212345678', 'destination-is-virtual-operator'], ['16512345678', 'destination-is-virtual-operator'],
    ['16712345678', 'destination-is-virtual-operator'], ['0755-2601459', 'phone-not-a-number'],
  ])('%s may not: %s', (text, code) => {
    expect(checkDestinationPhone(text)).toMatchObject({ ok: false, error: { code } });
  });

  test('which mobile segments are refused is policy', () => {
    expect(checkDestinationPhone('16212345678', { refusedMobileHeads: ['170'] }).ok).toBe(true);
  });
});
