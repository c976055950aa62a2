import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PlanComparison } from '#contract/plans.ts';
import type { ComparisonPaper } from '#domain/agreement/comparison-paper.ts';
import { formatYuan } from '#domain/money/money.ts';
import { findPaper } from '../../../src-main/store/tables/paper-rows.ts';
import { listEvents } from '../../../src-main/store/tables/event-rows.ts';
import { caseBefore, ordinaryPlan } from '../../support/ordinary-case.ts';
import { pdfTextAsSet } from '../../support/pdf-tools.ts';
import { openTestConsole, type TestConsole } from '../../support/test-console.ts';

const told = { from: 'questions' as const, minutes: 1600, localPercent: 10, mobilePercent: 55, terminals: 7, addOnIds: ['recording-monthly'] };
let desk: TestConsole;
let sequence = 40;

beforeAll(async () => {
  desk = await openTestConsole();
  await desk.signIn('WJ0127');
});
afterAll(() => desk.dispose());

const caseWithNumber = async (): Promise<string> => (await caseBefore(desk.call, 'choose plan', { ...ordinaryPlan(++sequence), offlinePick: [`40060${String(37_390 + sequence)}`] })).caseId;

async function printed(caseId: string): Promise<{ readonly paper: ComparisonPaper; readonly text: string; readonly documentNo: string }> {
  const row = await desk.call('plans/print-comparison', { caseId });
  const { bytes } = await desk.call('papers/open', { paperId: row.paperId });
  const stored = desk.look((db) => findPaper(db, row.paperId));
  if (stored === null) throw new Error('no paper');
  if (process.env['KEEP_PDF']) writeFileSync(process.env['KEEP_PDF'], bytes);
  return { paper: JSON.parse(stored.content) as ComparisonPaper, text: pdfTextAsSet(bytes).replaceAll(/\s/g, ''), documentNo: row.documentNo };
}

const amountsOf = ({ plans }: PlanComparison): readonly (readonly [string, number, number, number, number])[] =>
  plans.flatMap(({ name, refusal, cost }) => (refusal === null && cost ? [[name, cost.monthLi, cost.yearLi, cost.termLi, cost.dueNowLi] as const] : []));

test('the page has every amount of the comparison on screen, in its order, and each plan that cannot be had with its reason', async () => {
  const caseId = await caseWithNumber();
  const compared = await desk.call('plans/compare', { caseId, usage: told });
  const { paper, text, documentNo } = await printed(caseId);
  expect(paper.plans.map(({ name, month, year, term, dueNow }) => [name, month, year, term, dueNow])).toEqual(amountsOf(compared));
  for (const { name, month, over, cheapest, year, term, dueNow, parts } of paper.plans) {
    expect(over).toBe(month - (paper.plans[0]?.month ?? 0));
    expect(parts.reduce((sum, { amount }) => sum + amount, 0)).toBe(month);
    expect(text).toContain(name);
    expect(text).toContain(`${formatYuan(month)}${cheapest ? '最便宜' : formatYuan(over)}${formatYuan(year)}${formatYuan(term)}${formatYuan(dueNow)}`);
  }
  expect(paper.unavailable.map(({ name }) => name)).toEqual(compared.plans.filter(({ refusal, cost }) => refusal !== null || cost === null).map(({ name }) => name));
  for (const { name, why } of paper.unavailable) for (const value of [name, why]) expect(text).toContain(value);
  expect(text).toContain('每月花费随分钟数变化');
  for (const value of ['每月1,600分钟', '手机55%、本地10%、外地固话35%', '附加功能：来电录音（月付）', '按您说的用量', '按7部计', '价目未经运营商确认', '拨打400电话，不是免费的']) expect(text).toContain(value);
  expect(documentNo).toMatch(/^BJ-[\dA-Z-]+-01$/);
  expect(desk.look((db) => listEvents(db, caseId)).filter(({ kind }) => kind === 'comparison-made')).toHaveLength(1);
});

test('a dearer choice stands with what it costs more and why; the point is on its line; a second page has its own number', async () => {
  const caseId = await caseWithNumber();
  await desk.call('plans/compare', { caseId, usage: told });
  await printed(caseId);
  await desk.call('plans/choose', { caseId, planId: 'hall-standard', addOnIds: ['recording-monthly'], minimumLi: null, terminals: null, reason: '客户指定：以后换号方便' });
  const { paper, text, documentNo } = await printed(caseId);
  const chosen = paper.plans.find((plan) => plan.chosen);
  expect(chosen?.name).toBe('营业厅标准');
  expect(chosen?.over).toBeGreaterThan(0);
  expect(paper.chart.customer).toEqual({ minutes: 1600, month: chosen?.month });
  expect(text).toContain(`您的选择营业厅标准，平均每月${formatYuan(chosen?.month ?? 0)}元，比最便宜的每月多${formatYuan(chosen?.over ?? 0)}元。原因：客户指定：以后换号方便`);
  expect(documentNo).toMatch(/-02$/);
});

test('before anybody asked, the page says that the usage is not the customer’s', async () => {
  expect((await printed(await caseWithNumber())).text).toContain('按本厅常见的用量，不是您的');
});

test('by a call list it says how many calls, from when to when', async () => {
  const caseId = await caseWithNumber();
  const list = new TextEncoder().encode('主叫号码,通话开始时间,通话时长(秒)\n13901002748,2026-08-24 10:00:00,600\n010-59206601,2026-09-24 11:00:00,61\n');
  await desk.call('plans/import-calls', { caseId, fileName: '话单.csv', bytes: list });
  expect((await printed(caseId)).text).toContain('按您的话单2通（2026年8月24日至2026年9月24日，2个月）折算');
});

test('the page is kept with the case by whoever works on it, and by nobody else', async () => {
  const caseId = await caseWithNumber();
  await desk.signIn('WJ0131');
  expect(await desk.refusal('plans/print-comparison', { caseId })).toMatchObject({ code: 'case-of-another' });
});

test('without a number there is nothing to compare', async () => {
  const { caseId } = await desk.call('cases/create', undefined);
  expect(await desk.refusal('plans/print-comparison', { caseId })).toMatchObject({ code: 'number-not-chosen' });
});
