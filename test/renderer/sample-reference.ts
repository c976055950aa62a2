import type { NumberHit } from '#contract/numbers.ts';
import type { PlanOffer } from '#contract/plans.ts';
import { assert } from '#domain/assert.ts';
import { gradeNumber, gradeReason } from '#domain/number/grade/grade-number.ts';
import { looksSpecial } from '#domain/number/meaning/looks-special.ts';
import type { MeaningFacts } from '#domain/number/meaning/meaning-facts.ts';
import type { Grade, GradeTable, NumberRules } from '#domain/number/grade/number-rules.ts';
import { warningsOf } from '#domain/number/meaning/number-warnings.ts';
import type { Policy } from '#domain/policy.ts';
import type { RegionTable } from '#domain/routing/region-table.ts';
import { type Catalogue, rateLines, withTrainingPrices } from '#domain/tariff/catalogue.ts';
import { hallStandard, numberConditions } from '#domain/tariff/number-conditions.ts';
import { planAllowed } from '#domain/tariff/plan-allowed.ts';
import { quotePlan } from '#domain/tariff/quote.ts';
import gradesFile from '../../resources/reference/number-grades.json' with { type: 'json' };
import meaningsFile from '../../resources/reference/number-meanings.json' with { type: 'json' };
import rulesFile from '../../resources/reference/number-rules.json' with { type: 'json' };
import plansFile from '../../resources/reference/plans.json' with { type: 'json' };
import regionsFile from '../../resources/reference/regions.json' with { type: 'json' };
import policyFile from '../../resources/reference/policy.json' with { type: 'json' };

const grades = gradesFile as unknown as GradeTable;
export const sampleRules = rulesFile as unknown as NumberRules;
export const sampleMeanings = meaningsFile as unknown as MeaningFacts;

/** Training prices, as the console in training mode would offer them. */
export const catalogue = withTrainingPrices(plansFile as unknown as Catalogue);
export const gradeTable = grades;

const policy = policyFile as unknown as Policy;
export const sampleLimits = policy.routing;
export const samplePolicy = policy.customer;
export const sampleRegions = regionsFile as RegionTable;

/** A number graded by the shipped rules. */
export function hit(digits: string): NumberHit {
  const graded = gradeNumber(digits, sampleRules);
  return {
    digits, grade: graded.grade, ruleId: graded.matches[0]?.ruleId ?? null, reason: gradeReason(graded, sampleRules), 
    ...numberConditions(graded.grade, 0, grades, hallStandard(catalogue, policyFile.tariff.prepay)),
    looks: looksSpecial(digits, sampleRules), warnings: warningsOf(digits, sampleMeanings), leased: false,
  };
}

export function quoteOf(planId: string, grade: number): Pick<PlanOffer, 'quote' | 'rates'> {
  const plan = catalogue.plans.find((one) => one.id === planId);
  assert(plan, 'quoteOf: no such plan');
  const made = quotePlan({ plan, addOns: [], terminals: 7, promotions: [], chosenOn: '2026-11-23', number: { grade: grade as Grade, headFloorLi: 0 }, gradeTable: grades, chosenMinimumLi: null, policy: policyFile.tariff.prepay, catalogueConfirmed: catalogue.confirmed });
  return { quote: made.ok ? made.value : null, rates: rateLines(plan) };
}

/** Every plan as offered for a number. */
export const offersFor = ({ digits, grade }: NumberHit): readonly PlanOffer[] => catalogue.plans.map((plan) => {
  const allowed = planAllowed(plan, { digits, hall: { regionCode: '110000', areaCode: '010' }, grade: grade as Grade, onDate: '2026-11-23' });
  return { planId: plan.id, version: plan.version, name: plan.name, billing: plan.billing, sample: plan.sample, perTerminal: plan.monthlyFeePer === 'terminal', includes: plan.includes, refusal: allowed.ok ? null : allowed.error, ...quoteOf(plan.id, grade), note: plan.note };
});
