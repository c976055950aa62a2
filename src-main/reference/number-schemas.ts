import { GRADES, type Grade, type GradeTable, type NumberRules } from '#domain/number/number-rules.ts';
import type { Segment } from '#domain/number/number.ts';
import { z } from 'zod';

const version = z.number().int().positive();
const li = z.number().int().nonnegative();
const digits = z.string().regex(/^\d+$/);
const grade = z.literal([1, 2, 3, 4, 5, 6, 9]) satisfies z.ZodType<Grade>;
const id = z.string().min(1);

const rule = z.discriminatedUnion('kind', [
  z.strictObject({ id, grade, kind: z.literal('run'), length: z.number().int().min(2).max(7), digits }),
  z.strictObject({ id, grade, kind: z.literal('sequence'), length: z.number().int().min(3).max(7), wrap: z.boolean() }),
  z.strictObject({ id, grade, kind: z.literal('shape'), shape: z.string().regex(/^[A-G]{2,7}$/) }),
  z.strictObject({ id, grade, kind: z.literal('tails'), tails: z.array(digits.max(7)).min(1) }),
]);

export const numberRulesSchema: z.ZodType<NumberRules> = z.object({
  version,
  confirmed: z.boolean(),
  rules: z.array(rule).refine((rules) => new Set(rules.map((each) => each.id)).size === rules.length, 'rule ids repeat'),
  heads: z.array(z.strictObject({ id, head: digits.length(6), floorLi: li, enabled: z.boolean() })),
  memorable: z.array(z.strictObject({ digits: digits.min(2).max(6), points: z.number().int().positive() })),
});

export const gradeTableSchema: z.ZodType<GradeTable> = z.object({
  version,
  confirmed: z.boolean(),
  grades: z
    .array(z.strictObject({ grade, name: z.string().min(1), hallMinimumLi: li, floorLi: li, termMonths: z.number().int().nonnegative() }))
    .refine((rows) => rows.length === GRADES.length && GRADES.every((each) => rows.some((row) => row.grade === each)), 'each grade once'),
});

export const segmentsSchema: z.ZodType<{ readonly segments: readonly Segment[] }> = z.object({
  segments: z
    .array(z.strictObject({ head: z.string().regex(/^400\d$/), ownerId: id, ownerName: z.string().min(1), orderable: z.boolean() }))
    .refine((rows) => rows.some((row) => row.orderable), 'no orderable segment'),
});
