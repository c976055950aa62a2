// npm run campaign:leases -- --runs 1000000 --seed 7 [--bounds small] [--world N] [--mutant NAME]
// Searches every state of two devices and two numbers, then plays chance operations of halls, networks, clocks and disks. Last line: figures as JSON; exit 1 on any violation.
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: {
  runs: { type: 'string', default: '1000000' }, seed: { type: 'string' }, bounds: { type: 'string', default: 'full' }, world: { type: 'string' }, mutant: { type: 'string' },
} });
const seed = values.seed === undefined ? Date.now() % 1_000_000 : Number(values.seed);
const { product, protocolMutants, restoreMutants } = await import('./lease-model/protocol.ts');
const { explore } = await import('./lease-model/explore.ts');
const { runCampaign } = await import('./lease-model/run-campaign.ts');
const { runEpisode, WORLD_OPERATIONS } = await import('./lease-model/run-episode.ts');
const { seeded } = await import('./campaign/seeded.ts');
const mutants = { ...protocolMutants, ...restoreMutants };
const protocol = values.mutant === undefined ? product : mutants[values.mutant];
if (!protocol) {
  process.stderr.write(`No such mutant; there are ${Object.keys(mutants).join(', ')}.\n`);
  process.exit(2);
}

const began = performance.now();
process.exitCode = values.world === undefined ? campaign() : replay(Number(values.world));

/** One world again, with its operations in order. */
function replay(world) {
  const episode = runEpisode(protocol, WORLD_OPERATIONS, seeded(world), (line) => process.stderr.write(`${line}\n`));
  for (const { kind, line } of episode.violations) process.stderr.write(`${kind}: ${line}\n`);
  process.stdout.write(`${JSON.stringify({ campaign: 'leases', world, runs: episode.operations, violations: episode.violations.length })}\n`);
  return episode.violations.length > 0 ? 1 : 0;
}

function campaign() {
  const bounds = values.bounds === 'full' ? { epochs: 3, picks: 3 } : { epochs: 2, picks: 2 };
  const explored = explore(protocol, bounds);
  const broken = ['s1', 's2'].filter((property) => explored[property] !== 'holds');
  for (const property of broken) process.stderr.write(`violation: ${property} broken by ${explored[property].join('; ')}\n`);
  const played = runCampaign(protocol, { runs: Number(values.runs), seed });
  for (const line of played.violations.slice(0, 20)) process.stderr.write(`violation: ${line}\n`);
  const caughtAt = {};
  if (values.mutant === undefined) for (const [name, mutant] of Object.entries(mutants)) {
    const found = runCampaign(mutant, { runs: name in protocolMutants ? 100_000 : 1_000_000, seed, stopAtFirst: true });
    caughtAt[name] = found.violations.length > 0 ? found.operations : null;
  }
  const caught = Object.keys(protocolMutants).filter((name) => caughtAt[name] !== null && name in caughtAt).length;
  const uncaught = values.mutant === undefined ? Object.values(caughtAt).filter((at) => at === null).length : 0;
  const violations = broken.length + played.violations.length;
  const { promises, honoured, brokenByForce, repeated, lose, restore, clone, frozenByFork, leases } = played.counts;
  process.stdout.write(`${JSON.stringify({
    campaign: 'leases', runs: played.operations, seed, violations, doubleSales: played.doubleSales, brokenPromises: played.brokenPromises, states: explored.states, s1: broken.includes('s1') ? 'broken' : 'holds', s2: broken.includes('s2') ? 'broken' : 'holds',
    mutantsCaught: caught, mutants: Object.keys(protocolMutants).length, caughtAt, worlds: played.episodes, leases, promises, honoured, brokenByForce, repeated, lost: lose, restored: restore, copied: clone, frozenByFork, seconds: Math.round((performance.now() - began) / 1000),
  })}\n`);
  return violations + uncaught > 0 ? 1 : 0;
}
