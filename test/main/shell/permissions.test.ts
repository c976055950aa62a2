import type { Session } from 'electron';
import { expect, test } from 'vitest';
import { allowsPermission, guardSession } from '../../../src-main/shell/permissions.ts';

const own = 'app://console/index.html';
const ask = (permission: string, origin = own, mediaTypes: readonly string[] = [], isMainFrame = true): boolean => allowsPermission({ permission, origin, isMainFrame, mediaTypes });

const documented = [
  'clipboard-read', 'display-capture', 'fullscreen', 'geolocation', 'idle-detection', 'midi', 'midiSysex', 'notifications', 'pointerLock',
  'keyboardLock', 'openExternal', 'speaker-selection', 'storage-access', 'top-level-storage-access', 'window-management', 'unknown',
  'fileSystem', 'hid', 'serial', 'usb', 'background-sync', 'mediaKeySystem', 'accessibility-events', 'sensors', 'deprecated-sync-clipboard-read',
];
const foreign = [
  '', 'null', 'about:blank', 'https://console/', 'app://console.evil/index.html', 'app://console@evil/index.html', 'app://consoles/', 'app://Console/',
  'app:console', 'file:///index.html', 'data:text/html,x', 'blob:app://console/1', 'javascript:1', 'http://app://console/', 'devtools://devtools/',
];

test('the document camera and writing the clipboard are allowed for our own page', () => {
  expect([ask('media', own, ['video']), ask('media', 'app://console/', ['video']), ask('clipboard-sanitized-write')]).toEqual([true, true, true]);
});

test.each(documented)('%s is refused', (permission) => { expect(ask(permission, own, ['video'])).toBe(false); });

test('words that nobody knows are refused', () => {
  const words = Array.from({ length: 50 }, (_, at) => `permission-${at}`).concat('Media', 'media ', 'MEDIA', '__proto__', 'constructor');
  expect(words.filter((word) => ask(word, own, ['video']))).toEqual([]);
});

test('the microphone is refused, alone and beside the camera, and so is what is not named', () => {
  expect([['audio'], ['video', 'audio'], ['unknown'], []].map((types) => ask('media', own, types))).toEqual([false, false, false, false]);
});

test.each(foreign)('nothing is allowed for the origin %j', (origin) => {
  expect([ask('media', origin, ['video']), ask('clipboard-sanitized-write', origin)]).toEqual([false, false]);
});

test('nothing is allowed for a frame inside the page', () => {
  expect([ask('media', own, ['video'], false), ask('clipboard-sanitized-write', own, [], false)]).toEqual([false, false]);
});

type Handlers = Record<string, (...args: readonly unknown[]) => unknown>;

function guarded(): Handlers {
  const handlers: Handlers = {};
  const keep = (name: string) => (...args: readonly unknown[]): void => { handlers[name] = args.at(-1) as Handlers[string]; };
  guardSession({
    setPermissionRequestHandler: keep('request'), setPermissionCheckHandler: keep('check'), setDevicePermissionHandler: keep('device'),
    webRequest: { onBeforeRequest: keep('before') },
  } as unknown as Session);
  return handlers;
}

function requested(contentsUrl: string, permission: string, details: object): unknown {
  let granted: unknown;
  guarded()['request']?.({ getURL: () => contentsUrl }, permission, (answer: unknown) => { granted = answer; }, details);
  return granted;
}

test('both handlers, the device handler and the network filter are installed and say the same', () => {
  const handlers = guarded();
  const details = { isMainFrame: true, requestingUrl: own, mediaTypes: ['video'] };
  expect([requested(own, 'media', details), requested('app://console.evil/', 'media', details), requested(own, 'geolocation', details)]).toEqual([true, false, false]);
  expect(handlers['check']?.(null, 'media', 'app://console/', { isMainFrame: true, mediaType: 'video' })).toBe(true);
  expect(handlers['check']?.(null, 'media', 'app://console/', { isMainFrame: true, mediaType: 'audio' })).toBe(false);
  expect(handlers['check']?.(null, 'media', 'app://console/', { isMainFrame: true })).toBe(false);
  expect(handlers['device']?.({})).toBe(false);
  let verdict: unknown;
  handlers['before']?.({ url: 'https://example.com' }, (answer: unknown) => { verdict = answer; });
  expect(verdict).toEqual({ cancel: true });
});
