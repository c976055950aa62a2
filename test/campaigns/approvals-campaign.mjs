// npm run campaign:approvals -- [--runs N] [--tokens N] [--seed S] [--verbose]
// Every decider with every edit between request, decision and use, at the desk, beside the clerk, by token and through the carrier, on real
// consoles; then forged tokens. Last line: figures as JSON; exit 1 on any self-approval, stale or reused approval, or token taken in.
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: {
  runs: { type: 'string' }, tokens: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' }, verbose: { type: 'boolean', default: false },
} });
const { seeded } = await import('../faults/campaign/seeded.ts');
const { runMatrix } = await import('./approvals/run-matrix.ts');
const { forgeTokens } = await import('./approvals/forge-tokens.ts');

const seed = Number(values.seed);
const began = performance.now();
const say = values.verbose ? (line) => process.stderr.write(`${line}\n`) : undefined;
const random = seeded(seed);
const matrix = await runMatrix({ random, count: values.runs === undefined ? null : Number(values.runs), onPlan: say });
const forged = await forgeTokens({ random, count: Number(values.tokens) });
const violations = [...matrix.violations, ...forged.violations];
for (const violation of violations) process.stderr.write(`violation: ${violation}\n`);
process.stdout.write(`${JSON.stringify({
  campaign: 'approvals', runs: matrix.plans, seed, violations: violations.length, decided: matrix.decided, refused: matrix.refused, signed: matrix.signed,
  forged: forged.forged, takenIn: forged.takenIn, byKind: forged.byKind, byRefusal: forged.byRefusal, seconds: Math.round((performance.now() - began) / 1000),
})}\n`);
process.exit(violations.length > 0 ? 1 : 0);
