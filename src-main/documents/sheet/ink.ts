// oxlint-disable-next-line typescript/triple-slash-reference -- other projects (test) have to see these declarations too
/// <reference path="../untyped.d.ts" />
// oxlint-disable-next-line import/no-named-as-default -- pdfkit's types know only the default
import PDFDocument from 'pdfkit';
import { toBytes } from 'pdfkit/output';
import { assert } from '#domain/assert.ts';
import type { Face, PaperFonts } from '../font/paper-fonts.ts';
import { breakLines, justified } from './break-lines.ts';
import { ACCENT, BLACK, PAGE } from './grid.ts';
import { type Char, type Piece, isOpening, lineWidth, markedPieces, toChars } from './setting.ts';

export type TextStyle = {
  readonly face: Face;
  readonly size: number;
  readonly accent?: boolean;
  readonly align?: 'left' | 'right' | 'center';
  /** No Han–Latin gap: names, codes and other customer values. */
  readonly tight?: boolean;
};

export type ParagraphStyle = TextStyle & {
  readonly leading: number; readonly width: number; readonly justify?: boolean;
  /** Face of marked passages. Only our own wording is marked: in a customer's value two asterisks are two asterisks. */
  readonly bold?: Face;
};

// The parts of pdfkit's document that its types leave out.
type Inside = {
  readonly _font: { readonly id: string; encode(text: string): [string[], unknown]; ref(): object };
  readonly page: { readonly fonts: Record<string, object> };
  addContent(operators: string): void;
};

const round = (value: number): string => String(Math.round(value * 1000) / 1000);

/** XMP is not escaped by pdfkit: a company's & would break the file's metadata. */
const xmpSafe = (title: string): string => title.replaceAll('&', '＆').replaceAll('<', '＜').replaceAll('>', '＞');

/** Black and accent ink on A4 pages: text set character by character, rules and boxes; all in points from the top left. */
export class Ink {
  readonly doc: PDFKit.PDFDocument;
  readonly fonts: PaperFonts;

  constructor(fonts: PaperFonts, { title, author, createdAt }: { readonly title: string; readonly author: string; readonly createdAt: Date }) {
    this.fonts = fonts;
    const options = {
      size: 'A4', margin: 0, font: null, autoFirstPage: false, bufferPages: true, pdfVersion: '1.7', subset: 'PDF/A-2b',
      lang: 'zh-CN', displayTitle: true, fontLayoutCache: false,
      info: { Title: xmpSafe(title), Author: xmpSafe(author), Creator: 'Hall400', Producer: 'Hall400', CreationDate: createdAt, ModDate: createdAt },
    };
    this.doc = new PDFDocument(options as unknown as PDFKit.PDFDocumentOptions);
    for (const face of Object.keys(fonts) as Face[]) this.doc.registerFont(face, fonts[face] as unknown as PDFKit.Mixins.PDFFontSource);
  }

  newPage(): void {
    this.doc.addPage();
  }

  /** One line; `x` is the left edge, the right edge or the centre by `align`. Returns its width. */
  text(x: number, y: number, text: string, style: TextStyle): number {
    return this.line(x, y, [{ text, face: style.face, accent: style.accent ?? false }], style);
  }

  /** White on a solid ground, for the one place that has it (客户联). */
  whiteText(x: number, y: number, text: string, style: TextStyle): void {
    const width = this.widthOf(text, style);
    this.doc.fillColor('#FFFFFF');
    this.showAt([1, 0, 0, -1, style.align === 'center' ? x - width / 2 : x, y], text, style);
  }

  /** One line of pieces in several faces. Returns its width. */
  line(x: number, y: number, pieces: readonly Piece[], style: Omit<TextStyle, 'face'>): number {
    const chars = toChars(this.fonts, pieces, { tight: style.tight ?? false });
    const width = lineWidth(chars) * style.size;
    const shift = style.align === 'right' ? width : style.align === 'center' ? width / 2 : 0;
    this.#show(x - shift, y, chars, style.size);
    return width;
  }

