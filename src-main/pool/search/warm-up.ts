import { EVERY_NUMBER, parseNumberQuery } from '#domain/number/query/number-query.ts';
import { sortOrders } from '#domain/number/query/number-filter.ts';
import type { SearchIndex } from './search-index.ts';

const QUESTIONS = ['1688', '*888', 'AABB 不含4', '4006??ABAB', '含8 含6', '顺子', '6*8', '不含47', '8多', '只要0689', '日期', '含AABB', '1?8 年'];

/** Runs typical questions until the engine has compiled the kernels: the first keystroke then answers like the hundredth. */
export function warmUp(index: SearchIndex): void {
  const queries = QUESTIONS.map((text) => parseNumberQuery(text, [{ head: '4006', ownerId: '', ownerName: '', orderable: true }]))
    .flatMap((query) => (query.ok ? [query.value] : []));
  for (let round = 0; round < 5; round += 1) {
    for (const query of [EVERY_NUMBER, ...queries]) for (const sort of sortOrders) index.search(query, { offset: 0, limit: 20, sort });
  }
}
