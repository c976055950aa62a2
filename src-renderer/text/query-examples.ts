import type { QueryExampleCode } from '#domain/number/query/query-examples.ts';

/** What each example of the search box asks for. */
export const exampleWords: Readonly<Record<QueryExampleCode, string>> = {
  mask: '逐位写，? 任意一位', gap: '* 任意几位', contains: '含这几位', begins: '开头', ends: '结尾', shape: '样式，字母相同数字相同', 'shape-begins': '样式在开头', 'shape-anywhere': '样式在任意处',
  straight: '顺子，升降都行', rising: '升序', falling: '任意处降序', year: '像年份', date: '像月日', rhyme: '乘法口诀', product: '某一句口诀', without: '没有某个数字', only: '只有这几个数字',
  'at-least': '某个数字至少几个', many: '某个数字多', 'at-most': '某个数字最多几个', grade: '级别', together: '几个条件用空格隔开',
};

export const examplesText = { title: '选号框里能写什么', hint: '点一个就填进框里，再改成客户要的。', open: '还能写什么' } as const;
