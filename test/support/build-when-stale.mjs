import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pinnedNode, root, stop } from './prepare.mjs';

const at = (path) => join(root, path);
const say = (line) => process.stdout.write(`${line}\n`);

/** Builds out/ when a source is newer than it. */
export function buildWhenStale() {
  const built = ['out/main/index.js', 'out/preload/index.js', 'out/renderer/index.html'].map(at);
  const sources = ['src-main', 'src-renderer', 'electron.vite.config.ts', 'package-lock.json'].map(at);
  const isFresh = built.every((file) => existsSync(file)) && Math.min(...built.map(newest)) >= Math.max(...sources.map(newest));
  if (isFresh) return;
  say('Building …');
  const done = spawnSync(pinnedNode(), [at('node_modules/electron-vite/bin/electron-vite.js'), 'build', '--logLevel', 'warn'], { cwd: root, stdio: 'inherit' });
  if (done.status !== 0) stop('The build failed: see the lines above. Nothing was started.');
}

function newest(path) {
  const state = statSync(path);
  if (!state.isDirectory()) return state.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}
