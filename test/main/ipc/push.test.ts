import { EventEmitter } from 'node:events';
import type { WebContents } from 'electron';
import { expect, test } from 'vitest';
import { eventNames } from '#contract/channels.ts';
import { openPushes, type Pushes } from '../../../src-main/ipc/push.ts';
import { FakeIpcMain, guard, hostileSenders, sentFrom } from './fake-ipc.ts';

class FakeTarget extends EventEmitter {
  readonly got: unknown[][] = [];
  readonly id: number;
  destroyed = false;
  constructor(id: number) { super(); this.id = id; }
  isDestroyed(): boolean { return this.destroyed; }
  send(...args: readonly unknown[]): void { this.got.push([...args]); }
}

function open() {
  const ipcMain = new FakeIpcMain();
  const pushes = openPushes({ ipcMain: ipcMain.asElectron, guard });
  const add = (id: number): FakeTarget => { const target = new FakeTarget(id); pushes.addWindow(target as unknown as WebContents, id === 9 ? 'customer' : 'console'); return target; };
  return { pushes, add, ready: (id: number) => { ipcMain.emit('renderer-ready', sentFrom({ id })); }, ipcMain };
}

const changed = (pushes: Pushes, waiting: number): void => pushes.emit('outbox/changed', { waiting, parked: 0 });
const heard = (...counts: readonly number[]): unknown[][] => counts.map((waiting) => ['event/outbox/changed', { waiting, parked: 0 }]);

test('events wait for the page and then come in their order', () => {
  const { pushes, add, ready } = open();
  const target = add(7);
  changed(pushes, 1);
  changed(pushes, 2);
  expect(target.got).toEqual([]);
  ready(7);
  changed(pushes, 3);
  expect(target.got).toEqual(heard(1, 2, 3));
});

test('events from before the first window reach it', () => {
  const { pushes, add, ready } = open();
  changed(pushes, 1);
  const target = add(7);
  changed(pushes, 2);
  ready(7);
  expect(target.got).toEqual(heard(1, 2));
});

test('each window waits for itself', () => {
  const { pushes, add, ready } = open();
  const [first, second] = [add(7), add(8)];
  ready(8);
  changed(pushes, 1);
  expect([first.got, second.got]).toEqual([[], heard(1)]);
  ready(7);
  expect(first.got).toEqual(heard(1));
});

test('the customer\'s window hears its scene and nothing else; the clerk\'s never hears that', () => {
  const { pushes, add, ready } = open();
  changed(pushes, 1);
  const [customer, clerk] = [add(9), add(7)];
  ready(9);
  ready(7);
  const everything = eventNames.filter((name) => name !== 'outbox/changed');
  for (const name of everything) pushes.emit(name, { name } as never);
  expect(customer.got).toEqual([['event/customer/changed', { name: 'customer/changed' }]]);
  expect(clerk.got.map(([channel]) => channel)).toEqual(['event/outbox/changed', ...everything.filter((name) => name !== 'customer/changed').map((name) => `event/${name}`)]);
});

test('a page that is loaded anew is waited for again', () => {
  const { pushes, add, ready } = open();
  const target = add(7);
  ready(7);
  target.emit('did-navigate');
  changed(pushes, 1);
  expect(target.got).toEqual([]);
  ready(7);
  expect(target.got).toEqual(heard(1));
});

test('a window that has gone is sent nothing', () => {
  const { pushes, add, ready } = open();
  const target = add(7);
  ready(7);
  target.destroyed = true;
  changed(pushes, 1);
  target.emit('destroyed');
  changed(pushes, 2);
  expect(target.got).toEqual([]);
});

test.each(hostileSenders)('%s does not open the queue', (_name, sent) => {
  const { pushes, add, ipcMain } = open();
  const target = add(7);
  changed(pushes, 1);
  ipcMain.emit('renderer-ready', sent);
  expect(target.got).toEqual([]);
});
