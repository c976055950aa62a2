import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestConsole, runningClock, type TestConsole } from '../../support/test-console.ts';

let desk: TestConsole;
beforeAll(async () => { desk = await openTestConsole({ clock: runningClock() }); });
afterAll(() => desk.dispose());
const wrong = (staffNo = 'WJ0131') => desk.refusal('session/sign-in', { staffNo, password: 'not the password' });

test('a wrong password and an unknown number say the same', async () => {
  expect((await wrong('WJ0090')).code).toBe('wrong-sign-in');
  expect((await wrong('NOBODY')).code).toBe('wrong-sign-in');
});

test('five wrong passwords block the number, over a restart too, and only for its time', async () => {
  for (const triesLeft of [4, 3, 2, 1]) expect(await wrong()).toEqual({ code: 'wrong-sign-in', facts: { triesLeft } });
  expect((await wrong()).code).toBe('sign-in-blocked');
  desk = await desk.reopen();
  expect((await desk.refusal('session/sign-in', { staffNo: 'WJ0131', password: '练习密码-2026' })).code).toBe('sign-in-blocked');
  await desk.signIn('WJ0127');
  desk.clock.advance(5 * 60_000);
  await desk.signIn('WJ0131');
});

test('a restart asks for the password again', async () => {
  await desk.signIn('WJ0127');
  desk = await desk.reopen();
  expect((await desk.call('session/state', undefined)).staff).toBeNull();
  expect(await desk.refusal('workbench/list', { filter: 'all' })).toEqual({ code: 'not-signed-in' });
});

test('an idle session locks itself, refuses work until the password comes, and goes on with the same person', async () => {
  await desk.signIn('WJ0127');
  const { caseId } = await desk.call('cases/create', undefined);
  desk.clock.advance(5 * 60_000 + 1000);
  expect(await desk.refusal('cases/save-customer', { caseId, patch: { name: 'x' } })).toEqual({ code: 'session-locked' });
  expect((await desk.refusal('session/unlock', { password: 'wrong' })).code).toBe('wrong-sign-in');
  expect((await desk.call('session/unlock', { password: '练习密码-2026' }))).toMatchObject({ locked: false, staff: { staffNo: 'WJ0127' } });
  await desk.call('cases/save-customer', { caseId, patch: { name: '北京某某有限公司' } });
});

test('staff are added by the admin, closed accounts do not sign in, nobody closes their own', async () => {
  await desk.signIn('WJ0001');
  const added = await desk.call('staff/add', { staffNo: 'wj0200', name: '欧阳㛃', role: 'clerk', password: '新来的密码-2026' });
  expect(added.find((one) => one.staffNo === 'WJ0200')).toEqual({ staffNo: 'WJ0200', name: '欧阳㛃', role: 'clerk', active: true });
  expect((await desk.refusal('staff/add', { staffNo: 'WJ0200', name: '另一位', role: 'clerk', password: '新来的密码-2026' })).code).toBe('staff-number-taken');
  expect((await desk.refusal('staff/set-active', { staffNo: 'WJ0001', active: false })).code).toBe('own-account');
  await desk.call('staff/set-active', { staffNo: 'WJ0200', active: false });
  expect((await desk.refusal('session/sign-in', { staffNo: 'WJ0200', password: '新来的密码-2026' })).code).toBe('staff-inactive');
});

test('passwords lie in the database as scrypt with their own salt', () => {
  const stored = desk.look((db) => db.prepare('SELECT password FROM staff').all()) as { readonly password: string }[];
  expect(stored.every(({ password }) => /^scrypt\$\d+\$[^$]{24}\$[^$]{44}$/.test(password))).toBe(true);
});
