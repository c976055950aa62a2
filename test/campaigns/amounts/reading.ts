/** What one presenter says of one line of a case, in 厘. */
export type Reading = { readonly line: string; readonly source: Source; readonly li: number };

/** Who shows an amount: each reads its own way. */
export type Source =
  | 'quote screen' | 'quote totals' | 'summary' | 'due screen' | 'bill screen'
  | 'annex' | 'annex words' | 'front page' | 'read out' | 'form' | 'receipt' | 'receipt copy' | 'order' | 'order at the carrier' | 'bill preview' | 'asked by test';

export const reading = (source: Source, line: string, li: number): Reading => ({ source, line, li });

/** `1,806.00`, `¥2,857.09`, `−86.64` or a dash, in 厘. Anything else throws: an amount that cannot be read is a finding. */
export function liOf(text: string): number {
  const said = text.trim();
  if (said === '—' || said === '－') return 0;
  const match = /^([−-]?)¥?((?:\d{1,3}(?:,\d{3})*|\d+)\.\d{2,3})$/.exec(said);
  if (!match) throw new Error(`no amount: ${JSON.stringify(text)}`);
  const [whole = '', part = ''] = (match[2] ?? '').replaceAll(',', '').split('.');
  const li = Number(whole) * 1000 + Number(part.padEnd(3, '0'));
  return match[1] === '' ? li : -li;
}

/** An amount as it stands within words. */
export const amountInWords = '((?:\\d{1,3}(?:,\\d{3})*|\\d+)\\.\\d{2,3})';

/** All amounts of the words that `around` encloses: `×` in it stands for the amount. */
export const amountsIn = (words: string, around: string): readonly number[] =>
  [...words.matchAll(new RegExp(around.replace('#', amountInWords), 'gu'))].map((match) => liOf(match[1] ?? ''));

export function oneAmountIn(words: string, around: string): number {
  const found = amountsIn(words, around);
  if (found.length !== 1) throw new Error(`${found.length} amounts ${around} in ${words}`);
  return found[0] as number;
}

const figures = [...'零壹贰叁肆伍陆柒捌玖'];
const units: Readonly<Record<string, number>> = { 拾: 10, 佰: 100, 仟: 1000 };

/** 人民币贰仟捌佰伍拾柒元零玖分, in 厘. */
export function liOfCapitals(text: string): number {
  const [yuan = '', small = ''] = text.replace('人民币', '').split('元');
  const [myriads, rest] = yuan.includes('万') ? yuan.split('万') : ['', yuan];
  const part = (unit: string): number => Math.max(0, figures.indexOf(new RegExp(`(.)${unit}`).exec(small)?.[1] ?? '零'));
  return ((belowMyriad(myriads ?? '') * 10_000 + belowMyriad(rest ?? '')) * 1000) + part('角') * 100 + part('分') * 10;
}

function belowMyriad(text: string): number {
  let [sum, figure] = [0, 0];
  for (const char of text) {
    if (char in units) [sum, figure] = [sum + figure * (units[char] ?? 0), 0];
    else figure = figures.indexOf(char);
    if (figure < 0) throw new Error(`no capitals: ${text}`);
  }
  return sum + figure;
}

/** A day as a number, so that it can be compared like an amount: 20261127. */
export const dayNumber = (year: string | number, month: string | number, day: string | number): number => Number(year) * 10_000 + Number(month) * 100 + Number(day);
