import { describe, expect, test } from 'vitest';
import type { CatalogueView } from '#contract/catalogue.ts';
import { chosenPlan, chosenRow, makeCatalogueDesk } from '../../src-renderer/screens/settings/catalogue/catalogue-desk.ts';
import { addOnFacts, carrierWords, catalogueFailureWords, planFacts, problemWords, promotionWords, saleWords } from '../../src-renderer/text/catalogue.ts';
import { type FakeStart, makeFakeBridge } from './fake-bridge.ts';
import { sampleCatalogue } from './sample-catalogue.ts';

async function deskOver(answers: FakeStart['answers'] = {}) {
  const bridge = makeFakeBridge({ answers });
  const store = makeCatalogueDesk(bridge);
  const stop = store.getState().start();
  await new Promise(setImmediate);
  return { bridge, stop, desk: () => store.getState() };
}
const settle = (): Promise<unknown> => new Promise(setImmediate);

describe('looking', () => {
  test('the arrows stay inside a list, and each list keeps its own place', async () => {
    const { desk } = await deskOver();
    desk().move(-1);
    expect(chosenRow(desk())).toBe('hall-standard');
    desk().move(1);
    desk().show('add-ons');
    expect(chosenRow(desk())).toBe('ring-back');
    desk().move(1);
    desk().show('plans');
    expect([chosenRow(desk()), chosenPlan(desk())?.name]).toEqual(['long-distance-standard', '长途被叫标准']);
  });

  test('another catalogue in force is read at once, and what is being typed stays', async () => {
    let view: CatalogueView = sampleCatalogue;
    const { bridge, desk, stop } = await deskOver({ 'catalogue/read': () => view });
    desk().choose('all-answer');
    desk().write({ price: '95', note: '厅务会' });
    view = { ...sampleCatalogue, version: '2026-12-ab.3', source: 'carrier' };
    bridge.push('catalogue/changed', null);
    await settle();
    expect([desk().view?.version, desk().form]).toEqual(['2026-12-ab.3', { price: '95', note: '厅务会' }]);
    stop();
    bridge.push('catalogue/changed', null);
    expect(bridge.calls.filter(({ channel }) => channel === 'catalogue/read')).toHaveLength(2);
  });
});

describe('pricing', () => {
  test('shows the price that stands, never a sample, and forgets what was typed for another plan', async () => {
    const { desk } = await deskOver();
    desk().choose('beijing-enhanced');
    expect(desk().form).toEqual({ price: '128.00', note: '' });
    desk().write({ price: '1', note: 'x' });
    desk().choose('all-answer');
    expect(desk().form).toEqual({ price: '', note: '' });
  });

  test('goes out on the version that was looked at, with the note', async () => {
    const { bridge, desk } = await deskOver();
    desk().choose('all-answer');
    desk().write({ price: '95', note: ' 按厅务会 ' });
    expect(await desk().price(95_000)).toBe(true);
    expect(bridge.calls.at(-1)).toEqual({ channel: 'catalogue/price', request: { planId: 'all-answer', monthlyFeeLi: 95_000, note: '按厅务会', baseVersion: '2024-10.2' } });
    expect([desk().view?.version, desk().priced, desk().form.note, chosenPlan(desk())?.sample]).toEqual(['2024-10.3', 'all-answer', '', false]);
  });

  test('refused because the catalogue changed: the new one is read, the price stays to be set again', async () => {
    const { desk } = await deskOver({ 'catalogue/price': () => ({ code: 'catalogue-outdated', facts: { version: '2024-10.3' } }) });
    desk().choose('all-answer');
    desk().write({ price: '95', note: '厅务会' });
    expect(await desk().price(95_000)).toBe(false);
    expect([desk().failure?.code, desk().form.price, desk().busy]).toEqual(['catalogue-outdated', '95', null]);
  });
});

