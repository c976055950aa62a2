import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Request } from '#contract/contract.ts';
import { findCallList } from '../../../../src-main/store/tables/usage-rows.ts';
import { listEvents } from '../../../../src-main/store/tables/event-rows.ts';
import { caseBefore, ordinaryPlan } from '../../../support/ordinary-case.ts';
import { openTestConsole, type TestConsole } from '../../../support/test-console.ts';

let desk: TestConsole;
let sequence = 0;
const caseWithNumber = async (step = 'choose plan'): Promise<string> => (await caseBefore(desk.call, step, { ...ordinaryPlan(++sequence), offlinePick: [`40060${String(37_390 + sequence)}`] })).caseId;
const usage = (more: Partial<NonNullable<Request<'plans/compare'>['usage']>> = {}) => ({ from: 'questions' as const, minutes: 500, localPercent: 20, mobilePercent: 50, terminals: 1, addOnIds: [], ...more });
const eventsOf = (caseId: string, kind: string): number => desk.look((db) => listEvents(db, caseId)).filter((event) => event.kind === kind).length;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const list = bytes('主叫号码,通话开始时间,通话时长(秒)\n13901002748,2026-08-24 10:00:00,600\n010-59206601,2026-09-24 11:00:00,61\n匿名,2026-09-24 12:00:00,61\n');

beforeAll(async () => {
  desk = await openTestConsole();
  await desk.signIn('WJ0127');
});
afterAll(() => desk.dispose());

test('until the customer was asked, plans stand side by side by the usual profile, cheapest first', async () => {
  const caseId = await caseWithNumber();
  const compared = await desk.call('plans/compare', { caseId, usage: null });
  expect(compared).toMatchObject({ usage: { asked: false, from: 'questions', minutes: 1000, localPercent: 10, mobilePercent: 55, calls: null }, termMonths: 24, catalogueVersion: '2024-10', confirmed: false });
  const open = compared.plans.filter(({ refusal }) => refusal === null).map(({ cost }) => cost?.termLi ?? 0);
  expect(open).toEqual(open.toSorted((a, b) => a - b));
  expect(compared.plans[0]?.planId).toBe(compared.cheapestPlanId);
  expect(compared.plans.slice(open.length).every(({ refusal }) => refusal !== null)).toBe(true);
  for (const { cost } of compared.plans) if (cost) expect(cost.parts.reduce((sum, { li }) => sum + li, 0)).toBe(cost.monthLi);
});

test('what the customer said is kept with the case, once, and written into its history', async () => {
  const caseId = await caseWithNumber();
  const told = await desk.call('plans/compare', { caseId, usage: usage({ addOnIds: ['recording-monthly', 'ring-back', 'ivr-recording'] }) });
  expect(told.usage).toMatchObject({ ...usage(), asked: true, addOnIds: ['recording-monthly', 'ring-back', 'ivr-recording'] });
  expect(await desk.call('plans/compare', { caseId, usage: null })).toEqual(told);
  await desk.call('plans/compare', { caseId, usage: usage({ addOnIds: ['recording-monthly', 'ring-back', 'ivr-recording'] }) });
  expect(eventsOf(caseId, 'usage-kept')).toBe(1);
  // 彩铃 and IVR exclude each other: the first wanted by the catalogue stays.
  const priced = told.plans.find(({ planId }) => planId === 'minimum-50')?.cost?.parts.flatMap(({ addOnId }) => addOnId ?? []);
  expect([...new Set(priced)]).toEqual(['ring-back', 'recording-monthly']);
});

test('a plan that includes a feature is not charged for it again', async () => {
  const caseId = await caseWithNumber();
  const { plans } = await desk.call('plans/compare', { caseId, usage: usage({ addOnIds: ['ring-back', 'recording-monthly'] }) });
  const including = plans.filter(({ includedAddOnIds }) => includedAddOnIds.length > 0);
  expect(including.length).toBeGreaterThan(0);
  for (const { includedAddOnIds, cost } of including) expect(cost?.parts.some(({ addOnId }) => addOnId !== null && includedAddOnIds.includes(addOnId)) ?? false).toBe(false);
});

test('who only reads compares and keeps nothing; without a number there is nothing to compare', async () => {
  const caseId = await caseWithNumber();
  await desk.signIn('WJ0090');
  expect((await desk.call('plans/compare', { caseId, usage: usage({ minutes: 7 }) })).usage.minutes).toBe(7);
  await desk.signIn('WJ0127');
  expect((await desk.call('plans/compare', { caseId, usage: null })).usage).toMatchObject({ asked: false, minutes: 1000 });
  const bare = await desk.call('cases/create', undefined);
  expect(await desk.refusal('plans/compare', { caseId: bare.caseId, usage: null })).toMatchObject({ code: 'number-not-chosen' });
  expect(await desk.refusal('plans/compare', { caseId, usage: usage({ from: 'calls' }) })).toMatchObject({ code: 'calls-none' });
});

