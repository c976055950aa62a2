import { fail, ok, type Result } from '../../result.ts';
import type { FourDigits } from './four-digits.ts';
import { orderableSegment, type Segment } from '../number.ts';
import type { PatternPlace, QueryFailure, QueryTerm, RunDirection } from './number-query.ts';
import { BODY, COUNTS } from './query-tokens.ts';

/** Null: a word that asks for nothing, as 400 alone. */
type Read = Result<QueryTerm | null, QueryFailure>;
type SaidPlace = Exclude<PatternPlace, 'whole'>;

const SHAPE_WORDS: ReadonlyMap<string, string> = new Map([['豹子', 'AAA'], ['连对', 'AABB'], ['对称', 'ABBA']]);
const FOUR_WORDS: ReadonlyMap<string, FourDigits> = new Map([['年', 'year'], ['年份', 'year'], ['日期', 'date'], ['生日', 'date'], ['口诀', 'rhyme'], ['乘法口诀', 'rhyme']]);
const RUN_WORDS: ReadonlyMap<string, RunDirection> = new Map([['顺子', 'either'], ['升', 'up'], ['上升', 'up'], ['降', 'down'], ['下降', 'down']]);
const USUAL_RUN = 4;

const BEFORE: readonly (readonly [SaidPlace, RegExp])[] = [
  ['contains', /^(?:包含|含有|含|带|CONTAINS:?)(.+)$/], ['begins', /^(?:开头|打头|BEGINS:?)(.+)$/], ['ends', /^(?:结尾|收尾|尾号|尾|ENDS:?)(.+)$/],
];
const AFTER: readonly (readonly [SaidPlace, RegExp])[] = [['begins', /^(.+?)(?:开头|打头)$/], ['ends', /^(.+?)(?:结尾|收尾)$/]];

const N = '([0-7一二两三四五六七])';
const COUNT_FORMS: readonly { readonly form: RegExp; readonly digit: number; readonly times: number; readonly bound: 'least' | 'most' | 'just' }[] = [
  { form: new RegExp(`^(\\d)(?:至少|不少于|>=|≥)${N}个?$`), digit: 1, times: 2, bound: 'least' },
  { form: new RegExp(`^(?:至少|不少于)?${N}个(\\d)$`), digit: 2, times: 1, bound: 'least' },
  { form: new RegExp(`^(\\d)(?:最多|至多|不超过|<=|≤)${N}个?$`), digit: 1, times: 2, bound: 'most' },
  { form: new RegExp(`^(?:最多|至多|不超过)${N}个(\\d)$`), digit: 2, times: 1, bound: 'most' },
  { form: new RegExp(`^(\\d)(?:恰好|正好|恰|=)${N}个?$`), digit: 1, times: 2, bound: 'just' },
  { form: new RegExp(`^(?:恰好|正好|恰)${N}个(\\d)$`), digit: 2, times: 1, bound: 'just' },
];

/** Reads one word of the search box. */
export function readTerm(token: string, segments: readonly Segment[]): Read {
  const set = readDigitSet(token) ?? readCount(token);
  if (set) return ok(set);
  const said = placeOf(token);
  const run = readRun(said.core);
  if (run) return ok({ kind: 'run', source: token, at: said.at ?? 'ends', ...run });
  const what = FOUR_WORDS.get(said.core);
  if (what) return ok({ kind: 'four', source: token, at: said.at ?? 'contains', what });
  const body = SHAPE_WORDS.get(said.core) ?? rhymeOf(said.core) ?? said.core;
  return new RegExp(`^${BODY}$`).test(body) ? readPattern(token, body, said.at, segments) : fail({ code: 'unreadable-term', term: token });
}

function readDigitSet(token: string): QueryTerm | null {
  const found = /^(?:(不含|不带|不要|无|NO:?)|(?:只含|只要|只有|ONLY:?))(\d+)$/.exec(token);
  const digits = [...new Set(found?.[2] ?? '')].sort().join('');
  return found ? { kind: found[1] === undefined ? 'only' : 'without', source: token, digits } : null;
}

function readCount(token: string): QueryTerm | null {
  const much = /^(\d)\1*多$/.exec(token);
  if (much) return { kind: 'count', source: token, digit: much[1] as string, atLeast: Math.max(3, Math.min(7, token.length - 1)), atMost: 7 };
  for (const { form, digit, times, bound } of COUNT_FORMS) {
    const found = form.exec(token);
    if (!found) continue;
    const count = COUNTS[found[times] as string] as number;
    return { kind: 'count', source: token, digit: found[digit] as string, atLeast: bound === 'most' ? 0 : count, atMost: bound === 'least' ? 7 : count };
  }
  return null;
}

function placeOf(token: string): { readonly at: SaidPlace | null; readonly core: string } {
  for (const [at, form] of [...BEFORE, ...AFTER]) {
    const core = form.exec(token)?.[1];
    if (core !== undefined) return { at, core };
  }
  return { at: null, core: token };
}

function readRun(core: string): { readonly direction: RunDirection; readonly length: number } | null {
  const found = /^(?:([3-7])位)?(顺子|上升|下降|升|降)(?:([3-7])位?)?$/.exec(core);
  const direction = RUN_WORDS.get(found?.[2] ?? '');
  return direction ? { direction, length: Number(found?.[1] ?? found?.[3] ?? USUAL_RUN) } : null;
}

/** 3×7 as its line of the multiplication table: 3721; 2×3 as 236. */
function rhymeOf(core: string): string | undefined {
  const [, a, b] = /^([1-9])[×X乘]([1-9])$/.exec(core) ?? [];
  return a !== undefined && b !== undefined ? `${a}${b}${Number(a) * Number(b)}` : undefined;
}

function readPattern(source: string, body: string, said: SaidPlace | null, segments: readonly Segment[]): Read {
  const fromStart = body.startsWith('400') && (said === null || said === 'begins');
  if (fromStart && /^400\d/.test(body)) {
    const segment = orderableSegment(body.slice(0, 4), segments);
    if (!segment.ok) return segment;
  }
  const rest = (fromStart ? body.slice(3) : body).replace(/\*{2,}/g, '*');
  const digits = rest.replaceAll('*', '');
  if (!fromStart && /^[\d?]{10}$/.test(body)) return fail({ code: 'not-a-400-number', term: source });
  if (digits.length > 7) return fail({ code: 'term-too-long', term: source });
  return ok(digits === '' ? null : { kind: 'pattern', source, at: said ?? usualPlace(rest, fromStart), body: rest });
}

function usualPlace(body: string, fromStart: boolean): PatternPlace {
  if (body.includes('*') || body.length === 7) return 'whole';
  if (fromStart) return 'begins';
  return /[A-G]/.test(body) ? 'ends' : 'contains';
}
