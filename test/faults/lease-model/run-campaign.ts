import { seeded } from '../campaign/seeded.ts';
import type { Protocol } from './protocol.ts';
import { runEpisode, WORLD_OPERATIONS } from './run-episode.ts';

/** Figures of one protocol under so many operations; every episode has a seed of its own, so a violation can be played again alone. */
export type LeaseFigures = { readonly operations: number; readonly episodes: number; readonly violations: readonly string[]; readonly doubleSales: number; readonly brokenPromises: number; readonly counts: Readonly<Record<string, number>> };

/** Runs the operations in worlds of 2,000, or stops at the first violation. */
export function runCampaign(protocol: Protocol, { runs, seed, stopAtFirst = false }: { readonly runs: number; readonly seed: number; readonly stopAtFirst?: boolean }): LeaseFigures {
  const found: { readonly kind: string; readonly line: string }[] = [];
  const counts: Record<string, number> = {};
  let operations = 0;
  let episodes = 0;
  const enough = (): boolean => operations >= runs || (stopAtFirst && found.length > 0);
  while (!enough()) {
    const episodeSeed = (seed * 1_000_003 + episodes) >>> 0;
    const episode = runEpisode(protocol, Math.min(WORLD_OPERATIONS, runs - operations), seeded(episodeSeed));
    operations += Math.max(1, episode.operations);
    episodes += 1;
    found.push(...episode.violations.map(({ kind, line }) => ({ kind, line: `${kind} (world ${episodeSeed}, operation ${episode.operations}): ${line}` })));
    for (const [name, count] of Object.entries(episode.counts)) counts[name] = (counts[name] ?? 0) + count;
  }
  const of = (kind: string): number => found.filter((each) => each.kind === kind).length;
  return { operations, episodes, violations: found.map(({ line }) => line), doubleSales: of('double-sale'), brokenPromises: of('broken-promise'), counts };
}
