import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CatalogueView } from '#contract/catalogue.ts';
import { caseBefore, ordinaryPlan } from '../../../support/ordinary-case.ts';
import { type RealCarrier, startRealCarrier } from '../../../support/real-carrier.ts';
import { openTestConsole, type TestConsole } from '../../../support/test-console.ts';
import { until } from '../../../support/until.ts';

const [clerk, admin] = ['WJ0127', 'WJ0001'];
type Table = { version: string; plans: (Record<string, unknown> & { id: string })[]; promotions: Record<string, unknown>[] };

let resources: string;
let carrier: RealCarrier;
let desk: TestConsole;
beforeAll(async () => {
  resources = mkdtempSync(join(tmpdir(), 'carrier-tables-'));
  for (const folder of ['provisioning-api', 'reference']) cpSync(resolve('resources', folder), join(resources, folder), { recursive: true });
  carrier = await startRealCarrier({ hall: 'WJ', resources });
  desk = await openTestConsole({ carrier });
});
afterAll(async () => {
  await desk.dispose();
  await carrier.dispose();
  rmSync(resources, { recursive: true, force: true });
});

/** The carrier is away, comes back with other tables, and the line is up again. */
async function carrierChanges(edit: (table: Table) => void): Promise<void> {
  await carrier.stop();
  const file = join(resources, 'reference', 'plans.json');
  const table = JSON.parse(readFileSync(file, 'utf8')) as Table;
  edit(table);
  writeFileSync(file, JSON.stringify(table));
  await carrier.start();
}
const read = (): Promise<CatalogueView> => desk.call('catalogue/read', undefined);
const planOf = ({ plans }: CatalogueView, id: string) => plans.find((plan) => plan.id === id);
const edited = (table: Table, id: string, change: Record<string, unknown>): void => void Object.assign(table.plans.find((plan) => plan.id === id)!, change);
const pushes = (): number => desk.emitted.filter(({ name }) => name === 'catalogue/changed').length;
const price = async (monthlyFeeLi: number | null, note: string): Promise<CatalogueView> =>
  desk.call('catalogue/price', { planId: 'all-answer', monthlyFeeLi, note, baseVersion: (await read()).version });

test('when the line comes up the carrier is asked; what it says the same makes no new version', async () => {
  await desk.signIn(admin);
  await until('the carrier was asked', async () => (await read()).carrier);
  const view = await read();
  expect([view.version, view.source, view.confirmed, view.carrier?.outcome, view.history.map(({ version }) => version)]).toEqual(['2024-10', 'shipped', false, 'same', ['2024-10']]);
  expect(planOf(view, 'all-answer')).toMatchObject({ hallPriced: true, sample: true, monthlyFeeLi: 80_000 });
  expect([planOf(view, 'minimum-50')?.hallPriced, view.warnings, pushes()]).toEqual([false, [], 0]);
});

test('the hall prices its own plan with a note: from the next choice on, under a version of its own', async () => {
  await desk.signIn(clerk);
  const before = await caseBefore(desk.call, 'sign agreement', { ...ordinaryPlan(1), planId: 'beijing-200' });
  await desk.signIn(admin);
  const view = await price(95_000, '按厅务会定价');
  expect(planOf(view, 'all-answer')).toMatchObject({ hallPriced: true, sample: false, monthlyFeeLi: 95_000, sellable: true });
  expect(view.history.map(({ version, source, note, cases }) => [version, source, note, cases])).toEqual([['2024-10.2', 'hall', '按厅务会定价', 0], ['2024-10', 'shipped', '', 1]]);
  expect(pushes()).toBe(1);
  await desk.signIn(clerk);
  const { offers } = await desk.call('plans/list', { caseId: before.caseId });
  expect(offers.find(({ planId }) => planId === 'all-answer')).toMatchObject({ sample: false, refusal: null });
});

test('pricing is refused on a catalogue that is no longer in force, and for plans that the carrier prices', async () => {
  await desk.signIn(admin);
  const { version } = await read();
  const asked = { planId: 'all-answer', monthlyFeeLi: 1000, note: '旧的', baseVersion: '2024-10' };
  expect(await desk.refusal('catalogue/price', asked)).toEqual({ code: 'catalogue-outdated', facts: { version } });
  expect(await desk.refusal('catalogue/price', { ...asked, baseVersion: version, planId: 'minimum-50' })).toEqual({ code: 'plan-not-hall-priced', facts: { plan: '50元低消' } });
  expect(await desk.refusal('catalogue/price', { ...asked, baseVersion: version, planId: 'outbound-60' })).toMatchObject({ code: 'plan-not-hall-priced' });
  expect((await read()).version).toBe(version);
  expect((await price(95_000, '同一个价')).version).toBe(version);
});

