import { normaliseDigits } from '../number.ts';
import type { Grade } from '../grade/number-rules.ts';

/** One to seven as a person may write it. */
export const COUNTS: Readonly<Record<string, number>> = { 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 0: 0, 1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 6, 7: 7 };

/** Digits, wildcards and letters, as they stand in a pattern. */
export const BODY = '[0-9?*A-G]+';

const PLACES = '开头|打头|结尾|收尾';
const COMPARE = '至少|不少于|最多|至多|不超过|恰好|正好|恰|>=|<=|=|≥|≤';
const COUNT = '[0-9一二两三四五六七]';

/** Words with the digits they speak of: a person may leave a space between them. */
const JOINS: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`(${BODY})\\s+(${PLACES})(?!\\s*[0-9?*A-G])`, 'g'), '$1$2'],
  [new RegExp(`(^|\\s)(不含|不带|不要|只含|只要|只有|包含|含有|含|带|尾号|${PLACES})\\s+(?=[0-9?*A-G])`, 'g'), '$1$2'],
  [new RegExp(`(\\d)\\s*(${COMPARE})\\s*(${COUNT})\\s*个?`, 'g'), '$1$2$3'],
  [new RegExp(`(${COMPARE})\\s*(${COUNT})\\s*个\\s*(\\d)`, 'g'), '$1$2个$3'],
  [/(顺子|上升|下降|升|降)\s+(\d)\s*位/g, '$1$2位'],
];

/** The words of the search box, ASCII where there is a choice, in capitals; a whole number in any grouping is one word. */
export function tokensOf(text: string): readonly string[] {
  const whole = normaliseDigits(text);
  if (/^\d{10}$/.test(whole)) return [whole];
  const plain = text.normalize('NFKC').toUpperCase().replace(/[,、;。|]+/g, ' ');
  const joined = JOINS.reduce((line, [pattern, by]) => line.replace(pattern, by), plain);
  return joined.split(/\s+/).map(normaliseDigits).filter((token) => token !== '');
}

const SPECIAL: readonly Grade[] = [1, 2, 3, 4, 5, 6];
const GRADE_NAMES: readonly (readonly [Grade, string])[] = [[1, '一级'], [2, '二级'], [3, '三级'], [4, '四级'], [5, '五级'], [6, '六级'], [9, '普通']];
const GRADE_WORDS: ReadonlyMap<string, readonly Grade[]> = new Map<string, readonly Grade[]>([
  ...GRADE_NAMES.map(([grade, name]) => [name, [grade]] as const), ...SPECIAL.map((grade) => [`${grade}级`, [grade]] as const), ['靓号', SPECIAL],
]);

/** The grades that a word names (三级, 四级靓号, 普通号, 靓号); undefined for every other word. */
export const readGrades = (token: string): readonly Grade[] | undefined => GRADE_WORDS.get(token.replace(/(级)靓?号$|号$/, '$1')) ?? GRADE_WORDS.get(token);

/** The words for a set of grades, shortest. */
export function gradeWords(grades: readonly Grade[]): readonly string[] {
  if (grades.length === SPECIAL.length && SPECIAL.every((grade) => grades.includes(grade))) return ['靓号'];
  return GRADE_NAMES.filter(([grade]) => grades.includes(grade)).map(([, name]) => name);
}