  /** Width of one line in points. */
  widthOf(text: string, { face, size, tight = false }: TextStyle): number {
    return lineWidth(toChars(this.fonts, [{ text, face }], { tight })) * size;
  }

  /** Number of lines that `paragraph` will set. */
  linesOf(text: string, style: ParagraphStyle): number {
    return this.#break(text, style).length;
  }

  /** Sets text from the first baseline `y`; `**bold**` and `!!accent!!` count only where `bold` is given. Returns the last baseline. */
  paragraph(x: number, y: number, text: string, style: ParagraphStyle): number {
    const lines = this.#break(text, style);
    lines.forEach((line, i) => {
      const chars = style.justify ? justified(line, style.width / style.size) : line.chars;
      const moved = isOpening(chars[0]?.text ?? '') && (chars[0]?.width ?? 0) > 0.9 ? style.size / 2 : 0;
      const free = style.width - lineWidth(chars) * style.size;
      const shift = style.align === 'right' ? free : style.align === 'center' ? free / 2 : -moved;
      this.#show(x + shift, y + i * style.leading, chars, style.size);
    });
    return y + (lines.length - 1) * style.leading;
  }

  rule(x: number, y: number, width: number, weight: number): void {
    this.doc.lineWidth(weight).strokeColor(BLACK).moveTo(x, y).lineTo(x + width, y).stroke();
  }

  box(x: number, y: number, width: number, height: number, weight: number, color: string = BLACK): void {
    this.doc.lineWidth(weight).strokeColor(color).rect(x, y, width, height).stroke();
  }

  /** Ends the document and collects its bytes. */
  async bytes(): Promise<Uint8Array> {
    const collected = toBytes(this.doc);
    this.doc.end();
    return collected;
  }

  /** Shows characters at a text matrix of the caller's, outlined or filled with the current colours (seal, watermark). */
  showAt(matrix: readonly [number, number, number, number, number, number], text: string, { face, size }: TextStyle, outline = false): void {
    const inside = this.#select(face);
    const [codes] = inside._font.encode(text);
    inside.addContent(`BT ${matrix.map(round).join(' ')} Tm /${inside._font.id} ${round(size)} Tf ${outline ? 1 : 0} Tr <${codes.join('')}> Tj 0 Tr ET`);
  }

  #break(text: string, style: ParagraphStyle): ReturnType<typeof breakLines> {
    const { face, bold, accent = false, tight = false } = style;
    const chars = toChars(this.fonts, bold ? markedPieces(text, face, bold) : [{ text, face, accent }], { tight });
    return breakLines(chars, style.width / style.size);
  }

  #select(face: Face): Inside {
    this.doc.font(face);
    const inside = this.doc as unknown as Inside;
    inside.page.fonts[inside._font.id] ??= inside._font.ref();
    return inside;
  }

  #show(x: number, y: number, chars: readonly Char[], size: number): void {
    assert(y <= PAGE.height, 'Ink: text below the page');
    let at = x;
    for (let start = 0; start < chars.length;) {
      const first = chars[start];
      if (!first) break;
      let end = start + 1;
      while (end < chars.length && chars[end]?.face === first.face && chars[end]?.accent === first.accent) end++;
      const run = chars.slice(start, end);
      this.#showRun(at, y, run, first, size);
      at += run.reduce((sum, { width, gap }) => sum + (width + gap) * size, 0);
      start = end;
    }
  }

  #showRun(x: number, y: number, run: readonly Char[], { face, accent }: Char, size: number): void {
    const inside = this.#select(face);
    this.doc.fillColor(accent ? ACCENT : BLACK);
    const [codes] = inside._font.encode(run.map(({ text }) => text).join(''));
    let parts = '<';
    codes.forEach((code, i) => {
      const gap = run[i]?.gap ?? 0;
      parts += gap === 0 || i === run.length - 1 ? code : `${code}> ${round(-gap * 1000)} <`;
    });
    // pdfkit's page has its y axis downwards: the text matrix turns it back.
    inside.addContent(`BT 1 0 0 -1 ${round(x)} ${round(y)} Tm /${inside._font.id} ${round(size)} Tf [${parts}>] TJ ET`);
  }
}
