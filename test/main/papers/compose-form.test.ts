import { afterAll, describe, expect, test } from 'vitest';
import type { FormPaper } from '#domain/agreement/form-paper.ts';
import { letterOf } from '#domain/routing/words/part-words.ts';
import { windowWords } from '#domain/routing/words/time-words.ts';
import { composeForm } from '../../../src-main/services/papers/compose-form.ts';
import { formReadOut } from '../../../src-main/services/papers/read-out.ts';
import { type CaseParts, clerk, customer, fullForm, loadedCase, numbers, openPaperContext, plainForm } from '../../support/loaded-case.ts';

const { context, close } = openPaperContext();
afterAll(close);
const compose = (parts: CaseParts): FormPaper => composeForm(context, loadedCase(context, parts), clerk, 'SL-99010101-20260924-0017-01');
const ticked = ({ features }: FormPaper): readonly string[] => features.filter(({ on }) => on).map(({ name, charge }) => `${name} ${charge}`);

describe('two groups with a night rule', () => {
  const paper = compose({ digits: numbers[5], form: fullForm, addOnIds: ['recording-monthly', 'ring-back'] });
  test('destinations by letter: numbers in full, a private owner by one character, what is not proved is said', () => {
    expect(paper.destinations.map(({ letter, number, terminal, owner, relation, proof, checkedBy }) => [letter, number, terminal, owner, relation, ...proof, checkedBy])).toEqual([
      ['A', '010-5920 6601', '固话', '本单位', '本单位', '话费账单2026-08', '证明待核对'], ['B', '010-5920 6602', '固话', '本单位', '本单位', '话费账单2026-08', '证明待核对'],
      ['C', '021-5920 6603', '固话', '示例市朔方仓储有限公司', '关联单位', '入网合同', '证明待核对'], ['D', '139 0100 0007', '手机', '赵*', '员工', '待补，核验前不接通', '没有证明'],
    ]);
  });
  test('rules in sentences, each strategy with what it does', () => {
    expect(paper.rules.map(({ when, who, behaviour, share }) => [when, who, behaviour, share])).toEqual([
      ['周一至周五9:00—18:00（上班）', '客服：由A、B、C轮着接，一人一通。', '顺序呼叫：按次序循环，每部电话接到的一样多', '均分'],
      ['每天22:00—次日6:00（夜间）', '值班：先打D；D占线或30秒没人接，打A。', '队列呼叫：总从第一部开始，排在前面的更忙', '按次序'],
      ['其余来电', '请来电人留言，存入语音信箱。', '', '全部'],
      ['客服都不通：占线，或30秒没人接', '转经理。', '', '不通时'], ['值班都不通：占线，或30秒没人接', '转经理。', '', '不通时'],
      ['以上电话都不通：占线，或30秒没人接', '播“暂时无法接通”，请来电人稍后再打。每次来话最多转接2次。', '', '不通时'],
    ]);
    expect(paper.rules.map(({ fallback }) => fallback)).toEqual([false, false, false, true, true, true]);
  });
  test('the picture has a box for each rule and group, with the same words', () => {
    expect(Object.values(paper.diagram.boxes).map(({ title, notes }) => [title, ...notes].join('|'))).toEqual([
      '来电', '先查|黑名单 2 条|白名单 1 条优先', '1 上班|周一至周五9:00—18:00', '客服|A、B、C轮着接', '经理|打D', '2 夜间|每天22:00—次日6:00', '值班|D → A', '3 其余来电', '语音信箱',
    ]);
    expect(paper.diagram.ways).toEqual({ 'group:day>group:over': '占线/没人接', 'group:night>group:over': '占线/没人接' });
  });
  test('shares where they are known, only the order where they are not', () => {
    expect(paper.rules.map(({ sharePerDestination }) => sharePerDestination.map((text) => text.replaceAll('\u00a0', ' ')))).toEqual([['A 33.4%', 'B 33.3%', 'C 33.3%'], ['第1 D', '第2 A'], ['语音信箱 100%'], ['客服 接不通的来话'], ['值班 接不通的来话'], ['提示音']]);
    expect(paper.shares.totals).toBe('A 接第1、2行\u3000B 接第1行\u3000C 接第1行\u3000D 接第2行，接别组不通的');
  });
  test('lists with their handling', () => {
    expect(paper.lists.map(({ list, sort, content, window, handling }) => [list, sort, content, window, handling])).toEqual([
      ['黑名单', '号码', '010-5920 9001', '全天', '播“暂时无法接通”，不转接'], ['黑名单', '字头', '0085', '全天', '播“暂时无法接通”，不转接'], ['白名单', '号码', '139 0000 0011', '全天', '优先接入'],
    ]);
    expect(paper.listsNote).toBe('没有地区阻截；黑名单以外，全国来电都接');
  });
  test('features with their charge, and why one cannot be had', () => {
    expect(ticked(paper)).toEqual(['遇忙转移 含', '无应答转移 含', '按时间接听 含', '轮流、队列、随机分配 含', '黑名单、白名单 含', '语音信箱 含', '录音（先播提示） 50.00／月', '彩铃 160.00，次年起120.00／年']);
    expect(paper.features.find(({ name }) => name === '语音导航录制')).toEqual({ name: '语音导航录制', on: false, charge: '与彩铃只能选一' });
    expect(paper.featureCharge).toEqual({ text: '无', amount: 0 });
  });
  test('private mobiles are masked 3 and 4, the company’s landline is not', () => {
    expect(paper.customer).toMatchObject({
      phone: '010-5555 0000', handler: { mobile: '186****5102' }, legalPerson: { mobile: '137****0030', identity: `${customer.legalIdNumber.slice(0, 6)}********${customer.legalIdNumber.slice(-4)}` },
      authorisation: '待收，收到后才能提交开通', payment: '预付费，在营业厅预存',
    });
  });
  test('number, approval, declarations of the clauses file', () => {
    expect(paper.number).toEqual({ digits: '4006001688', special: true, approvalNumber: 'SP-0000AB12', provisional: false });
    expect(paper.declarations).toEqual(context.reference.clauses.formDeclarations);
  });
  test('each rule is one item to read out, the lists last', () => {
    expect(formReadOut(paper).map(({ id }) => id)).toEqual(['rule-1', 'rule-2', 'rule-3', 'rule-4', 'rule-5', 'rule-6', 'lists']);
    expect(formReadOut(paper)[1]?.text).toBe('每天22:00—次日6:00（夜间）：值班：先打D；D占线或30秒没人接，打A。队列呼叫：总从第一部开始，排在前面的更忙');
  });
});

