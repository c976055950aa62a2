import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { trainingPassword } from '../../src-main/services/hall/set-up.ts';
import { launchConsole } from '../support/launch-console.ts';
import { type BenchLine, round } from './bench-line.ts';

const restMs = 20_000;

type Process = { readonly pid: number; readonly parent: number; readonly command: string };

/** Private memory of every process of the console, at rest on the workbench. The training carrier is told apart: no real console has it. */
export async function runBench(): Promise<readonly BenchLine[]> {
  const userData = mkdtempSync(join(tmpdir(), 'bench-memory-'));
  const console = await launchConsole({ userData });
  try {
    const page = await console.firstWindow();
    await page.getByLabel('工号', { exact: true }).fill('WJ0127');
    await page.getByLabel('密码', { exact: true }).fill(trainingPassword);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /锁屏/ }).waitFor({ state: 'visible' });
    await sleep(restMs);
    const ours = descendants(console.app.process().pid ?? 0);
    const carrier = ours.filter(({ command }) => command.includes('carrier.js'));
    const sum = (list: readonly Process[]): number => list.reduce((total, { pid }) => total + privateMb(pid), 0);
    const main = ours.filter(({ pid }) => pid === console.app.process().pid);
    return [
      { bench: 'memory', name: 'private-at-rest', value: round(sum(ours.filter((one) => !carrier.includes(one)))), unit: 'MB' },
      { bench: 'memory', name: 'private-main-process', value: round(sum(main)), unit: 'MB' },
      { bench: 'memory', name: 'private-training-carrier', value: round(sum(carrier)), unit: 'MB' },
      { bench: 'memory', name: 'processes', value: ours.length - carrier.length, unit: 'count' },
    ];
  } finally {
    await console.close();
    rmSync(userData, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** The process and all that it started, from /proc: only Linux tells private memory in this way. */
function descendants(root: number): readonly Process[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name): Process[] => {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      return [{ pid: Number(name), parent: Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]), command: readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ') }];
    } catch { return []; } // it ended while we looked
  });
  const below = (pid: number): readonly Process[] => all.filter(({ parent }) => parent === pid).flatMap((one) => [one, ...below(one.pid)]);
  return [...all.filter(({ pid }) => pid === root), ...below(root)];
}

function privateMb(pid: number): number {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  const kb = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(rollup)?.[1] ?? 0);
  return (kb('Private_Dirty') + kb('Private_Clean')) / 1024;
}
