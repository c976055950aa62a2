import { GRADES, type Grade, type GradeTable, type NumberRule, type NumberRules } from '#domain/number/grade/number-rules.ts';
import type { Segment } from '#domain/number/number.ts';
import { z } from 'zod';

const version = z.number().int().positive();
const li = z.number().int().nonnegative().max(1_000_000_000).multipleOf(10);
const months = z.number().int().min(0).max(60);
const digits = z.string().regex(/^\d{1,10}$/);
const grade = z.literal([1, 2, 3, 4, 5, 6, 9]) satisfies z.ZodType<Grade>;
const id = z.string().min(1);
const anchor = z.enum(['tail', 'head', 'middle', 'anywhere']);
const named = { id: z.string().regex(/^[A-Z0-9*-]{2,24}$/), name: z.string().trim().min(1).max(24), grade, enabled: z.boolean(), anchor };

const rule: z.ZodType<NumberRule> = z.discriminatedUnion('kind', [
  z.strictObject({ ...named, kind: z.literal('run'), length: z.number().int().min(2).max(7), digits }),
  z.strictObject({ ...named, kind: z.literal('sequence'), length: z.number().int().min(3).max(7), wrap: z.boolean() }),
  z.strictObject({ ...named, kind: z.literal('shape'), shape: z.string().regex(/^[A-G*]{2,7}$/), digits }),
  z.strictObject({ ...named, kind: z.literal('list'), entries: z.array(z.string().regex(/^\d{1,7}$/)).min(1) }),
  z.strictObject({ ...named, kind: z.literal('product') }),
]);

export const numberRulesSchema: z.ZodType<NumberRules> = z.strictObject({
  version,
  confirmed: z.boolean(),
  source: z.string().min(1),
  rules: z.array(rule).min(1).max(200),
  downgrades: z.array(z.strictObject({ id, digit: z.string().regex(/^\d$/), steps: z.number().int().min(1).max(6), enabled: z.boolean() })),
  heads: z.array(z.strictObject({ id, head: z.string().regex(/^400\d{1,6}$/), floorLi: li, enabled: z.boolean() })),
  memorable: z.array(z.strictObject({ digits: z.string().regex(/^\d{2,6}$/), points: z.number().int().positive() })),
});

const terms = z.strictObject({
  grade, name: z.string().min(1), hallMinimumLi: li, floorLi: li, prepayLi: li, releaseMonths: months, termMonths: months, transferable: z.boolean(), cancellable: z.boolean(),
});

export const gradeTableSchema: z.ZodType<GradeTable> = z.object({
  version,
  confirmed: z.boolean(),
  grades: z.array(terms).refine((rows) => rows.length === GRADES.length && GRADES.every((each) => rows.some((row) => row.grade === each)), 'each grade once'),
});

export const segmentsSchema: z.ZodType<{ readonly segments: readonly Segment[] }> = z.object({
  segments: z
    .array(z.strictObject({ head: z.string().regex(/^400\d$/), ownerId: id, ownerName: z.string().min(1), orderable: z.boolean() }))
    .refine((rows) => rows.some((row) => row.orderable), 'no orderable segment'),
});
