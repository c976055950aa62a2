// npm run campaign:search -- --runs 10000 --seed 3
// The index and a naive reading of every number answer the same generated questions. Last line: figures as JSON; exit 1 on any difference.
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '10000' }, seed: { type: 'string' } } });
const runs = Number(values.runs);
const seed = values.seed === undefined ? Date.now() % 1_000_000 : Number(values.seed);

const fc = await import('fast-check');
const { hallStandard } = await import('../../src-main/shared/domain/tariff/number-conditions.ts');
const { buildSearchIndex } = await import('../../src-main/pool/search/search-index.ts');
const { naiveSearch } = await import('../main/pool/naive-search.ts');
const { sampleNumbers } = await import('../main/pool/sample-pool.ts');
const { searchQuestions } = await import('../main/pool/search-questions.ts');
const { unevenRules } = await import('../main/pool/uneven-rules.ts');
const { shippedReference } = await import('../main/pool/shipped-rules.ts');

const { catalogue, numberRules, gradeTable, policy, segments } = shippedReference();
const heads = segments.filter(({ orderable }) => orderable).map(({ head }) => head);
const money = { gradeTable, standard: hallStandard(catalogue, policy.tariff.prepay) };
const began = performance.now();
const BATCH = 250;
const kinds = {};
let violations = 0;
let found = 0;

// Every batch has a pool of its own, so that no lucky set of numbers hides a fault; every other has a table in which segments differ.
for (let done = 0; done < runs; done += BATCH) {
  const rules = (done / BATCH) % 2 === 0 ? unevenRules(numberRules) : numberRules;
  const free = sampleNumbers(heads, 2500, 7 + ((seed + done) % 500));
  const all = [...free];
  const leasable = all.filter((_, at) => at % 400 === 0).concat(heads.map((head) => `${head}777123`));
  const naive = naiveSearch(free, rules, money);
  const index = buildSearchIndex(heads, rules, money);
  index.reload((segment, suffix) => !free.has(heads[segment] + String(suffix).padStart(6, '0')));
  for (const question of fc.sample(searchQuestions(segments, leasable), { numRuns: Math.min(BATCH, runs - done), seed: seed + done })) {
    const wanted = naive.search(question.query, question.page);
    const answer = index.search(question.query, question.page);
    for (const { kind } of question.query.terms) kinds[kind] = (kinds[kind] ?? 0) + 1;
    if (wanted.total > 0) found += 1;
    if (JSON.stringify({ ...answer, perGrade: [...answer.perGrade] }) === JSON.stringify(wanted)) continue;
    violations += 1;
    process.stderr.write(`violation: "${question.text}" ${JSON.stringify(question.page)} (batch seed ${seed + done})\n`);
  }
}
process.stdout.write(`${JSON.stringify({ campaign: 'search', runs, seed, violations, found, kinds, seconds: Math.round((performance.now() - began) / 1000) })}\n`);
process.exitCode = violations > 0 ? 1 : 0;
