/**
 * "Grades shipped" of the product page, written out by hand and knowing nothing of the rule file:
 * what number-rules.json must come to as it is shipped. Downgrades and heads are off there.
 */
const endsWithOneOf = (digits: string, tails: readonly string[]): boolean => tails.some((tail) => digits.endsWith(tail));
const climbsOrFalls = (digits: string, length: number): boolean =>
  '0123456789'.includes(digits.slice(-length)) || '9876543210'.includes(digits.slice(-length));

const FOUR_DIGIT_TAILS = ['1688', '5188', '1314', '1588'];
const THREE_DIGIT_TAILS = ['168', '518', '520', '158', '118', '668', '998'];

const GRADE_1 = [/(.)\1{5}$/];
const GRADE_2 = [/(.)\1{4}$/, /(.)\1\1(?!\1)(.)\2\2$/, /(.)(?!\1)(.)(?!\1|\2)(.)\1\2\3$/];
const GRADE_3 = [/(.)\1{3}$/, /(.)(?!\1)(.)\1\2\1\2$/, /(.)\1(?!\1)(.)\2(?!\1|\2)(.)\3$/];
const GRADE_4 = [/(?:666|888|999)$/, /(.)(?!\1)(.)(?!\1|\2)(.)\3\2\1$/];
const GRADE_5 = [/(.)\1\1$/, /(.)\1(?!\1)(.)\2\2$/, /(.)\1\1(?!\1).$/];
const GRADE_6 = [/(.)\1(?!\1)(.)\2$/, /(.)(?!\1)(.)\1\2$/, /(.)(?!\1)(.)\2\1$/];

/** Grade of the seven digits after 400 by the shipped table: 1–6, or 9 for an ordinary number. */
export const productGrade = (digits: string): number => {
  if (!/^[0-9]{7}$/.test(digits)) throw new Error(`not the seven digits after 400: ${digits}`);
  const looksLike = (patterns: readonly RegExp[]) => patterns.some((pattern) => pattern.test(digits));
  if (looksLike(GRADE_1)) return 1;
  if (looksLike(GRADE_2) || climbsOrFalls(digits, 6)) return 2; // SEQ-7 ends in six that climb or fall as well
  if (looksLike(GRADE_3)) return 3;
  if (looksLike(GRADE_4) || climbsOrFalls(digits, 5)) return 4;
  if (looksLike(GRADE_5) || endsWithOneOf(digits, FOUR_DIGIT_TAILS)) return 5;
  if (looksLike(GRADE_6) || climbsOrFalls(digits, 4) || endsWithOneOf(digits, THREE_DIGIT_TAILS)) return 6;
  return 9;
};
