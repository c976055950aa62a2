import { app, BrowserWindow, Menu, type WebContents, type WebPreferences } from 'electron';
import { mayNavigate, startUrl } from './origin.ts';

/** Call before ready: every page sandboxed, no menu and so none of its shortcuts (reload, developer tools, close). */
export function prepareShell(): void {
  app.enableSandbox();
  Menu.setApplicationMenu(null);
  app.on('web-contents-created', (_, contents) => confine(contents));
}

/** Every page of ours is sandboxed and isolated in every way there is. */
export const pagePreferences = (preloadPath: string): WebPreferences => ({
  preload: preloadPath, sandbox: true, contextIsolation: true, nodeIntegration: false, nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false, webSecurity: true, allowRunningInsecureContent: false, webviewTag: false,
  navigateOnDragDrop: false, spellcheck: false, disableBlinkFeatures: 'Auxclick', devTools: !app.isPackaged,
});

/** One console window. It shows itself once there is something to see. */
export function openWindow({ preloadPath }: { readonly preloadPath: string }): BrowserWindow {
  const window = new BrowserWindow({
    title: '400 受理台', width: 1366, height: 768, minWidth: 1024, minHeight: 640, show: false, backgroundColor: '#eef1f5',
    webPreferences: pagePreferences(preloadPath),
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(startUrl);
  return window;
}

/** A page goes nowhere, opens nothing and embeds nothing. */
export function confine(contents: Pick<WebContents, 'on' | 'setWindowOpenHandler'>): void {
  const stay = (event: { readonly url: string; readonly preventDefault: () => void }): void => { if (!mayNavigate(event.url)) event.preventDefault(); };
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
