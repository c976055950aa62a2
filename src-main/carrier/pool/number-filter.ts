import { fail, ok, type Result } from '#domain/result.ts';

/** Ten digits at most, `.` or `\d` for any digit, `{n}` repeats, `^` and `$` anchor; nothing that can run long. */
const grammar = /^\^?(?:(?:\d|\.|\\d)(?:\{\d{1,2}\})?){0,20}\$?$/;

/** Compiles `value.regex` of the number search, or refuses what is outside the grammar. */
export const numberFilter = (pattern: string): Result<RegExp, 'unsupported'> => grammar.test(pattern) ? ok(new RegExp(pattern)) : fail('unsupported');
