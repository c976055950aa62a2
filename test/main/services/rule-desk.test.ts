import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CaseView } from '#contract/cases.ts';
import type { RuleDraft, RuleTableView } from '#contract/rules.ts';
import { trainingPassword } from '../../../src-main/services/hall/set-up.ts';
import { caseBefore, type CasePlan, ordinaryPlan, signPaper } from '../../support/ordinary-case.ts';
import { openTestConsole, type TestConsole } from '../../support/test-console.ts';

const [clerk, admin] = ['WJ0127', 'WJ0001'];
let desk: TestConsole;
beforeAll(async () => { desk = await openTestConsole(); });
afterAll(() => desk.dispose());

const planFor = (sequence: number, digits: string): CasePlan => ({ ...ordinaryPlan(sequence), planId: 'hall-standard', offlinePick: [digits] });
const draftOf = ({ rules, grades }: RuleTableView, change: Partial<RuleDraft> = {}): RuleDraft =>
  ({ rules: rules.rules, downgrades: rules.downgrades, heads: rules.heads, grades: grades.grades, ...change });

/** RUN-4 becomes grade 1, every special grade asks for more, and a head has its floor. */
function dearer(table: RuleTableView): RuleDraft {
  const draft = draftOf(table);
  return {
    ...draft, rules: draft.rules.map((rule) => (rule.id === 'RUN-4' ? { ...rule, grade: 1 } : rule)),
    grades: draft.grades.map((row) => (row.grade === 9 ? row : { ...row, hallMinimumLi: Math.min(3_000_000, row.hallMinimumLi + 100_000), prepayLi: row.prepayLi + 20_000_000, termMonths: 36 })),
    heads: draft.heads.map((head) => (head.id === 'HEAD-400666' ? { ...head, floorLi: 90_000_000, enabled: true } : head)),
  };
}

async function approvedCase(plan: CasePlan): Promise<CaseView> {
  await desk.signIn(clerk);
  const { caseId } = await caseBefore(desk.call, 'sign agreement', plan);
  const { approval } = await desk.call('approval/request', { caseId, reason: '客户自用多年的尾号' });
  await desk.call('approval/decide', {
    approvalId: approval.approvalId ?? '', decision: 'approve', reasons: [], note: '', bindingHash: approval.bindingHash ?? '', supervisor: { staffNo: 'WJ0008', password: trainingPassword },
  });
  return desk.call('cases/open', { caseId });
}

async function publish(change: (table: RuleTableView) => RuleDraft, note = '按运营商通知'): Promise<RuleTableView> {
  await desk.signIn(admin);
  const table = await desk.call('rules/read', undefined);
  return desk.call('rules/publish', { draft: change(table), basedOn: table.version, note, confirmed: true });
}

test('the shipped table is version 1, unconfirmed, and has no publisher', async () => {
  await desk.signIn(clerk);
  const table = await desk.call('rules/read', undefined);
  expect([table.version, table.confirmed, table.published.map(({ version, by }) => [version, by])]).toEqual([1, false, [[1, '']]]);
  expect(table.rules.rules.filter(({ enabled }) => enabled)).toHaveLength(22);
  expect([table.segments, table.published[0]?.changes]).toEqual([['4000', '4006'], null]);
});

test('a rule edited while a reservation is open: its grade, money and approval stay as they were frozen', async () => {
  const before = await approvedCase(planFor(1, '4006668888'));
  expect(before.number).toMatchObject({ grade: 3, ruleId: 'RUN-4', rulesVersion: '1', termMonths: 12, prepayLi: 4_500_000 });
  const table = await publish(dearer);
  expect([table.version, table.confirmed, table.published[0]?.note, table.published[0]?.by]).toEqual([2, true, '按运营商通知', (await desk.call('session/state', undefined)).staff?.name]);

  await desk.signIn(clerk);
  const after = await desk.call('cases/open', { caseId: before.caseId });
  expect(after.number).toEqual(before.number);
  expect(after.plan).toEqual(before.plan);
  expect(after.approval).toEqual(before.approval);
  expect((await desk.call('plans/list', { caseId: before.caseId })).offers.find(({ planId }) => planId === 'hall-standard')?.quote).toEqual(before.plan?.quote);
  const signed = await signPaper(desk.call, before.caseId, 'agreement');
  expect([signed.agreement.status, signed.approval.state]).toEqual(['signed', 'approved']);

  const fresh = await caseBefore(desk.call, 'sign agreement', planFor(2, '4006669999'));
  expect(fresh.number).toMatchObject({ grade: 1, ruleId: 'RUN-4', rulesVersion: '2', termMonths: 36, floorLi: 90_000_000 });
  expect(fresh.plan?.quote).toMatchObject({ monthlyMinimumLi: 90_000_000, prepayDueLi: 270_000_000, termMonths: 36, confirmed: false });
});

