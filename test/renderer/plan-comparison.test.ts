import { array, assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlanComparison } from '#contract/plans.ts';
import { chartFrame, clipLine, drawnPlans, heightAt, niceAbove } from '../../src-renderer/screens/plan/chart/chart-frame.ts';
import { spreadApart } from '../../src-renderer/screens/plan/chart/spread-apart.ts';
import { matrixRows } from '../../src-renderer/screens/plan/matrix/matrix-rows.ts';
import { overCheapest } from '../../src-renderer/screens/plan/over-cheapest.ts';
import { boughtWith, quantityOf, sameAddOns, withQuantity, withToggle } from '../../src-renderer/screens/plan/usage/wanted-add-ons.ts';
import { realChanges } from '../../src-renderer/screens/plan/chart/real-changes.ts';
import { callsLine, changeText, rowErrorText, stretchText } from '../../src-renderer/text/plan-comparison.ts';
import { ratesShort } from '../../src-renderer/text/plan.ts';
import { catalogue } from './sample-reference.ts';
import { sampleComparison, sampleImport } from './sample-comparison.ts';

const addOns = catalogue.addOns.map((one) => ({ addOnId: one.id, name: one.name, feature: one.feature, feeLi: 0, per: 'month' as const, counted: one.counted, excludes: one.excludes, note: one.note }));
const nameOf = (planId: string): string => sampleComparison.plans.find((plan) => plan.planId === planId)?.name ?? planId;

describe('the columns', () => {
  it('add up to the month of each plan, what is included counting nothing', () => {
    const rows = matrixRows(sampleComparison, addOns);
    for (const plan of sampleComparison.plans) {
      if (plan.cost === null) continue;
      const sum = rows.reduce((all, { cells }) => { const cell = cells[plan.planId]; return typeof cell === 'number' ? all + cell : all; }, 0);
      expect([plan.planId, sum]).toEqual([plan.planId, plan.cost.monthLi]);
    }
  });
  it('have a row only for what occurs, and say 已含 where the plan brings the add-on', () => {
    const rows = matrixRows(sampleComparison, addOns);
    expect(rows.map((row) => row.label)).toEqual(['月费、功能费', '通话费', '录音月付', '开通费摊 24 月', '赠款摊 24 月']);
    expect(rows[2]?.cells).toMatchObject({ 'beijing-enhanced': 'included', 'beijing-200': 50_000 });
  });
  it('count the pieces of an add-on', () => {
    const rows = matrixRows({ ...sampleComparison, usage: { ...sampleComparison.usage, addOnIds: ['seat', 'seat'] } }, addOns);
    expect(rows.map((row) => row.label)).toContain('加座席 × 2');
  });
  it('say what a dearer plan costs more, a month and over the term', () => {
    expect(overCheapest(sampleComparison, sampleComparison.plans[1])).toEqual({ monthLi: 8000, termLi: 192_000 });
    expect(overCheapest(sampleComparison, sampleComparison.plans[0])).toEqual({ monthLi: 0, termLi: 0 });
    expect(overCheapest(sampleComparison, sampleComparison.plans.at(-1))).toEqual({ monthLi: 0, termLi: 0 });
  });
});

describe('add-ons wanted', () => {
  const [ringBack, ivr, seat] = ['ring-back', 'ivr-recording', 'seat'].map((id) => addOns.find((one) => one.addOnId === id)) as [(typeof addOns)[number], (typeof addOns)[number], (typeof addOns)[number]];
  it('let go what cannot stand beside, and only then', () => {
    expect(withToggle(['recording-monthly', 'ring-back'], ivr)).toEqual(['recording-monthly', 'ivr-recording']);
    expect(withToggle(['ring-back'], ringBack)).toEqual([]);
    expect(withQuantity(['ring-back'], ivr, 0)).toEqual(['ring-back']);
  });
  it('repeat for a quantity, and are the same in any order', () => {
    const three = withQuantity(['recording-monthly', 'seat'], seat, 3);
    expect(quantityOf(three, 'seat')).toBe(3);
    expect(sameAddOns(three, ['seat', 'seat', 'recording-monthly', 'seat'])).toBe(true);
    expect(sameAddOns(three, ['seat', 'seat', 'recording-monthly'])).toBe(false);
    expect(boughtWith(three, ['recording-monthly'])).toEqual(['seat', 'seat', 'seat']);
  });
});

