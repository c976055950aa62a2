import { afterAll, beforeAll, expect, test } from 'vitest';
import { inventedIdentityNumber, sampleCustomer, sampleForm } from '../../support/sample-company.ts';
import { openTestConsole, type TestConsole } from '../../support/test-console.ts';

let desk: TestConsole;
beforeAll(async () => { desk = await openTestConsole(); });
afterAll(() => desk.dispose());
const clerk = 'WJ0127';
const fresh = async () => {
  await desk.signIn(clerk);
  return (await desk.call('cases/create', undefined)).caseId;
};
const events = async (caseId: string) => (await desk.call('cases/events', { caseId })).map(({ kind, staffNo, facts }) => ({ kind, staffNo, facts }));

test('each save is one event that names the fields and never a value', async () => {
  const caseId = await fresh();
  const customer = sampleCustomer(301);
  await desk.call('cases/save-customer', { caseId, patch: { name: customer.name } });
  await desk.call('cases/save-customer', { caseId, patch: { legalName: customer.legalName, legalIdNumber: customer.legalIdNumber } });
  await desk.call('cases/save-customer', { caseId, patch: { name: customer.name } });
  await desk.call('cases/save-form', { caseId, form: sampleForm(customer) });
  const found = await events(caseId);
  expect(found.map(({ kind, facts }) => [kind, facts['fields'] ?? facts['destinations'] ?? ''])).toEqual([
    ['case-created', ''], ['customer-saved', 'name'], ['customer-saved', 'legalName legalIdNumber'], ['form-saved', 2]]);
  const text = JSON.stringify(found);
  for (const value of [customer.name, customer.legalName, customer.legalIdNumber, '59206688']) expect(text).not.toContain(value);
});

test('what was typed comes back exactly, full width, blanks and rare characters included', async () => {
  const caseId = await fresh();
  const patch = { name: '  示例（北京）𠮷·㛃 有限公司', creditCode: ' ９１-abc ', purpose: '“客服”\n热线' };
  const saved = await desk.call('cases/save-customer', { caseId, patch });
  expect(saved.customer).toMatchObject(patch);
  desk = await desk.reopen();
  await desk.signIn(clerk);
  expect((await desk.call('cases/open', { caseId })).customer).toMatchObject(patch);
});

test('identity numbers are masked in every view; a reveal shows one and is logged with who and what', async () => {
  const caseId = await fresh();
  const { handlerIdNumber } = sampleCustomer(302);
  const view = await desk.call('cases/save-customer', { caseId, patch: { handlerIdNumber } });
  expect(view.masked).toEqual(['handlerIdNumber']);
  expect(JSON.stringify(view)).not.toContain(handlerIdNumber);
  expect(await desk.call('cases/reveal', { caseId, field: 'handlerIdNumber' })).toEqual({ value: handlerIdNumber });
  expect((await events(caseId)).at(-1)).toEqual({ kind: 'field-revealed', staffNo: clerk, facts: { field: 'handlerIdNumber' } });
  const log = desk.look((db) => db.prepare('SELECT staff_no, what FROM view_log WHERE subject = ?').all(caseId));
  expect(log).toEqual([{ staff_no: clerk, what: 'handlerIdNumber' }]);
});

test('a restart opens the case and the field where the clerk stood', async () => {
  const caseId = await fresh();
  await desk.call('cases/save-place', { caseId, task: 'customer', field: 'handlerPhone' });
  desk = await desk.reopen();
  await desk.signIn(clerk);
  const [last] = await desk.call('cases/find', { text: '@last' });
  expect(last?.caseId).toBe(caseId);
  expect((await desk.call('cases/open', { caseId })).place).toEqual({ task: 'customer', field: 'handlerPhone' });
});

test('a parked case keeps its note, takes no edit, and goes on when it is picked up', async () => {
  const caseId = await fresh();
  const parked = await desk.call('cases/park', { caseId, note: '等客户回来盖章' });
  expect([parked.parked?.note, parked.editable]).toEqual(['等客户回来盖章', false]);
  expect(await desk.refusal('cases/save-customer', { caseId, patch: { name: 'x' } })).toEqual({ code: 'case-parked' });
  expect((await desk.call('workbench/list', { filter: 'parked' })).rows.map((row) => row.caseId)).toContain(caseId);
  expect((await desk.call('cases/resume', { caseId })).parked).toBeNull();
  expect(await desk.refusal('cases/resume', { caseId })).toEqual({ code: 'not-parked' });
  await desk.call('cases/save-customer', { caseId, patch: { name: '北京某某有限公司' } });
});

