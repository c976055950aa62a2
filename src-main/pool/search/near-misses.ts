import { isFiltering, NO_FILTER, type NumberFilter } from '#domain/number/query/number-filter.ts';
import { fitsTerm } from '#domain/number/query/matches-query.ts';
import { sevenOf, type NumberDigits } from '#domain/number/number.ts';
import type { NumberQuery, QueryTerm } from '#domain/number/query/number-query.ts';
import type { Grade } from '#domain/number/grade/number-rules.ts';
import type { SearchIndex, SearchPage } from './search-index.ts';

/** A free number and the places (0–9) of its ten digits that would have to be others to fit the wish. */
export type NearMiss = { readonly digits: NumberDigits; readonly grade: Grade; readonly changed: readonly number[] };

/** What the near misses had to give up beside digits: the grades, the other filters, or a word of the box. */
export type GaveUp = { readonly what: 'grades' | 'filters' } | { readonly what: 'word'; readonly source: string };

export type NearMisses = { readonly nearMisses: readonly NearMiss[]; readonly gaveUp: readonly GaveUp[] };

const ENOUGH = 10;
const MOST = 20;
/** Candidates looked at for one choice of places: a first look, and a long one when none of the first stands the test. */
const LOOKS = [60, 600];
/** Numbers tried out in all: a bound on the time that a wish full of contradictions can cost. */
const TRIES = 4000;

/**
 * Free numbers closest to a wish that nothing fits: one digit changed, then two, then three (of as many, those further to the left),
 * then without the filters, then with fewer words, until there are enough.
 */
export function nearMisses(index: SearchIndex, query: NumberQuery, page: Pick<SearchPage, 'filter' | 'leased'>): NearMisses {
  const found = new Map<NumberDigits, NearMiss>();
  const gaveUp = new Map<string, GaveUp>();
  const { filter = NO_FILTER } = page;
  const tries = { left: TRIES };
  const look = (wish: NumberQuery, by: NumberFilter, cost: readonly GaveUp[]): void => {
    if (found.size >= ENOUGH || !index.possible(wish.terms)) return;
    for (const open of CHOICES) {
      if (found.size >= ENOUGH) return;
      for (const each of closest(index, wish, { ...page, filter: by }, open, { most: MOST - found.size, tries })) {
        if (found.has(each.digits)) continue;
        found.set(each.digits, each);
        for (const one of cost) gaveUp.set(JSON.stringify(one), one);
      }
    }
  };
  const filters: readonly GaveUp[] = [...(query.grades.length > 0 ? [{ what: 'grades' } as const] : []), ...(isFiltering(filter) ? [{ what: 'filters' } as const] : [])];
  const wordsFrom = (at: number): readonly GaveUp[] => query.terms.slice(at).map(({ source }) => ({ what: 'word', source }));
  look(query, filter, []);
  if (filters.length > 0) look({ ...query, grades: [] }, NO_FILTER, filters);
  for (let words = query.terms.length - 1; words > 0; words -= 1) look({ ...query, terms: query.terms.slice(0, words) }, filter, wordsFrom(words));
  if (query.terms.length > 0) look({ ...query, terms: [] }, filter, wordsFrom(0));
  look({ terms: [], grades: [] }, NO_FILTER, [...filters, ...wordsFrom(0)]);
  return { nearMisses: [...found.values()].slice(0, MOST), gaveUp: [...gaveUp.values()] };
}

const SEVEN = [0, 1, 2, 3, 4, 5, 6];

/** No place, each place, each two and each three of the seven: nearest first. */
const CHOICES: readonly (readonly number[])[] = [0, 1, 2, 3].flatMap((size) => choices(size, SEVEN).toSorted((a, b) => weight(a) - weight(b)));

function choices(size: number, places: readonly number[]): readonly (readonly number[])[] {
  if (size === 0) return [[]];
  return places.flatMap((place, at) => choices(size - 1, places.slice(at + 1)).map((rest) => [place, ...rest]));
}

function weight(places: readonly number[]): number {
  return places.reduce((sum, place) => sum + place * place, 0);
}

type Budget = { readonly most: number; readonly tries: { left: number } };

/** What the index offers with the places open is only nearly right (the same digit must serve every word): each is tried out. */
function closest(index: SearchIndex, { terms, grades }: NumberQuery, page: Pick<SearchPage, 'filter' | 'leased'>, open: readonly number[], { most, tries }: Budget): readonly NearMiss[] {
  if (terms.length > 0 && tries.left <= 0) return [];
  for (const limit of LOOKS) {
    const { page: candidates, total } = index.search({ terms, grades }, { ...page, offset: 0, limit, open });
    const near: NearMiss[] = [];
    for (const { digits, grade } of candidates) {
      if (near.length >= most || (terms.length > 0 && tries.left <= 0)) break;
      if (servesAll(terms, sevenOf(digits), open, tries)) near.push({ digits, grade, changed: open.map((place) => place + 3) });
    }
    if (near.length > 0 || total <= limit) return near;
  }
  return [];
}

function servesAll(terms: readonly QueryTerm[], seven: string, [first, ...others]: readonly number[], tries: { left: number }): boolean {
  if (first === undefined) {
    tries.left -= terms.length > 0 ? 1 : 0;
    return terms.every((term) => fitsTerm(term, seven));
  }
  for (let digit = 0; digit <= 9; digit += 1) {
    if (servesAll(terms, seven.slice(0, first) + digit + seven.slice(first + 1), others, tries)) return true;
  }
  return false;
}
