#!/usr/bin/env node
// Starts the reference carrier by hand: the built bundle if there is one, else the sources (the pinned Node 24 reads .ts).
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const bundle = join(root, 'out', 'main', 'carrier.js');
const entry = existsSync(bundle) ? bundle : join(root, 'src-main', 'carrier', 'index.ts');
const given = process.argv.slice(2);
const withDefault = (name, value) => (given.includes(name) ? [] : [name, value]);

if (Number(process.versions.node.split('.')[0]) < 22) {
  process.stderr.write('The carrier needs Node 22 or later: run it as `npm run carrier -- …`, which uses the Node 24 of npm ci.\n');
  process.exit(1);
}

const args = [...withDefault('--data', join(root, 'out', 'carrier-data')), ...withDefault('--hall', 'BJ001'), ...withDefault('--port', '4400'), ...given];
const carrier = spawn(process.execPath, ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', entry, ...args], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => carrier.kill(signal));
carrier.on('exit', (code, signal) => { process.exitCode = signal ? 1 : code ?? 1; });