describe('one phone at any time', () => {
  const paper = compose({ form: plainForm });
  test('has one row and what follows when it is busy', () => {
    expect(paper.rules.map(({ when, who }) => `${when}：${who}`)).toEqual(['任何时间、任何来电：客服：打A。', '以上电话都不通：占线，或30秒没人接：播“暂时无法接通”，请来电人稍后再打。']);
    expect([paper.lists, paper.listsNote]).toEqual([[], '没有地区阻截，全国来电都接']);
    expect(paper.features.some(({ on }) => on)).toBe(false);
  });
});

test('recording that the customer wants and did not buy is not ticked and says so', () => {
  const recording = compose({ form: { ...plainForm, recording: true } }).features.find(({ name }) => name === '录音');
  expect(recording).toEqual({ name: '录音', on: false, charge: '没有办理' });
});

test('a form signed before the approval has no approval number', () => {
  expect(compose({ digits: numbers[5], approved: false }).number).toEqual({ digits: '4006001688', special: true, provisional: false });
});

test('a plan that includes recording ticks it as included', () => {
  expect(ticked(compose({ planId: 'beijing-enhanced' }))).toEqual(['录音 含', '语音导航 含', '热线 含', '来电弹屏 含', '客户管理 含', '统计 含']);
});

test.each([
  [[1, 2, 3, 4, 5], '09:00', '18:00', '周一至周五9:00—18:00'], [[6, 7], '10:30', '24:00', '周六、周日10:30—24:00'], [[1, 3, 5], '00:00', '08:00', '周一、周三、周五0:00—8:00'],
  [[5, 1, 2, 3, 7], '18:00', '18:30', '周一至周三、周五、周日18:00—18:30'], [[1, 2, 3, 4, 5, 6, 7], '22:00', '06:00', '每天22:00—次日6:00'],
] as const)('window %j %s–%s is %s', (weekdays, from, to, words) => { expect(windowWords({ days: 'weekdays', dates: [], weekdays, from, to })).toBe(words); });

test('other kinds of days, dates and whole days are said as such', () => {
  const said = (over: object): string => windowWords({ days: 'weekdays', dates: [], weekdays: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00', ...over });
  expect([said({}), said({ days: 'workdays' }), said({ days: 'holidays', from: '09:00', to: '12:00' }), said({ from: '22:00', to: '00:00' })]).toEqual(['每天全天', '工作日（含调休上班）全天', '法定节假日9:00—12:00', '每天22:00—24:00']);
  expect(said({ days: 'dates', dates: [{ from: '2026-10-01', to: '2026-10-07' }, { from: '2026-12-31', to: '2027-01-03' }, { from: '2026-12-24', to: '2026-12-24' }] })).toBe('2026年10月1日至7日、2026年12月31日至2027年1月3日、2026年12月24日全天');
});

test('the password is told by its length, never by its digits; test calls and holes are told as the form answers now', () => {
  const paper = compose({ form: { ...plainForm, passwordOn: true, password: '482913', otherwise: 'announcement', testCalls: [{
    id: 'c1', callerText: '天津 固话', caller: { digits: '', lineKind: 'landline', areaCode: '022', city: '120000', province: '120000' }, date: '2026-09-28', time: '10:15', busy: ['a'], silent: [], keys: [], knowsPassword: true,
    result: { outcome: { kind: 'answered', destinationId: 'a', groupId: 'g' }, ringing: [['a']], ruleId: null },
  }] } });
  expect(JSON.stringify(paper)).not.toContain('482913');
  expect(ticked(paper)).toContain('密码接入（6位） 含');
  expect(paper.testCalls).toEqual([{ caller: '天津 固话', at: '9月28日周一 10:15', busy: 'A占线', result: '播提示音，没有人接', basis: '其余来电' }]);
  expect(paper.coverage.holes).toEqual([{ who: '全国', when: '任何时间', why: '其余来电：提示音，不接', accepted: false }]);
  expect(formReadOut(paper).at(-1)).toEqual({ id: 'holes', text: '没人接的时段1处：全国任何时间' });
});

test('a long list is printed by its first entries and bound by its digest', () => {
  const blackList = Array.from({ length: 10_000 }, (_, index) => ({ kind: 'number' as const, pattern: `1390000${String(index).padStart(4, '0')}` }));
  const [long, other] = [compose({ form: { ...plainForm, blackList } }), compose({ form: { ...plainForm, blackList: blackList.slice(0, -1) } })];
  expect(long.lists.length).toBe(41);
  expect(long.lists.at(-1)).toMatchObject({ sort: '其余', content: '9960条' });
  expect(long.lists.at(-1)?.handling).toMatch(/^全部10000条，校验码[0-9A-F]{16}$/);
  expect(long.lists.at(-1)?.handling).not.toBe(other.lists.at(-1)?.handling);
});

test('letters go on after Z', () => { expect([0, 25, 26, 51, 52].map(letterOf)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA']); });
