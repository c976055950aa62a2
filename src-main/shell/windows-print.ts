import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BrowserWindow } from 'electron';

type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: string };
type Request = { readonly deviceName: string; readonly copies: number; readonly title: string };

/**
 * What the Windows printer needs of Electron (documents.md 4). Untried: no Windows here. The PDF lies in a folder of its own
 * for as long as the hidden window prints it.
 */
export const windowsHands = {
  printers: async () => {
    const window = hiddenWindow();
    try {
      const found = await window.webContents.getPrintersAsync();
      return found.map(({ name, displayName }) => ({ name, displayName, isDefault: false }));
    } finally { window.destroy(); }
  },
  print: async (pdf: Uint8Array, { deviceName, copies, title }: Request): Promise<Outcome<null>> => {
    const folder = await mkdtemp(join(tmpdir(), 'hall400-print-'));
    const window = hiddenWindow();
    try {
      const file = join(folder, `${title.replace(/[^\w-]/g, '_')}.pdf`);
      await writeFile(file, pdf, { mode: 0o600 });
      await window.loadURL(pathToFileURL(file).href);
      return await new Promise((resolve) => {
        window.webContents.print({ silent: true, deviceName, copies, pageSize: 'A4', margins: { marginType: 'none' }, scaleFactor: 100 }, (taken, why) =>
          resolve(taken ? { ok: true, value: null } : { ok: false, error: why }));
      });
    } finally {
      window.destroy();
      await rm(folder, { recursive: true, force: true });
    }
  },
  // Names travel as environment variables: they are never part of the command's text.
  powershell: (command: string, args: Readonly<Record<string, string>>): Promise<Outcome<string>> =>
    new Promise((resolve) => {
      const named = Object.keys(args).map((key) => `$${key} = $env:HALL400_${key};`).join(' ');
      const env = { ...process.env, ...Object.fromEntries(Object.entries(args).map(([key, value]) => [`HALL400_${key}`, value])) };
      execFile('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', `${named} ${command}`], { env, timeout: 15_000, windowsHide: true }, (error, stdout) =>
        resolve(error ? { ok: false, error: error.message } : { ok: true, value: stdout }));
    }),
};

const hiddenWindow = (): BrowserWindow => new BrowserWindow({ show: false, webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, plugins: true } });
