import { hallStandard } from '#domain/tariff/number-conditions.ts';
import { buildSearchIndex, type SearchIndex } from '../../../src-main/pool/search/search-index.ts';
import { naiveSearch, type NaiveSearch } from './naive-search.ts';
import { shippedReference } from './shipped-rules.ts';

const { catalogue, numberRules, gradeTable, policy } = shippedReference();

/** The segments on sale. */
export const HEADS = ['4000', '4006'];
export const shippedMoney = { gradeTable, standard: hallStandard(catalogue, policy.tariff.prepay) };

/** The index over these free numbers, and the naive reading of the same, by the shipped tables. */
export function bothOver(free: ReadonlySet<string>): { readonly index: SearchIndex; readonly naive: NaiveSearch } {
  const index = buildSearchIndex(HEADS, numberRules, shippedMoney);
  index.reload((segment, suffix) => !free.has(HEADS[segment] + String(suffix).padStart(6, '0')));
  return { index, naive: naiveSearch(free, numberRules, shippedMoney) };
}
