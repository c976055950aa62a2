import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { product, protocolMutants } from './lease-model/protocol.ts';
import { runCampaign } from './lease-model/run-campaign.ts';

test('20,000 operations with lost, repeated and late messages, wrong clocks, restored and copied databases break nothing', () => {
  const played = runCampaign(product, { runs: 20_000, seed: 3 });
  expect(played.violations).toEqual([]);
  const { promises, honoured, repeated, lose, restore, clone, forced } = played.counts;
  expect(promises).toBeGreaterThan(200);
  expect(honoured).toBeGreaterThan(200);
  for (const faults of [repeated, lose, restore, clone, forced]) expect(faults).toBeGreaterThan(0);
});

test('a seed gives the same worlds again', () => {
  expect(runCampaign(product, { runs: 4_000, seed: 9 })).toEqual(runCampaign(product, { runs: 4_000, seed: 9 }));
});

describe('each mutant of the protocol is caught within 100,000 operations', () => {
  test.each(Object.entries(protocolMutants))('%s', (_name, mutant) => {
    const found = runCampaign(mutant, { runs: 100_000, seed: 3, stopAtFirst: true });
    expect(found.violations).not.toEqual([]);
  });
});

test('the command ends with its figures, and with exit 1 under a mutant', () => {
  const run = (...args: readonly string[]) => spawnSync(process.execPath, ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', join(import.meta.dirname, 'lease-campaign.mjs'), '--bounds', 'small', '--runs', '10000', '--seed', '2', ...args], { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } });
  const figures = (text: string) => JSON.parse(text.trim().split('\n').at(-1) ?? '') as unknown;
  const sound = run();
  expect([sound.status, figures(sound.stdout)]).toMatchObject([0, { campaign: 'leases', runs: 10_000, seed: 2, violations: 0, doubleSales: 0, brokenPromises: 0, s1: 'holds', s2: 'holds', mutantsCaught: 4 }]);
  const broken = run('--mutant', 'unconditional-claim');
  expect([broken.status, figures(broken.stdout)]).toMatchObject([1, { s1: 'broken', s2: 'broken' }]);
}, 60_000);
