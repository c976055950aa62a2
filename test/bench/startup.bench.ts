import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchConsole } from '../support/launch-console.ts';
import { type BenchLine, median, round } from './bench-line.ts';

const ROUNDS = 5;

/** From the start of the process to a sign-in form that takes keys: first on an empty folder (it sets itself up), then as every morning. */
export async function runBench(): Promise<readonly BenchLine[]> {
  const userData = mkdtempSync(join(tmpdir(), 'bench-start-'));
  try {
    const firstMs = await startOnce(userData);
    const starts: number[] = [];
    for (let turn = 0; turn < ROUNDS; turn += 1) starts.push(await startOnce(userData));
    return [
      { bench: 'startup', name: 'start-to-sign-in-median', value: round(median(starts)), unit: 'ms' },
      { bench: 'startup', name: 'first-start-to-sign-in', value: round(firstMs), unit: 'ms' },
    ];
  } finally {
    rmSync(userData, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

async function startOnce(userData: string): Promise<number> {
  const began = performance.now();
  const console = await launchConsole({ userData });
  try {
    const page = await console.firstWindow();
    await page.getByLabel('工号', { exact: true }).waitFor({ state: 'visible' });
    return performance.now() - began;
  } finally {
    await console.close();
  }
}
