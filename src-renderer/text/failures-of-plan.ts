import type { FailureCode } from '#contract/failures.ts';
import { fact, type Say, say } from './failure-words.ts';

const columns: Readonly<Record<string, string>> = { time: '通话开始时间', duration: '通话时长', caller: '主叫号码' };
const unreadable: Readonly<Record<string, string>> = {
  'old-workbook': '这是旧版 Excel 文件，另存为 .xlsx 或 .csv 再导入。',
  'packed-too-large': '文件解开后太大，按月分开导出再导入。',
};

/** Plans, call lists and the catalogue. */
export const planFailures = {
  'terminals-needed': say('这个套餐按终端收费，还没填终端数', '填指定联通终端的数量再选。', '没有选定，原来选的没变。'),
  'dearer-plan-reason': (facts) => ({
    title: `${fact(facts, 'cheapest', '', '') || '另有套餐'}每月便宜${fact(facts, 'perMonthYuan', ' ', ' 元') || '一些'}`, safe: '还没选定，原来选的没变。', next: '写明为什么选贵的，或改选便宜的。',
  }),
  'plan-not-chosen': say('还没定套餐', '先定套餐，再看账单。'),
  'calls-unreadable': (facts) => ({ title: '话单文件读不出来', safe: '原来的用量没变。', next: unreadable[String(facts['why'])] ?? '用运营商导出的 CSV 或 XLSX 原文件再导入。' }),
  'calls-columns': (facts) => ({
    title: `话单里没找到${String(facts['missing'] ?? '').split(' ').map((column) => `「${columns[column] ?? ''}」`).filter((name) => name !== '「」').join('') || '要用的列'}`,
    safe: '原来的用量没变。', next: '给列写上名称，再导入。',
  }),
  'calls-too-many': (facts) => ({ title: `话单超过${fact(facts, 'most', ' ', ' 条') || '上限'}`, safe: '原来的用量没变。', next: '只导出最近几个月，再导入。' }),
  'calls-none': (facts) => ({ title: '话单里没有一条能用的通话', safe: '原来的用量没变。', next: facts?.['rejected'] === 0 ? '文件里只有列名，没有通话。换有通话的文件再导入。' : `${fact(facts, 'rejected', '有 ', ' 行读不懂。')}看列名和内容是否对得上，改好再导入。` }),
  'catalogue-outdated': (facts) => ({ title: '资费目录刚变过', safe: '这次定的价没有用上。', next: `${fact(facts, 'version', '现在是 ', ' 版。')}看过新目录再定价。` }),
  'plan-not-hall-priced': (facts) => ({ title: `${fact(facts, 'plan', '「', '」') || '这个套餐'}不由本厅定价`, safe: '目录没有变。', next: '价格以运营商的目录为准。' }),
  'catalogue-unreadable': say('运营商的资费目录用不上', '把目录页上写的问题告诉运营商；原因改好后再取。', '还用现在的目录，什么都没变。'),
} as const satisfies Partial<Record<FailureCode, Say>>;