test('another clerk reads and does not write; a supervisor takes over, and then the first clerk does not write', async () => {
  const caseId = await fresh();
  await desk.signIn('WJ0131');
  expect(await desk.refusal('cases/save-customer', { caseId, patch: { name: 'x' } })).toEqual({ code: 'case-of-another', facts: { owner: clerk } });
  expect(await desk.refusal('cases/take-over', { caseId })).toMatchObject({ code: 'not-allowed' });
  await desk.signIn('WJ0008');
  expect((await desk.call('cases/take-over', { caseId })).owner).toBe('WJ0008');
  await desk.call('cases/save-customer', { caseId, patch: { name: '北京某某有限公司' } });
  await desk.signIn(clerk);
  expect(await desk.refusal('cases/save-customer', { caseId, patch: { name: 'y' } })).toEqual({ code: 'case-of-another', facts: { owner: 'WJ0008' } });
  expect((await events(caseId)).map(({ kind, staffNo }) => [kind, staffNo])).toEqual([['case-created', clerk], ['case-taken-over', 'WJ0008'], ['customer-saved', 'WJ0008']]);
});

test('case numbers of a day have no gap, and a cancelled case stays for the record', async () => {
  await desk.signIn(clerk);
  const views = [await desk.call('cases/create', undefined), await desk.call('cases/create', undefined)];
  const [first = 0, second = 0] = views.map(({ caseNo }) => Number(caseNo.slice(-4)));
  expect(second - first).toBe(1);
  const caseId = views[0]?.caseId ?? '';
  expect((await desk.call('cases/cancel', { caseId, reason: '客户改主意' })).state).toBe('cancelled');
  expect(await desk.refusal('cases/save-customer', { caseId, patch: { name: 'x' } })).toMatchObject({ code: 'case-not-editable' });
  expect((await desk.call('workbench/list', { filter: 'done' })).rows.map((row) => row.caseId)).toContain(caseId);
});

test('a case is found by number, company, pinyin initials and credit code', async () => {
  const caseId = await fresh();
  const { caseNo } = await desk.call('cases/save-customer', { caseId, patch: { name: '示例市朔方冷链物流有限公司', creditCode: sampleCustomer(303).creditCode } });
  for (const text of [caseNo, '朔方冷链', 'sfll', sampleCustomer(303).creditCode.slice(4, 14)])
    expect((await desk.call('cases/find', { text })).map((hit) => hit.caseId)).toContain(caseId);
  expect(await desk.call('cases/find', { text: '%' })).toEqual([]);
});

test('a private owner of a phone is masked in every view, and saving the masked text keeps what is stored', async () => {
  const caseId = await fresh();
  const form = { ...sampleForm(sampleCustomer(3)) };
  const identity = inventedIdentityNumber('1990-05-05', 77);
  const owned = { ...form, destinations: form.destinations.map((destination) => ({ ...destination, ownerKind: 'employee' as const, ownerIdNumber: identity })) };
  const saved = await desk.call('cases/save-form', { caseId, form: owned });
  expect(saved.form.destinations[0]?.ownerIdNumber).toBe(`${identity.slice(0, 6)}********${identity.slice(-4)}`);
  await desk.call('cases/save-form', { caseId, form: { ...saved.form, recording: true } });
  expect((await desk.call('cases/open', { caseId })).formProblems.filter((problem) => problem.code === 'owner-identity-wrong')).toEqual([]);
});

test('a case of an older console, stored without the fields that came later, reads with them empty', async () => {
  const caseId = await fresh();
  await desk.call('cases/save-customer', { caseId, patch: { name: '旧案有限公司', foundedOn: '2009-03-18', stockCode: '600036' } });
  desk.look((db) => db.prepare(`UPDATE cases SET customer = json_remove(customer, '$.foundedOn', '$.stockCode') WHERE case_id = ?`).run(caseId));
  expect((await desk.call('cases/open', { caseId })).customer).toMatchObject({ name: '旧案有限公司', foundedOn: '', stockCode: '' });
});
