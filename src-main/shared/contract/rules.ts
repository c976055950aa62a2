import { z } from 'zod';
import type { GradeMatch } from '#domain/number/grade/grade-number.ts';
import type { GradeTable, NumberRules } from '#domain/number/grade/number-rules.ts';
import type { RuleChanges } from '#domain/number/grade/rule-changes.ts';
import type { RuleProblem } from '#domain/number/grade/rule-problems.ts';
import type { GradeAboveRange } from '#domain/tariff/grades-above-range.ts';

const anchor = z.enum(['tail', 'head', 'middle', 'anywhere']);
const grade = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6), z.literal(9)]);
const digitSet = z.string().regex(/^\d{1,10}$/);
const named = { id: z.string().regex(/^[A-Z0-9*-]{2,24}$/), name: z.string().trim().min(1).max(24), grade, enabled: z.boolean(), anchor };
const li = z.number().int().min(0).max(1_000_000_000).multipleOf(10);

export const numberRuleSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...named, kind: z.literal('run'), length: z.number().int().min(2).max(7), digits: digitSet }),
  z.strictObject({ ...named, kind: z.literal('sequence'), length: z.number().int().min(3).max(7), wrap: z.boolean() }),
  z.strictObject({ ...named, kind: z.literal('shape'), shape: z.string().regex(/^[A-G*]{2,7}$/), digits: digitSet }),
  z.strictObject({ ...named, kind: z.literal('list'), entries: z.array(z.string().regex(/^\d{1,7}$/)).min(1).max(500).readonly() }),
  z.strictObject({ ...named, kind: z.literal('product') }),
]);

/** A rule table and its grades as the hall admin edits them; version and confirmation are set when it is published. */
export const ruleDraftSchema = z.strictObject({
  rules: z.array(numberRuleSchema).min(1).max(200).readonly(),
  downgrades: z.array(z.strictObject({ id: z.string().regex(/^[A-Z0-9-]{2,24}$/), digit: z.string().regex(/^\d$/), steps: z.number().int().min(1).max(6), enabled: z.boolean() })).max(10).readonly(),
  heads: z.array(z.strictObject({ id: z.string().regex(/^[A-Z0-9-]{2,24}$/), head: z.string().regex(/^400\d{1,6}$/), floorLi: li, enabled: z.boolean() })).max(50).readonly(),
  grades: z.array(z.strictObject({
    grade, name: z.string().trim().min(1).max(12), hallMinimumLi: li, floorLi: li, prepayLi: li, releaseMonths: z.number().int().min(0).max(60),
    termMonths: z.number().int().min(0).max(60), transferable: z.boolean(), cancellable: z.boolean(),
  })).length(7).readonly(),
});

export const ruleRequests = {
  'rules/read': z.undefined(),
  /** Grades one number by a draft, beside the table in force. */
  'rules/try': z.strictObject({ draft: ruleDraftSchema, digits: z.string().regex(/^400\d{7}$/) }),
  /** What publishing the draft would change in the whole pool. */
  'rules/preview': z.strictObject({ draft: ruleDraftSchema }),
  /** Puts the draft in force; refused when another table was published since `basedOn`. */
  'rules/publish': z.strictObject({ draft: ruleDraftSchema, basedOn: z.number().int().min(1), note: z.string().trim().min(1).max(200), confirmed: z.boolean() }),
} as const;

export type RuleDraft = z.output<typeof ruleDraftSchema>;

/** The table in force with its history; `changes` against the version before, null for the first one. */
export type RuleTableView = {
  readonly rules: NumberRules;
  readonly grades: GradeTable;
  readonly version: number;
  readonly confirmed: boolean;
  readonly published: readonly { readonly version: number; readonly at: string; readonly by: string; readonly note: string; readonly confirmed: boolean; readonly changes: RuleChanges | null }[];
  /** Heads that this hall orders from, 4000 and 4006: a head of its own must lie in one. */
  readonly segments: readonly string[];
};

/** One number by the draft and by the table in force. */
export type RuleTrial = {
  readonly now: { readonly grade: number; readonly ruleId: string; readonly matches: readonly GradeMatch[] };
  readonly draft: { readonly grade: number; readonly ruleId: string; readonly matches: readonly GradeMatch[] };
};

/** Counts over the free numbers, per grade, now and by the draft; `moved` by from → to, with samples; `problems` are those that only counting shows. */
export type RulePreview = {
  readonly problems: readonly RuleProblem[];
  readonly perGrade: readonly { readonly grade: number; readonly now: number; readonly draft: number }[];
  readonly moved: readonly { readonly from: number; readonly to: number; readonly count: number; readonly samples: readonly string[] }[];
  /** Grades that the draft prices out of a plan: none of their numbers could have it. */
  readonly unsold: readonly (GradeAboveRange & { readonly planName: string })[];
  /** Open cases keep the grade frozen with their hold. */
  readonly openHolds: number;
};
