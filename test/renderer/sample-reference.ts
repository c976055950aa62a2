import type { NumberHit, NumberSearch } from '#contract/numbers.ts';
import type { PlanOffer } from '#contract/plans.ts';
import { assert } from '#domain/assert.ts';
import { gradeNumber, termsOfGrade } from '#domain/number/grade-number.ts';
import type { Grade, GradeTable, NumberRules } from '#domain/number/number-rules.ts';
import type { Policy } from '#domain/policy.ts';
import { type Catalogue, rateLines, withTrainingPrices } from '#domain/tariff/catalogue.ts';
import { planAllowed } from '#domain/tariff/plan-allowed.ts';
import { quotePlan } from '#domain/tariff/quote.ts';
import gradesFile from '../../resources/reference/number-grades.json' with { type: 'json' };
import rulesFile from '../../resources/reference/number-rules.json' with { type: 'json' };
import plansFile from '../../resources/reference/plans.json' with { type: 'json' };
import policyFile from '../../resources/reference/policy.json' with { type: 'json' };

const grades = gradesFile as unknown as GradeTable;
const rules = rulesFile as unknown as NumberRules;

/** Training prices, as the console in training mode would offer them. */
export const catalogue = withTrainingPrices(plansFile as unknown as Catalogue);
export const gradeTable = grades;

const policy = policyFile as unknown as Policy;
export const sampleLimits = policy.routing;
export const samplePolicy = policy.customer;

/** A number graded by the shipped rules. */
export function hit(digits: string): NumberHit {
  const graded = gradeNumber(digits, rules);
  const terms = termsOfGrade(graded.grade, grades);
  return { digits, grade: graded.grade, ruleId: graded.matches[0]?.ruleId ?? null, floorLi: terms.floorLi, prepayLi: 3 * terms.hallMinimumLi, termMonths: terms.termMonths };
}

export function quoteOf(planId: string, grade: number): Pick<PlanOffer, 'quote' | 'rates'> {
  const plan = catalogue.plans.find((one) => one.id === planId);
  assert(plan, 'quoteOf: no such plan');
  const made = quotePlan({ plan, addOns: [], number: { grade: grade as Grade, headFloorLi: 0 }, gradeTable: grades, chosenMinimumLi: null, policy: policyFile.tariff.prepay, catalogueConfirmed: catalogue.confirmed });
  return { quote: made.ok ? made.value : null, rates: rateLines(plan) };
}

/** Every plan as offered for a number. */
export const offersFor = ({ digits, grade }: NumberHit): readonly PlanOffer[] => catalogue.plans.map((plan) => {
  const allowed = planAllowed(plan, { digits, hall: { regionCode: '110000', areaCode: '010' }, onDate: '2026-11-23' });
  return { planId: plan.id, version: plan.version, name: plan.name, billing: plan.billing, sample: plan.sample, refusal: allowed.ok ? null : allowed.error, ...quoteOf(plan.id, grade), note: plan.note };
});

const tails = ['8899', '6688', '1188', '5566', '0088', '1688', '8866', '2233', '9900', '7788', '5188', '0808', '6161', '2255', '3721', '4477', '1001', '5678', '8012', '7036', '4429', '9153', '2618', '3340'];
const found = tails.flatMap((tail) => ['4006', '4000'].map((head) => hit(`${head}00${tail}`)));

/** A search over a few dozen numbers, best grade first. */
export function searchNumbers(text: string, wanted: readonly number[], offset: number, limit: number): NumberSearch {
  const digits = text.replace(/\D/g, '');
  const inText = found.filter((one) => one.digits.includes(digits)).toSorted((a, b) => a.grade - b.grade);
  const perGrade = [1, 2, 3, 4, 5, 6, 9].map((grade) => ({ grade, count: inText.filter((one) => one.grade === grade).length }));
  const hits = inText.filter((one) => wanted.length === 0 || wanted.includes(one.grade));
  return { total: hits.length, perGrade, hits: hits.slice(offset, offset + limit), elapsedMs: 0.6 };
}