test('another catalogue of the carrier goes in force with the hall\'s price on top; a case keeps what it was chosen by', async () => {
  await desk.signIn(clerk);
  const before = await caseBefore(desk.call, 'sign agreement', { ...ordinaryPlan(2), planId: 'beijing-200' });
  expect(before.plan).toMatchObject({ catalogueVersion: '2024-10.2', quote: { lines: expect.arrayContaining([expect.objectContaining({ item: 'monthly-fee', li: 200_000 })]) } });
  const pushed = pushes();
  await carrierChanges((table) => {
    table.version = '2026-12';
    edited(table, 'beijing-200', { monthlyFeeLi: 220_000, version: '2026-12', effectiveFrom: '2026-11-01' });
    table.promotions.push({ id: 'beijing-half', name: '北京版首三月半价', effectiveFrom: '2026-11-01', effectiveTo: '2026-12-31', planIds: ['beijing-200'], target: { kind: 'monthly-fee' }, percentOff: 50, periods: 3, stacks: false });
  });
  const view = await until('the carrier\'s catalogue', async () => {
    const now = await read();
    return now.source === 'carrier' ? now : null;
  });
  expect(view.version).toMatch(/^2026-12-[0-9a-f]{8}\.3$/);
  expect([planOf(view, 'all-answer')?.monthlyFeeLi, planOf(view, 'beijing-200')?.monthlyFeeLi, view.promotions.map(({ id }) => id)]).toEqual([95_000, 220_000, ['ring-back-first-year', 'beijing-half']]);
  expect([view.carrier?.outcome, view.history.map(({ cases }) => cases), pushes()]).toEqual(['taken', [0, 1, 1], pushed + 1]);

  const after = await desk.call('cases/open', { caseId: before.caseId });
  expect(after.plan).toEqual(before.plan);
  const offer = (await desk.call('plans/list', { caseId: before.caseId })).offers.find(({ planId }) => planId === 'beijing-200');
  expect(offer?.quote?.lines.find(({ item }) => item === 'monthly-fee')).toMatchObject({ li: 220_000, calc: { facts: { percentOff: 50 } } });
  const again = await desk.call('plans/choose', { caseId: before.caseId, planId: 'beijing-200', addOnIds: [], minimumLi: null, terminals: null, reason: '客户指定' });
  expect([again.plan?.catalogueVersion, (await read()).history.map(({ cases }) => cases)]).toEqual([view.version, [1, 0, 1]]);
});

test('one row that cannot be read: nothing changes, and the row is named', async () => {
  await desk.signIn(admin);
  const { version } = await read();
  await carrierChanges((table) => edited(table, 'beijing-500', { rates: { kind: 'by-moon', liPerMinute: 1 } }));
  const view = await until('what is wrong', async () => {
    const now = await read();
    return now.carrier?.outcome === 'unreadable' ? now : null;
  });
  expect([view.version, view.carrier?.problem?.offering, view.carrier?.problem?.member]).toEqual([version, 'beijing-500', 'rates.kind']);
  expect(view.carrier?.heardAt).not.toBe(view.carrier?.at);
  expect(await desk.refusal('catalogue/fetch', undefined)).toEqual({ code: 'catalogue-unreadable' });
});

test('a grade that is priced out of 营业厅标准 is told before the rule table is published, and stands in the catalogue after', async () => {
  await desk.signIn(admin);
  await until('the mirror of the pool', async () => (await desk.call('numbers/pool-status', undefined)).loaded);
  const { rules, grades, version } = await desk.call('rules/read', undefined);
  const dearer = grades.grades.map((row) => (row.grade === 1 ? { ...row, hallMinimumLi: 3_600_000 } : row));
  const draft = { rules: rules.rules, downgrades: rules.downgrades, heads: rules.heads, grades: dearer };
  const warning = { code: 'grade-above-range', planId: 'hall-standard', grade: 1, minimumLi: 3_600_000, toLi: 3_000_000 };
  expect((await desk.call('rules/preview', { draft: { ...draft, grades: grades.grades } })).unsold).toEqual([]);
  expect((await desk.call('rules/preview', { draft })).unsold).toEqual([{ ...warning, planName: '营业厅标准' }]);
  expect((await read()).warnings).toEqual([]);
  await desk.call('rules/publish', { draft, basedOn: version, note: '一级加价', confirmed: false });
  expect((await read()).warnings).toEqual([warning]);
});

test('mended, it is taken when somebody asks; without the line what is known stays, over a restart too', async () => {
  await desk.signIn(admin);
  await carrierChanges((table) => edited(table, 'beijing-500', { rates: { kind: 'flat', liPerMinute: 140 } }));
  const view = await until('an answer', async () => {
    const answer = await desk.ask('catalogue/fetch', undefined);
    return answer.ok ? answer.value : null;
  });
  expect([planOf(view, 'beijing-500')?.rates, view.history.length, ['same', 'taken'].includes(view.carrier?.outcome ?? '')]).toEqual([{ kind: 'flat', liPerMinute: 140 }, 4, true]);
  await carrier.stop();
  expect(await desk.refusal('catalogue/fetch', undefined)).toEqual({ code: 'carrier-offline' });
  desk = await desk.reopen();
  await desk.signIn(admin);
  const later = await read();
  expect([later.version, planOf(later, 'all-answer')?.monthlyFeeLi]).toEqual([view.version, 95_000]);
  const taken = await price(null, '停办');
  expect(planOf(taken, 'all-answer')).toMatchObject({ sample: true, monthlyFeeLi: 80_000 });
});
