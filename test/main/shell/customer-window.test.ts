import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { expect, test, vi } from 'vitest';

vi.mock('electron', () => ({ app: {}, BrowserWindow: EventEmitter, Menu: {}, screen: {} }));
const { customerPlace, keepCustomerWindow } = await import('../../../src-main/shell/customer-window.ts');

const display = (x: number, width = 1920) => ({ bounds: { x, y: 0, width, height: 1080 }, workArea: { x, y: 0, width, height: 1040 } });
const console = { x: 100, y: 50, width: 1366, height: 768 };

test('with a second display it fills that one, without a frame', () => {
  expect(customerPlace([display(0), display(1920, 1280)], console)).toEqual({ box: { x: 1920, y: 0, width: 1280, height: 1080 }, frame: false });
  expect(customerPlace([display(0), display(1920)], { ...console, x: 2000 })).toEqual({ box: { x: 0, y: 0, width: 1920, height: 1080 }, frame: false });
});

test('with one display it stands in the right half, above the task bar, with a frame to move it by', () => {
  expect(customerPlace([display(0)], console)).toEqual({ box: { x: 960, y: 0, width: 960, height: 1040 }, frame: true });
  expect(customerPlace([display(0), display(1920)], { ...console, x: -5000 }).frame).toBe(true);
});

class FakeWindow extends EventEmitter {
  closes = 0;
  close(): void { this.closes += 1; queueMicrotask(() => this.emit('closed')); }
}

function keeper() {
  const opened: FakeWindow[] = [];
  let byHand = 0;
  const open = (): BrowserWindow => { const window = new FakeWindow(); opened.push(window); return window as unknown as BrowserWindow; };
  return { opened, byHand: () => byHand, ...keepCustomerWindow(open, () => { byHand += 1; }) };
}

test('shown twice it is one window; shown again while the old one closes, it is a new one', async () => {
  const { opened, show, close, byHand } = keeper();
  show();
  show();
  expect(opened).toHaveLength(1);
  close();
  show();
  await new Promise((done) => { setTimeout(done, 0); });
  expect([opened.length, opened[0]?.closes, opened[1]?.closes, byHand()]).toEqual([2, 1, 0, 0]);
});

test('closed by hand the console hears of it once', () => {
  const { opened, show, close, byHand } = keeper();
  show();
  opened[0]?.emit('closed');
  close();
  expect([byHand(), opened[0]?.closes]).toEqual([1, 0]);
});
