import { gradeNumber, headFloorLi } from '#domain/number/grade/grade-number.ts';
import { looksSpecial } from '#domain/number/meaning/looks-special.ts';
import { matchesQuery } from '#domain/number/query/matches-query.ts';
import { memorabilityScale } from '#domain/number/memorability.ts';
import { NO_FILTER, type NumberFilter } from '#domain/number/query/number-filter.ts';
import type { NumberQuery } from '#domain/number/query/number-query.ts';
import { GRADES, type Grade, type NumberRules } from '#domain/number/grade/number-rules.ts';
import { numberConditions } from '#domain/tariff/number-conditions.ts';
import type { PoolMoney } from '../../../src-main/pool/index/money-classes.ts';
import type { SearchPage } from '../../../src-main/pool/search/search-index.ts';

/** One free number with all that a search may ask of it. */
export type Row = { readonly digits: string; readonly grade: Grade; readonly suffix: number; readonly score: number; readonly minimumLi: number; readonly prepayLi: number; readonly looks: string | null };

/** Reads and sorts every number: the answer that the index must give. */
export type NaiveSearch = {
  readonly rows: readonly Row[];
  readonly search: (query: NumberQuery, page: SearchPage) => { readonly total: number; readonly perGrade: readonly (readonly [Grade, number])[]; readonly page: readonly { readonly digits: string; readonly grade: Grade }[] };
};

/** The plain meaning of a filter on one number. */
function passesFilter(filter: NumberFilter, number: Pick<Row, 'minimumLi' | 'prepayLi' | 'looks'> & { readonly leased: boolean }): boolean {
  if (filter.minimumAtMostLi !== null && number.minimumLi > filter.minimumAtMostLi) return false;
  if (filter.prepayAtMostLi !== null && number.prepayLi > filter.prepayAtMostLi) return false;
  return (!filter.looksSpecial || number.looks !== null) && (!filter.leasedOnly || number.leased);
}

export function naiveSearch(free: Iterable<string>, rules: NumberRules, money: PoolMoney): NaiveSearch {
  const scale = memorabilityScale(rules.memorable);
  const rowOf = (digits: string): Row => {
    const { grade } = gradeNumber(digits, rules);
    const { minimumLi, prepayLi } = numberConditions(grade, headFloorLi(digits, rules), money.gradeTable, money.standard);
    return { digits, grade, suffix: Number(digits.slice(4)), score: scale(Number(digits.slice(4))), minimumLi, prepayLi, looks: looksSpecial(digits, rules) };
  };
  const memorable = (a: Row, b: Row): number => b.score - a.score || a.suffix - b.suffix || (a.digits < b.digits ? -1 : 1);
  const orders = {
    memorable: (a: Row, b: Row): number => a.grade - b.grade || memorable(a, b),
    price: (a: Row, b: Row): number => a.minimumLi - b.minimumLi || memorable(a, b),
    number: (a: Row, b: Row): number => (a.digits < b.digits ? -1 : 1),
  };
  const rows = [...free].map(rowOf);
  const sorted = { memorable: rows.toSorted(orders.memorable), price: rows.toSorted(orders.price), number: rows.toSorted(orders.number) };
  return {
    rows,
    search: (query, { offset, limit, sort = 'memorable', filter = NO_FILTER, leased = [] }) => {
      const lent = new Set(leased);
      const known = new Set(rows.map(({ digits }) => digits));
      const extra = leased.filter((digits) => !known.has(digits)).map(rowOf);
      const all = (extra.length === 0 ? sorted[sort] : [...rows, ...extra].toSorted(orders[sort]))
        .filter((row) => passesFilter(filter, { ...row, leased: lent.has(row.digits) }) && matchesQuery({ ...query, grades: [] }, row.digits, row.grade));
      const asked = all.filter(({ grade }) => query.grades.length === 0 || query.grades.includes(grade));
      return {
        total: asked.length,
        perGrade: GRADES.map((grade) => [grade, all.filter((row) => row.grade === grade).length] as const),
        page: asked.slice(offset, offset + limit).map(({ digits, grade }) => ({ digits, grade })),
      };
    },
  };
}