test('a call list is kept without numbers and speaks for the customer until it is forgotten', async () => {
  const caseId = await caseWithNumber();
  const taken = await desk.call('plans/import-calls', { caseId, fileName: 'C:\\话单\\9月.csv', bytes: list });
  expect(taken).toMatchObject({ taken: 2, rejected: 1, errors: [{ row: 4, code: 'bad-caller', value: '匿名' }], columns: { time: '通话开始时间', duration: '通话时长(秒)', caller: '主叫号码', answered: null } });
  // 600 s by a mobile and 61 s inside the area: ten and two minutes in two months.
  expect(taken.comparison.usage).toMatchObject({ from: 'calls', asked: true, minutes: 6, localPercent: 17, mobilePercent: 83, calls: { fileName: '9月.csv', count: 2, from: '2026-08-24', to: '2026-09-24', months: 2, seconds: 661 } });
  const stored = desk.look((db) => findCallList(db, caseId));
  expect(Buffer.from(stored?.calls ?? []).includes('13901002748')).toBe(false);
  expect(eventsOf(caseId, 'calls-imported')).toBe(1);
  // 6 minutes a month at 0.60 in 长途被叫标准; the list is rated, not its average: 24 months hold twelve of each.
  expect(taken.comparison.plans.find(({ planId }) => planId === 'long-distance-standard')?.cost?.termLi).toBe(12 * (10 + 2) * 600);
  const byQuestions = await desk.call('plans/compare', { caseId, usage: usage() });
  expect(byQuestions.usage).toMatchObject({ from: 'questions', minutes: 500, calls: { count: 2 } });
  expect((await desk.call('plans/compare', { caseId, usage: usage({ from: 'calls' }) })).usage).toMatchObject({ from: 'calls', minutes: 6 });
  const forgotten = await desk.call('plans/forget-calls', { caseId });
  // What the customer had answered comes back, not the list's average.
  expect(forgotten.usage).toMatchObject({ from: 'questions', asked: true, minutes: 500, localPercent: 20, mobilePercent: 50, calls: null });
  expect(desk.look((db) => findCallList(db, caseId))).toBeNull();
});

test('a list that was imported before anybody asked leaves the usual profile behind, and what was ticked meanwhile', async () => {
  const caseId = await caseWithNumber();
  const { comparison } = await desk.call('plans/import-calls', { caseId, fileName: '9月.csv', bytes: list });
  const { asked: _asked, calls: _calls, ...said } = comparison.usage;
  await desk.call('plans/compare', { caseId, usage: { ...said, addOnIds: ['recording-monthly'] } });
  expect((await desk.call('plans/forget-calls', { caseId })).usage).toMatchObject({ from: 'questions', asked: false, minutes: 1000, localPercent: 10, mobilePercent: 55, addOnIds: ['recording-monthly'] });
});

test('a plan that was chosen before anybody asked is compared with its own add-ons and terminals', async () => {
  const caseId = await caseWithNumber();
  await desk.call('plans/choose', { caseId, planId: 'all-answer', addOnIds: ['extra-phone', 'extra-phone'], minimumLi: null, terminals: 3, reason: '客户指定' });
  expect((await desk.call('plans/compare', { caseId, usage: null })).usage).toMatchObject({ asked: false, minutes: 1000, terminals: 3, addOnIds: ['extra-phone', 'extra-phone'] });
});

test.each([
  ['calls-unreadable', new Uint8Array([0, 1, 2, 3])], ['calls-columns', bytes('甲,乙\n1,2\n')], ['calls-none', bytes('主叫号码,时间,时长\n匿名,2026-09-24 10:00,1\n')],
  ['calls-too-many', bytes(`主叫号码,时间,时长\n${'13901002748,2026-09-24 10:00,1\n'.repeat(100_001)}`)],
])('an import is refused with %s and leaves the usage as it was', async (code, file) => {
  const caseId = await caseWithNumber();
  expect(await desk.refusal('plans/import-calls', { caseId, fileName: 'x.csv', bytes: file })).toMatchObject({ code });
  expect((await desk.call('plans/compare', { caseId, usage: null })).usage.calls).toBeNull();
});

test('the bills to come run from the promised day over the term, and say what leaving costs', async () => {
  const caseId = await caseWithNumber();
  expect(await desk.refusal('plans/preview-bills', { caseId, exitOn: null })).toMatchObject({ code: 'plan-not-chosen' });
  await desk.call('plans/compare', { caseId, usage: usage({ minutes: 100 }) });
  await desk.call('plans/choose', { caseId, planId: 'prepaid-3000', addOnIds: [], minimumLi: null, terminals: null, reason: '客户指定' });
  const preview = await desk.call('plans/preview-bills', { caseId, exitOn: null });
  // Tuesday in the morning, three working days.
  expect(preview).toMatchObject({ openedOnExpected: true, termMonths: 24, exitOn: null, next: 1, term: { openedOn: '2026-11-27', endsOn: '2028-11-26', cashLi: 3_000_000 } });
  expect(preview.term.bills).toHaveLength(25);
  expect(preview.term.bills[1]?.lines.find(({ item }) => item === 'calls')).toMatchObject({ li: 30_000, ruleId: 'RATE-ANY' });
  expect(preview.callerCost).toEqual(['local-rate', 'bundled-minutes-first', 'no-long-distance', 'not-abroad', 'not-free']);
  const left = await desk.call('plans/preview-bills', { caseId, exitOn: '2027-01-31' });
  expect(left.exitOn).toBe('2027-01-31');
  // 4 of 30 days, then two months, of 30 yuan.
  expect(left.term.bills.at(-1)?.lines.find(({ item }) => item === 'early-exit')?.li).toBe(3_000_000 - 4000 - 30_000 - 30_000);
  expect((await desk.call('plans/preview-bills', { caseId, exitOn: '2030-01-01' })).exitOn).toBeNull();
});

test('bills by a call list are those of its months, in turn', async () => {
  const caseId = await caseWithNumber();
  await desk.call('plans/import-calls', { caseId, fileName: '9月.csv', bytes: list });
  await desk.call('plans/choose', { caseId, planId: 'long-distance-standard', addOnIds: [], minimumLi: null, terminals: null, reason: '客户指定' });
  const { term } = await desk.call('plans/preview-bills', { caseId, exitOn: null });
  expect(term.bills.slice(0, 4).map(({ totalLi }) => totalLi)).toEqual([0, 1200, 6000, 1200]);
});
