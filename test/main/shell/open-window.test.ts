import { EventEmitter } from 'node:events';
import { afterEach, expect, test, vi } from 'vitest';
import { mayNavigate } from '../../../src-main/shell/origin.ts';

const shown = vi.hoisted(() => ({ options: [] as Record<string, unknown>[], loaded: [] as string[], calls: [] as string[], menu: 'untouched' as unknown }));

vi.mock('electron', async () => {
  const { EventEmitter: Emitter } = await import('node:events');
  class FakeWindow extends Emitter {
    constructor(options: Record<string, unknown>) { super(); shown.options.push(options); }
    show(): void { shown.calls.push('show'); }
    loadURL(url: string): Promise<void> { shown.loaded.push(url); return Promise.resolve(); }
  }
  return {
    app: Object.assign(new Emitter(), { isPackaged: true, enableSandbox: () => shown.calls.push('enableSandbox') }),
    BrowserWindow: FakeWindow, Menu: { setApplicationMenu: (menu: unknown) => { shown.menu = menu; } },
  };
});
const { app } = await import('electron');
const { confine, openWindow, prepareShell } = await import('../../../src-main/shell/open-window.ts');

afterEach(() => { shown.options.length = 0; shown.loaded.length = 0; shown.calls.length = 0; });

class FakeContents extends EventEmitter {
  opened: ((details: object) => { action: string }) | undefined;
  setWindowOpenHandler(handler: (details: object) => { action: string }): void { this.opened = handler; }
}

const addresses = [
  'https://evil.example/', 'http://console/', 'app://console.evil/index.html', 'app://console@evil/index.html', 'app://evil/index.html', 'app://console/other.html',
  'app://console/', 'app://console', 'app://console/index.html/..', 'app://console/index.html?x=1', 'app://console/Index.html', 'file:///etc/passwd', 'file://host/share',
  'data:text/html,<script>1</script>', 'javascript:alert(1)', 'blob:app://console/1', 'about:blank', 'about:srcdoc', 'chrome://gpu', 'devtools://devtools/bundled/', 'view-source:app://console/index.html',
  'ftp://evil.example/', 'ws://evil.example/', 'mailto:a@b', 'tel:10010', 'ms-settings:', 'weixin://', '', ' app://console/index.html', '//console/index.html',
];

test.each(addresses)('a page may not go to %j', (url) => {
  const contents = new FakeContents();
  confine(contents as never);
  for (const event of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
    const preventDefault = vi.fn<() => void>();
    contents.emit(event, { url, preventDefault });
    expect([event, preventDefault.mock.calls.length]).toEqual([event, 1]);
  }
  expect(contents.opened?.({ url })).toEqual({ action: 'deny' });
});

test('the same page may be loaded again', () => {
  expect(['app://console/index.html', 'app://console/index.html#/case/1'].map(mayNavigate)).toEqual([true, true]);
});

test('no webview is ever attached', () => {
  const contents = new FakeContents();
  confine(contents as never);
  const preventDefault = vi.fn<() => void>();
  contents.emit('will-attach-webview', { preventDefault }, {}, {});
  expect(preventDefault).toHaveBeenCalledOnce();
});

test('the window is sandboxed and isolated in every way there is, and opens our page', () => {
  openWindow({ preloadPath: '/preload.js' });
  expect(shown.loaded).toEqual(['app://console/index.html']);
  expect(shown.options[0]).toMatchObject({
    title: '400 受理台', width: 1366, height: 768, show: false, backgroundColor: '#eef1f5',
    webPreferences: {
      preload: '/preload.js', sandbox: true, contextIsolation: true, nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false,
      webSecurity: true, allowRunningInsecureContent: false, webviewTag: false, navigateOnDragDrop: false, spellcheck: false, disableBlinkFeatures: 'Auxclick', devTools: false,
    },
  });
});

test('it shows itself when there is something to see', () => {
  const window = openWindow({ preloadPath: '/preload.js' });
  expect(shown.calls).toEqual([]);
  window.emit('ready-to-show');
  expect(shown.calls).toEqual(['show']);
});

test('the shell asks for the sandbox everywhere, removes the menu and confines every page that is ever made', () => {
  prepareShell();
  const contents = new FakeContents();
  app.emit('web-contents-created', {}, contents);
  expect([shown.calls, shown.menu, contents.opened?.({})]).toEqual([['enableSandbox'], null, { action: 'deny' }]);
});
