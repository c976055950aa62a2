import { beforeAll, describe, expect, test } from 'vitest';
import { type PaperFonts, missingCharacters, openPaperFonts } from '../../../src-main/documents/font/paper-fonts.ts';
import { Ink } from '../../../src-main/documents/sheet/ink.ts';
import { FONTS_DIR } from '../../fixtures/paper-samples.ts';
import { pdfFonts, pdfText, pdfTool } from '../../support/pdf-tools.ts';

// Names as they occur: Ext A, B and C–F, the middle dot, and pairs that share one glyph in a font.
const NAMES = ['㛃', '䶮', '𫖯', '𠮷', '·', '𡋾', '𬒍', '𩽹', '𬃯', '喆', '㸆', '〇', '买买提·艾合买提'];
const SHARED_GLYPHS = ['一⼀', '里⾥', 'Kelvin KK'];

let fonts: PaperFonts;
beforeAll(() => {
  fonts = openPaperFonts(FONTS_DIR);
});

async function printed(lines: readonly string[]): Promise<Uint8Array> {
  const ink = new Ink(fonts, { title: '字', author: '字', createdAt: new Date(0) });
  ink.newPage();
  lines.forEach((line, i) => {
    const face = (['serif', 'serifBold', 'sans', 'sansBold'] as const)[i % 4] ?? 'serif';
    ink.text(60, 60 + 18 * i, line, { face, size: 12, tight: true });
  });
  return ink.bytes();
}

describe('rare characters', () => {
  test('print in every face and read back as themselves', async () => {
    const lines = NAMES.flatMap((name) => Array.from({ length: 4 }, () => `王${name}甲`).slice(0, 2));
    const pdf = await printed([...lines, ...SHARED_GLYPHS.slice(0, 2)]);
    const read = pdfText(pdf).split(/\s+/).filter(Boolean);
    expect(read).toEqual([...lines, ...SHARED_GLYPHS.slice(0, 2)]);
    expect(pdfFonts(pdf).every(({ embedded, unicode }) => embedded && unicode)).toBe(true);
    expect(pdfTool('qpdf', pdf, '--check', '{}')).toContain('No syntax or stream encoding errors');
  });

  test('two thousand characters of each plane we have read back without one error', async () => {
    const ranges = [[0x4e00, 800], [0x3400, 400], [0x20000, 400], [0x2a700, 200], [0x2b740, 100], [0x2b820, 100]] as const;
    const characters = ranges.flatMap(([start, count]) => Array.from({ length: count }, (_, i) => String.fromCodePoint(start + i * 3)))
      .filter((character) => missingCharacters(fonts, character).length === 0);
    expect(characters.length).toBeGreaterThan(1900);
    const lines = Array.from({ length: 40 }, (_, i) => characters.slice(i * 40, (i + 1) * 40).join(''));
    expect(pdfText(await printed(lines)).split(/\s+/).filter(Boolean).join('')).toBe(lines.join(''));
  });

  test.each([
    ['private use, even where a font draws something', '冯\uE000', ['\uE000']],
    ['private use planes', '\u{F0000}', ['\u{F0000}']],
    ['a variation selector', '辻\u{E0100}', ['\u{E0100}']],
    ['a combining mark', 'e\u0301', ['\u0301']],
    ['zero width space', '中\u200B国', ['\u200B']],
    ['a control', '中\u0007', ['\u0007']],
    ['emoji', '公司😀', ['😀']],
    ['a character of a later extension', '𱁬\u{323AF}', ['\u{323AF}']],
  ])('refuses %s by name', (_, text, expected) => {
    expect(missingCharacters(fonts, text)).toEqual(expected);
  });

  test('a drawing that skipped the check is a bug, never a box', () => {
    const ink = new Ink(fonts, { title: '字', author: '字', createdAt: new Date(0) });
    ink.newPage();
    expect(() => ink.text(60, 60, '\uE000', { face: 'serif', size: 12 })).toThrow(/missing characters/);
  });
});
