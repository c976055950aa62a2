// npm run campaign:grades: the engine and the index of the number finder against the blind oracle, for all 2,000,000 numbers, by the
// shipped table and with every rule and downgrade switched on; three mutants must be caught. Last line: figures as JSON; exit 1 on any disagreement.
import { resolve } from 'node:path';

const { loadReference } = await import('../../src-main/reference/load-reference.ts');
const { gradeSegment } = await import('../../src-main/pool/index/grade-segment.ts');
const { oracleGrade } = await import('../domain/number/grade/grade-oracle.ts');
const { productGrade } = await import('../domain/number/grade/product-grades.ts');
const { allOn, disagreements, engine, everyNumber, mutants } = await import('../domain/number/grade/compare-grades.ts');

const reference = loadReference(resolve('resources/reference'));
if (!reference.ok) throw new Error(`reference: ${reference.error.file} ${reference.error.path}`);
const shipped = reference.value.numberRules;
const tables = { shipped, 'all on': allOn(shipped) };

let wrong = 0;
const began = performance.now();
const say = (name, found) => {
  wrong += found.length;
  process.stdout.write(`${name}: ${found.length} disagreements, ${Math.round((performance.now() - began) / 1000)} s\n`);
  for (const each of found.slice(0, 10)) process.stdout.write(`  ${JSON.stringify(each)}\n`);
};

for (const [name, rules] of Object.entries(tables)) {
  say(`engine, ${name}`, disagreements(everyNumber(), rules, engine));
  const index = Object.fromEntries(['0', '6'].map((head) => [head, gradeSegment(`400${head}`, rules).grades]));
  const inIndex = (seven) => index[seven[0]][Number(seven.slice(1))];
  say(`index, ${name}`, [...everyNumber()].filter((seven) => inIndex(seven) !== oracleGrade(seven, rules).grade).map((seven) => ({ seven, index: inIndex(seven) })));
}
say('product page', [...everyNumber()].filter((seven) => engine(seven, shipped).grade !== productGrade(seven)).map((seven) => ({ seven })));

const missed = Object.entries(mutants).filter(([, mutant]) => disagreements(everyNumber(), shipped, mutant, 1).length === 0).map(([name]) => name);
const names = Object.keys(mutants);
process.stdout.write(`${JSON.stringify({
  campaign: 'grades', numbers: 2_000_000, rules: shipped.rules.length, enabled: shipped.rules.filter((rule) => rule.enabled).length, disagreements: wrong,
  mutants: names.length, mutantsCaught: names.length - missed.length, missed, seconds: Math.round((performance.now() - began) / 1000),
})}\n`);
process.exit(wrong > 0 || missed.length > 0 ? 1 : 0);
