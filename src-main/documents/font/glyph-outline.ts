import { assert } from '#domain/assert.ts';
import type { Sfnt } from './sfnt.ts';

type Point = { readonly x: number; readonly y: number; readonly onCurve: boolean };
type Contour = readonly Point[];

// Flags of the TrueType glyph format.
const SIMPLE = { onCurve: 1, xShort: 2, yShort: 4, repeat: 8, xSame: 16, ySame: 32 } as const;
const COMPOSITE = { words: 1, offsets: 2, scale: 8, more: 0x20, xyScale: 0x40, matrix: 0x80 } as const;

/** Calls back with the offset of each component's glyph index in a composite outline. */
export function eachComponent(outline: Buffer, visit: (offset: number) => void): void {
  if (outline.length === 0 || outline.readInt16BE(0) >= 0) return;
  for (let at = 10, flags = COMPOSITE.more as number; flags & COMPOSITE.more;) {
    flags = outline.readUInt16BE(at);
    visit(at + 2);
    at += 4 + (flags & COMPOSITE.words ? 4 : 2) + scaleBytes(flags);
  }
}

/** Redraws a glyph at another em size as a simple outline without hints; composites are flattened. */
export function scaledOutline(font: Sfnt, glyph: number, scale: number): { readonly bytes: Buffer; readonly points: number; readonly contours: number } {
  const contours = contoursOf(font, glyph, 0).map((contour) =>
    contour.map(({ x, y, onCurve }) => ({ x: Math.round(x * scale), y: Math.round(y * scale), onCurve })));
  return { bytes: encode(contours), points: contours.flat().length, contours: contours.length };
}

const scaleBytes = (flags: number): number =>
  flags & COMPOSITE.scale ? 2 : flags & COMPOSITE.xyScale ? 4 : flags & COMPOSITE.matrix ? 8 : 0;

function contoursOf(font: Sfnt, glyph: number, depth: number): Contour[] {
  assert(depth < 6, 'glyph-outline: composite nested too deep');
  const outline = font.outline(glyph);
  if (outline.length === 0) return [];
  const count = outline.readInt16BE(0);
  return count < 0 ? compositeContours(font, outline, depth) : simpleContours(outline, count);
}

function compositeContours(font: Sfnt, outline: Buffer, depth: number): Contour[] {
  const found: Contour[] = [];
  eachComponent(outline, (at) => {
    const flags = outline.readUInt16BE(at - 2);
    assert(flags & COMPOSITE.offsets, 'glyph-outline: point-matched composite');
    const wide = (flags & COMPOSITE.words) !== 0;
    const dx = wide ? outline.readInt16BE(at + 2) : outline.readInt8(at + 2);
    const dy = wide ? outline.readInt16BE(at + 4) : outline.readInt8(at + 3);
    const [a, b, c, d] = matrixOf(outline, flags, at + (wide ? 6 : 4));
    for (const contour of contoursOf(font, outline.readUInt16BE(at), depth + 1)) {
      found.push(contour.map((p) => ({ x: p.x * a + p.y * c + dx, y: p.x * b + p.y * d + dy, onCurve: p.onCurve })));
    }
  });
  return found;
}

function matrixOf(outline: Buffer, flags: number, at: number): readonly [number, number, number, number] {
  const value = (index: number): number => outline.readInt16BE(at + index * 2) / 16384;
  if (flags & COMPOSITE.scale) return [value(0), 0, 0, value(0)];
  if (flags & COMPOSITE.xyScale) return [value(0), 0, 0, value(1)];
  return flags & COMPOSITE.matrix ? [value(0), value(1), value(2), value(3)] : [1, 0, 0, 1];
}

function simpleContours(outline: Buffer, count: number): Contour[] {
  const ends = Array.from({ length: count }, (_, i) => outline.readUInt16BE(10 + i * 2));
  let at = 10 + count * 2;
  at += 2 + outline.readUInt16BE(at); // hints are dropped
  const total = (ends.at(-1) ?? -1) + 1;
  const flags: number[] = [];
  while (flags.length < total) {
    const flag = outline.readUInt8(at++);
    flags.push(flag);
    if (flag & SIMPLE.repeat) for (let times = outline.readUInt8(at++); times > 0; times--) flags.push(flag);
  }
  const axis = (short: number, same: number): number[] => {
    let value = 0;
    return flags.map((flag) => {
      if (flag & short) {
        const step = outline.readUInt8(at++);
        value += flag & same ? step : -step;
      } else if (!(flag & same)) {
        value += outline.readInt16BE(at);
        at += 2;
      }
      return value;
    });
  };
  const xs = axis(SIMPLE.xShort, SIMPLE.xSame);
  const ys = axis(SIMPLE.yShort, SIMPLE.ySame);
  const points = flags.map((flag, i) => ({ x: xs[i] ?? 0, y: ys[i] ?? 0, onCurve: (flag & SIMPLE.onCurve) !== 0 }));
  return ends.map((end, i) => points.slice(i === 0 ? 0 : (ends[i - 1] ?? 0) + 1, end + 1));
}

function encode(contours: readonly Contour[]): Buffer {
  const points = contours.flat();
  if (points.length === 0) return Buffer.alloc(0);
  const flags: number[] = [];
  const [xBytes, yBytes]: [number[], number[]] = [[], []];
  let last = { x: 0, y: 0 };
  for (const point of points) {
    let flag = point.onCurve ? SIMPLE.onCurve : 0;
    flag |= encodeStep(point.x - last.x, xBytes, SIMPLE.xShort, SIMPLE.xSame);
    flag |= encodeStep(point.y - last.y, yBytes, SIMPLE.yShort, SIMPLE.ySame);
    flags.push(flag);
    last = point;
  }
  const header = Buffer.alloc(12 + contours.length * 2);
  header.writeInt16BE(contours.length, 0);
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)].forEach((v, i) => header.writeInt16BE(v, 2 + i * 2));
  let end = -1;
  contours.forEach((contour, i) => header.writeUInt16BE((end += contour.length), 10 + i * 2));
  return Buffer.concat([header, Buffer.from([...flags, ...xBytes, ...yBytes])]);
}

function encodeStep(step: number, bytes: number[], short: number, same: number): number {
  if (step === 0) return same;
  if (Math.abs(step) < 256) {
    bytes.push(Math.abs(step));
    return step > 0 ? short | same : short;
  }
  bytes.push((step >> 8) & 255, step & 255);
  return 0;
}