test('asking the carrier in vain shows why, as it stands now', async () => {
  const carrier = { at: '2026-11-23T02:40:00.000Z', outcome: 'offline', problem: null, heardAt: null } as const;
  const { desk } = await deskOver({ 'catalogue/fetch': () => ({ code: 'carrier-offline' }), 'catalogue/read': () => ({ ...sampleCatalogue, carrier }) });
  await desk().fetchNow();
  expect([desk().failure?.code, desk().view?.carrier && carrierWords(desk().view?.carrier ?? carrier)]).toEqual(['carrier-offline', '没联系上，还用现行目录']);
});

describe('words', () => {
  const plan = (id: string) => sampleCatalogue.plans.find((each) => each.id === id)!;
  const factOf = (id: string, label: string): string | undefined => planFacts(plan(id)).find((fact) => fact.label === label)?.value;
  const names = new Map([...sampleCatalogue.plans, ...sampleCatalogue.addOns].map(({ id, name }) => [id, name] as const));

  test('of a plan: minimum and what counts, minutes with scope, bonus, commitment, floor, place', () => {
    expect([factOf('hall-standard', '月最低消费'), factOf('hall-standard', '低消计入'), factOf('beijing-200', '含分钟'), factOf('beijing-200', '地区')]).toEqual([
      '360.00 至 3,000.00 元，按级别', '话费', '每月 500 分钟，国内来电，长市合一；用不完作废', '北京']);
    expect([factOf('minimum-50', '赠款'), factOf('prepaid-3000', '承诺消费'), factOf('prepaid-3000', '靓号底线'), factOf('area-code-special', '靓号底线'), factOf('area-code-special', '号码')]).toEqual([
      '400.00 元，先用现金，12 个月后作废，不退', '24 个月满 3,000.00 元，计入话费', '免', '收 60%', '含本地区号']);
    expect(['all-answer', 'beijing-enhanced', 'outbound-60'].map((id) => saleWords(plan(id)))).toEqual(['训练样价', '在售', '运营商还没给全价目']);
    expect([factOf('all-answer', '月费'), factOf('beijing-enhanced', '已含功能')]).toEqual(['80.00 元，每个终端', '热线、语音导航、录音、来电弹屏、客户管理、统计']);
  });

  test('of an add-on and a promotion, by their names', () => {
    expect(addOnFacts(sampleCatalogue.addOns[0]!, names).map(({ value }) => value)).toEqual(['120.00 元/年 + 160.00 元一次', '只加一份', 'IVR录制', '没有要求']);
    expect(promotionWords(sampleCatalogue.promotions[0]!, names)).toBe('彩铃年费，前 1 年全免');
    expect(promotionWords({ ...sampleCatalogue.promotions[0]!, target: { kind: 'monthly-fee' }, percentOff: 50, periods: 3 }, names)).toBe('月费，前 3 个月减 50%');
  });

  test('of what is wrong at the carrier: the place as both sides know it', () => {
    expect(problemWords({ offering: 'beijing-500', member: 'rates.kind', why: 'Invalid input' }, names)).toBe('运营商的目录用不上，还用现行的。北京标准版500（beijing-500） · rates.kind：内容不合规矩。告诉运营商，改好后再取');
    expect(problemWords({ offering: '', member: '', why: 'http-404' }, names)).toBe('运营商的目录用不上，还用现行的。运营商没给（http-404）。告诉运营商，改好后再取');
    expect(problemWords({ offering: 'fax', member: 'id', why: 'ids stand once' }, names)).toContain('fax · id：编号重复');
  });
});

test('a carrier that cannot be asked leaves the catalogue as it is, and is said so', () => {
  expect(catalogueFailureWords({ code: 'carrier-offline' })).toMatch(/^现在断网.*现行目录照用，什么都没变/);
  expect(catalogueFailureWords({ code: 'catalogue-outdated', facts: { version: '2024-10.3' } })).toBe('资费目录刚变过。这次定的价没有用上。现在是 2024-10.3 版。看过新目录再定价。');
});
