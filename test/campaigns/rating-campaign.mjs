// npm run campaign:rating -- [--runs N] [--seed S] [--case I] [--verbose]
// The engine against the blind second rater on generated cases: profiles and call lists over every plan, grade and policy, the same to the 厘 in
// every line, payment and comparison. `--case I` plays one case and prints it with what both say. The mutants of the engine must be caught.
// Last line: figures as JSON; exit 1 on any disagreement.
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' }, case: { type: 'string' }, verbose: { type: 'boolean', default: false } } });
const { makeCase } = await import('./rating/make-case.ts');
const { playCase, playRatings } = await import('./rating/play-rating.ts');
const { rateSecond } = await import('./rating/second-rater.ts');
const { rateByEngine } = await import('./rating/engine-rater.ts');
const { MUTANTS } = await import('./rating/mutants.ts');

const seed = Number(values.seed);
if (values.case !== undefined) {
  const input = makeCase(seed, Number(values.case));
  const found = playCase(rateByEngine, input);
  process.stdout.write(`${JSON.stringify({ input, theirs: rateSecond(input) }, null, 1)}\n${found.map((each) => `${each}\n`).join('')}`);
  process.stdout.write(`${JSON.stringify({ campaign: 'rating', seed, case: Number(values.case), violations: found.length })}\n`);
  process.exit(found.length > 0 ? 1 : 0);
}

const began = performance.now();
const onCase = values.verbose ? (done) => done % 1000 === 0 && process.stderr.write(`${done} cases\n`) : undefined;
const { runs, violations, tally } = playRatings(rateByEngine, { seed, runs: Number(values.runs), onCase });
for (const { index, planId, found } of violations) process.stderr.write(`case ${index} (${planId}): ${found.length} differences\n${found.slice(0, 5).map((each) => `  ${each}\n`).join('')}`);
const missed = MUTANTS.filter(({ rate }) => playRatings(rate, { seed, runs: 500, most: 1 }).violations.length === 0).map(({ name }) => name);
process.stdout.write(`${JSON.stringify({
  campaign: 'rating', runs, seed, violations: violations.length, ...tally, mutants: MUTANTS.length, mutantsCaught: MUTANTS.length - missed.length, missed,
  seconds: Math.round((performance.now() - began) / 1000),
})}\n`);
process.exit(violations.length > 0 || missed.length > 0 ? 1 : 0);
