/** The parts that meet the desktop and the network: tests script them, `dialog.showOpenDialog = async () => …`. */
import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import { host } from '../host.ts';
import { emulated } from '../not-emulated.ts';

const say = (line: string): void => { process.stderr.write(`electron host: ${line}\n`); };

/** With nobody to ask, a dialog counts as cancelled, and the host says so. */
const unanswered = (name: string) => async (): Promise<object> => {
  say(`nobody answered ${name}; taken as cancelled`);
  return { canceled: true, filePaths: [], filePath: '', response: 0, checkboxChecked: false };
};

export const dialog = emulated('dialog', {
  showOpenDialog: unanswered('showOpenDialog'),
  showSaveDialog: unanswered('showSaveDialog'),
  showMessageBox: unanswered('showMessageBox'),
  showErrorBox: (title: string, content: string): void => say(`[error box] ${title}: ${content}`),
});

export const shell = emulated('shell', {
  openPath: async (path: string): Promise<string> => {
    if (!existsSync(path)) return 'Failed to open path';
    say(`shell.openPath ${path}`);
    return '';
  },
  openExternal: async (url: string): Promise<void> => say(`shell.openExternal ${url}`),
  showItemInFolder: (path: string): void => say(`shell.showItemInFolder ${path}`),
});

export const net = emulated('net', { isOnline: (): boolean => true });

class PowerMonitor extends EventEmitter {
  getSystemIdleTime(): number { return 0; }
}
export const powerMonitor = emulated('powerMonitor', new PowerMonitor());

class NativeTheme extends EventEmitter {
  readonly shouldUseDarkColors = false;
}
export const nativeTheme = emulated('nativeTheme', new NativeTheme());

/** One display, as a headless Chromium has: a second one is a matter of the pure rule that places the window. */
export const screen = emulated('screen', {
  getAllDisplays: (): readonly object[] => [{ id: 1, bounds: { x: 0, y: 0, width: 1920, height: 1080 }, workArea: { x: 0, y: 0, width: 1920, height: 1080 }, scaleFactor: 1 }],
});

let clip = '';
export const clipboard = emulated('clipboard', {
  readText: (): string => clip,
  writeText: (text: string): void => { clip = text; host.log('clipboard'); },
});
