import { liOf, liOfCapitals, type Reading, reading } from './reading.ts';
import { lineOnPaper } from './line-names.ts';
import { pdfWords, type Word, wordAt } from './pdf-words.ts';

/** The receipts of a case together: what they say was paid for, on the customer's half and on the hall's. */
export function readReceipts(pdfs: readonly Uint8Array[]): readonly Reading[] {
  const papers = pdfs.map(pdfWords);
  return (['receipt', 'receipt copy'] as const).flatMap((source, half) => {
    const sums = new Map<string, number>();
    const add = (line: string, li: number): void => void sums.set(line, (sums.get(line) ?? 0) + li);
    for (const words of papers) readHalf(words, half, add);
    // The sum in capitals is added up by itself and has to come to the same.
    return [...sums].map(([line, li]) => reading(source, line.replace(' in capitals', ''), li));
  });
}

function readHalf(words: readonly Word[], half: number, add: (line: string, li: number) => void): void {
  const head = words.filter(({ text }) => text === '项目').toSorted((a, b) => a.y - b.y)[half];
  if (!head) throw new Error(`the receipt has no half ${half + 1}`);
  const below = words.filter(({ y }) => y > head.y + 4).toSorted((a, b) => a.y - b.y);
  const amounts = wordAt(words, ({ text, y }) => text === '金额（元）' && Math.abs(y - head.y) < 3, 'column of amounts');
  const end = wordAt(below, ({ text }) => text === '大写', 'sum in capitals');
  for (const row of below.filter(({ x, y }) => Math.abs(x - head.x) < 1.5 && y < end.y - 4)) {
    add(lineOnPaper(row.text), liOf(wordAt(below, ({ right, y }) => Math.abs(right - amounts.right) < 2.5 && Math.abs(y - row.y) < 4, `amount of ${row.text}`).text));
  }
  add('due now', liOf(wordAt(below, ({ text }) => text.startsWith('¥'), 'sum').text));
  add('due now in capitals', liOfCapitals(wordAt(below, ({ text }) => text.startsWith('人民币'), 'sum in capitals').text));
}
