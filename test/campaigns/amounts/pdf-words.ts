import { pdfTool } from '../../support/pdf-tools.ts';

/** A run of text without a gap, where it stands; `y` goes on over the pages. */
export type Word = { readonly text: string; readonly x: number; readonly right: number; readonly y: number; readonly page: number };

const pageHeight = 1000;
/** Marks across the page (训练) are set larger than any text. */
const largest = 60;

/** The words of a PDF with their places, as pdftotext finds them. */
export function pdfWords(pdf: Uint8Array): readonly Word[] {
  const words: Word[] = [];
  let page = -1;
  for (const line of pdfTool('pdftotext', pdf, '-bbox', '-enc', 'UTF-8', '{}', '-').split('\n')) {
    if (line.includes('<page ')) page += 1;
    const match = /<word xMin="([\d.]+)" yMin="([\d.-]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*)<\/word>/.exec(line);
    if (!match) continue;
    const [x, y, right, bottom] = match.slice(1, 5).map(Number) as [number, number, number, number];
    if (bottom - y < largest) words.push({ text: plain(match[5] ?? ''), x, right, y: y + page * pageHeight, page });
  }
  return words;
}

const plain = (text: string): string => text.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"');

/** Line by line from the left, put together. */
export const asText = (words: readonly Word[]): string => words.toSorted((a, b) => (Math.abs(a.y - b.y) > 3 ? a.y - b.y : a.x - b.x)).map(({ text }) => text).join('');

export function wordAt(words: readonly Word[], is: (word: Word) => boolean, what: string): Word {
  const found = words.find(is);
  if (!found) throw new Error(`the paper has no ${what}`);
  return found;
}
