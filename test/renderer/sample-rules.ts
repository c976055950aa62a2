import type { RulePreview, RuleTableView, RuleTrial } from '#contract/rules.ts';
import { gradeNumber } from '#domain/number/grade/grade-number.ts';
import type { GradeTable, NumberRules } from '#domain/number/grade/number-rules.ts';
import gradesFile from '../../resources/reference/number-grades.json' with { type: 'json' };
import rulesFile from '../../resources/reference/number-rules.json' with { type: 'json' };

const rules = rulesFile as unknown as NumberRules;
const grades = gradesFile as unknown as GradeTable;

/** The shipped table as the admin first sees it. */
export const sampleRules: RuleTableView = {
  rules, grades, version: 2, confirmed: false,
  published: [
    { version: 2, at: '2026-11-20T08:12:00.000Z', by: 'BJ40001', note: '省公司 11 月通知：1588 归入五级', confirmed: false, changes: { rules: 1, terms: 2, reordered: false } },
    { version: 1, at: '', by: '', note: '', confirmed: false, changes: null },
  ],
  segments: ['4000', '4006'],
};

/** One number by a draft and by the shipped table. */
export function tryRules(draft: Pick<NumberRules, 'rules' | 'downgrades' | 'heads'>, digits: string): RuleTrial {
  const { grade, ruleId, matches } = gradeNumber(digits, { ...rules, ...draft });
  const now = gradeNumber(digits, rules);
  return { now: { grade: now.grade, ruleId: now.ruleId, matches: now.matches }, draft: { grade, ruleId, matches } };
}

export const samplePreview: RulePreview = {
  problems: [{ code: 'never-wins', at: 'AABBB', severity: 'warning' }], openHolds: 3,
  unsold: [{ code: 'grade-above-range', planId: 'hall-standard', planName: '营业厅标准', grade: 1, minimumLi: 3_600_000, toLi: 3_000_000 }],
  perGrade: [1, 2, 3, 4, 5, 6, 9].map((grade, at) => ({ grade, now: [96, 1204, 7310, 4288, 38_112, 61_870, 1_499_528][at] ?? 0, draft: [96, 1204, 7310, 4288, 39_560, 61_870, 1_498_080][at] ?? 0 })),
  moved: [{ from: 9, to: 5, count: 1448, samples: ['4006028118', '4000731588', '4006918118'] }],
};
