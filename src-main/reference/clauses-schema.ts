import type { AgreementClauses } from '#domain/agreement/clauses.ts';
import { z } from 'zod';

const text = z.string().min(1);
const texts = z.array(text).min(1);

export const clausesSchema: z.ZodType<AgreementClauses> = z.strictObject({
  template: z.strictObject({ id: z.string().regex(/^[A-Z0-9-]+$/), version: text }),
  draft: z.boolean(),
  clauses: z.array(z.strictObject({
    number: z.number().int().positive(),
    title: text,
    items: z.array(z.strictObject({ id: z.string().regex(/^\d+\.\d+$/), text, rests: text, basis: z.literal(['sourced', 'to-confirm']) })).min(1),
  })).min(1).refine((clauses) => clauses.every((clause, index) => clause.number === index + 1 && clause.items.every((item, i) => item.id === `${index + 1}.${i + 1}`)), 'clauses and items are numbered in order'),
  disclosure: z.strictObject({ title: text, lines: texts, tick: text }),
  formDeclarations: texts,
  receiptNotes: z.strictObject({ disclosure: text, invoice: text }),
});
