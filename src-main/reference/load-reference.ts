import type { AgreementClauses } from '#domain/agreement/clauses.ts';
import type { MeaningFacts } from '#domain/number/meaning/meaning-facts.ts';
import type { Segment } from '#domain/number/number.ts';
import type { GradeTable, NumberRules } from '#domain/number/grade/number-rules.ts';
import type { Policy } from '#domain/policy.ts';
import { ruleProblems, type RuleTable } from '#domain/number/grade/rule-problems.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { RegionTable } from '#domain/routing/region-table.ts';
import type { Catalogue } from '#domain/tariff/catalogue.ts';
import { clausesSchema } from './clauses-schema.ts';
import { meaningFactsSchema } from './meanings-schema.ts';
import { gradeTableSchema, numberRulesSchema, segmentsSchema } from './number-schemas.ts';
import { policySchema } from './policy-schema.ts';
import { regionsSchema } from './regions-schema.ts';
import { readReferenceFile, type ReferenceFailure } from './read-reference-file.ts';
import { catalogueSchema } from './tariff-schemas.ts';

/** The facts of `resources/reference`, read once at start. */
export type Reference = {
  readonly segments: readonly Segment[];
  readonly numberRules: NumberRules;
  readonly gradeTable: GradeTable;
  readonly meanings: MeaningFacts;
  readonly catalogue: Catalogue;
  readonly policy: Policy;
  readonly regions: RegionTable;
  readonly clauses: AgreementClauses;
};

/** Reads and checks every file, or names the file and the path of the first bad value: the console does not start on half a table. */
export function loadReference(dir: string): Result<Reference, ReferenceFailure> {
  const segments = readReferenceFile(dir, 'segments.json', segmentsSchema);
  if (!segments.ok) return segments;
  const numberRules = readReferenceFile(dir, 'number-rules.json', numberRulesSchema);
  if (!numberRules.ok) return numberRules;
  const gradeTable = readReferenceFile(dir, 'number-grades.json', gradeTableSchema);
  if (!gradeTable.ok) return gradeTable;
  const broken = brokenRule({ ...numberRules.value, grades: gradeTable.value.grades }, segments.value.segments);
  if (broken !== null) return fail(broken);
  const meanings = readReferenceFile(dir, 'number-meanings.json', meaningFactsSchema);
  if (!meanings.ok) return meanings;
  const catalogue = readReferenceFile(dir, 'plans.json', catalogueSchema);
  if (!catalogue.ok) return catalogue;
  const policy = readReferenceFile(dir, 'policy.json', policySchema);
  if (!policy.ok) return policy;
  const regions = readReferenceFile(dir, 'regions.json', regionsSchema);
  if (!regions.ok) return regions;
  const clauses = readReferenceFile(dir, 'agreement-clauses.json', clausesSchema);
  if (!clauses.ok) return clauses;
  return ok({
    segments: segments.value.segments,
    numberRules: numberRules.value,
    gradeTable: gradeTable.value,
    meanings: meanings.value,
    catalogue: catalogue.value,
    policy: policy.value,
    regions: regions.value,
    clauses: clauses.value,
  });
}

/** A table that grades nothing as meant is as unusable as one that cannot be read. */
function brokenRule(table: RuleTable, segments: readonly Segment[]): ReferenceFailure | null {
  const heads = segments.filter(({ orderable }) => orderable).map(({ head }) => head);
  const problem = ruleProblems(table, heads).find(({ severity }) => severity === 'error');
  return problem ? { code: 'reference-unusable', file: 'number-rules.json', path: problem.at, problem: problem.code } : null;
}
