// npm run campaign:kill -- --runs 100 --seed 7 [--console 10] [--kind leased] [--mutant half-step|late-claim] [--verbose]
// Kills the console at random moments of a scripted case and reads back what it left. Last line: figures as JSON; exit 1 on any violation.
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: {
  runs: { type: 'string', default: '100' }, seed: { type: 'string' }, console: { type: 'string' }, mutant: { type: 'string' }, kind: { type: 'string' }, source: { type: 'boolean', default: false }, verbose: { type: 'boolean', default: false },
} });
const runs = Number(values.runs);
const seed = values.seed === undefined ? Date.now() % 1_000_000 : Number(values.seed);
const windowed = values.console === undefined ? Math.floor(runs / 10) : Math.min(runs, Number(values.console));
if (!values.source && !existsSync('out/main/console.js')) {
  process.stderr.write('The campaign kills the production bundles: run npm run build first.\n');
  process.exit(2);
}

const { seeded } = await import('./campaign/seeded.ts');
const { runCampaign } = await import('./campaign/run-campaign.ts');
const { openChildDesk } = await import('./campaign/child-desk.ts');
const { caseKinds } = await import('./campaign/campaign-step.ts');
const { hallOf } = await import('./campaign/hall.ts');
const { startRealCarrier } = await import('../support/real-carrier.ts');

const random = seeded(seed);
const onRun = values.verbose ? (line) => process.stderr.write(`${line}\n`) : undefined;
const began = performance.now();

/** A carrier for the folder, and the console on it: as a child without a window, or behind its window. Every second child asks for its blocks of numbers by itself. */
const hallWith = (openDesk) => async (random) => {
  const carrier = await startRealCarrier({ hall: 'WJ', pool: 20_000 });
  const leases = random() < 0.5 ? 'automatic' : 'by-hand';
  return hallOf(carrier, (folder) => openDesk(folder, carrier, leases));
};
const child = hallWith((folder, { baseUrl, token }, leases) => openChildDesk({ folder, carrier: { baseUrl, token }, leases, source: values.source, mutant: values.mutant ?? null }));
// A mutant shows in what a kill leaves, not where the code itself insists on its transaction: decisions do.
const mutantKinds = { 'half-step': ['ordinary', 'listed'], 'late-claim': ['leased'] };
const kinds = mutantKinds[values.mutant] ?? caseKinds.filter((kind) => values.kind === undefined || kind === values.kind);
const results = [await runCampaign({ runs: runs - windowed, random, kinds, onRun, stopAtFirst: values.mutant !== undefined, openHall: child })];
if (windowed > 0) {
  const { openConsoleDesk } = await import('./campaign/console-desk.ts');
  results.push(await runCampaign({ runs: windowed, random, kinds, onRun, openHall: hallWith((folder, { baseUrl }) => openConsoleDesk(folder, baseUrl)) }));
}
report(results);

function report(results) {
  const sum = (name) => results.reduce((total, result) => total + result[name], 0);
  const found = results.flatMap((result) => result.violations);
  for (const violation of found) process.stderr.write(`violation: ${violation}\n`);
  const killedAt = {};
  for (const result of results) for (const [step, count] of Object.entries(result.killedAt)) killedAt[step] = (killedAt[step] ?? 0) + count;
  if (values.verbose) process.stderr.write(`${JSON.stringify(killedAt)}\n`);
  process.stdout.write(`${JSON.stringify({
    campaign: 'kill', runs: sum('runs'), console: windowed, seed, violations: found.length, acknowledged: sum('acknowledged'), killedInStep: sum('killedInStep'), steps: Object.keys(killedAt).length,
    cases: sum('cases'), completed: sum('completed'), leased: sum('leased'), seconds: Math.round((performance.now() - began) / 1000),
  })}\n`);
  process.exitCode = found.length > 0 ? 1 : 0;
}
