// npm run bench -- search step pdf …: one JSON object a line, medians. Without a name: says which there are.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;
const known = readdirSync(here).filter((file) => file.endsWith('.bench.ts')).map((file) => file.slice(0, -'.bench.ts'.length)).sort();
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !known.includes(name));
if (asked.length === 0 || unknown.length > 0) {
  process.stderr.write(`${unknown.length > 0 ? `No bench is called ${unknown.join(', ')}. ` : ''}npm run bench -- NAME…, of: ${known.join(' ')}\n`);
  process.exit(2);
}
if (asked.some((name) => name === 'startup' || name === 'memory') && !existsSync('out/main/index.js')) {
  process.stderr.write('startup and memory measure the production bundles: run npm run build first.\n');
  process.exit(2);
}
for (const name of asked) {
  const { runBench } = await import(join(here, `${name}.bench.ts`));
  for (const line of await runBench()) process.stdout.write(`${JSON.stringify(line)}\n`);
}
process.exit(0);
