import { randomBytes } from 'node:crypto';
import { protocol } from 'electron';
import { openRendererFiles } from './renderer-files.ts';

/** Call before ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
}

/** Call once when ready: app://console answers with the files of the built renderer. */
export function serveRenderer(folder: string): void {
  protocol.handle('app', openRendererFiles(folder, () => randomBytes(16).toString('base64')));
}
