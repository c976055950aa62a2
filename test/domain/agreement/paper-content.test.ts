import { assert, boolean, dictionary, integer, oneof, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalText } from '#domain/agreement/canonical-text.ts';
import { completedByHand, paperContentText } from '#domain/agreement/paper-content.ts';
import { agreement, receipt } from '../../fixtures/paper-samples.ts';

describe('canonical text', () => {
  test('sorts keys, drops absent members and white space', () => {
    expect(canonicalText({ b: [1, { d: null, c: '中 "文"' }], a: true, gone: undefined })).toBe('{"a":true,"b":[1,{"c":"中 \\"文\\"","d":null}]}');
  });

  test('is the same for the same members in any order, and reads back', () => {
    assert(property(dictionary(string(), oneof(string(), integer(), boolean())), (value) => {
      const plain = Object.fromEntries(Object.entries(value));
      const turned = Object.fromEntries(Object.entries(plain).reverse());
      expect(canonicalText(turned)).toBe(canonicalText(plain));
      expect(JSON.parse(canonicalText(plain))).toEqual(plain);
    }));
  });

  test('refuses values that have more than one spelling', () => {
    for (const value of [0.1, -0, Number.NaN, new Date(0), new Map(), undefined]) expect(() => canonicalText(value)).toThrow();
  });
});

describe('content of a paper', () => {
  test('is the same before and after signing', () => {
    const { signing, ...draft } = agreement;
    expect(signing).toBeDefined();
    expect(paperContentText(draft)).toBe(paperContentText(agreement));
  });

  test('changes with any printed value', () => {
    expect(paperContentText({ ...agreement, dueToday: { ...agreement.dueToday, total: 10 } })).not.toBe(paperContentText(agreement));
    expect(paperContentText({ ...receipt, payer: '别的单位' })).not.toBe(paperContentText(receipt));
  });

  test('leaves a blank for each character to be written by hand, and says so', () => {
    const blanked = completedByHand(agreement, ['䶮']);
    expect(blanked.customer.handler.name).toBe('王＿');
    expect(blanked.head.handlerName).toBe('王＿');
    expect(blanked.head.completedByHand).toBe(true);
    expect(agreement.head.completedByHand).toBe(false);
  });
});
