import { assert } from '#domain/assert.ts';
import { eachComponent, scaledOutline } from './glyph-outline.ts';
import type { Sfnt } from './sfnt.ts';

/** Which glyph of which font a virtual glyph id stands for; index 0 is the primary font. */
export type GlyphSource = { readonly font: number; readonly glyph: number };

/** The glyphs one document uses, from all fonts of a chain, as one TrueType file in the primary font's em. */
export class FontSubset {
  readonly #fonts: readonly Sfnt[];
  readonly #sourceOf: (id: number) => GlyphSource;
  readonly #ids: number[] = [0];
  readonly #index = new Map<number, number>([[0, 0]]);

  constructor(fonts: readonly Sfnt[], sourceOf: (id: number) => GlyphSource) {
    this.#fonts = fonts;
    this.#sourceOf = sourceOf;
  }

  /** Position of the glyph in the embedded file; pdfkit writes it into the text. */
  includeGlyph(id: number): number {
    const known = this.#index.get(id);
    if (known !== undefined) return known;
    const index = this.#ids.push(id) - 1;
    this.#index.set(id, index);
    return index;
  }

  encode(): Uint8Array {
    const primary = this.#font(0);
    const glyphs: Buffer[] = [];
    const metrics: (readonly [advance: number, bearing: number])[] = [];
    const offsets = [0];
    const largest = { points: 0, contours: 0 };
    // Composite glyphs of the primary font append their parts while we walk: the bound grows.
    for (let i = 0, offset = 0; i < this.#ids.length; i++) {
      const { font, glyph } = this.#sourceOf(this.#ids[i] ?? 0);
      const bytes = font === 0 ? this.#primaryGlyph(primary, glyph, metrics) : this.#foreignGlyph(font, glyph, metrics, largest);
      const padding = Buffer.alloc(-bytes.length & 3);
      glyphs.push(bytes, padding);
      offset += bytes.length + padding.length;
      offsets.push(offset);
    }
    return assemble({
      'cvt ': primary.table('cvt '), fpgm: primary.table('fpgm'), prep: primary.table('prep'),
      glyf: Buffer.concat(glyphs),
      head: patched(primary, 'head', (t) => { t.writeUInt32BE(0, 8); t.writeInt16BE(1, 50); }),
      hhea: patched(primary, 'hhea', (t) => t.writeUInt16BE(metrics.length, 34)),
      maxp: patched(primary, 'maxp', (t) => {
        t.writeUInt16BE(metrics.length, 4);
        t.writeUInt16BE(Math.max(largest.points, t.readUInt16BE(6)), 6);
        t.writeUInt16BE(Math.max(largest.contours, t.readUInt16BE(8)), 8);
      }),
      hmtx: packed(metrics.length * 4, (t) => metrics.forEach(([advance, bearing], i) => {
        t.writeUInt16BE(advance, i * 4);
        t.writeInt16BE(bearing, i * 4 + 2);
      })),
      loca: packed(offsets.length * 4, (t) => offsets.forEach((offset, i) => t.writeUInt32BE(offset, i * 4))),
    });
  }

  #font(index: number): Sfnt {
    const font = this.#fonts[index];
    assert(font, 'FontSubset: glyph of a font that is not in the chain');
    return font;
  }

  #primaryGlyph(font: Sfnt, glyph: number, metrics: (readonly [number, number])[]): Buffer {
    const bytes = Buffer.from(font.outline(glyph));
    eachComponent(bytes, (at) => bytes.writeUInt16BE(this.includeGlyph(bytes.readUInt16BE(at)), at));
    metrics.push([font.advance(glyph), font.leftBearing(glyph)]);
    return bytes;
  }

  #foreignGlyph(index: number, glyph: number, metrics: (readonly [number, number])[], largest: { points: number; contours: number }): Buffer {
    const font = this.#font(index);
    const scale = this.#font(0).unitsPerEm / font.unitsPerEm;
    const { bytes, points, contours } = scaledOutline(font, glyph, scale);
    metrics.push([Math.round(font.advance(glyph) * scale), bytes.length > 0 ? bytes.readInt16BE(2) : 0]);
    largest.points = Math.max(largest.points, points);
    largest.contours = Math.max(largest.contours, contours);
    return bytes;
  }
}

function packed(size: number, fill: (bytes: Buffer) => void): Buffer {
  const bytes = Buffer.alloc(size);
  fill(bytes);
  return bytes;
}

function patched(font: Sfnt, name: string, change: (bytes: Buffer) => void): Buffer {
  const table = font.table(name);
  assert(table, `FontSubset: table ${name} is missing`);
  const copy = Buffer.from(table);
  change(copy);
  return copy;
}

function assemble(tables: Readonly<Record<string, Buffer | undefined>>): Uint8Array {
  const present = Object.entries(tables).flatMap(([name, bytes]) => (bytes && bytes.length > 0 ? [{ name, bytes }] : []))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const power = Math.floor(Math.log2(present.length));
  const directory = Buffer.alloc(12 + present.length * 16);
  directory.writeUInt32BE(0x00010000, 0);
  [present.length, 16 << power, power, present.length * 16 - (16 << power)].forEach((v, i) => directory.writeUInt16BE(v, 4 + i * 2));
  const parts: Buffer[] = [directory];
  let offset = directory.length;
  present.forEach(({ name, bytes }, i) => {
    const at = 12 + i * 16;
    directory.write(name, at, 'latin1');
    [checksum(bytes), offset, bytes.length].forEach((v, k) => directory.writeUInt32BE(v, at + 4 + k * 4));
    parts.push(bytes, Buffer.alloc(-bytes.length & 3));
    offset += bytes.length + (-bytes.length & 3);
  });
  return new Uint8Array(Buffer.concat(parts));
}

function checksum(bytes: Buffer): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) {
    sum = (sum + (at + 4 <= bytes.length ? bytes.readUInt32BE(at) : Buffer.concat([bytes.subarray(at), Buffer.alloc(4)]).readUInt32BE(0))) >>> 0;
  }
  return sum;
}
