import { expect, it } from 'vitest';
import type { Reply, Request } from '#contract/contract.ts';
import type { PlanComparison } from '#contract/plans.ts';
import { makePlanDesk } from '../../src-renderer/screens/plan/plan-desk.ts';
import { makeFakeBridge } from './fake-bridge.ts';
import { sampleComparison, withoutSamples } from './sample-comparison.ts';

const loaded = async (answers: NonNullable<NonNullable<Parameters<typeof makeFakeBridge>[0]>['answers']> = {}, chosen: Parameters<ReturnType<ReturnType<typeof makePlanDesk>['getState']>['load']>[1] = null) => {
  const bridge = makeFakeBridge({ answers });
  const desk = makePlanDesk(bridge);
  await desk.getState().load('c', chosen);
  return { bridge, desk };
};

it('the cheapest plan is under the cursor, and follows the usage until the clerk moves', async () => {
  let answer: PlanComparison = sampleComparison;
  const { desk } = await loaded({ 'plans/compare': () => answer });
  expect(desk.getState().current).toBe('beijing-enhanced');
  answer = withoutSamples;
  await desk.getState().ask({ minutes: 900 });
  expect(desk.getState().current).toBe('beijing-200');
  desk.getState().move(1);
  answer = sampleComparison;
  await desk.getState().ask({ minutes: 800 });
  expect(desk.getState().current).toBe('prepaid-3000');
});

it('the cursor stays among the plans that can be had', async () => {
  const { desk } = await loaded();
  desk.getState().move(-1);
  expect(desk.getState().current).toBe('beijing-enhanced');
  for (let step = 0; step < 20; step += 1) desk.getState().move(1);
  expect(desk.getState().current).toBe('long-distance-standard');
});

it('a question carries everything that was said before, and nothing else', async () => {
  const { bridge, desk } = await loaded();
  await desk.getState().ask({ minutes: 900 });
  const sent = bridge.calls.filter((call) => call.channel === 'plans/compare').map((call) => (call.request as Request<'plans/compare'>).usage);
  expect(sent).toEqual([null, { from: 'questions', minutes: 900, localPercent: 10, mobilePercent: 55, terminals: 7, addOnIds: ['recording-monthly'] }]);
});

it('a late answer does not replace a newer one', async () => {
  const waiting: ((answer: { readonly ok: true; readonly value: Reply<'plans/compare'> }) => void)[] = [];
  const bridge = makeFakeBridge();
  const slow = { ...bridge, invoke: ((channel: string, request: never) => (channel === 'plans/compare' && (request as Request<'plans/compare'>).usage !== null
    ? new Promise((resolve) => { waiting.push(resolve as never); }) : bridge.invoke(channel as never, request))) as typeof bridge.invoke };
  const desk = makePlanDesk(slow);
  await desk.getState().load('c', null);
  const [first, second] = [desk.getState().ask({ minutes: 1 }), desk.getState().ask({ minutes: 2 })];
  const by = (minutes: number): { readonly ok: true; readonly value: PlanComparison } => ({ ok: true, value: { ...sampleComparison, usage: { ...sampleComparison.usage, minutes } } });
  waiting[1]?.(by(2));
  waiting[0]?.(by(1));
  expect([await first, await second]).toEqual([false, true]);
  expect([desk.getState().comparison?.usage.minutes, desk.getState().comparing]).toEqual([2, false]);
});

it('what is said before the answer is there goes on from what was said, not from what was kept', async () => {
  const { bridge, desk } = await loaded();
  await Promise.all([desk.getState().ask({ minutes: 900 }), desk.getState().ask({ localPercent: 30 })]);
  expect(bridge.calls.at(-1)?.request).toMatchObject({ usage: { minutes: 900, localPercent: 30, mobilePercent: 55 } });
  expect(desk.getState().comparison?.usage).toMatchObject({ minutes: 900, localPercent: 30 });
  await Promise.all(['seat', 'ring-back'].map((id) => desk.getState().ask(({ addOnIds }) => ({ addOnIds: [...addOnIds, id] }))));
  expect(desk.getState().comparison?.usage.addOnIds).toEqual(['recording-monthly', 'seat', 'ring-back']);
});

it('a refused question leaves the comparison as it was and says so', async () => {
  let refused = false;
  const { desk } = await loaded({ 'plans/compare': () => (refused ? { code: 'case-parked' as const } : sampleComparison) });
  refused = true;
  expect(await desk.getState().ask({ minutes: 900 })).toBe(false);
  expect(desk.getState()).toMatchObject({ failure: { code: 'case-parked' }, comparison: { usage: { minutes: 1600 } }, comparing: false });
});

it('a call list is read once at a time, reported, and can be put away', async () => {
  const { desk, bridge } = await loaded();
  const file = { name: '话单.csv', bytes: async () => new Uint8Array([1, 2]) };
  await Promise.all([desk.getState().importCalls(file), desk.getState().importCalls(file)]);
  expect(bridge.calls.filter((call) => call.channel === 'plans/import-calls')).toHaveLength(1);
  expect(desk.getState()).toMatchObject({ importing: null, imported: { taken: 4412, rejected: 204 }, comparison: { usage: { from: 'calls' } } });
  await desk.getState().forgetCalls();
  expect(desk.getState().comparison?.usage).toMatchObject({ from: 'questions', calls: null });
});

it('after a choice the plans are compared anew by what is kept: a chosen minimum is in the cost of its plan', async () => {
  let answer: PlanComparison = sampleComparison;
  const { bridge, desk } = await loaded({ 'plans/compare': () => answer });
  answer = withoutSamples;
  await desk.getState().again();
  expect(desk.getState().comparison).toBe(withoutSamples);
  expect(bridge.calls.filter((call) => call.channel === 'plans/compare').map((call) => (call.request as Request<'plans/compare'>).usage)).toEqual([null, null]);
});
