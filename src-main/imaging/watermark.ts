import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';
import sharp from 'sharp';

/** Burns the purpose into the pixels of a copy that leaves (domain.md 2.1.11: carrier, purpose, date). */
export type Watermark = (jpeg: Uint8Array, lines: readonly string[]) => Promise<Uint8Array>;

/**
 * Opens the watermark with a bundled font. The text is drawn as outlines: SVG text would show boxes on a PC without our fonts.
 * Three lines, −22°, accent colour at 24 %: number, name and dates under it stay readable (mockups/documents).
 */
export function openWatermark(fontFile: string): Watermark {
  const font = create(readFileSync(fontFile)) as Font;
  return async (jpeg, lines) => {
    const image = sharp(jpeg, { limitInputPixels: 60_000_000, failOn: 'error' });
    const { width, height } = await image.metadata();
    const out = await image.composite([{ input: Buffer.from(overlay(font, lines, width, height)) }]).jpeg({ quality: 85 }).toBuffer();
    return new Uint8Array(out);
  };
}

function overlay(font: Font, lines: readonly string[], width: number, height: number): string {
  const size = Math.max(14, Math.round(Math.min(width, height) / 20));
  const rows = lines.map((line) => outlineOf(font, line, size));
  const stepX = Math.max(...rows.map((row) => row.width)) + size * 2;
  const stepY = size * (rows.length * 1.4 + 2);
  const reach = Math.hypot(width, height) / 2;
  const uses: string[] = [];
  for (let y = -reach, odd = 0; y < reach; y += stepY, odd = 1 - odd)
    for (let x = -reach - (odd * stepX) / 2; x < reach; x += stepX) uses.push(`<use href="#mark" x="${x.toFixed(0)}" y="${y.toFixed(0)}"/>`);
  const paths = rows.map((row, index) => `<path transform="translate(0 ${(index * size * 1.4).toFixed(1)})" d="${row.path}"/>`).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs><g id="mark">${paths}</g></defs>`
    + `<g transform="translate(${width / 2} ${height / 2}) rotate(-22)" fill="#A8071A" fill-opacity="0.24">${uses.join('')}</g></svg>`;
}

function outlineOf(font: Font, text: string, size: number): { readonly path: string; readonly width: number } {
  const scale = size / font.unitsPerEm;
  let x = 0;
  let path = '';
  for (const glyph of font.glyphsForString(text)) {
    path += glyph.path.scale(scale, -scale).translate(x, 0).toSVG();
    x += glyph.advanceWidth * scale;
  }
  return { path, width: x };
}
