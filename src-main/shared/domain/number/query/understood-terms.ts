import type { NumberQuery, QueryTerm } from './number-query.ts';
import { gradeWords } from './query-tokens.ts';

/** What a word of the box was understood as, as a code and facts that `text/` turns into words. */
export type TermMeaning =
  | { readonly code: 'number' | 'pattern' | 'begins' | 'ends' | 'contains'; readonly body: string }
  | { readonly code: 'shape'; readonly at: 'begins' | 'ends' | 'contains' | 'whole'; readonly body: string }
  | { readonly code: 'straight' | 'rising' | 'falling'; readonly at: 'begins' | 'ends' | 'contains' | 'whole'; readonly length: number }
  | { readonly code: 'year' | 'date' | 'rhyme'; readonly at: 'begins' | 'ends' | 'contains' | 'whole' }
  | { readonly code: 'without' | 'only'; readonly digits: string }
  | { readonly code: 'count'; readonly digit: string; readonly atLeast: number; readonly atMost: number }
  | { readonly code: 'grades'; readonly grades: readonly number[] };

/** One word of the box as it was written, with what it was understood as. */
export type UnderstoodTerm = { readonly source: string; readonly meaning: TermMeaning };

/** Each condition of a query in the order of the box, the grades last. */
export function understoodTerms({ terms, grades }: NumberQuery): readonly UnderstoodTerm[] {
  const words = terms.flatMap((term) => (term.kind === 'masks' ? [] : [{ source: term.source, meaning: meaningOf(term) }]));
  return grades.length === 0 ? words : [...words, { source: gradeWords(grades).join(' '), meaning: { code: 'grades', grades } }];
}

function meaningOf(term: Exclude<QueryTerm, { kind: 'masks' }>): TermMeaning {
  switch (term.kind) {
    case 'pattern':
      if (/[A-G]/.test(term.body)) return { code: 'shape', at: term.at, body: term.body };
      return { code: term.at === 'whole' ? (/^\d{7}$/.test(term.body) ? 'number' : 'pattern') : term.at, body: term.body };
    case 'run':
      return { code: term.direction === 'either' ? 'straight' : term.direction === 'up' ? 'rising' : 'falling', at: term.at, length: term.length };
    case 'four':
      return { code: term.what, at: term.at };
    case 'without':
    case 'only':
      return { code: term.kind, digits: term.digits };
    case 'count':
      return { code: 'count', digit: term.digit, atLeast: term.atLeast, atMost: term.atMost };
  }
}