test('a signed agreement outlives the next table, and a restart', async () => {
  const before = await approvedCase(planFor(3, '4006128899'));
  await signPaper(desk.call, before.caseId, 'agreement');
  const { version } = await publish((table) => draftOf(table, { rules: table.rules.rules.map((rule) => (rule.id === 'AABB' ? { ...rule, enabled: false } : rule)) }));
  desk = await desk.reopen();
  await desk.signIn(clerk);
  expect((await desk.call('rules/read', undefined)).version).toBe(version);
  const after = await desk.call('cases/open', { caseId: before.caseId });
  expect([after.agreement.status, after.approval.state, after.number?.grade, after.number?.ruleId]).toEqual(['signed', 'approved', before.number?.grade, 'AABB']);
  expect((await caseBefore(desk.call, 'choose plan', planFor(4, '4006137799'))).number).toMatchObject({ grade: 9, ruleId: null, rulesVersion: String(version) });
});

describe('publishing', () => {
  test('is refused on a table that is no longer in force, and changes nothing', async () => {
    await desk.signIn(admin);
    const table = await desk.call('rules/read', undefined);
    const stale = { draft: draftOf(table), basedOn: table.version - 1, note: '旧的', confirmed: false };
    expect(await desk.refusal('rules/publish', stale)).toEqual({ code: 'rules-outdated', facts: { version: table.version } });
    expect(await desk.call('rules/read', undefined)).toEqual(table);
  });

  test('is refused with an error in the table, not with a warning', async () => {
    await desk.signIn(admin);
    const table = await desk.call('rules/read', undefined);
    const twice = draftOf(table, { rules: [...table.rules.rules, table.rules.rules[0]!] });
    expect(await desk.refusal('rules/publish', { draft: twice, basedOn: table.version, note: '重复', confirmed: false })).toEqual({ code: 'rules-unsound' });
    const rising = await publish((now) => draftOf(now, { grades: now.grades.grades.map((row) => (row.grade === 9 ? { ...row, floorLi: 9_000_000 } : row)) }), '普通号更贵');
    expect(rising.version).toBe(table.version + 1);
    expect(rising.published[0]?.changes).toEqual({ rules: 0, terms: 1, reordered: false });
  });

  test('tells the screens that the pool is graded anew', async () => {
    const count = () => desk.emitted.filter(({ name }) => name === 'pool/changed').length;
    const before = count();
    await publish((table) => draftOf(table));
    expect(count()).toBe(before + 1);
  });

  test.each([clerk, 'WJ0008', 'WJ0090'])('is no business of %s, nor is trying or previewing', async (staffNo) => {
    await desk.signIn(staffNo);
    const table = await desk.call('rules/read', undefined);
    const draft = draftOf(table);
    expect(await desk.refusal('rules/publish', { draft, basedOn: table.version, note: '我来', confirmed: false })).toEqual({ code: 'not-allowed' });
    expect(await desk.refusal('rules/try', { draft, digits: '4006128899' })).toEqual({ code: 'not-allowed' });
    expect(await desk.refusal('rules/preview', { draft })).toEqual({ code: 'not-allowed' });
  });

  test('a number is tried by draft and table in force side by side', async () => {
    await desk.signIn(admin);
    const table = await desk.call('rules/read', undefined);
    const draft = draftOf(table, { rules: table.rules.rules.map((rule) => (rule.id === 'PRODUCT' ? { ...rule, enabled: true } : rule)) });
    const trial = await desk.call('rules/try', { draft, digits: '4006132510' });
    expect([trial.now.grade, trial.now.ruleId, trial.draft.grade, trial.draft.ruleId]).toEqual([9, 'ORDINARY', 6, 'PRODUCT']);
    expect(trial.draft.matches).toEqual([{ ruleId: 'PRODUCT', grade: 6, seen: '2510', at: 3 }]);
  });

  test('the difference needs a pool to be counted in', async () => {
    await desk.signIn(admin);
    const table = await desk.call('rules/read', undefined);
    expect(await desk.refusal('rules/preview', { draft: draftOf(table) })).toEqual({ code: 'pool-not-loaded', facts: { why: 'no-snapshot' } });
  });
});
