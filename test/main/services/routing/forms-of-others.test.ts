import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RoutingForm } from '#domain/routing/routing-form.ts';
import { inventedIdentityNumber, sampleCustomer, sampleForm } from '../../../support/sample-company.ts';
import { openTestConsole, type TestConsole } from '../../../support/test-console.ts';

let desk: TestConsole;
beforeAll(async () => { desk = await openTestConsole(); });
afterAll(() => desk.dispose());

const password = '739154';
const owner = inventedIdentityNumber('1990-05-06', 7);
const formOf = (sequence: number): RoutingForm => {
  const form = sampleForm(sampleCustomer(sequence));
  return {
    ...form, destinations: form.destinations.map((one, at) => (at === 0 ? one : { ...one, ownerKind: 'employee', ownerName: '陈㛃', ownerIdNumber: owner, proof: 'letter' })), passwordOn: true, password,
    whiteList: [{ kind: 'number', pattern: '13901000000' }], acceptedHoles: ['sat'], testCalls: [{
      id: 'c1', callerText: '天津 固话', caller: { digits: '', lineKind: 'landline', areaCode: '022', city: '120000', province: '120000' }, date: '2026-11-25', time: '10:15', busy: [], silent: [], keys: [], knowsPassword: true,
      result: { outcome: { kind: 'announcement', reason: 'closed' }, ringing: [], ruleId: null },
    }],
  };
};

/** A case of a company with a form, or without one. */
async function caseOf(sequence: number, form?: RoutingForm): Promise<string> {
  const { caseId } = await desk.call('cases/create', undefined);
  await desk.call('cases/save-customer', { caseId, patch: sampleCustomer(sequence) });
  if (form) await desk.call('cases/save-form', { caseId, form });
  return caseId;
}
const eventsOf = (caseId: string) => desk.call('cases/events', { caseId });

test('forms of earlier cases are offered by what the clerk knows, the newest first, never the own one or an empty one', async () => {
  await desk.signIn('WJ0127');
  const first = await caseOf(1, formOf(1));
  const second = await caseOf(2, formOf(2));
  const own = await caseOf(3, formOf(3));
  await caseOf(4);
  const offered = async (text: string) => (await desk.call('routing/earlier-forms', { caseId: own, text })).map(({ caseId }) => caseId);
  expect(await offered('')).toEqual([second, first]);
  expect(await offered(sampleCustomer(1).name)).toEqual([first]);
  expect(await offered('没有这样的公司')).toEqual([]);
  expect(await desk.call('routing/earlier-forms', { caseId: own, text: sampleCustomer(2).name })).toMatchObject([{ company: sampleCustomer(2).name, number: null, destinations: 2, groups: 2, rules: 1, menus: 0 }]);
});

test('no more than twenty are offered', async () => {
  await desk.signIn('WJ0127');
  for (let sequence = 20; sequence < 45; sequence += 1) await caseOf(sequence, formOf(sequence));
  expect(await desk.call('routing/earlier-forms', { caseId: await caseOf(46), text: '' })).toHaveLength(20);
});

test('a form of the same company brings its phones and lists, not what was proven, tried, agreed or secret; nothing is saved', async () => {
  await desk.signIn('WJ0127');
  const form = formOf(50);
  const [from, to] = [await caseOf(50, form), await caseOf(50)];
  const copied = await desk.call('routing/copy-form', { caseId: to, fromCaseId: from });
  expect(copied).toEqual({
    ...form, testCalls: [], acceptedHoles: [], passwordOn: false, password: '', destinations: form.destinations.map((one) => ({ ...one, proof: 'none', proofMonth: '', ownerIdNumber: '' })),
  });
  expect((await desk.call('cases/open', { caseId: to })).form.destinations).toEqual([]);
  const { caseNo } = await desk.call('cases/open', { caseId: from });
  expect((await eventsOf(to)).at(-1)).toMatchObject({ kind: 'form-copied', staffNo: 'WJ0127', facts: { from: caseNo } });
});

test('a form of another company brings the way calls go, and no number of theirs', async () => {
  await desk.signIn('WJ0127');
  const [from, to] = [await caseOf(51, formOf(51)), await caseOf(52)];
  const copied = await desk.call('routing/copy-form', { caseId: to, fromCaseId: from });
  expect([copied.groups, copied.rules, copied.otherwise]).toEqual([formOf(51).groups, formOf(51).rules, 'g2']);
  expect([copied.blackList, copied.whiteList]).toEqual([[], []]);
  const text = JSON.stringify(copied);
  for (const theirs of [sampleCustomer(51).name, '5920 6688', '陈㛃', owner, password, '13901000000', '0085']) expect(text).not.toContain(theirs);
  expect(copied.destinations.map(({ number, ownerName, proof }) => [number, ownerName, proof])).toEqual([['', sampleCustomer(52).name, 'none'], ['', sampleCustomer(52).name, 'none']]);
  expect(await desk.refusal('routing/copy-form', { caseId: to, fromCaseId: '00000000-0000-4000-8000-000000000000' })).toMatchObject({ code: 'case-not-found' });
});

test('the password is for those who may still change it: no event, no log line and no reader has it', async () => {
  await desk.signIn('WJ0127');
  const caseId = await caseOf(60, formOf(60));
  expect((await desk.call('cases/open', { caseId })).form.password).toBe(password);
  expect(JSON.stringify(await eventsOf(caseId))).not.toContain(password);
  await desk.call('cases/cancel', { caseId, reason: '客户改变主意' });
  const closed = await desk.call('cases/open', { caseId });
  expect([closed.editable, closed.form.password]).toEqual([false, '••••••']);
  expect([desk.logged, desk.emitted.map(({ event }) => JSON.stringify(event))].flat().filter((line) => line.includes(password))).toEqual([]);
});
