/** The module "electron" as the main process sees it. Parts that are not here throw by name when touched. */
import { emulated } from './not-emulated.ts';
import { app } from './parts/app.ts';
import { clipboard, dialog, nativeTheme, net, powerMonitor, screen, shell } from './parts/desktop.ts';
import { Menu, MenuItem } from './parts/menu.ts';
import { safeStorage } from './parts/safe-storage.ts';
import { utilityProcess } from './parts/utility-process.ts';
import { BrowserWindow } from './window/browser-window.ts';
import { ipcMain } from './window/ipc-main.ts';
import { protocol } from './window/schemes.ts';
import { defaultSession } from './window/session.ts';
import { WebContents as webContents } from './window/web-contents.ts';

const session = emulated('session', { defaultSession });

const electron = emulated('electron', {
  app, BrowserWindow, clipboard, dialog, ipcMain, Menu, MenuItem, nativeTheme, net, powerMonitor, protocol, safeStorage,
  screen, session, shell, utilityProcess, webContents,
});

export default electron;
// What require('electron') and `import { app } from 'electron'` give.
export { electron as 'module.exports' };
export { app, BrowserWindow, clipboard, dialog, ipcMain, Menu, MenuItem, nativeTheme, net, powerMonitor, protocol, safeStorage, screen, session, shell, utilityProcess, webContents };
