import { fail, ok, type Result } from '../../result.ts';
import type { FourDigits } from './four-digits.ts';
import type { Segment, SegmentFailure } from '../number.ts';
import type { Grade } from '../grade/number-rules.ts';
import type { Mask } from './query-mask.ts';
import { readGrades, tokensOf } from './query-tokens.ts';
import { readTerm } from './read-term.ts';

/** Where a pattern stands in the seven digits after 400; `whole` fills all seven, `*` included. */
export type PatternPlace = 'begins' | 'ends' | 'contains' | 'whole';

/** Which way a straight goes. */
export type RunDirection = 'up' | 'down' | 'either';

/** One condition on the seven digits after 400; `source` is how it was written. */
export type QueryTerm =
  /** Digits, `?` one digit, `*` any digits, letters A–G a shape; ABC… a straight. */
  | { readonly kind: 'pattern'; readonly source: string; readonly at: PatternPlace; readonly body: string }
  | { readonly kind: 'run'; readonly source: string; readonly at: PatternPlace; readonly direction: RunDirection; readonly length: number }
  | { readonly kind: 'four'; readonly source: string; readonly at: PatternPlace; readonly what: FourDigits }
  | { readonly kind: 'without' | 'only'; readonly source: string; readonly digits: string }
  | { readonly kind: 'count'; readonly source: string; readonly digit: string; readonly atLeast: number; readonly atMost: number }
  /** Any of the masks: made by programs, has no words in the box. */
  | { readonly kind: 'masks'; readonly source: string; readonly masks: readonly Mask[] };

/** What the search box asks: all terms must hold; no grades means any grade. */
export type NumberQuery = { readonly terms: readonly QueryTerm[]; readonly grades: readonly Grade[] };

/** Why the search box cannot be read; `term` is the part to look at. */
export type QueryFailure =
  | { readonly code: 'unreadable-term'; readonly term: string }
  | { readonly code: 'term-too-long'; readonly term: string }
  | { readonly code: 'not-a-400-number'; readonly term: string }
  | { readonly code: 'too-many-terms'; readonly limit: number; readonly term: string }
  | SegmentFailure;

/** The query that every number fits. */
export const EVERY_NUMBER: NumberQuery = { terms: [], grades: [] };

/** Most conditions of one query, and most characters that are read at all. */
export const MAX_TERMS = 12;
const MAX_TEXT = 200;

/**
 * Reads the search box; `queryExamples` shows what it understands. What begins with 400 counts from the first digit, all else from
 * the digit after 400; digits alone may stand anywhere, a shape or a straight stands at the end.
 */
export function parseNumberQuery(text: string, segments: readonly Segment[]): Result<NumberQuery, QueryFailure> {
  if (text.length > MAX_TEXT) return fail({ code: 'term-too-long', term: text.slice(0, 20) });
  const terms: QueryTerm[] = [];
  const grades = new Set<Grade>();
  for (const token of tokensOf(text)) {
    const named = readGrades(token);
    if (named) {
      for (const grade of named) grades.add(grade);
      continue;
    }
    const term = readTerm(token, segments);
    if (!term.ok) return term;
    if (term.value) terms.push(term.value);
    if (terms.length > MAX_TERMS) return fail({ code: 'too-many-terms', limit: MAX_TERMS, term: token });
  }
  return ok({ terms, grades: [...grades].sort((a, b) => a - b) });
}
