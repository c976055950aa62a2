import { assert } from '#domain/assert.ts';
import { FontSubset } from './font-subset.ts';
import type { Sfnt } from './sfnt.ts';

/** One character found in the chain; `advanceWidth` is in the primary font's units. */
export type Glyph = { readonly id: number; readonly advanceWidth: number; readonly codePoints: readonly number[] };

// A font may draw something for these, but it is no character that we could name or read back:
// controls, surrogates, private use, unassigned, variation selectors and other combining marks, line and paragraph separators.
const UNNAMEABLE = /^[\p{C}\p{M}\p{Zl}\p{Zp}]$/u;

// Virtual glyph id = alias · ALIAS + font index · FONT + glyph.
const FONT = 0x10000;
const ALIAS = FONT * 16;

/**
 * The font object handed to pdfkit in place of fontkit's: no shaping (Chinese body text needs none), fallback fonts
 * merged into the one embedded subset, two characters that share a glyph embedded twice so that the text reads back exactly,
 * and no silent box: `layout` asserts that `missingCharacters` was asked first.
 */
export class CjkFont {
  readonly #chain: Sfnt[];
  readonly #pending: (() => Sfnt)[];
  readonly #found = new Map<number, Glyph | null>();
  readonly #owners = new Set<number>();
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly lineGap: number;
  readonly xHeight: number;
  readonly capHeight: number;
  readonly bbox: Sfnt['box'];
  readonly postscriptName: string;
  readonly italicAngle = 0;
  readonly post = { isFixedPitch: 0 };
  readonly head = { macStyle: { italic: false } };
  readonly 'OS/2': { readonly sFamilyClass: number };

  /** Fallbacks are opened only when a character is first missing in all before them. */
  constructor(primary: Sfnt, fallbacks: readonly (() => Sfnt)[]) {
    this.#chain = [primary];
    this.#pending = [...fallbacks];
    ({ unitsPerEm: this.unitsPerEm, ascent: this.ascent, descent: this.descent, lineGap: this.lineGap, xHeight: this.xHeight } = primary);
    ({ capHeight: this.capHeight, box: this.bbox, postscriptName: this.postscriptName } = primary);
    this['OS/2'] = { sFamilyClass: primary.familyClass };
  }

  glyph(character: string): Glyph | null {
    const codePoint = character.codePointAt(0) ?? 0;
    const known = this.#found.get(codePoint);
    if (known !== undefined) return known;
    const glyph = UNNAMEABLE.test(character) ? null : this.#lookUp(codePoint);
    this.#found.set(codePoint, glyph);
    return glyph;
  }

  /** The characters of the text that no font of the chain can print, each once, in order. */
  missingCharacters(text: string): string[] {
    return [...new Set(text)].filter((character) => this.glyph(character) === null);
  }

  /** Advance in em. */
  width(character: string): number {
    return (this.glyph(character)?.advanceWidth ?? 0) / this.unitsPerEm;
  }

  layout(text: string): { glyphs: Glyph[]; positions: object[]; advanceWidth: number } {
    const glyphs = Array.from(text, (character) => {
      const glyph = this.glyph(character);
      assert(glyph, 'CjkFont.layout: text was not checked for missing characters');
      return glyph;
    });
    const positions = glyphs.map(({ advanceWidth }) => ({ xAdvance: advanceWidth, yAdvance: 0, xOffset: 0, yOffset: 0 }));
    const total = glyphs.reduce((sum, { advanceWidth }) => sum + advanceWidth, 0);
    return { glyphs, positions, advanceWidth: (total * 1000) / this.unitsPerEm };
  }

  getGlyph(id: number): { readonly id: number; readonly advanceWidth: number } {
    const [primary] = this.#chain;
    assert(primary && id === 0, 'CjkFont.getGlyph: only the empty glyph is asked for by number');
    return { id, advanceWidth: primary.advance(0) };
  }

  createSubset(): FontSubset {
    return new FontSubset(this.#chain, (id) => ({ font: Math.floor((id % ALIAS) / FONT), glyph: id % FONT }));
  }

  #lookUp(codePoint: number): Glyph | null {
    for (let index = 0; ; index++) {
      const font = this.#chain[index] ?? this.#openNext();
      if (!font) return null;
      const glyph = font.glyphOf(codePoint);
      if (glyph === 0) continue;
      let id = index * FONT + glyph;
      while (this.#owners.has(id)) id += ALIAS;
      this.#owners.add(id);
      return { id, advanceWidth: Math.round((font.advance(glyph) * this.unitsPerEm) / font.unitsPerEm), codePoints: [codePoint] };
    }
  }

  #openNext(): Sfnt | undefined {
    const font = this.#pending.shift()?.();
    if (font) this.#chain.push(font);
    return font;
  }
}
