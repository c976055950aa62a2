import type { PenStroke } from '#domain/agreement/pen-stroke.ts';
import { ACCENT, BLACK } from './grid.ts';
import type { Ink } from './ink.ts';

/** A tick box of 9 pt standing on the baseline; a vector, because the fonts lack ☑. */
export function tickBox(ink: Ink, x: number, y: number, ticked: boolean): void {
  const top = y - 8;
  ink.box(x, top, 9, 9, 0.8);
  if (!ticked) return;
  ink.doc.save().lineWidth(1.7).lineCap('round').lineJoin('round').strokeColor(BLACK)
    .moveTo(x + 2, top + 4.6).lineTo(x + 3.9, top + 6.9).lineTo(x + 7.2, top + 2).stroke().restore();
}

/** Four corner marks: the place for the company's seal, at least 125 × 124 pt. */
export function sealCorners(ink: Ink, x: number, y: number, width: number, height: number): void {
  const arm = 8;
  ink.doc.lineWidth(0.8).strokeColor(BLACK);
  for (const [cx, dx] of [[x, arm], [x + width, -arm]] as const) {
    for (const [cy, dy] of [[y, arm], [y + height, -arm]] as const) {
      ink.doc.moveTo(cx + dx, cy).lineTo(cx, cy).lineTo(cx, cy + dy);
    }
  }
  ink.doc.stroke();
}

/** A pad's strokes fitted into a box with their proportions, black, 0.7 to 2.1 pt wide by pressure. */
export function penStrokes(ink: Ink, strokes: readonly PenStroke[], box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }): void {
  const points = strokes.flat();
  if (points.length === 0) return;
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const scale = Math.min(box.width / Math.max(Math.max(...xs) - left, 1e-6), box.height / Math.max(Math.max(...ys) - top, 1e-6));
  const at = ({ x, y }: { readonly x: number; readonly y: number }): readonly [number, number] => [box.x + (x - left) * scale, box.y + (y - top) * scale];
  ink.doc.save().lineCap('round').lineJoin('round').strokeColor(BLACK);
  for (const stroke of strokes) {
    const [first] = stroke;
    if (first && stroke.length === 1) ink.doc.lineWidth(1.6).moveTo(...at(first)).lineTo(...at(first)).stroke();
    for (let i = 1; i < stroke.length; i++) {
      const [from, to] = [stroke[i - 1], stroke[i]];
      if (!from || !to) continue;
      ink.doc.lineWidth(0.7 + 1.4 * ((from.pressure + to.pressure) / 2)).moveTo(...at(from)).lineTo(...at(to)).stroke();
    }
  }
  ink.doc.restore();
}

/** An outlined word in accent (待确认 beside the number); returns its width. */
export function stateBox(ink: Ink, x: number, y: number, word: string, size: number): number {
  const width = ink.widthOf(word, { face: 'sansBold', size }) + size * 1.4;
  ink.box(x, y - size * 1.25, width, size * 1.7, 1, ACCENT);
  ink.text(x + size * 0.7, y, word, { face: 'sansBold', size, accent: true });
  return width;
}

/** The hall's seal as a ring with its name over 230°, a word in the middle and a line below; drawn before the text it may touch. */
export function sealRing(ink: Ink, cx: number, cy: number, radius: number, words: { readonly around: string; readonly middle: string; readonly below: string }): void {
  const { doc } = ink;
  doc.save().opacity(0.88).lineWidth(radius * 0.036).strokeColor(ACCENT).fillColor(ACCENT).circle(cx, cy, radius).stroke();
  const characters = Array.from(words.around);
  const size = Math.min(radius * 0.25, (radius * 0.74 * 230 * Math.PI) / 180 / characters.length);
  const step = characters.length > 1 ? Math.min(230 / (characters.length - 1), 24) : 0;
  characters.forEach((character, i) => {
    const angle = ((i - (characters.length - 1) / 2) * step * Math.PI) / 180;
    const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
    const half = ink.fonts.serifBold.width(character) / 2;
    const inner = radius * 0.7;
    const [x, y] = [cx + sin * inner - cos * half * size, cy - cos * inner - sin * half * size];
    ink.showAt([cos, sin, sin, -cos, x, y], character, { face: 'serifBold', size });
  });
  doc.restore();
  doc.save().opacity(0.88);
  ink.text(cx, cy + radius * 0.12, words.middle, { face: 'sansBold', size: radius * 0.36, accent: true, align: 'center' });
  ink.text(cx, cy + radius * 0.64, words.below, { face: 'sansBold', size: radius * 0.155, accent: true, align: 'center' });
  doc.restore();
}
