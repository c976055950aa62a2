/** What can look special, the most striking first; a number is named by the first that fits. */
export const LOOKS = [
  '五连号', '只用两个数', '双三连', '四连号', '全是六八九', '三位两遍', '两位三遍', '三对相叠', '五位顺子', '七位对称', '六位对称', '好记的数',
  '四位顺子', '差一位的四连', '三连号', 'AABB', 'ABAB', '差一位的重复', '乘法口诀', '年份', '隔位同数',
] as const;

/** Place in `LOOKS`; `NO_LOOK` when nothing strikes the eye. */
export type LookRank = number;

export const NO_LOOK: LookRank = LOOKS.length;
