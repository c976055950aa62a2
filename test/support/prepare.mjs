// Installs what a fresh clone needs before anything else can run. Plain JavaScript for Node 20 without node_modules.
// As a command (`npm test`): dependencies and everything the tests call. Exits 1 with one line naming what is missing.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

export const root = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../..');
const bin = join(root, 'node_modules/.bin');

const isOnPath = (name) => (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)) || existsSync(join(folder, `${name}.exe`)));
const hasChromium = () => Boolean(process.env.CONSOLE_CHROMIUM) || ['/usr/lib/chromium/chromium', '/usr/bin/google-chrome'].some((place) => existsSync(place)) || isOnPath('chromium') || isOnPath('chromium-browser');
const hasChineseFont = () => ['/usr/share/fonts/opentype/noto', '/usr/share/fonts/truetype/noto', '/usr/share/fonts/noto-cjk'].some((folder) => existsSync(folder) && readdirSync(folder).some((name) => name.includes('CJK')));

/** Debian packages by what needs them, each with how to see that it is there. */
const packages = {
  window: [['chromium', hasChromium], ['fonts-noto-cjk', hasChineseFont]],
  tests: [['poppler-utils', () => isOnPath('pdftotext')], ['qpdf', () => isOnPath('qpdf')]],
};

/** Ends the program with one line for the person at the keyboard. */
export function stop(line) {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

/** The pinned Node that `npm ci` brought, else this one where it is new enough. */
export function pinnedNode() {
  const name = process.platform === 'win32' ? `node-win-${process.arch}/bin/node.exe` : `node-${process.platform}-${process.arch}/bin/node`;
  const pinned = join(root, 'node_modules', name);
  if (existsSync(pinned)) return pinned;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 14)) return process.execPath;
  return stop(`Hall400 needs Node 22.14 or later here; this is ${process.version} and npm brought no other for ${process.platform} ${process.arch}.`);
}

/** `npm ci`, when node_modules is absent or older than the lock. */
export function ensureDependencies() {
  const installed = join(root, 'node_modules/.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs) return;
  process.stdout.write('Installing dependencies (npm ci) …\n');
  // Not on the Node inside node_modules: npm is about to replace it.
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => resolve(folder) !== bin).join(delimiter);
  const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: root, stdio: 'inherit', env: { ...process.env, PATH: path }, shell: process.platform === 'win32' });
  if (done.status !== 0) stop('npm ci failed: see the lines above. Hall400 needs its dependencies before it can start.');
}

/** Debian packages for the window and, when asked, for the tests. */
export function ensurePackages({ forTests }) {
  if (process.platform !== 'linux') return;
  const wanted = forTests ? [...packages.window, ...packages.tests] : packages.window;
  const missing = () => wanted.filter(([, isThere]) => !isThere()).map(([name]) => name);
  const before = missing();
  if (before.length === 0) return;
  const names = before.join(' ');
  if (process.getuid?.() !== 0 || !isOnPath('apt-get')) stop(`Hall400 needs these packages: ${names}. Install them (on Debian as root: apt-get install ${names}) and start again.`);
  process.stdout.write(`Installing ${names} (apt-get) …\n`);
  const options = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  spawnSync('apt-get', ['update', '-q'], options);
  spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...before], options);
  const after = missing();
  if (after.length > 0) stop(`apt-get could not install: ${after.join(' ')}. Hall400 needs ${after.length === 1 ? 'it' : 'them'}; install by hand and start again.`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  ensureDependencies();
  pinnedNode();
  ensurePackages({ forTests: true });
}
