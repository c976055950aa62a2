import { tokensOf } from '#domain/number/query/query-tokens.ts';

/** True when the box says this word. */
export const hasWord = (text: string, word: string): boolean => tokensOf(text).includes(word);

/** Says a word that was not there, or takes it back. */
export function toggleWord(text: string, word: string): string {
  const words = tokensOf(text);
  return (words.includes(word) ? words.filter((one) => one !== word) : [...words, word]).join(' ');
}

/** Digits that must not occur, or beside which no other may. */
export type DigitSet = 'without' | 'only';

const sets = { without: { say: '不含', form: /^(?:不含|不带|不要|无)(\d+)$/ }, only: { say: '只要', form: /^(?:只含|只要|只有)(\d+)$/ } } as const;

/** The digits of 不含 or 只要, each once. */
export function digitsOf(text: string, set: DigitSet): readonly string[] {
  const digits = tokensOf(text).map((word) => sets[set].form.exec(word)?.[1] ?? '').join('');
  return [...new Set(digits)].sort();
}

/** Adds a digit to 不含 (or 只要), or takes it out; the word goes with its last digit. */
export function toggleDigit(text: string, set: DigitSet, digit: string): string {
  const { say, form } = sets[set];
  const old = digitsOf(text, set);
  const digits = old.includes(digit) ? old.filter((one) => one !== digit) : [...old, digit].sort();
  const words = tokensOf(text);
  const at = words.findIndex((word) => form.test(word));
  const rest = words.filter((word) => !form.test(word));
  return (digits.length === 0 ? rest : rest.toSpliced(at === -1 ? rest.length : at, 0, say + digits.join(''))).join(' ');
}
