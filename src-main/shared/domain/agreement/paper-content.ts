import { assert } from '../assert.ts';
import type { AgreementPaper } from './agreement-paper.ts';
import { canonicalText } from './canonical-text.ts';
import type { ComparisonPaper } from './comparison-paper.ts';
import type { DaySheetPaper } from './day-sheet-paper.ts';
import type { FormPaper } from './form-paper.ts';
import type { ReceiptPaper } from './receipt-paper.ts';
import type { ReversalPaper } from './reversal-paper.ts';

/** Any paper that this program prints. */
export type Paper = AgreementPaper | FormPaper | ReceiptPaper | ReversalPaper | ComparisonPaper | DaySheetPaper;

/** The paper's content in its one spelling, without what signing adds: the input of the content digest, the same before and after signing. */
export function paperContentText(paper: Paper): string {
  return canonicalText(paper.kind === 'receipt' ? { ...paper, cashier: { ...paper.cashier, strokes: [] } } : { ...paper, signing: undefined });
}

/** What stands where a character has to be written by hand. */
export const HAND_BLANK = '＿';

/** The same paper with each of the characters left blank for the pen, and marked so; for names that no font can print. */
export function completedByHand<P extends Paper>(paper: P, characters: readonly string[]): P {
  const blanked = blank(paper, new Set(characters)) as P;
  return { ...blanked, head: { ...blanked.head, completedByHand: true } };
}

function blank(value: unknown, characters: ReadonlySet<string>): unknown {
  if (typeof value === 'string') return Array.from(value, (character) => (characters.has(character) ? HAND_BLANK : character)).join('');
  if (Array.isArray(value)) return value.map((item) => blank(item, characters));
  if (value === null || typeof value !== 'object') return value;
  assert(Object.getPrototypeOf(value) === Object.prototype, 'completedByHand: not a plain value');
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, blank(member, characters)]));
}
