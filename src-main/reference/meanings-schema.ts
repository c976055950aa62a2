import type { MeaningFacts } from '#domain/number/meaning/meaning-facts.ts';
import { z } from 'zod';

const digits = z.string().regex(/^\d{1,7}$/);
const text = z.string().min(1).max(20);

export const meaningFactsSchema: z.ZodType<MeaningFacts> = z.object({
  version: z.number().int().positive(),
  known: z.array(z.strictObject({ digits: digits.min(2), reading: text, for: z.array(text) })).min(1),
  syllables: z.array(z.strictObject({ digit: z.string().regex(/^\d$/), syllables: z.array(z.string().regex(/^[a-z]+$/)).min(1) })).length(10),
  serviceCodes: z.array(z.strictObject({ digits: digits.min(3), name: text })).min(1),
  unlucky: z.array(z.strictObject({ digits, reading: text, at: z.enum(['tail', 'group', 'anywhere']) })).min(1),
  hardToSayFrom: z.number().int().min(3).max(9),
});
