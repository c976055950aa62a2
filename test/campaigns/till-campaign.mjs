// npm run campaign:till -- [--runs N] [--seed S] [--verbose]
// Random shifts one after another against the real database, vault, services and roles, in one process; papers are small bytes at once and the
// carrier is a book in memory. Totals are added up anew from the rows, and what is named is held against what was broken. Last line: figures as
// JSON; exit 1 on any violation.
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' }, verbose: { type: 'boolean', default: false } } });
const { runShifts } = await import('./till/run-shifts.ts');

const seed = Number(values.seed);
const began = performance.now();
const { runs, violations, tally } = await runShifts({ seed, count: Number(values.runs), ...(values.verbose && { onWorld: (done) => process.stderr.write(`${done} shifts\n`) }) });
for (const violation of violations) process.stderr.write(`violation: ${violation}\n`);
process.stdout.write(`${JSON.stringify({ campaign: 'till', runs, seed, violations: violations.length, ...tally, seconds: Math.round((performance.now() - began) / 1000) })}\n`);
process.exit(violations.length > 0 ? 1 : 0);
