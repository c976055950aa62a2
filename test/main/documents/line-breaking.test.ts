import { assert, integer, property } from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type PaperFonts, openPaperFonts } from '../../../src-main/documents/font/paper-fonts.ts';
import { type Line, breakLines, justified } from '../../../src-main/documents/sheet/break-lines.ts';
import { lineWidth, markedPieces, toChars } from '../../../src-main/documents/sheet/setting.ts';
import { FONTS_DIR, clauses } from '../../fixtures/paper-samples.ts';

let fonts: PaperFonts;
beforeAll(() => {
  fonts = openPaperFonts(FONTS_DIR);
});

const set = (text: string, measure: number): Line[] => breakLines(toChars(fonts, markedPieces(text, 'serif', 'serifBold')), measure);
const words = ({ chars }: Line): string => chars.map(({ text }) => text).join('');
const paragraphs = (): string[] => clauses().clauses.flatMap(({ items }) => items.map(({ text }) => text));

describe('line breaking', () => {
  test('no clause at any measure begins or ends a line with a forbidden mark, loses text or leaves a last line of one character', () => {
    for (let measure = 12; measure <= 45; measure += 1.5) {
      for (const text of paragraphs()) {
        const lines = set(text, measure).map(words);
        expect(lines.join('')).toBe(text.replaceAll(/\*\*|!!/g, ''));
        for (const line of lines) {
          expect(line).not.toMatch(/^[，。、；：？！）》”’〉」』】％…]/u);
          expect(line).not.toMatch(/[（《“‘〈「『【]$/u);
        }
        if (lines.length > 1) expect(lines.at(-1)?.replaceAll(/[，。；]/g, '').length).toBeGreaterThan(1);
      }
    }
  });

  test('numbers, codes and dashes stay whole', () => {
    assert(property(integer({ min: 14, max: 40 }), (measure) => {
      const text = '编号XY-990101-20260924应付3,760.00元，自9:00至18:00——以收款日为准，电话0990-5555……不得拆开。';
      const lines = set(text, measure).map(words).join('|');
      for (const whole of ['XY-990101-20260924', '3,760.00元', '9:00', '18:00', '——', '0990-5555', '……']) expect(lines).toContain(whole);
    }));
  });

  test('justified lines are as wide as the measure, their numbers and words unstretched', () => {
    const measure = 35;
    for (const text of paragraphs()) {
      for (const line of set(text, measure)) {
        const chars = justified(line, measure);
        if (chars === line.chars) continue;
        expect(Math.abs(lineWidth(chars) - measure)).toBeLessThan(0.51);
        chars.forEach((char, i) => {
          if (/[0-9A-Za-z]/.test(char.text) && /[0-9A-Za-z]/.test(chars[i + 1]?.text ?? '')) expect(char.gap).toBe(0);
        });
      }
    }
  });

  test.each(['PREPAY-BY-MINIMUM', 'PLAN-COMMITMENT', 'MINIMUM-HALL-BY-GRADE', 'RATE-AFTER-INCLUDED'])('the rule id %s is broken only after a hyphen', (id) => {
    const lines = breakLines(toChars(fonts, [{ text: id, face: 'sans' }], { tight: true }), 7).map(words);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join('')).toBe(id);
    for (const line of lines.slice(0, -1)) expect(line).toMatch(/-$/);
  });

  test('a run longer than the measure is broken rather than lost or printed over the edge', () => {
    const lines = set('A'.repeat(100), 12);
    expect(lines.map(words).join('')).toBe('A'.repeat(100));
    for (const line of lines) expect(lineWidth(line.chars)).toBeLessThanOrEqual(12);
  });
});
