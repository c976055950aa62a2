import { NO_FILTER } from '#domain/number/query/number-filter.ts';
import { parseNumberQuery, type NumberQuery } from '#domain/number/query/number-query.ts';
import type { Segment } from '#domain/number/number.ts';
import type { SearchPage } from '../../src-main/pool/search/search-index.ts';

/** One question of the bench with the page that the screen asks for. */
export type BenchQuestion = { readonly name: string; readonly query: NumberQuery; readonly page: SearchPage };

const TEXTS = [
  '', '4006', '400600', '1688', '888', '8', '88 66', '*8888', '*1688', '6*8', '4006*8888', '4006??8899', '4006??AABB 不含4', 'AABB', 'ABAB', '含ABBA', 'AAA', 'ABCABC', '顺子', '含升4位', '含降3位', '不含4',
  '不含47 含8', '含8 含6 含9', '年', '年结尾', '日期', '日期结尾', '口诀', '只要0689', '8至少3个', '8恰好2个 不含4', '1?8', '三级', '靓号 不含4', '普通 1314',
];
const page: SearchPage = { offset: 0, limit: 20 };
const FILTERED: readonly (readonly [string, SearchPage])[] = [
  ['不含4', { ...page, filter: { ...NO_FILTER, minimumAtMostLi: 500_000 } }], ['8', { ...page, filter: { ...NO_FILTER, looksSpecial: true } }], ['66', { ...page, sort: 'price' }], ['168', { ...page, sort: 'number' }],
];

/** Wishes that no number of any pool can fulfil, or that are taken. */
export const HOPELESS = ['4006128899 不含1', '升7位 4006', '1688 1314 不含8', 'AABBCCA 只要12', '4006ABCABC 9至少5个', '日期开头 9至少6个', '只要0 不含0', '4000000000 普通', '含升6位 8至少3个', '年开头 口诀结尾 不含1'];

export function readQuery(text: string, segments: readonly Segment[]): NumberQuery {
  const query = parseNumberQuery(text, segments);
  if (!query.ok) throw new Error(`${text}: ${query.error.code}`);
  return query.value;
}

/** Forty questions of every kind. */
export const benchQuestions = (segments: readonly Segment[]): readonly BenchQuestion[] =>
  [...TEXTS.map((text) => [text, page] as const), ...FILTERED].map(([name, asked]) => ({ name, query: readQuery(name, segments), page: asked }));
