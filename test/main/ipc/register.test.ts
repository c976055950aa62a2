import { expect, test } from 'vitest';
import { requestChannels } from '#contract/channels.ts';
import { type Call, registerDoor } from '../../../src-main/ipc/register.ts';
import { createLog } from '../../../src-main/log/log.ts';
import { FakeIpcMain, guard, hostileSenders, sentFrom } from './fake-ipc.ts';

function openDoor(call: (channel: string, request: unknown, context: unknown) => unknown = () => ({ ok: true, value: null })) {
  const ipcMain = new FakeIpcMain();
  const lines: string[] = [];
  const calls: unknown[][] = [];
  let clock = 0;
  registerDoor({
    ipcMain: ipcMain.asElectron, guard, elapsed: () => (clock += 5),
    log: createLog({ write: (line) => lines.push(line), now: () => new Date(0), reference: () => 'K7P-4WQ' }),
    call: (async (...args: readonly unknown[]) => { calls.push([...args]); return call(args[0] as string, args[1], args[2]); }) as unknown as Call,
  });
  return { ipcMain, calls, logged: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

const signIn = { staffNo: 'A001', password: 'correct horse' };

test('the door has the channels of the contract and no other', () => {
  expect([...openDoor().ipcMain.handlers.keys()].sort()).toEqual([...requestChannels].sort());
});

test('a good request reaches the service parsed, with the window it came from, and its value goes back', async () => {
  const { ipcMain, calls } = openDoor(() => ({ ok: true, value: { done: 1 } }));
  const reply = await ipcMain.invoke('session/sign-in', sentFrom({ id: 8 }), { staffNo: ' A001 ', password: 'correct horse' });
  expect(reply).toEqual({ ok: true, value: { done: 1 } });
  expect(calls).toEqual([['session/sign-in', signIn, { windowId: 8 }]]);
});

test('a refusal of the service crosses as it is', async () => {
  const { ipcMain } = openDoor(() => ({ ok: false, error: { code: 'not-signed-in' } }));
  expect(await ipcMain.invoke('session/sign-in', sentFrom(), signIn)).toEqual({ ok: false, error: { code: 'not-signed-in' } });
});

test.each(hostileSenders)('%s is refused on every channel and no service hears of it', async (_name, sent) => {
  const { ipcMain, calls } = openDoor();
  const replies = await Promise.all(requestChannels.map((channel) => ipcMain.invoke(channel, sent, undefined)));
  expect(new Set(replies.map((reply) => JSON.stringify(reply)))).toEqual(new Set(['{"ok":false,"error":{"code":"forbidden-sender"}}']));
  expect(calls).toEqual([]);
});

test('the customer\'s window may ask for its scene, and for nothing else', async () => {
  const { ipcMain, calls } = openDoor();
  const customer = sentFrom({ id: 9, frame: { url: 'app://console/index.html#customer' } });
  const replies = await Promise.all(requestChannels.map(async (channel) => [channel, JSON.stringify(await ipcMain.invoke(channel, customer, undefined))] as const));
  expect(replies.filter(([, reply]) => !reply.includes('forbidden-sender'))).toEqual([['customer/scene', '{"ok":true,"value":null}']]);
  expect(calls).toEqual([['customer/scene', undefined, { windowId: 9 }]]);
});

test.each([
  ['a field missing', { staffNo: 'A001' }, 'password'],
  ['a field of the wrong kind', { staffNo: 1, password: 'x' }, 'staffNo'],
  ['a field too many', { ...signIn, role: 'admin' }, '(whole)'],
  ['nothing', undefined, '(whole)'],
  ['a list', [signIn], '(whole)'],
  ['text that is too long', { staffNo: 'A'.repeat(21), password: 'x' }, 'staffNo'],
])('%s is a bad request that names the field and never the value', async (_name, request, fields) => {
  const { ipcMain, calls } = openDoor();
  expect(await ipcMain.invoke('session/sign-in', sentFrom(), request)).toEqual({ ok: false, error: { code: 'bad-request', facts: { fields } } });
  expect(calls).toEqual([]);
});

test('a channel that takes nothing refuses something', async () => {
  const { ipcMain, calls } = openDoor();
  expect(await ipcMain.invoke('session/state', sentFrom(), { as: 'admin' })).toMatchObject({ ok: false, error: { code: 'bad-request' } });
  expect(calls).toEqual([]);
});

test('what breaks inside goes back as a reference only, and the log holds the rest under it', async () => {
  const { ipcMain, logged } = openDoor(() => { throw new Error('SQLITE_CONSTRAINT: cases.customer /data/hall.db 13800138000'); });
  const reply = await ipcMain.invoke('session/sign-in', sentFrom(), signIn);
  expect(reply).toEqual({ ok: false, error: { code: 'internal', reference: 'K7P-4WQ' } });
  const [broke] = logged();
  expect(broke).toMatchObject({ level: 'error', event: 'request-broke', channel: 'session/sign-in', reference: 'K7P-4WQ', error: { message: 'SQLITE_CONSTRAINT: cases.customer /data/hall.db ***' } });
});

test('a sender that cannot even be asked is an inside matter, not a crash', async () => {
  const { ipcMain } = openDoor();
  const broken = { sender: { isDestroyed: () => { throw new Error('gone'); } }, senderFrame: null };
  expect(await ipcMain.invoke('session/state', broken as never)).toEqual({ ok: false, error: { code: 'internal', reference: 'K7P-4WQ' } });
});

test('every request is logged with channel, time and outcome and without its body', async () => {
  const { ipcMain, logged } = openDoor();
  await ipcMain.invoke('session/sign-in', sentFrom(), signIn);
  await ipcMain.invoke('session/sign-in', sentFrom({ id: 99 }), signIn);
  const at = '1970-01-01T00:00:00.000Z';
  expect(logged()).toEqual([
    { at, level: 'info', event: 'request', channel: 'session/sign-in', elapsedMs: 5, outcome: 'ok' },
    { at, level: 'info', event: 'request', channel: 'session/sign-in', elapsedMs: 5, outcome: 'forbidden-sender' },
  ]);
});
