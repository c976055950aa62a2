import { afterAll, beforeAll, expect, test } from 'vitest';
import { gradeNumber } from '#domain/number/grade/grade-number.ts';
import { loadReference } from '../../../src-main/reference/load-reference.ts';
import { namedCase, readyDesk } from '../../support/hall-cases.ts';
import { type RealCarrier, startRealCarrier } from '../../support/real-carrier.ts';
import { sampleCustomer, sampleForm } from '../../support/sample-company.ts';
import { openTestConsole, type TestConsole } from '../../support/test-console.ts';
import { until } from '../../support/until.ts';

const reference = loadReference('resources/reference');
if (!reference.ok) throw new Error(reference.error.code);
const { numberRules } = reference.value;
let carrier: RealCarrier;
let desk: TestConsole;
let free: string[];
beforeAll(async () => {
  carrier = await startRealCarrier({ hall: 'WJ' });
  free = (await carrier.freeNumbers(100)).filter((digits) => gradeNumber(digits, numberRules).grade === 9);
  desk = await readyDesk(await openTestConsole({ carrier }));
});
afterAll(async () => {
  await desk.dispose();
  await carrier.dispose();
});
const number = (): string => free.shift() as string;
const lastShown = () => desk.scenes.at(-1);

async function shownCase(): Promise<{ readonly caseId: string; readonly digits: string }> {
  await desk.signIn('WJ0127');
  const [caseId, digits] = [await namedCase(desk), number()];
  await desk.call('shortlist/add', { caseId, digits });
  await desk.call('customer/show', { caseId, lit: digits });
  return { caseId, digits };
}

test('the customer sees the numbers, what they cost and the hall, and nothing about anybody', async () => {
  const customer = sampleCustomer(3);
  await desk.signIn('WJ0127');
  const { caseId } = await desk.call('cases/create', undefined);
  await desk.call('cases/save-customer', { caseId, patch: customer });
  const digits = number();
  await desk.call('shortlist/add', { caseId, digits });
  expect(desk.scenes).toEqual([]);
  const scene = await desk.call('customer/show', { caseId, lit: digits });
  expect(scene).toMatchObject({ kind: 'shortlist', hallName: '望京营业厅', lit: digits, items: [{ state: 'held', hit: { digits } }] });
  expect([lastShown(), await desk.call('customer/scene', undefined)]).toEqual([scene, scene]);
  expect((await desk.call('shortlist/read', { caseId })).shown).toBe(true);
  const told = JSON.stringify(scene);
  const personal = [caseId, 'WJ0127', ...Object.values(customer).filter((value): value is string => typeof value === 'string' && value.length > 4 && !/^\d{4}-/.test(value))];
  expect(personal.filter((value) => told.includes(value))).toEqual([]);
  expect(personal.length).toBeGreaterThan(8);
});

test('the scene follows the list: another number, another order, a hold that ran out at the carrier', async () => {
  const { caseId, digits } = await shownCase();
  const second = number();
  await desk.call('shortlist/add', { caseId, digits: second });
  expect(lastShown()).toMatchObject({ items: [{ hit: { digits } }, { hit: { digits: second } }] });
  await desk.call('shortlist/order', { caseId, ranked: [second] });
  expect(lastShown()).toMatchObject({ items: [{ hit: { digits: second } }, { hit: { digits } }] });
  await carrier.advanceClock(16 * 60_000);
  await until('shown as run out', () => {
    const scene = lastShown();
    return scene?.kind === 'shortlist' && scene.items.every(({ state }) => state === 'expired');
  });
  await desk.call('shortlist/drop', { caseId, digits });
  expect(lastShown()).toMatchObject({ lit: null, items: [{ hit: { digits: second } }] });
});

