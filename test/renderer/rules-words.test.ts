import { describe, expect, it } from 'vitest';
import { changesText, problemLines } from '../../src-renderer/text/rules.ts';
import { sampleRules } from './sample-rules.ts';

const names = { rules: sampleRules.rules.rules, heads: sampleRules.rules.heads };

describe('the words of the rules screen', () => {
  it('grades with the same fault share one line and are called by their names', () => {
    const rising = ['2', '3', '9'].map((at) => ({ code: 'grades-not-falling', at, severity: 'warning' }) as const);
    expect(problemLines(rising, names)).toEqual([{ severity: 'warning', at: ['2', '3', '9'], text: '二级、三级、普通：比更好的等级收得还多，看看金额' }]);
  });

  it('a rule without a name is called by its place', () => {
    const rules = names.rules.map((rule, at) => (at === 1 ? { ...rule, name: '' } : rule));
    expect(problemLines([{ code: 'name-missing', at: rules[1]?.id ?? '', severity: 'error' }], { ...names, rules })[0]?.text).toBe('第 2 条：没写名称');
  });

  it('eight places are told how many fit', () => {
    const [rule] = names.rules;
    expect(problemLines([{ code: 'too-long', at: rule?.id ?? '', severity: 'error' }], names)[0]?.text).toContain('最多 7 位');
  });

  it('a published version says what it changed', () => {
    expect(changesText({ rules: 3, terms: 2, reordered: true })).toBe('改了 3 条规则、2 个金额或期限，调了顺序');
    expect(changesText({ rules: 0, terms: 0, reordered: false })).toBe('规则和金额没有变');
    expect(changesText(null)).toBe('');
  });
});
