import type { Failure } from '#contract/failures.ts';
import type { NumberExplained, NumberHit } from '#contract/numbers.ts';
import { gradeNumber, termsOfGrade } from '#domain/number/grade/grade-number.ts';
import { changedPlaces, masksWithOpen, numberDistance } from '#domain/number/number-distance.ts';
import { groupingsOf } from '#domain/number/meaning/number-groupings.ts';
import { isSpecial, type Grade } from '#domain/number/grade/number-rules.ts';
import { sevenOf } from '#domain/number/number.ts';
import { readingsOf } from '#domain/number/meaning/read-aloud.ts';
import { ok, type Result } from '#domain/result.ts';
import type { ConsoleContext } from '../console-context.ts';
import { rulesInForce } from '../rules/rules-in-force.ts';
import { hitOf } from './hit-of.ts';

type Needs = Pick<ConsoleContext, 'mode' | 'db' | 'reference' | 'pool'>;

/** Why a number has its grade, what it binds the customer to, how it is said, and what an ordinary one like it would save today; by the tables in force, or by those frozen with a hold. */
export async function explainNumber(context: Needs, digits: string, tables = rulesInForce(context)): Promise<Result<NumberExplained, Failure>> {
  const { rules, grades, version } = tables;
  const hit = hitOf(context, digits, tables);
  const terms = termsOfGrade(hit.grade as Grade, grades);
  const names = new Map(rules.rules.map(({ id, name }) => [id, name]));
  return ok({
    hit, matches: gradeNumber(digits, rules).matches.map((match) => ({ ...match, name: names.get(match.ruleId) ?? match.ruleId })),
    rulesVersion: String(version), confirmed: rules.confirmed && grades.confirmed,
    monthlyMinimumLi: hit.minimumLi, prepayDueLi: hit.prepayLi, termMonths: hit.termMonths, totalOverTermLi: hit.minimumLi * hit.termMonths,
    releaseMonths: terms.releaseMonths, transferable: terms.transferable, cancellable: terms.cancellable,
    groupings: groupingsOf(digits), readings: readingsOf(digits), nearestOrdinary: await nearestOrdinary(context, hit),
  });
}

const LOOKED_AT = 200;

/** The free ordinary number with the fewest other digits; null for an ordinary number, and when three other digits do not help. */
async function nearestOrdinary(context: Needs, hit: NumberHit): Promise<NumberExplained['nearestOrdinary']> {
  if (!isSpecial(hit.grade as Grade)) return null;
  for (const open of [1, 2, 3]) {
    const terms = [{ kind: 'masks', source: hit.digits, masks: masksWithOpen(sevenOf(hit.digits), open) } as const];
    const found = await context.pool.search({ terms, grades: [9] }, { offset: 0, limit: LOOKED_AT });
    const nearest = found.ok ? found.value.hits.map(({ digits }) => digits).toSorted((a, b) => numberDistance(a, hit.digits) - numberDistance(b, hit.digits))[0] : undefined;
    if (nearest === undefined) continue;
    const ordinary = hitOf(context, nearest);
    return { hit: ordinary, savingLi: (hit.minimumLi - ordinary.minimumLi) * hit.termMonths, changed: changedPlaces(hit.digits, nearest) };
  }
  return null;
}
