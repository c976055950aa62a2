// npm run campaign:amounts -- [--runs N] [--seed S] [--case AT[,AT…]] [--verbose]
// Generated cases sold on a real console with the real carrier; what each pays is read back from the screens (DOM of the real renderer in a
// Chromium), the signed PDF and the receipts (pdftotext), the stored order and the carrier's, and the bills to come, by readers of the test's
// own. --case plays single cases again. Last line: figures as JSON; exit 1 on any difference.
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '300' }, seed: { type: 'string', default: '1' }, case: { type: 'string' }, verbose: { type: 'boolean', default: false } } });
const { runAmounts } = await import('./amounts/run-amounts.ts');

const seed = Number(values.seed);
const cases = values.case === undefined ? Array.from({ length: Number(values.runs) }, (_, at) => at) : values.case.split(',').map(Number);
const began = performance.now();
const { runs, violations, ...figures } = await runAmounts({
  seed, cases, onCase: (at, differences) => { if (values.verbose || differences.length > 0) process.stderr.write(`case ${at}: ${differences.length} differences\n`); },
});
for (const violation of violations) process.stderr.write(`violation: ${violation}\n`);
const seconds = Math.round((performance.now() - began) / 1000);
process.stdout.write(`${JSON.stringify({ campaign: 'amounts', runs, seed, violations: violations.length, ...figures, seconds })}\n`);
process.exit(violations.length > 0 ? 1 : 0);
