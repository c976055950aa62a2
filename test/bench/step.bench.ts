import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { openTestConsole } from '../support/test-console.ts';
import { against, type BenchLine, median, percentile, round } from './bench-line.ts';

const ROUNDS = 500;

/** Saving one customer field through the services, on disk when it returns, beside a bare 4 KB write with its sync. */
export async function runBench(): Promise<readonly BenchLine[]> {
  const desk = await openTestConsole();
  const raw = openSync(join(desk.dir, 'raw'), 'w');
  const page = Buffer.alloc(4096, 7);
  const steps: number[] = [];
  const bare: number[] = [];
  try {
    await desk.signIn('WJ0127');
    const { caseId } = await desk.call('cases/create', undefined);
    for (let turn = 0; turn < ROUNDS; turn += 1) {
      const began = performance.now();
      await desk.call('cases/save-customer', { caseId, patch: { address: `北京市虚构区䶮里路${turn}号` } });
      const saved = performance.now();
      writeSync(raw, page, 0, page.length, turn * page.length);
      fdatasyncSync(raw);
      steps.push(saved - began);
      bare.push(performance.now() - saved);
    }
  } finally {
    closeSync(raw);
    await desk.dispose();
  }
  return [
    against('step', 'save-one-field-median', 'ms', median(steps), median(bare)),
    { bench: 'step', name: 'save-one-field-p95', value: round(percentile(steps, 0.95)), unit: 'ms' },
  ];
}
