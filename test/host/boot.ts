/** boot.ts [switches] [-r file] <app folder or main file> [arguments]: what Electron does with its command line. */
import { readFileSync, statSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Package } from './parts/app.ts';

const own = new URL('./electron.ts', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) => (/^electron(\/main|\/common)?$/.test(specifier) ? { url: own, shortCircuit: true } : next(specifier, context)),
});

const args = process.argv.slice(2);
process.argv = [join(import.meta.dirname, 'electron'), ...args];
const { target, preloaded } = readCommandLine(args);
const full = resolve(target);
const isFolder = statSync(full).isDirectory();
const root = isFolder ? full : dirname(full);
const description = readPackage(root);
const main = isFolder ? join(root, description.main ?? 'index.js') : full;

const { version } = createRequire(import.meta.url)('electron/package.json') as { version: string };
Object.defineProperty(process, 'versions', { value: { ...process.versions, electron: version, chrome: '0.0.0.0' } });
Object.defineProperty(process, 'type', { value: 'browser' });
Object.assign(process, { defaultApp: true, resourcesPath: join(root, 'resources') });

const { app } = await import('./parts/app.ts');
app.load(root, description, args);
const require = createRequire(main);
for (const file of preloaded) require(resolve(file));
await import(pathToFileURL(main).href);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());
await app.start();

function readCommandLine(list: readonly string[]): { readonly target: string; readonly preloaded: readonly string[] } {
  const files: string[] = [];
  for (let at = 0; at < list.length; at += 1) {
    const argument = list[at] as string;
    if (argument === '-r' || argument === '--require') { at += 1; files.push(list[at] as string); } else if (!argument.startsWith('-')) return { target: argument, preloaded: files };
  }
  console.error('electron host: no app given');
  return process.exit(2);
}

function readPackage(folder: string): Package {
  try { return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Package; } catch { return {}; } // a bare main file
}
