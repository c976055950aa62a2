import { assert } from '#domain/assert.ts';

type TableSpan = { readonly offset: number; readonly length: number };

/** Reads one static TrueType-outline font: character map, advances and raw glyphs; copies nothing. */
export class Sfnt {
  readonly #bytes: Buffer;
  readonly #tables: ReadonlyMap<string, TableSpan>;
  readonly #longLoca: boolean;
  readonly #metricCount: number;
  readonly #charMap: number;
  readonly #charMapFormat: number;
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly lineGap: number;
  readonly xHeight: number;
  readonly capHeight: number;
  readonly familyClass: number;
  readonly postscriptName: string;
  readonly box: { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number };

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    this.#tables = readDirectory(bytes);
    const [head, hhea, os2] = [this.#start('head'), this.#start('hhea'), this.#start('OS/2')];
    this.unitsPerEm = bytes.readUInt16BE(head + 18);
    this.box = {
      minX: bytes.readInt16BE(head + 36), minY: bytes.readInt16BE(head + 38),
      maxX: bytes.readInt16BE(head + 40), maxY: bytes.readInt16BE(head + 42),
    };
    this.#longLoca = bytes.readInt16BE(head + 50) === 1;
    this.ascent = bytes.readInt16BE(hhea + 4);
    this.descent = bytes.readInt16BE(hhea + 6);
    this.lineGap = bytes.readInt16BE(hhea + 8);
    this.#metricCount = bytes.readUInt16BE(hhea + 34);
    this.familyClass = bytes.readInt16BE(os2 + 30);
    const hasHeights = bytes.readUInt16BE(os2) >= 2;
    this.xHeight = hasHeights ? bytes.readInt16BE(os2 + 86) : 0;
    this.capHeight = hasHeights ? bytes.readInt16BE(os2 + 88) : this.ascent;
    this.postscriptName = readName(bytes, this.#start('name'), 6) ?? 'Font';
    const map = chooseCharMap(bytes, this.#start('cmap'));
    this.#charMap = map.offset;
    this.#charMapFormat = map.format;
  }

  #start(name: string): number {
    const span = this.#tables.get(name);
    assert(span, `Sfnt: table ${name} is missing`);
    return span.offset;
  }

  /** The table's bytes, or nothing where the font has no such table. */
  table(name: string): Buffer | undefined {
    const span = this.#tables.get(name);
    return span && this.#bytes.subarray(span.offset, span.offset + span.length);
  }

  /** Glyph of a code point; 0 where the font has none. */
  glyphOf(codePoint: number): number {
    if (this.#charMapFormat === 12) return fromFormat12(this.#bytes, this.#charMap, codePoint);
    return codePoint > 0xffff ? 0 : fromFormat4(this.#bytes, this.#charMap, codePoint);
  }

  advance(glyph: number): number {
    return this.#bytes.readUInt16BE(this.#start('hmtx') + Math.min(glyph, this.#metricCount - 1) * 4);
  }

  leftBearing(glyph: number): number {
    const start = this.#start('hmtx');
    return glyph < this.#metricCount
      ? this.#bytes.readInt16BE(start + glyph * 4 + 2)
      : this.#bytes.readInt16BE(start + this.#metricCount * 4 + (glyph - this.#metricCount) * 2);
  }

  /** The glyph's raw outline; empty for a space. */
  outline(glyph: number): Buffer {
    const loca = this.#start('loca');
    const at = (index: number): number =>
      this.#longLoca ? this.#bytes.readUInt32BE(loca + index * 4) : this.#bytes.readUInt16BE(loca + index * 2) * 2;
    const glyf = this.#start('glyf');
    return this.#bytes.subarray(glyf + at(glyph), glyf + at(glyph + 1));
  }
}

function readDirectory(bytes: Buffer): ReadonlyMap<string, TableSpan> {
  const signature = bytes.readUInt32BE(0);
  assert(signature === 0x00010000 || signature === 0x74727565, 'Sfnt: a TrueType-outline .ttf is needed');
  const tables = new Map<string, TableSpan>();
  for (let i = 0, count = bytes.readUInt16BE(4); i < count; i++) {
    const at = 12 + i * 16;
    tables.set(bytes.toString('latin1', at, at + 4), { offset: bytes.readUInt32BE(at + 8), length: bytes.readUInt32BE(at + 12) });
  }
  assert(!tables.has('fvar'), 'Sfnt: a variable font has to be instanced first');
  return tables;
}

function readName(bytes: Buffer, start: number, id: number): string | undefined {
  const storage = start + bytes.readUInt16BE(start + 4);
  for (let i = 0, count = bytes.readUInt16BE(start + 2); i < count; i++) {
    const at = start + 6 + i * 12;
    if (bytes.readUInt16BE(at + 6) !== id) continue;
    const from = storage + bytes.readUInt16BE(at + 10);
    const raw = bytes.subarray(from, from + bytes.readUInt16BE(at + 8));
    return bytes.readUInt16BE(at) === 1 ? raw.toString('latin1') : Buffer.from(raw).swap16().toString('utf16le');
  }
  return undefined;
}

// Full-range maps (format 12) before basic-plane ones (format 4).
function chooseCharMap(bytes: Buffer, start: number): { readonly offset: number; readonly format: number } {
  let best = { offset: 0, format: 0 };
  for (let i = 0, count = bytes.readUInt16BE(start + 2); i < count; i++) {
    const offset = start + bytes.readUInt32BE(start + 8 + i * 8);
    const format = bytes.readUInt16BE(offset);
    if ((format === 12 || format === 4) && format > best.format) best = { offset, format };
  }
  assert(best.format !== 0, 'Sfnt: no character map that can be read');
  return best;
}

function fromFormat12(bytes: Buffer, map: number, codePoint: number): number {
  let low = 0;
  let high = bytes.readUInt32BE(map + 12) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = map + 16 + middle * 12;
    const first = bytes.readUInt32BE(at);
    if (codePoint < first) high = middle - 1;
    else if (codePoint > bytes.readUInt32BE(at + 4)) low = middle + 1;
    else return bytes.readUInt32BE(at + 8) + codePoint - first;
  }
  return 0;
}

function fromFormat4(bytes: Buffer, map: number, codePoint: number): number {
  const doubled = bytes.readUInt16BE(map + 6);
  const [ends, starts, deltas, ranges] = [map + 14, map + 16 + doubled, map + 16 + doubled * 2, map + 16 + doubled * 3];
  for (let segment = 0; segment < doubled; segment += 2) {
    if (codePoint > bytes.readUInt16BE(ends + segment)) continue;
    const first = bytes.readUInt16BE(starts + segment);
    if (codePoint < first) return 0;
    const delta = bytes.readInt16BE(deltas + segment);
    const range = bytes.readUInt16BE(ranges + segment);
    if (range === 0) return (codePoint + delta) & 0xffff;
    const glyph = bytes.readUInt16BE(ranges + segment + range + (codePoint - first) * 2);
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}
