import type { FourDigits } from './four-digits.ts';
import type { NumberQuery, PatternPlace, QueryTerm, RunDirection } from './number-query.ts';
import { gradeWords } from './query-tokens.ts';

const FOUR: Readonly<Record<FourDigits, string>> = { year: '年', date: '日期', rhyme: '口诀' };
const RUN: Readonly<Record<RunDirection, string>> = { up: '升', down: '降', either: '顺子' };

/** The query as the search box writes it: reading the text gives the same query. What a program asked by masks has no words. */
export const queryText = ({ terms, grades }: NumberQuery): string => [...terms.map(termText), ...gradeWords(grades)].filter((word) => word !== '').join(' ');

/** One condition as the search box writes it. */
export function termText(term: QueryTerm): string {
  switch (term.kind) {
    case 'pattern':
      return patternText(term.at, term.body);
    case 'run':
      return said(term.at, 'ends', `${RUN[term.direction]}${term.length}位`);
    case 'four':
      return said(term.at, 'contains', FOUR[term.what]);
    case 'without':
      return `不含${term.digits}`;
    case 'only':
      return `只要${term.digits}`;
    case 'count':
      return countText(term.digit, term.atLeast, term.atMost);
    case 'masks':
      return '';
  }
}

function patternText(at: PatternPlace, body: string): string {
  const shape = /[A-G]/.test(body);
  const usual = body.includes('*') || body.length === 7 ? 'whole' : shape ? 'ends' : 'contains';
  return body.startsWith('400') ? said(at, 'whole', body) : said(at, usual, body);
}

function said(at: PatternPlace, usual: PatternPlace, core: string): string {
  if (at === usual) return core;
  return at === 'begins' ? `${core}开头` : at === 'ends' ? `${core}结尾` : `含${core}`;
}

function countText(digit: string, atLeast: number, atMost: number): string {
  if (atLeast === atMost) return `${digit}恰好${atLeast}个`;
  const least = atLeast > 0 ? `${digit}至少${atLeast}个` : '';
  const most = atMost < 7 || atLeast === 0 ? `${digit}最多${atMost}个` : '';
  return [least, most].filter((word) => word !== '').join(' ');
}
