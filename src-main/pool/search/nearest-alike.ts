import { gradeNumber } from '#domain/number/grade/grade-number.ts';
import { masksWithOpen, numberDistance } from '#domain/number/number-distance.ts';
import { sevenOf, type NumberDigits } from '#domain/number/number.ts';
import type { Mask } from '#domain/number/query/query-mask.ts';
import type { NumberRules } from '#domain/number/grade/number-rules.ts';
import type { SearchIndex } from './search-index.ts';

const LOOKED_AT = 3000;

/**
 * Free numbers of the same kind (grade and winning rule), nearest first: fewest other digits, then a difference further to
 * the left (people know a number by its tail). Where too few are left, others of the same grade follow.
 */
export function nearestAlike(index: SearchIndex, digits: NumberDigits, count: number, rules: NumberRules): readonly NumberDigits[] {
  const wanted = gradeNumber(digits, rules);
  const sameGrade = (masks: readonly Mask[]): NumberDigits[] => {
    const terms = masks.length === 0 ? [] : [{ kind: 'masks', source: digits, masks } as const];
    const { page } = index.search({ terms, grades: [wanted.grade] }, { offset: 0, limit: LOOKED_AT });
    return page.map((hit) => hit.digits).filter((each) => each !== digits).sort((a, b) => numberDistance(a, digits) - numberDistance(b, digits));
  };
  const sameRule = (each: NumberDigits): boolean => gradeNumber(each, rules).ruleId === wanted.ruleId;
  for (const open of [1, 2, 3]) {
    const found = sameGrade(masksWithOpen(sevenOf(digits), open)).filter(sameRule);
    if (found.length >= count) return found.slice(0, count);
  }
  const all = sameGrade([]);
  return [...all.filter(sameRule), ...all.filter((each) => !sameRule(each))].slice(0, count);
}
