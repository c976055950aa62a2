// npm run campaign:routing -- [--forms N] [--calls N] [--seed S] [--verbose]
// The engine against the blind reference interpreter on random forms, call by call and step by step; two processes share the forms. The mutants
// of the engine must be caught. A disagreement is printed with its form, call and both answers. Last line: figures as JSON; exit 1 on any.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { forms: { type: 'string', default: '100000' }, calls: { type: 'string', default: '100' }, seed: { type: 'string', default: '1' }, from: { type: 'string' }, verbose: { type: 'boolean', default: false } } });
const [forms, calls, seed] = [values.forms, values.calls, values.seed].map(Number);
const { playRouting } = await import('./routing/play-routing.ts');
const { routeCall } = await import('../../src-main/shared/domain/routing/route-call.ts');

if (values.from !== undefined) {
  const { violations, ...figures } = playRouting(routeCall, { seed, forms, calls, from: Number(values.from), onForm: (done) => done % 1000 === 0 && process.send?.({ done: 1000 }) });
  process.send?.({ violations: violations.slice(0, 3), count: violations.length, ...figures }, () => process.exit(0));
} else {
  const { MUTANTS } = await import('./routing/mutants.ts');
  const began = performance.now();
  let done = 0;
  const half = Math.ceil(forms / 2);
  const play = (from, count) => new Promise((settle, reject) => {
    const child = fork(fileURLToPath(import.meta.url), ['--forms', String(count), '--calls', String(calls), '--seed', String(seed), '--from', String(from)]);
    child.on('message', (message) => {
      if (message.done === undefined) settle(message);
      else if (values.verbose) process.stderr.write(`${(done += message.done)} forms\n`);
    });
    child.on('error', reject);
    child.on('exit', (code) => code !== 0 && reject(new Error(`a player ended with ${code}`)));
  });
  const parts = await Promise.all([play(0, half), play(half, forms - half)]);
  for (const one of parts.flatMap(({ violations }) => violations)) process.stderr.write(`${JSON.stringify(one)}\n`);
  const tally = {};
  for (const part of parts) for (const [what, count] of Object.entries(part.tally)) tally[what] = (tally[what] ?? 0) + count;
  const violations = parts.reduce((sum, { count }) => sum + count, 0);
  const missed = MUTANTS.filter(({ route }) => playRouting(route, { seed, forms: 500, calls: 20, most: 1 }).violations.length === 0).map(({ name }) => name);
  process.stdout.write(`${JSON.stringify({ campaign: 'routing', forms, calls: parts.reduce((sum, part) => sum + part.calls, 0), seed, violations, tally, mutants: MUTANTS.length, mutantsCaught: MUTANTS.length - missed.length, missed, seconds: Math.round((performance.now() - began) / 1000) })}\n`);
  process.exit(violations > 0 || missed.length > 0 ? 1 : 0);
}
