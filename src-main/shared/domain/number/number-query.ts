import { fail, ok, type Result } from '../result.ts';
import { normaliseDigits, orderableSegment, type Segment, type SegmentFailure } from './number.ts';
import type { Grade } from './number-rules.ts';
import { expandGlob, type Mask } from './query-mask.ts';

/** One condition: any of the masks must fit, or none of the digits may occur in the seven after 400. */
export type QueryTerm =
  | { readonly kind: 'masks'; readonly source: string; readonly meaning: MaskMeaning; readonly masks: readonly Mask[] }
  | { readonly kind: 'without'; readonly source: string; readonly digits: string };

/** How a term of the search box was understood, shown beside it. */
export type MaskMeaning = 'exact' | 'begins' | 'ends' | 'contains' | 'pattern';

/** What the search box asks: all terms must hold; no grades means any grade. */
export type NumberQuery = { readonly terms: readonly QueryTerm[]; readonly grades: readonly Grade[] };

/** Why the search box cannot be read; `term` is the part to look at. */
export type QueryFailure =
  | { readonly code: 'unreadable-term'; readonly term: string }
  | { readonly code: 'term-too-long'; readonly term: string }
  | { readonly code: 'not-a-400-number'; readonly term: string }
  | { readonly code: 'too-many-terms'; readonly limit: number }
  | SegmentFailure;

/** The query that every number fits. */
export const EVERY_NUMBER: NumberQuery = { terms: [], grades: [] };

const MAX_TERMS = 12;
const BODY = '[0-9?*A-G]+';
const WORDS: ReadonlyMap<string, string> = new Map([['顺子', 'ABCD'], ['豹子', 'AAA'], ['连对', 'AABB'], ['对称', 'ABBA']]);
const GRADE_WORDS: ReadonlyMap<string, readonly Grade[]> = new Map([
  ['一级', [1]], ['二级', [2]], ['三级', [3]], ['四级', [4]], ['五级', [5]], ['六级', [6]], ['普通', [9]], ['靓号', [1, 2, 3, 4, 5, 6]],
]);
const MODES: readonly { readonly meaning: 'begins' | 'ends' | 'contains'; readonly pattern: RegExp }[] = [
  { meaning: 'contains', pattern: new RegExp(`^(?:包含|含有|含|带|CONTAINS:?)(${BODY})$`) },
  { meaning: 'begins', pattern: new RegExp(`^(?:(?:开头|打头|BEGINS:?)(${BODY})|(${BODY})(?:开头|打头))$`) },
  { meaning: 'ends', pattern: new RegExp(`^(?:(?:结尾|收尾|尾号|尾|ENDS:?)(${BODY})|(${BODY})(?:结尾|收尾))$`) },
];

/**
 * Reads the search box: digits, `?` one digit, `*` any digits, letters a shape (AABB, ABAB; ABC… a straight), 开头, 结尾, 含,
 * 不含, grade words. What begins with 400 counts from the first digit, all else from the digit after 400.
 */
export function parseNumberQuery(text: string, segments: readonly Segment[]): Result<NumberQuery, QueryFailure> {
  const terms: QueryTerm[] = [];
  const grades = new Set<Grade>();
  for (const token of tokensOf(text)) {
    const named = GRADE_WORDS.get(token.replace(/(级)靓?号$|号$/, '$1')) ?? GRADE_WORDS.get(token);
    if (named) {
      for (const grade of named) grades.add(grade);
      continue;
    }
    const term = readTerm(token, segments);
    if (!term.ok) return term;
    if (term.value) terms.push(term.value);
  }
  if (terms.length > MAX_TERMS) return fail({ code: 'too-many-terms', limit: MAX_TERMS });
  return ok({ terms, grades: [...grades].sort((a, b) => a - b) });
}

function tokensOf(text: string): string[] {
  const whole = normaliseDigits(text);
  if (/^\d{10}$/.test(whole)) return [whole];
  const words = '开头|打头|结尾|收尾';
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[,、;。|]+/g, ' ')
    .replace(new RegExp(`(${BODY})\\s+(${words})(?!\\s*[0-9?*A-G])`, 'g'), '$1$2')
    .replace(new RegExp(`(^|\\s)(不含|不带|不要|包含|含有|含|带|尾号|${words})\\s+(?=[0-9?*A-G])`, 'g'), '$1$2')
    .split(/\s+/)
    .map(normaliseDigits)
    .filter((token) => token !== '');
}

function readTerm(token: string, segments: readonly Segment[]): Result<QueryTerm | null, QueryFailure> {
  const without = /^(?:不含|不带|不要|无|NO:?)(\d+)$/.exec(token)?.[1];
  if (without !== undefined) return ok({ kind: 'without', source: token, digits: [...new Set(without)].sort().join('') });
  for (const { meaning, pattern } of MODES) {
    const found = pattern.exec(token);
    const body = found?.[1] ?? found?.[2];
    if (body !== undefined) return readMasks(token, body, meaning, segments);
  }
  const body = WORDS.get(token) ?? token;
  return new RegExp(`^${BODY}$`).test(body) ? readMasks(token, body, 'auto', segments) : fail({ code: 'unreadable-term', term: token });
}

type Mode = 'auto' | 'begins' | 'ends' | 'contains';

function readMasks(source: string, body: string, mode: Mode, segments: readonly Segment[]): Result<QueryTerm | null, QueryFailure> {
  const fromStart = body.startsWith('400') && (mode === 'auto' || mode === 'begins');
  if (fromStart && /^400\d/.test(body)) {
    const segment = orderableSegment(body.slice(0, 4), segments);
    if (!segment.ok) return segment;
  }
  const rest = fromStart ? body.slice(3) : body;
  if (!fromStart && /^[\d?]{10}$/.test(body)) return fail({ code: 'not-a-400-number', term: source });
  if (rest.replaceAll('*', '').length > 7) return fail({ code: 'term-too-long', term: source });
  if (rest.replaceAll('*', '') === '') return ok(null);
  const { meaning, glob } = anchored(rest, fromStart ? 'from-start' : mode);
  return ok({ kind: 'masks', source, meaning, masks: expandGlob(glob) });
}

function anchored(body: string, mode: Mode | 'from-start'): { readonly meaning: MaskMeaning; readonly glob: string } {
  if (mode === 'contains') return { meaning: 'contains', glob: `*${body}*` };
  if (mode === 'ends') return { meaning: 'ends', glob: `*${body}` };
  if (mode === 'begins') return { meaning: 'begins', glob: `${body}*` };
  if (body.includes('*')) return { meaning: 'pattern', glob: body };
  if (body.length === 7) return { meaning: /^\d+$/.test(body) ? 'exact' : 'pattern', glob: body };
  if (mode === 'from-start') return { meaning: 'begins', glob: `${body}*` };
  return /[A-G]/.test(body) ? { meaning: 'ends', glob: `*${body}` } : { meaning: 'contains', glob: `*${body}*` };
}
