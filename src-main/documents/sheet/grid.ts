/** A4 in points; origin top left, y is a baseline for text. */
export const PAGE = { width: 595.28, height: 841.89 } as const;

/** Text area: 45 characters of 10.5 pt. */
export const LEFT = 61.39;
export const MEASURE = 472.5;
export const RIGHT = LEFT + MEASURE;

/** Where the body of a page begins (baseline) and must end. */
export const BODY = { first: 78, last: 752 } as const;

/** Left edge of column `index` of six. */
export const column = (index: number): number => LEFT + 80.5 * index;

/** Width of `count` of the six columns with the gutters between them. */
export const span = (count: number): number => 70 * count + 10.5 * (count - 1);

/** The one colour beside black; it always stands with a word or a heavier weight. */
export const ACCENT = '#A8071A';
export const BLACK = '#000000';
