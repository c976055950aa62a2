// `npm start`: installs what is needed, builds when the sources are newer, opens the console and ends with it.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { hostBinary } from './host-binary.mjs';
import { buildWhenStale } from './build-when-stale.mjs';
import { ensureDependencies, ensurePackages, pinnedNode, root, stop } from './prepare.mjs';

const at = (path) => join(root, path);
const say = (line) => process.stdout.write(`${line}\n`);

ensureDependencies();
const node = pinnedNode();
buildWhenStale();
tryElectron();
run(hostBinary(root));

/** Electron's package brings no binary; its own installer is tried once per version and mirror, for a minute. */
function tryElectron() {
  if (process.env.CONSOLE_HOST || hostBinary(root).isReal) return;
  const { version } = JSON.parse(readFileSync(at('node_modules/electron/package.json'), 'utf8'));
  const stamp = at('node_modules/.cache/hall400/electron-tried');
  const attempt = `${version} ${process.env.ELECTRON_MIRROR ?? ''}`;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === attempt) return;
  say(`Fetching Electron ${version} (once, at most a minute) …`);
  spawnSync(node, [at('node_modules/electron/install.js')], { cwd: root, stdio: 'ignore', timeout: 60_000, killSignal: 'SIGKILL' });
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, attempt);
}

function run({ path, isReal }) {
  const isLinux = process.platform === 'linux';
  if (!isReal && !isLinux) stop('Electron could not be fetched. Set ELECTRON_MIRROR to a mirror you can reach, or ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron, and start again.');
  if (!isReal) ensurePackages({ forTests: false });
  const isHeadless = isLinux && (!process.env.DISPLAY || process.env.CONSOLE_HEADLESS === '1');
  if (isReal && isHeadless) stop('Electron needs a display: start under a desktop or xvfb-run, or set CONSOLE_HOST=host to run without a window.');
  say(isReal ? 'Hall400 runs on Electron.' : 'Hall400 runs on the test host: Electron is not installed here, an installed Chromium shows the same bundles.');
  if (isHeadless) say('There is no DISPLAY: the console runs without a visible window (headless). Ctrl+C ends it.');
  const asRoot = isReal && isLinux && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(path, [...asRoot, root, ...process.argv.slice(2)], {
    cwd: root, stdio: 'inherit', env: { ...process.env, ...(isHeadless ? { CONSOLE_HEADLESS: '1' } : {}) },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      child.kill(signal === 'SIGINT' ? 'SIGTERM' : signal);
      setTimeout(() => child.kill('SIGKILL'), 10_000).unref();
    });
  }
  child.once('error', (error) => stop(`The console could not be started: ${error.message}`));
  child.once('exit', (code, signal) => process.exit(code ?? (signal === 'SIGTERM' ? 143 : 1)));
}
