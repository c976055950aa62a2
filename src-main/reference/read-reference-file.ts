import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Result } from '#domain/result.ts';
import type { z } from 'zod';

/** A reference file that cannot be used: which file, which value in it, and what is wrong there. */
export type ReferenceFailure = {
  readonly code: 'reference-unusable';
  readonly file: string;
  readonly path: string;
  readonly problem: string;
};

export function readReferenceFile<T>(dir: string, file: string, schema: z.ZodType<T>): Result<T, ReferenceFailure> {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(join(dir, file), 'utf8'));
  } catch (error) {
    return fail({ code: 'reference-unusable', file, path: '', problem: error instanceof Error ? error.name : 'unreadable' });
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const issue = parsed.error.issues[0];
  return fail({ code: 'reference-unusable', file, path: issue?.path.join('.') ?? '', problem: issue?.message ?? 'invalid' });
}