test('plans side by side instead: by what the customer said, following it, and no list of numbers counts as shown', async () => {
  await desk.signIn('WJ0127');
  const caseId = await namedCase(desk);
  await desk.call('numbers/hold', { caseId, digits: number() });
  const { plans, cheapestPlanId } = await desk.call('plans/compare', { caseId, usage: null });
  const dearest = plans.filter((plan) => plan.refusal === null && plan.cost !== null).at(-1)?.planId ?? '';
  const scene = await desk.call('customer/show', { caseId, lit: null, plan: dearest });
  expect(scene).toMatchObject({ kind: 'plans', hallName: '望京营业厅', asked: false, lit: dearest, plans: [{ planId: cheapestPlanId }, {}, {}, {}, {}, { planId: dearest }] });
  expect(JSON.stringify(scene)).not.toContain(caseId);
  await desk.call('plans/compare', { caseId, usage: { from: 'questions', minutes: 4321, localPercent: 5, mobilePercent: 60, terminals: 90, addOnIds: [] } });
  expect(lastShown()).toMatchObject({ kind: 'plans', minutes: 4321, asked: true, lit: dearest });
  expect((await desk.call('shortlist/read', { caseId })).shown).toBe(false);
});

test('a call on its way through the form: in the words of the paper, following the form, and nothing about whose phones they are', async () => {
  await desk.signIn('WJ0127');
  const caseId = await namedCase(desk);
  const customer = sampleCustomer(4);
  const form = { ...sampleForm(customer), passwordOn: true, password: '739154' };
  await desk.call('cases/save-form', { caseId, form });
  const trial = { callerText: '天津 固话', caller: { digits: '', lineKind: 'landline', areaCode: '022', city: '120000', province: '120000' }, date: '2026-11-25', time: '10:15', busy: ['d1'], silent: [], keys: [], knowsPassword: true } as const;
  const scene = await desk.call('customer/show', { caseId, lit: null, trial });
  expect(scene).toMatchObject({ kind: 'trial', hallName: '望京营业厅', digits: null, caller: '天津 固话', at: '11月25日周三 10:15', busy: 'A占线', result: '打通 B 010-5920 6689', outcome: 'answered' });
  expect(scene.kind === 'trial' && scene.lit).toEqual(['caller', 'caller>gate', 'gate', 'gate>rule:r1', 'rule:r1', 'rule:r1>group:g1', 'group:g1']);
  const told = JSON.stringify(scene);
  expect([caseId, customer.name, '739154', customer.handlerName].filter((value) => told.includes(value))).toEqual([]);
  await desk.call('cases/save-form', { caseId, form: { ...form, rules: [] } });
  expect(lastShown()).toMatchObject({ kind: 'trial', result: '打通 B 010-5920 6689', lit: expect.arrayContaining(['otherwise', 'group:g2']) });
});

const leaves: readonly (readonly [string, (caseId: string) => Promise<unknown>])[] = [
  ['locks', () => desk.call('session/lock', undefined)],
  ['signs out', () => desk.call('session/sign-out', undefined)],
  ['begins another case', () => desk.call('cases/create', undefined)],
  ['opens another case', async () => desk.call('cases/open', { caseId: await anotherCase })],
  ['parks the case', (caseId) => desk.call('cases/park', { caseId, note: '' })],
  ['cancels the case', (caseId) => desk.call('cases/cancel', { caseId, reason: 'x' })],
  ['closes it', () => desk.call('customer/show', { caseId: null, lit: null })],
];
let anotherCase: Promise<string>;

test.each(leaves)('when the clerk %s the customer sees nothing more', async (_name, leave) => {
  await desk.signIn('WJ0127');
  anotherCase = namedCase(desk);
  await anotherCase;
  const { caseId } = await shownCase();
  await leave(caseId);
  expect([lastShown(), await desk.call('customer/scene', undefined)]).toEqual([null, { kind: 'closed' }]);
});

test('opening the same case again leaves it', async () => {
  const { caseId } = await shownCase();
  await desk.call('cases/open', { caseId });
  expect(lastShown()).toMatchObject({ kind: 'shortlist' });
});

test('a console that locked itself shows nothing either', async () => {
  await shownCase();
  desk.clock.advance(60 * 60_000);
  expect([await desk.call('customer/scene', undefined), lastShown()]).toEqual([{ kind: 'closed' }, null]);
});
