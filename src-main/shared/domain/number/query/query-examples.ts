/** What the search box understands, one example a kind: the help beside the box and the builder's start. */
export const queryExamples = [
  { code: 'mask', text: '4006??8899' }, { code: 'gap', text: '6*88' }, { code: 'contains', text: '1688' }, { code: 'begins', text: '400600开头' }, { code: 'ends', text: '518结尾' },
  { code: 'shape', text: 'AABB' }, { code: 'shape-begins', text: 'AAB开头' }, { code: 'shape-anywhere', text: '含ABAB' }, { code: 'straight', text: '顺子5位' }, { code: 'rising', text: '升4位' },
  { code: 'falling', text: '含降4位' }, { code: 'year', text: '年结尾' }, { code: 'date', text: '日期' }, { code: 'rhyme', text: '口诀' }, { code: 'product', text: '3×7' },
  { code: 'without', text: '不含4' }, { code: 'only', text: '只要0689' }, { code: 'at-least', text: '8至少4个' }, { code: 'many', text: '8多' }, { code: 'at-most', text: '4最多1个' }, { code: 'grade', text: '三级 四级' },
  { code: 'together', text: '4006??AABB 不含4 8多' },
] as const satisfies readonly { readonly code: string; readonly text: string }[];

/** Names a kind of condition; `text/` has its words. */
export type QueryExampleCode = (typeof queryExamples)[number]['code'];