describe('the chart', () => {
  const enhanced = sampleComparison.plans[0] as PlanComparison['plans'][number];
  it('reads a polyline between its vertices and beyond the last', () => {
    expect([heightAt(enhanced.line, 0), heightAt(enhanced.line, 1600), heightAt(enhanced.line, 20_000)]).toEqual([120_000, 440_000, 4_120_000]);
  });
  it('cuts a line where it leaves the frame above, exactly', () => {
    const cut = clipLine(enhanced.line, { maxMinutes: 3000, maxLi: 500_000 });
    expect(cut).toEqual([{ minutes: 0, monthLi: 120_000 }, { minutes: 1900, monthLi: 500_000 }]);
    expect(clipLine(enhanced.line, { maxMinutes: 3000, maxLi: 800_000 }).at(-1)).toEqual({ minutes: 3000, monthLi: 720_000 });
  });
  it('has the customer, the next switch and the plan under the cursor in its frame', () => {
    const drawn = drawnPlans(sampleComparison, 'hall-standard');
    const frame = chartFrame(sampleComparison, drawn);
    expect(drawn.map((plan) => plan.planId)).toContain('hall-standard');
    expect(frame.maxMinutes).toBeGreaterThan(2001);
    expect(frame.maxLi).toBeGreaterThan(698_170);
  });
  it('has room for every drawn plan at the customer, however cheap one of them is', () => {
    const cheap = { ...sampleComparison, plans: sampleComparison.plans.map((plan) => (plan.planId === 'all-answer' ? { ...plan, line: [{ minutes: 0, monthLi: 80_000 }, { minutes: 10_000, monthLi: 80_000 }] } : plan)) };
    expect(chartFrame(cheap, drawnPlans(cheap, 'all-answer')).maxLi).toBeGreaterThan(577_330);
  });
  it('rounds up to a round number', () => {
    assert(property(integer({ min: 1, max: 10_000_000 }), (value) => { const nice = niceAbove(value); return nice >= value && nice <= value * 1.51; }));
  });
  it('keeps names apart, in order and inside', () => {
    assert(property(array(integer({ min: 0, max: 140 }), { maxLength: 7 }), (heights) => {
      const placed = spreadApart(heights, 15, 0, 140);
      const order = heights.map((height, index) => ({ height, at: placed[index] ?? 0 })).toSorted((a, b) => a.height - b.height || a.at - b.at);
      expect(order.every(({ at }, index) => index === 0 || at - (order[index - 1]?.at ?? 0) >= 15)).toBe(true);
      expect(placed.every((at) => at >= 0 && at <= 140)).toBe(true);
    }));
    expect(spreadApart([10, 100], 15, 0, 140)).toEqual([10, 100]);
  });
});

describe('in words', () => {
  it('the stretch of the cheapest has its neighbours', () => {
    expect(stretchText(sampleComparison.switches, 1600, 'beijing-enhanced', nameOf)).toEqual(['不到 701 分，3000套餐更便宜', '701 分到 2,000 分，北京增强版最便宜', '2,001 分起，北京标准版200更便宜']);
    expect(stretchText(sampleComparison.switches, 701, 'beijing-enhanced', nameOf)[1]).toBe('701 分到 2,000 分，北京增强版最便宜');
    expect(stretchText(sampleComparison.switches, 20, 'long-distance-standard', nameOf)).toEqual(['55 分以内，长途被叫标准最便宜', '56 分起，50元低消更便宜']);
    expect(stretchText(sampleComparison.switches, 5000, 'all-answer', nameOf)).toEqual(['不到 2,901 分，北京标准版500更便宜', '2,901 分以上，400畅听商机最便宜']);
    expect(stretchText([], 1600, 'beijing-200', nameOf)).toEqual(['多少分钟都是北京标准版200最便宜']);
  });
  it('changed assumptions, rows of a list and prices are short', () => {
    expect(sampleComparison.sensitivity.map(changeText)).toEqual(['话务减半 800 分', '话务加倍 3,200 分', '手机升到 75%', '手机降到 35%', '本地升到 30%']);
    const [half, , up] = sampleComparison.sensitivity;
    // Callers from mobiles alone: there is no share left to raise.
    expect(realChanges({ usage: { ...sampleComparison.usage, localPercent: 0, mobilePercent: 100 }, sensitivity: [half, up].flatMap((one) => (one ? [{ ...one, localPercent: 0, mobilePercent: 100 }] : [])) }).map(changeText)).toEqual(['话务减半 800 分']);
    expect(rowErrorText({ code: 'bad-duration', value: '未接通' })).toBe('时长看不懂：未接通');
    expect(callsLine(sampleImport.comparison.usage)).toBe('2026-08-01 到 2026-10-31，4,412 通，折每月 1,600 分');
    expect([ratesShort([]), ratesShort([{ code: 'any', liPerMinute: 300 }]), ratesShort([{ code: 'after-included', liPerMinute: 180 }])]).toEqual(['不按分钟', '0.30/分', '超出 0.18']);
  });
});
