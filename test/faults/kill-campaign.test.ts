import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

type Figures = { readonly campaign: string; readonly runs: number; readonly violations: number; readonly acknowledged: number };

/** The campaign on the sources, without a window: what it finds, and how it ends. */
function campaign(...args: readonly string[]): { readonly exit: number | null; readonly figures: Figures } {
  const done = spawnSync(process.execPath, ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', join(import.meta.dirname, 'kill-campaign.mjs'), '--source', '--console', '0', ...args], {
    encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' },
  });
  return { exit: done.status, figures: JSON.parse(done.stdout.trim().split('\n').at(-1) ?? '') as Figures };
}

test('the campaign reports a console whose transactions are split', () => {
  const { exit, figures } = campaign('--runs', '30', '--seed', '1', '--mutant', 'half-step');
  expect(exit).toBe(1);
  expect(figures.violations).toBeGreaterThan(0);
}, 180_000);

test('the campaign reports a leased pick whose claim is written after its transaction', () => {
  const { exit, figures } = campaign('--runs', '30', '--seed', '1', '--mutant', 'late-claim');
  expect(exit).toBe(1);
  expect(figures.violations).toBeGreaterThan(0);
}, 180_000);

test('the campaign finds nothing where nothing is broken, and says how much it saw', () => {
  const { exit, figures } = campaign('--runs', '2', '--seed', '2');
  expect([exit, figures.campaign, figures.runs, figures.violations]).toEqual([0, 'kill', 2, 0]);
  expect(figures.acknowledged).toBeGreaterThan(35);
}, 120_000);
