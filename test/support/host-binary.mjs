// Which executable opens the product: Electron's own where it is installed, else our host.
// The repository's folder is handed in: Playwright compiles this file to CommonJS, where it could not find it.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Electron's executable inside its package, whether it is there or not. */
export function electronPath(root) {
  const packageFolder = join(root, 'node_modules/electron');
  const named = join(packageFolder, 'path.txt');
  const name = existsSync(named) ? readFileSync(named, 'utf8') : process.platform === 'win32' ? 'electron.exe' : 'electron';
  return join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(packageFolder, 'dist'), name);
}

/** The executable and whether it is Electron itself. CONSOLE_HOST=host takes the host in any case. */
export function hostBinary(root) {
  const electron = electronPath(root);
  const isReal = !process.env.CONSOLE_HOST && existsSync(electron);
  return isReal ? { path: electron, isReal } : { path: join(root, 'test/host/electron'), isReal };
}
